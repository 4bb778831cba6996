package io.tunetally.wording;

import io.tunetally.answer.BreakEvenOutcome;
import io.tunetally.answer.Inquiry;
import io.tunetally.catalog.LifecycleEvent;
import io.tunetally.engine.LineItems;
import io.tunetally.engine.Part;
import io.tunetally.engine.Quote;
import io.tunetally.engine.Traffic;
import io.tunetally.engine.analysis.BreakEven;
import io.tunetally.engine.analysis.PromptSaving;
import io.tunetally.reply.Block;
import io.tunetally.reply.Reply;
import io.tunetally.reply.Span;
import io.tunetally.wording.part.AnswerFrame;
import io.tunetally.wording.part.Arithmetic;
import io.tunetally.wording.part.ChartSource;
import io.tunetally.wording.part.CumulativeChart;
import io.tunetally.wording.part.Labels;
import io.tunetally.wording.part.MissingPrices;
import io.tunetally.wording.part.Numbers;
import io.tunetally.wording.part.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Words when tuning pays for itself, or why it never does. */
final class BreakEvenWording {
    static final String OR_NEVER = " or never";

    Reply reply(BreakEvenOutcome outcome) {
        AnswerFrame answerFrame = AnswerFrame.of(outcome.inquiry());
        outcome.untrained().forEach(one -> answerFrame.warn(untrained(one, outcome.comparisons())));
        if (outcome.comparisons().isEmpty()) {
            outcome.uncompared().forEach(one -> answerFrame.cite(one.tuned()));
            return answerFrame.reply(
                    "No break-even: " + MissingPrices.ofUncompared(outcome.uncompared()), outcome.followUps());
        }
        if (!outcome.uncompared().isEmpty()) {
            answerFrame.warn("Left out: " + MissingPrices.ofUncompared(outcome.uncompared()) + ".");
        }
        BreakEven first = outcome.comparisons().getFirst();
        answerFrame.cite(outcome.comparisons());
        if (!first.isOfOneModel()) {
            answerFrame.warnOfEnd(first.untuned());
        }
        PromptSaving saving = outcome.promptSaving();
        shutDownFirst(first, saving, outcome.inquiry()).ifPresent(answerFrame::warn);
        answerFrame.add(new Block.Facts(facts(first)));
        answerFrame.explain(LineItems.of(first.tuned().lines(), Part.TRAINING));
        answerFrame.add(Block.Text.of(Span.strong("A month of " + untuned(first))));
        answerFrame.explain(first.baseMonth());
        answerFrame.add(Block.Text.of(
                Span.strong("A month of tuned " + first.tuned().offer().model().name())));
        answerFrame.explain(first.tunedMonth());
        formulas(first).forEach(formula -> answerFrame.add(Block.Text.of(Span.plain(formula))));
        answerFrame.add(chart(first, outcome.inquiry().asOf()));
        if (outcome.comparisons().size() > 1) {
            answerFrame.add(Block.Text.of(Span.strong("A month, untuned and tuned")));
            answerFrame.add(table(outcome.comparisons()));
        }
        return answerFrame.reply(title(first, saving), outcome.followUps());
    }

    /** A model that cannot be trained is compared untuned, or not at all. */
    private static String untrained(BreakEvenOutcome.Untrained one, List<BreakEven> comparisons) {
        boolean asItIs = comparisons.stream()
                .anyMatch(comparison -> comparison.untuned().model().equals(one.model()));
        return RefusalWording.title(one.reason()) + ", so it is " + (asItIs ? "taken as it is. " : "left out. ")
                + RefusalWording.instead(one.reason());
    }

    private static Block.Chart chart(BreakEven comparison, LocalDate asOf) {
        BreakEven.Ends months = comparison.result() instanceof BreakEven.Result.PaysBack back ? back.months() : null;
        return CumulativeChart.of(
                List.of(
                        untuned(comparison),
                        "tuned " + comparison.tuned().offer().model().name() + ", with training"),
                comparison::cumulative,
                months,
                months == null ? "" : "pays back after " + time(months),
                ChartSource.of(asOf, comparison.lines()));
    }

    private static String untuned(BreakEven comparison) {
        return "untuned " + comparison.untuned().model().name();
    }

    private static String title(BreakEven comparison, @Nullable PromptSaving saving) {
        String against = comparison.isOfOneModel() ? "" : " against " + untuned(comparison);
        return Labels.offer(comparison.tuned()) + against + ": "
                + (saving == null ? verdict(comparison) : saving(saving));
    }

    static String verdict(BreakEven comparison) {
        return switch (comparison.result()) {
            case BreakEven.Result.PaysBack back ->
                "pays back after " + counted(ends(back.requests(), 0), "request") + " (" + time(back.months())
                        + " at this traffic)";
            case BreakEven.Result.NoSaving _ -> "never pays back, a tuned request costs no less than an untuned one";
            case BreakEven.Result.HostingEatsSaving eats ->
                "never pays back below "
                        + Numbers.count(eats.leastRequestsPerDay().setScale(0, RoundingMode.CEILING))
                        + " requests a day, where " + withoutRequests(comparison.tuned(), "costs", "cost")
                        + " more than they save";
        };
    }

    /** Returns hosting and storage, as far as they are charged, with a verb: {@code hosting eats}. */
    private static String withoutRequests(Quote tuned, String singular, String plural) {
        List<String> paid = Stream.of(Part.HOSTING, Part.STORAGE)
                .filter(part -> !tuned.sum(part).isZero())
                .map(Labels::part)
                .toList();
        return String.join(" and ", paid) + " " + (paid.size() == 1 ? singular : plural);
    }

    /** Returns a time in months; in days if both ends are less than a month, each in its own unit if only one is. */
    static String time(BreakEven.Ends months) {
        BigDecimal high = months.high();
        if (high == null) {
            return time(months.low()) + OR_NEVER;
        }
        if (isUnderAMonth(months.low()) != isUnderAMonth(high)) {
            return time(months.low()) + " to " + time(high);
        }
        return isUnderAMonth(high)
                ? counted(ends(new BreakEven.Ends(wholeDays(months.low()), wholeDays(high)), 0), "day")
                : counted(ends(months, 1), "month");
    }

    private static String time(BigDecimal months) {
        return time(new BreakEven.Ends(months, months));
    }

    private static boolean isUnderAMonth(BigDecimal months) {
        return months.compareTo(BigDecimal.ONE) < 0;
    }

    static String counted(String count, String noun) {
        boolean open = count.endsWith(OR_NEVER);
        String number = open ? count.substring(0, count.length() - OR_NEVER.length()) : count;
        return number + " " + noun + (number.equals("1") ? "" : "s") + (open ? OR_NEVER : "");
    }

    private static BigDecimal wholeDays(BigDecimal months) {
        return months.multiply(BigDecimal.valueOf(Traffic.DAYS_PER_MONTH)).setScale(0, RoundingMode.CEILING);
    }

    private static List<Block.Fact> facts(BreakEven comparison) {
        List<Block.Fact> facts = new ArrayList<>();
        Quote tuned = comparison.tuned();
        facts.add(Block.Fact.of("Training", Span.strong(Numbers.money(tuned.training()))));
        facts.add(Block.Fact.of("Untuned", Span.plain(Numbers.money(comparison.base()) + " a month")));
        facts.add(Block.Fact.of("Tuned", Span.plain(Numbers.money(tuned.monthly()) + " a month")));
        switch (comparison.result()) {
            case BreakEven.Result.PaysBack back -> {
                if (back.leastRequestsPerDay().signum() > 0) {
                    facts.add(Block.Fact.of("At least", atLeast(tuned, back.leastRequestsPerDay())));
                }
            }
            case BreakEven.Result.HostingEatsSaving _ -> {}
            case BreakEven.Result.NoSaving _ ->
                facts.add(Block.Fact.of("Saving", Span.plain("none: a tuned request costs no less")));
        }
        return facts;
    }

    private static Span atLeast(Quote tuned, BigDecimal requestsPerDay) {
        return Span.plain(Numbers.count(requestsPerDay.setScale(0, RoundingMode.CEILING)) + " requests a day, or "
                + withoutRequests(tuned, "eats", "eat") + " the saving");
    }

    /** Returns the derivation of the number, at both ends if they differ; empty if it never pays back. */
    private static List<String> formulas(BreakEven comparison) {
        if (!(comparison.result() instanceof BreakEven.Result.PaysBack)) {
            return List.of();
        }
        String best = Arithmetic.of(comparison.best());
        return comparison.best().equals(comparison.worst())
                ? List.of("Break-even: " + best)
                : List.of("Break-even at best: " + best, "Break-even at worst: " + Arithmetic.of(comparison.worst()));
    }

    /** Warns of a model that is, or may be, shut down before it has paid back at this traffic. */
    private static Optional<String> shutDownFirst(
            BreakEven comparison, @Nullable PromptSaving saving, Inquiry inquiry) {
        BreakEven.Ends months = months(comparison, saving);
        return months == null
                ? Optional.empty()
                : inquiry.engine()
                        .offers()
                        .shutDownAfter(inquiry.asOf(), comparison.tuned().offer())
                        .map(LifecycleEvent::date)
                        .flatMap(date -> shutDownFirst(months, date, ChronoUnit.DAYS.between(inquiry.asOf(), date)));
    }

    private static Optional<String> shutDownFirst(BreakEven.Ends months, LocalDate date, long days) {
        boolean surely = isAfter(days, months.low());
        BigDecimal high = months.high();
        return surely || high == null || isAfter(days, high)
                ? Optional.of("It " + (surely ? "shuts down" : "may shut down") + " before that: on " + date + ", in "
                        + Text.counted(days, "day") + ".")
                : Optional.empty();
    }

    /** Returns the time until it pays back; null if it never does. */
    private static BreakEven.@Nullable Ends months(BreakEven comparison, @Nullable PromptSaving saving) {
        if (saving != null) {
            BigDecimal horizon = BigDecimal.valueOf(saving.months());
            return new BreakEven.Ends(horizon, horizon);
        }
        return comparison.result() instanceof BreakEven.Result.PaysBack back ? back.months() : null;
    }

    private static boolean isAfter(long days, BigDecimal months) {
        return months.multiply(BigDecimal.valueOf(Traffic.DAYS_PER_MONTH)).compareTo(BigDecimal.valueOf(days)) > 0;
    }

    private static Block.Table table(List<BreakEven> comparisons) {
        return new Block.Table(
                List.of(
                        Block.Column.text("Model"),
                        Block.Column.text("Provider"),
                        Block.Column.number("Training"),
                        Block.Column.number("Untuned"),
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
                                        ? ends(back.requests(), 0)
                                        : "never"))
                        .toList());
    }

    static String ends(BreakEven.Ends ends, int decimals) {
        BigDecimal high = ends.high();
        String low = Numbers.count(ends.low().setScale(decimals, RoundingMode.HALF_UP));
        if (high == null) {
            return low + OR_NEVER;
        }
        String highText = Numbers.count(high.setScale(decimals, RoundingMode.HALF_UP));
        return low.equals(highText) ? low : low + "-" + highText;
    }

    private static String saving(PromptSaving saving) {
        return "pays back within " + Text.counted(saving.months(), "month") + " if tuning saves "
                + Numbers.range(saving.low(), saving.high()) + " prompt tokens a request";
    }
}
