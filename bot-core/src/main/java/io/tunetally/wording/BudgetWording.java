package io.tunetally.wording;

import io.tunetally.answer.outcome.BudgetOutcome;
import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.engine.Quote;
import io.tunetally.engine.Total;
import io.tunetally.engine.Warning;
import io.tunetally.engine.analysis.BudgetFit;
import io.tunetally.reply.Block;
import io.tunetally.reply.Reply;
import io.tunetally.units.Band;
import io.tunetally.units.Money;
import io.tunetally.units.Range;
import io.tunetally.wording.part.AnswerFrame;
import io.tunetally.wording.part.Caveat;
import io.tunetally.wording.part.Labels;
import io.tunetally.wording.part.Numbers;
import io.tunetally.wording.part.Standing;
import io.tunetally.wording.table.Ranking;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Words what a budget buys. */
final class BudgetWording {
    Reply reply(BudgetOutcome outcome) {
        Inquiry inquiry = outcome.inquiry();
        Standing standing = new Standing(inquiry);
        List<BudgetFit> startable = outcome.fits().stream()
                .filter(fit -> standing.canStart(fit.quote()))
                .toList();
        List<BudgetFit> shown = cheapestFirst(outcome, startable.isEmpty() ? outcome.fits() : startable);
        BudgetFit most = shown.getFirst();
        boolean epochs = most.unknown() == BudgetFit.Unknown.EPOCHS;
        AnswerFrame answerFrame = AnswerFrame.of(inquiry);
        answerFrame.monthlyLimit(most.monthly()).dearToRun(outcome.dearToRun());
        if (shown.size() > 1) {
            answerFrame.figure(table(shown, false));
        } else {
            answerFrame.figure(EstimateWording.arithmetic(most.quote()));
        }
        answerFrame.detail(outcome.fits().size(), () -> table(outcome.fits(), true));
        answerFrame.footnotes(Ranking.of(
                        inquiry, outcome.fits().stream().map(BudgetFit::quote).toList())
                .apart(inquiry, List.of(most.quote())));
        outcome.leftOut()
                .forEach(reason -> answerFrame.warn(Caveat.Rank.CANNOT_BE_BOUGHT, RefusalWording.sentence(reason)));
        for (BudgetFit fit : outcome.fits()) {
            minimumAbove(outcome.budget(), fit)
                    .ifPresent(minimum -> answerFrame.warn(
                            Caveat.Rank.MINIMUM,
                            fit.quote().offer().provider().name() + " may charge at least " + Numbers.money(minimum)
                                    + " per job, more than this budget."));
        }
        // Disagreeing editions and old prices would clutter a table of many models.
        answerFrame.warnOnly(
                outcome.fits().stream().map(BudgetFit::quote).toList(),
                warning -> warning instanceof Warning.Lifecycle
                        || warning instanceof Warning.MethodNotOffered
                        || warning instanceof Warning.ProviderNotOffered
                        || warning instanceof Warning.ByTier);
        answerFrame.sources(
                outcome.fits().stream().map(fit -> fit.quote().main()).toList());
        if (most.isCapped()) {
            answerFrame.note("More than " + Numbers.count(BudgetFit.most(most.unknown()))
                    + (epochs ? " epochs" : " examples") + " are not counted, whatever the budget.");
        }
        String closed = standing.closed(most.quote());
        return answerFrame.reply(
                left(outcome, most).orElseGet(() -> enough(outcome, most) + title(outcome, most, epochs))
                        + (closed.isEmpty() ? "" : "; " + closed),
                outcome.followUps());
    }

    private static Block.Table table(List<BudgetFit> fits, boolean detailed) {
        boolean epochs = fits.getFirst().unknown() == BudgetFit.Unknown.EPOCHS;
        boolean running = fits.getFirst().running() != null;
        List<Block.Column> columns = List.of(
                Block.Column.text("Model"),
                Block.Column.text("Provider"),
                Block.Column.text("Method"),
                Block.Column.number(epochs ? "Epochs" : "Examples"),
                Block.Column.number(running ? "Running" : "Per 1M tokens"));
        int shown = detailed || running ? columns.size() : columns.size() - 1;
        return new Block.Table(
                columns.subList(0, shown),
                fits.stream().map(fit -> row(fit).subList(0, shown)).toList());
    }

    /** Returns a minimum per job above the budget, from any edition. */
    private static Optional<Money> minimumAbove(Money budget, BudgetFit fit) {
        Stream<Band> charged = Stream.ofNullable(fit.minimum());
        Stream<Band> reported = fit.quote().warnings().stream()
                .filter(Warning.Minimum.class::isInstance)
                .map(warning -> ((Warning.Minimum) warning).minimum());
        return Stream.concat(charged, reported)
                .map(Band::high)
                .filter(minimum -> minimum.compareTo(budget) > 0)
                .findFirst();
    }

    /** Where each of them can be trained far more often than anybody does, the one that costs least comes first. */
    private static List<BudgetFit> cheapestFirst(BudgetOutcome outcome, List<BudgetFit> fits) {
        boolean plenty = fits.getFirst().isCapped()
                && fits.stream().allMatch(fit -> outcome.job(fit).isPresent());
        return plenty
                ? fits.stream()
                        .sorted(Comparator.comparing(BudgetFit::isCapped)
                                .reversed()
                                .thenComparing(fit -> cost(outcome, fit).high()))
                        .toList()
                : fits;
    }

    /** {@code gpt-oss 20B, LoRA on Thinking Machines: $1.19 of your $100.00 for 3 epochs, $98.81 is left; 100 epochs or more fit}, if it is surely enough. */
    private static Optional<String> left(BudgetOutcome outcome, BudgetFit most) {
        if (!most.isCapped()
                || outcome.job(most).isEmpty()
                || cost(outcome, most).high().compareTo(outcome.budget()) > 0) {
            return Optional.empty();
        }
        Band cost = cost(outcome, most);
        Band left =
                new Band(outcome.budget().minus(cost.high()), outcome.budget().minus(cost.low()));
        boolean one = outcome.epochs().high() == 1;
        return Optional.of(Labels.offer(most.quote()) + ": " + Numbers.money(cost) + " of your "
                + Numbers.money(outcome.budget()) + " for " + count(outcome.epochs()) + (one ? " epoch" : " epochs")
                + (outcome.inquiry().running() ? " and " + months(outcome) + " of running" : "") + ", "
                + Numbers.money(left) + " is left; " + count(most.fits()) + " epochs or more fit");
    }

    private static Band cost(BudgetOutcome outcome, BudgetFit fit) {
        Quote job = outcome.job(fit).orElseThrow();
        Total total = outcome.inquiry().running() ? job.total() : null;
        return total == null ? job.training() : total.amount();
    }

    /** Returns whether the budget pays for the job that was said: {@code Enough for 3 epochs ($37.50): }. */
    private static String enough(BudgetOutcome outcome, BudgetFit most) {
        return outcome.job(most)
                .map(job -> {
                    Total total = outcome.inquiry().running() ? job.total() : null;
                    Band cost = total == null ? job.training() : total.amount();
                    return Numbers.within(cost, outcome.budget(), "Enough", "Perhaps enough", "Not enough") + " for "
                            + count(outcome.epochs())
                            + (outcome.epochs().high() == 1 ? " epoch" : " epochs")
                            + (total == null ? "" : " and " + months(outcome) + " of running")
                            + " (" + Numbers.money(cost) + "): ";
                })
                .orElse("");
    }

    private static String title(BudgetOutcome outcome, BudgetFit most, boolean epochs) {
        String budget = Numbers.money(outcome.budget());
        String what = epochs ? "epoch" : "example";
        if (most.fits().high() == 0) {
            Band running = most.running();
            return budget + " does not buy one " + what
                    + (running == null
                            ? ""
                            : " and running the model for " + months(outcome) + ": the nearest is "
                                    + Labels.offer(most.quote()) + ", " + Numbers.money(running) + " to run");
        }
        if (most.fits().low() == 0 && most.minimum() != null) {
            return budget + " is below the minimum of "
                    + Numbers.money(most.minimum().high()) + " per job at "
                    + most.quote().offer().provider().name();
        }
        String upTo = most.fits().isExact() && outcome.fits().size() > 1 ? " buys up to " : " buys ";
        boolean one = most.fits().isExact() && most.fits().low() == 1;
        return budget + upTo + count(most.fits()) + " " + what + (one ? "" : "s") + " for "
                + Labels.offer(most.quote())
                + (most.running() == null || outcome.job(most).isPresent()
                        ? ""
                        : ", and running it for " + months(outcome));
    }

    private static String months(BudgetOutcome outcome) {
        return Standing.period(outcome.inquiry());
    }

    private static List<String> row(BudgetFit fit) {
        return List.of(
                fit.quote().offer().model().name(),
                Labels.provider(fit.quote().offer()),
                Labels.method(fit.quote()),
                count(fit.fits()),
                fit.running() == null
                        ? Numbers.listed(fit.quote().main().price().price())
                        : Numbers.money(fit.running()));
    }

    private static String count(Range range) {
        return Numbers.range(range.lowDecimal(), range.highDecimal());
    }
}
