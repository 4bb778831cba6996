package io.tunetally.wording;

import io.tunetally.answer.advice.TodaysBill;
import io.tunetally.answer.outcome.BreakEvenOutcome;
import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.engine.LineItem;
import io.tunetally.engine.Quote;
import io.tunetally.engine.analysis.BreakEven;
import io.tunetally.engine.analysis.PromptSaving;
import io.tunetally.reply.Block;
import io.tunetally.reply.Reply;
import io.tunetally.reply.Span;
import io.tunetally.request.SlotName;
import io.tunetally.units.Period;
import io.tunetally.wording.part.AnswerFrame;
import io.tunetally.wording.part.Arithmetic;
import io.tunetally.wording.part.Caveat;
import io.tunetally.wording.part.Labels;
import io.tunetally.wording.part.MissingPrices;
import io.tunetally.wording.part.Numbers;
import io.tunetally.wording.part.RequestSummary;
import io.tunetally.wording.part.Standing;
import io.tunetally.wording.part.Text;
import io.tunetally.wording.table.ChartSource;
import io.tunetally.wording.table.CumulativeChart;
import io.tunetally.wording.unit.OwnPaybackWording;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Words when tuning pays for itself, or why it never does. */
final class BreakEvenWording {
    /** What tells of today's cost. */
    private static final List<SlotName<?>> TODAY = List.of(
            SlotName.MODELS,
            SlotName.UNTUNED,
            SlotName.PROVIDER,
            SlotName.PROVIDERS,
            SlotName.SIZE_B,
            SlotName.GPU,
            SlotName.REQUESTS_PER_DAY,
            SlotName.MONTHLY_TOKENS,
            SlotName.MONTHLY_INPUT_TOKENS,
            SlotName.MONTHLY_OUTPUT_TOKENS,
            SlotName.MONTHLY_BILL_USD,
            SlotName.PROMPT_TOKENS,
            SlotName.INPUT_TOKENS,
            SlotName.OUTPUT_TOKENS);

    Reply reply(BreakEvenOutcome outcome) {
        AnswerFrame answerFrame = AnswerFrame.of(outcome.inquiry());
        if (outcome.own() != null && outcome.instead() != null) {
            return OwnPaybackWording.reply(outcome, outcome.own(), outcome.instead());
        }
        outcome.untrained()
                .forEach(one -> answerFrame.warn(Caveat.Rank.CANNOT_BE_BOUGHT, untrained(one, outcome.comparisons())));
        if (outcome.comparisons().isEmpty()) {
            outcome.uncompared().forEach(one -> answerFrame.cite(one.tuned()));
            return answerFrame.reply(
                    "No break-even: " + MissingPrices.ofUncompared(outcome.uncompared()), outcome.followUps());
        }
        if (!outcome.uncompared().isEmpty()) {
            answerFrame.warn(
                    Caveat.Rank.RUNNING_COST, "Left out: " + MissingPrices.ofUncompared(outcome.uncompared()) + ".");
        }
        BreakEven first = outcome.comparisons().getFirst();
        answerFrame.instead(outcome.instead(), first, new Standing(outcome.inquiry()).canStart(first.tuned()));
        PromptSaving saving = outcome.promptSaving();
        // Of the ends, the one before it pays back weighs most.
        shutDownFirst(first, outcome.inquiry()).ifPresent(warning -> answerFrame.warn(Caveat.Rank.ENDS_SOON, warning));
        answerFrame.cite(outcome.comparisons());
        if (!first.isOfOneModel() && !first.isAgainstBill()) {
            answerFrame.warnOfEnd(first.untuned());
        }
        boolean several = outcome.comparisons().size() > 1;
        answerFrame.figure(several ? table(outcome.comparisons()) : new Block.Facts(facts(first, saving)));
        answerFrame.detail(() -> new Block.Facts(facts(first, saving)));
        answerFrame.explain(LineItem.paid(first.tuned().lines(), true));
        answerFrame.detail(Block.Text.of(
                Span.strong(first.isAgainstBill() ? "A month of today" : "A month of " + untuned(first))));
        answerFrame.explain(first.baseMonth());
        answerFrame.detail(Block.Text.of(
                Span.strong("A month of tuned " + first.tuned().offer().model().name())));
        answerFrame.explain(first.tunedMonth());
        formulas(first).forEach(formula -> answerFrame.detail(Block.Text.of(Span.plain(formula))));
        answerFrame.add(chart(first, outcome.inquiry()));
        if (several) {
            answerFrame.detail(Block.Text.of(Span.strong("A month, untuned and tuned")));
            answerFrame.detail(outcome.comparisons().size(), () -> table(outcome.comparisons()));
        }
        return answerFrame.reply(title(first, saving, outcome.inquiry()), outcome.followUps());
    }

    /** A model that cannot be trained is compared untuned, or not at all. */
    private static String untrained(BreakEvenOutcome.Untrained one, List<BreakEven> comparisons) {
        boolean asItIs = comparisons.stream()
                .anyMatch(comparison -> comparison.untuned().model().equals(one.model()));
        return RefusalWording.title(one.reason()) + ", so it is " + (asItIs ? "taken as it is. " : "left out. ")
                + RefusalWording.instead(one.reason());
    }

    private static Block.Chart chart(BreakEven comparison, Inquiry inquiry) {
        BreakEven.Ends months = comparison.result() instanceof BreakEven.Result.PaysBack back ? back.months() : null;
        return CumulativeChart.of(
                new RequestSummary(inquiry).chartJob(),
                List.of(
                        untuned(comparison),
                        "tuned " + comparison.tuned().offer().model().name() + ", with training"),
                comparison::cumulative,
                new Standing(inquiry).end(comparison.tuned()).orElse(null),
                inquiry.asOf(),
                months,
                months == null ? "" : "pays back after " + BreakEvenVerdict.time(months),
                ChartSource.of(inquiry.asOf(), comparison.lines()));
    }

    private static String untuned(BreakEven comparison) {
        return comparison.isAgainstBill()
                ? "today's bill"
                : "untuned " + comparison.untuned().model().name();
    }

    private static String title(BreakEven comparison, @Nullable PromptSaving saving, Inquiry inquiry) {
        String against = comparison.isAgainstBill()
                ? " "
                : comparison.isOfOneModel() ? ": " : " against " + untuned(comparison) + ": ";
        Standing standing = new Standing(inquiry);
        String verdict = saving == null ? inTime(comparison, inquiry) : BreakEvenVerdict.of(saving, comparison);
        String closed = verdict.contains("ends on")
                ? standing.closedUntilItsEnd(comparison.tuned())
                : standing.closed(comparison.tuned());
        return lead(comparison, saving, inquiry)
                + Labels.offer(comparison.tuned())
                + against
                + verdict
                + (closed.isEmpty() ? "" : "; " + closed);
    }

    /** Where nothing was said of what is paid today, no verdict on an assumed model and traffic leads. */
    private static String lead(BreakEven comparison, @Nullable PromptSaving saving, Inquiry inquiry) {
        boolean known = TODAY.stream().anyMatch(inquiry.request().slots()::has);
        return known
                ? yesOrNo(comparison, saving, inquiry)
                : "It depends on today's model and bill: at "
                        + Numbers.count(Objects.requireNonNull(inquiry.filled().value(SlotName.REQUESTS_PER_DAY)))
                        + " requests a day (assumed) ";
    }

    /** Returns the verdict in one word, where it was asked for or the rest is a condition. */
    private static String yesOrNo(BreakEven comparison, @Nullable PromptSaving saving, Inquiry inquiry) {
        if (saving != null && BreakEvenVerdict.isUntunedCheaper(comparison)) {
            return "No, untuned is cheaper: ";
        }
        if (!Boolean.TRUE.equals(inquiry.filled().value(SlotName.ASKS_SAVING))) {
            return "";
        }
        if (!new Standing(inquiry).canStart(comparison.tuned())) {
            return "No: ";
        }
        boolean unmeasured = comparison.isAgainstBill() && !isTrafficGiven(inquiry);
        return saving != null || unmeasured
                ? "It depends: "
                : comparison.result() instanceof BreakEven.Result.PaysBack ? "Yes: " : "No: ";
    }

    /** Where no traffic was said, an end asks how much of it would be enough, not whether the assumed one is. */
    private static String inTime(BreakEven comparison, Inquiry inquiry) {
        if (comparison.isAgainstBill()) {
            return isTrafficGiven(inquiry)
                    ? BreakEvenVerdict.of(comparison)
                    : BreakEvenVerdict.withoutTraffic(
                            comparison, Objects.requireNonNull(inquiry.filled().value(SlotName.REQUESTS_PER_DAY)));
        }
        Optional<LocalDate> end =
                isTrafficGiven(inquiry) ? Optional.empty() : new Standing(inquiry).end(comparison.tuned());
        if (end.isEmpty() || !(comparison.result() instanceof BreakEven.Result.PaysBack back)) {
            return BreakEvenVerdict.of(comparison);
        }
        BigDecimal needed =
                comparison.requestsPerDayToPayBackWithin(ChronoUnit.DAYS.between(inquiry.asOf(), end.get()));
        return BreakEvenVerdict.requests(back)
                + (needed == null
                        ? ""
                        : "; " + BreakEvenVerdict.counted(Numbers.count(needed), "request") + " a day "
                                + (needed.compareTo(BigDecimal.ONE) > 0 ? "are" : "is") + " enough before it ends on "
                                + end.get());
    }

    private static boolean isTrafficGiven(Inquiry inquiry) {
        return inquiry.request().slots().has(SlotName.REQUESTS_PER_DAY)
                || (inquiry.filled().has(SlotName.MONTHLY_BILL_USD)
                        && TodaysBill.isTrafficSaid(inquiry.request().slots()));
    }

    private static List<Block.Fact> facts(BreakEven comparison, @Nullable PromptSaving saving) {
        List<Block.Fact> facts = new ArrayList<>();
        Quote tuned = comparison.tuned();
        facts.add(Block.Fact.of("Training", Span.strong(Numbers.money(tuned.training()))));
        EstimateWording.oneOff(tuned).ifPresent(facts::add);
        String base = Numbers.money(comparison.base()) + " a month";
        facts.add(
                comparison.isAgainstBill()
                        ? Block.Fact.of("Today", Span.plain(base + ", as you said"))
                        : Block.Fact.of("Untuned", Span.plain(base)));
        facts.add(Block.Fact.of("Tuned", Span.plain(Numbers.money(tuned.monthly()) + " a month")));
        switch (comparison.result()) {
            case BreakEven.Result.PaysBack back -> {
                if (back.leastRequestsPerDay().signum() > 0) {
                    facts.add(Block.Fact.of("At least", atLeast(tuned, back.leastRequestsPerDay())));
                }
            }
            case BreakEven.Result.EndsFirst ends ->
                facts.add(Block.Fact.of(
                        "Without end",
                        Span.plain("pays back after "
                                + BreakEvenVerdict.time(ends.otherwise().months()))));
            case BreakEven.Result.HostingEatsSaving _ -> {}
            case BreakEven.Result.NoSaving _ -> {
                if (saving == null && !comparison.isAgainstBill()) {
                    facts.add(Block.Fact.of("Saving", Span.plain("none: a tuned request costs no less")));
                }
            }
        }
        return facts;
    }

    private static Span atLeast(Quote tuned, BigDecimal requestsPerDay) {
        return Span.plain(Numbers.count(requestsPerDay.setScale(0, RoundingMode.CEILING)) + " requests a day, or "
                + BreakEvenVerdict.withoutRequests(tuned, "eats", "eat") + " the saving");
    }

    /** Returns the derivation of the number, at both ends if they differ; empty if no traffic pays back. */
    private static List<String> formulas(BreakEven comparison) {
        boolean numbered = comparison.result() instanceof BreakEven.Result.PaysBack
                || comparison.result() instanceof BreakEven.Result.EndsFirst;
        if (!numbered) {
            return List.of();
        }
        String best = Arithmetic.of(comparison.best());
        return comparison.best().equals(comparison.worst())
                ? List.of("Break-even: " + best)
                : List.of("Break-even at best: " + best, "Break-even at worst: " + Arithmetic.of(comparison.worst()));
    }

    /** Warns of a model that is, or may be, shut down before it has paid back at this traffic. */
    private static Optional<String> shutDownFirst(BreakEven comparison, Inquiry inquiry) {
        return comparison.result() instanceof BreakEven.Result.PaysBack back
                ? new Standing(inquiry)
                        .end(comparison.tuned())
                        .flatMap(date ->
                                shutDownFirst(back.months(), date, ChronoUnit.DAYS.between(inquiry.asOf(), date)))
                : Optional.empty();
    }

    private static Optional<String> shutDownFirst(BreakEven.Ends months, LocalDate date, long days) {
        boolean surely = isAfter(days, months.low());
        BigDecimal high = months.high();
        return surely || high == null || isAfter(days, high)
                ? Optional.of("It " + (surely ? "shuts down" : "may shut down") + " before that: on " + date + ", in "
                        + Text.counted(days, "day") + ".")
                : Optional.empty();
    }

    private static boolean isAfter(long days, BigDecimal months) {
        return months.multiply(BigDecimal.valueOf(Period.DAYS_PER_MONTH)).compareTo(BigDecimal.valueOf(days)) > 0;
    }

    private static Block.Table table(List<BreakEven> comparisons) {
        return new Block.Table(
                List.of(
                        Block.Column.text("Model"),
                        Block.Column.text("Provider"),
                        Block.Column.number("Training"),
                        Block.Column.number(comparisons.getFirst().isAgainstBill() ? "Today" : "Untuned"),
                        Block.Column.number("Tuned"),
                        Block.Column.text("Requests")),
                comparisons.stream()
                        .map(one -> List.of(
                                one.tuned().offer().model().name(),
                                Labels.provider(one.tuned().offer()),
                                Numbers.money(one.tuned().training()),
                                Numbers.money(one.base()),
                                Numbers.money(one.tuned().monthly()),
                                one.result() instanceof BreakEven.Result.PaysBack back
                                        ? BreakEvenVerdict.ends(back.requests(), 0)
                                        : "never"))
                        .toList());
    }
}
