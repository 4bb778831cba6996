package io.tunetally.wording;

import io.tunetally.answer.outcome.BudgetOutcome;
import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.engine.Quote;
import io.tunetally.engine.Total;
import io.tunetally.engine.Warning;
import io.tunetally.engine.analysis.BudgetFit;
import io.tunetally.reply.Block;
import io.tunetally.reply.Reply;
import io.tunetally.request.SlotName;
import io.tunetally.units.Band;
import io.tunetally.units.Money;
import io.tunetally.units.Period;
import io.tunetally.units.Range;
import io.tunetally.wording.part.AnswerFrame;
import io.tunetally.wording.part.Caveat;
import io.tunetally.wording.part.Labels;
import io.tunetally.wording.part.Numbers;
import io.tunetally.wording.part.Standing;
import io.tunetally.wording.part.Text;
import io.tunetally.wording.table.QuoteTable;
import io.tunetally.wording.table.Ranking;
import java.math.BigDecimal;
import java.math.RoundingMode;
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
        keptDeployed(outcome, most).ifPresent(answerFrame::under);
        byTheToken(outcome).ifPresent(answerFrame::under);
        Optional<String> models = modelsThatFit(outcome, shown);
        if (models.isPresent()) {
            answerFrame.under("What is left buys up to " + count(most.fits()) + " examples");
        }
        if (models.isPresent() || (shown.size() > 1 && isPlenty(outcome, shown))) {
            answerFrame.figure(QuoteTable.inSight(
                    shown.stream().flatMap(fit -> outcome.job(fit).stream()).toList()));
        } else if (shown.size() > 1) {
            answerFrame.figure(table(shown, false));
        } else {
            // A job of which not one example is paid for has no arithmetic to tell: running is the cost.
            boolean onlyRunning = most.running() != null && most.fits().high() == 0;
            answerFrame.figure(
                    onlyRunning ? TcoWording.figure(most.priced()) : EstimateWording.arithmetic(most.quote()));
        }
        answerFrame.detail(outcome.fits().size(), () -> table(outcome.fits(), true));
        answerFrame.footnotes(Ranking.of(
                        inquiry, outcome.fits().stream().map(BudgetFit::priced).toList())
                .apart(inquiry, List.of(most.priced())));
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
                lasts(outcome, shown)
                                .or(() -> models)
                                .or(() -> left(outcome, most))
                                .orElseGet(() -> enough(outcome, most) + title(outcome, most, epochs))
                        + (closed.isEmpty() ? "" : "; " + closed),
                outcome.followUps());
    }

    /** Returns what running costs without any request, or that the seller does not run it; empty where it was asked for. */
    private static String afterwards(BudgetOutcome outcome, BudgetFit fit) {
        Inquiry inquiry = outcome.inquiry();
        if (inquiry.running() || inquiry.isByGuide() || fit.fits().high() == 0) {
            return "";
        }
        Quote quote = fit.quote();
        String known = new Standing(inquiry).afterwards(quote);
        return known.isEmpty() && !inquiry.isRunByTheToken(quote) ? ", running cost unknown" : known;
    }

    /** {@code What is left of it keeps that deployed for 4 days}, of an endpoint that costs by the hour around the clock. */
    private static Optional<String> keptDeployed(BudgetOutcome outcome, BudgetFit fit) {
        Inquiry inquiry = outcome.inquiry();
        Money month = inquiry.standingMonth(fit.quote()).high();
        if (afterwards(outcome, fit).isEmpty()
                || month.isZero()
                || inquiry.filled().has(SlotName.MONTHLY_HOURS)) {
            return Optional.empty();
        }
        Money left = outcome.job(fit)
                .map(job -> outcome.budget().minus(job.training().high()))
                .orElse(outcome.budget());
        long days = left.isPositive()
                ? left.usd()
                        .multiply(BigDecimal.valueOf(Period.DAYS_PER_MONTH))
                        .divide(month.usd(), 0, RoundingMode.FLOOR)
                        .longValueExact()
                : 0;
        String what = outcome.job(fit).isPresent() ? "What is left" : Numbers.money(outcome.budget()) + " alone";
        return days == 0
                ? Optional.of(what + " does not keep it deployed for a day")
                : Optional.of(what + " keeps it deployed for " + Text.counted(days, "day"));
    }

    /** {@code Billed by the token: gpt-oss 20B, LoRA on Thinking Machines: $1.19 to train}; the price is one of the job that was said. */
    private static Optional<String> byTheToken(BudgetOutcome outcome) {
        return Optional.ofNullable(outcome.byTheToken())
                .map(quote -> "Billed by the token: " + Labels.offer(quote)
                        + (outcome.jobs().isEmpty() ? "" : ": " + Standing.training(quote)));
    }

    /**
     * {@code gpt-oss 20B, LoRA on Thinking Machines: $494.69 of your $5,000 over 6 months; 20 models fit}, where the question
     * is which; empty if none does for sure.
     */
    private static Optional<String> modelsThatFit(BudgetOutcome outcome, List<BudgetFit> shown) {
        if (!outcome.whichModels() || outcome.job(shown.getFirst()).isEmpty()) {
            return Optional.empty();
        }
        long fitting = shown.stream()
                .filter(fit -> outcome.job(fit).isPresent()
                        && cost(outcome, fit).high().compareTo(outcome.budget()) <= 0)
                .count();
        return fitting == 0
                ? Optional.empty()
                : Optional.of(Labels.offer(shown.getFirst().quote()) + ": "
                        + Numbers.money(cost(outcome, shown.getFirst())) + " of your "
                        + Numbers.money(outcome.budget()) + " over " + period(outcome, shown.getFirst()) + "; "
                        + Text.counted(fitting, "model") + (fitting == 1 ? " fits" : " fit"));
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

    /**
     * Where each of them can be trained far more often than anybody does, or the question is which of them fit, the one that
     * costs least comes first; before it what needs no fee.
     */
    private static List<BudgetFit> cheapestFirst(BudgetOutcome outcome, List<BudgetFit> fits) {
        if (outcome.whichModels()
                && fits.stream().allMatch(fit -> outcome.job(fit).isPresent())) {
            return fits.stream()
                    .sorted(Comparator.comparing(fit -> cost(outcome, fit).high()))
                    .toList();
        }
        Inquiry inquiry = outcome.inquiry();
        return isPlenty(outcome, fits)
                ? fits.stream()
                        .sorted(Comparator.comparing(BudgetFit::isCapped)
                                .thenComparing(fit -> inquiry.running() || inquiry.isRunByTheToken(fit.quote()))
                                .reversed()
                                .thenComparing(fit -> cost(outcome, fit).high()))
                        .toList()
                : fits;
    }

    /** True if each has a price for the job that was said, and the first can be trained more often than anybody does. */
    private static boolean isPlenty(BudgetOutcome outcome, List<BudgetFit> fits) {
        return fits.getFirst().isCapped()
                && fits.stream().allMatch(fit -> outcome.job(fit).isPresent());
    }

    /**
     * {@code gpt-oss 20B, LoRA on Thinking Machines: $1.19 of your $100.00 for 3 epochs, $98.81 is left; 100 epochs or more fit},
     * if it is surely enough; where an endpoint waits at a fee, that takes the place of what is left.
     */
    private static Optional<String> left(BudgetOutcome outcome, BudgetFit most) {
        if (!most.isCapped()
                || outcome.job(most).isEmpty()
                || cost(outcome, most).high().compareTo(outcome.budget()) > 0) {
            return Optional.empty();
        }
        Band cost = cost(outcome, most);
        Band left =
                new Band(outcome.budget().minus(cost.high()), outcome.budget().minus(cost.low()));
        String afterwards = afterwards(outcome, most);
        return Optional.of(Labels.offer(most.quote()) + ": " + Numbers.money(cost) + " of your "
                + Numbers.money(outcome.budget()) + " for " + epochs(outcome)
                + (outcome.inquiry().running() ? " and " + period(outcome, most) + " of running" : "")
                + (afterwards.isEmpty() ? ", " + Numbers.money(left) + " is left" : afterwards)
                + "; " + count(most.fits()) + " epochs or more fit");
    }

    /**
     * {@code $50.00 lasts 17 months: Qwen3 8B, LoRA on Thinking Machines: $0.66 to train, then $2.84 a month}, where that is asked; without
     * traffic what training leaves. Of several the one that costs least a month.
     */
    private static Optional<String> lasts(BudgetOutcome outcome, List<BudgetFit> shown) {
        Inquiry inquiry = outcome.inquiry();
        if (!Boolean.TRUE.equals(inquiry.request().slots().value(SlotName.ASKS_HOW_LONG))
                || inquiry.filled().has(SlotName.RETRAIN_EVERY_DAYS)) {
            return Optional.empty();
        }
        boolean running = inquiry.running();
        Optional<Quote> cheapest = shown.stream()
                .flatMap(fit -> outcome.job(fit).stream())
                .filter(job -> job.once().high().compareTo(outcome.budget()) <= 0)
                .min(Comparator.comparing(
                        job -> running ? job.monthly().high() : job.once().high()));
        return cheapest.map(job -> running ? months(outcome, job) : rest(outcome, job));
    }

    private static String rest(BudgetOutcome outcome, Quote job) {
        return Numbers.money(outcome.budget().minus(job.once().high())) + " of your " + Numbers.money(outcome.budget())
                + " is left: " + Labels.offer(job) + ": " + Standing.training(job);
    }

    private static String months(BudgetOutcome outcome, Quote job) {
        BigDecimal least =
                months(outcome.budget().minus(job.once().high()), job.monthly().high());
        BigDecimal most =
                months(outcome.budget().minus(job.once().low()), job.monthly().low());
        String months = Numbers.range(least, most);
        return Numbers.money(outcome.budget()) + " lasts " + months
                + (most.compareTo(BigDecimal.ONE) == 0 ? " month: " : " months: ") + Labels.offer(job) + ": "
                + Standing.training(job) + ", then " + Numbers.money(job.monthly()) + " a month";
    }

    private static BigDecimal months(Money left, Money month) {
        return month.isZero() ? BigDecimal.ZERO : left.usd().divide(month.usd(), 0, RoundingMode.FLOOR);
    }

    private static String epochs(BudgetOutcome outcome) {
        return count(outcome.epochs()) + (outcome.epochs().high() == 1 ? " epoch" : " epochs");
    }

    private static Band cost(BudgetOutcome outcome, BudgetFit fit) {
        Quote job = outcome.job(fit).orElseThrow();
        Total total = outcome.inquiry().running() ? job.total() : null;
        return total == null ? job.training() : total.amount();
    }

    /** Returns whether the budget pays for the job that was said: {@code Enough for 3 epochs ($37.50): }. */
    private static String enough(BudgetOutcome outcome, BudgetFit most) {
        return outcome.job(most)
                .filter(_ -> !outcome.whichModels())
                .map(job -> {
                    Total total = outcome.inquiry().running() ? job.total() : null;
                    Band cost = total == null ? job.training() : total.amount();
                    return Numbers.within(cost, outcome.budget(), "Enough", "Perhaps enough", "Not enough")
                            + (afterwards(outcome, most).isEmpty() ? " for " : " to train for ")
                            + epochs(outcome)
                            + (total == null ? "" : " and " + period(outcome, most) + " of running")
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
                                    + Labels.offer(most.quote()) + ", " + Numbers.money(running) + " to run"
                                    + (most.priced().isCut() ? " for " + period(outcome, most) : ""));
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
                        : ", and running it for " + period(outcome, most))
                + afterwards(outcome, most);
    }

    /** {@code 12 months}, {@code 316 days, until it shuts down on 2027-10-14} if that is all that running is paid for. */
    private static String period(BudgetOutcome outcome, BudgetFit fit) {
        Total total = fit.priced().total();
        return total != null && total.cutBy() != null ? Standing.period(total) : months(outcome);
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
