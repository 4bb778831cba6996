package io.tunetally.wording;

import io.tunetally.answer.Outcome;
import io.tunetally.engine.BreakEven;
import io.tunetally.engine.PromptSaving;
import io.tunetally.engine.Quote;
import io.tunetally.reply.Block;
import io.tunetally.reply.ChartSpec;
import io.tunetally.reply.Reply;
import io.tunetally.reply.Span;
import io.tunetally.units.Band;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** When tuning has paid for itself, or why it never does. */
final class PaidBackWording {
    private static final int MONTHS_SHOWN = 6;

    Reply reply(Outcome.PaidBack outcome) {
        Frame frame = Frame.of(outcome.inquiry());
        if (outcome.comparisons().isEmpty()) {
            outcome.unpriced().forEach(frame::cite);
            return frame.reply("No price per token to compare with: no break-even", outcome.followUps());
        }
        BreakEven first = outcome.comparisons().getFirst();
        frame.cite(first.tuned());
        frame.add(new Block.Facts(facts(first)));
        frame.explain(first.tuned().lines().stream()
                .filter(line -> line.part() == io.tunetally.engine.Part.TRAINING)
                .toList());
        frame.add(Block.Text.of(Span.strong("A month of " + untuned(first))));
        frame.explain(first.baseMonth());
        frame.add(Block.Text.of(
                Span.strong("A month of tuned " + first.tuned().offer().model().name())));
        frame.explain(first.tunedMonth());
        frame.add(Block.Text.of(Span.plain(formula(first))));
        frame.add(cumulative(first));
        PromptSaving saving = outcome.promptSaving();
        if (saving != null) {
            frame.note(saving(saving));
        }
        if (outcome.comparisons().size() > 1) {
            frame.add(table(outcome.comparisons()));
        }
        return frame.reply(title(first), outcome.followUps());
    }

    private static String untuned(BreakEven comparison) {
        return "untuned " + comparison.untuned().model().name();
    }

    /** Both cumulative costs, month by month over half a year at most. */
    private static Block.Chart cumulative(BreakEven comparison) {
        List<String> labels = new ArrayList<>();
        List<List<Band>> months = new ArrayList<>();
        for (long month = 1; month <= MONTHS_SHOWN; month++) {
            labels.add("month " + month);
            months.add(comparison.cumulative(month));
        }
        return new Block.Chart(new ChartSpec(
                ChartSpec.Kind.LINES,
                "Cumulative cost",
                "USD",
                labels,
                List.of(series(untuned(comparison), months, 0), series("tuned, with training", months, 1))));
    }

    private static ChartSpec.Series series(String name, List<List<Band>> months, int which) {
        return new ChartSpec.Series(
                name,
                months.stream().map(month -> month.get(which).low().usd()).toList(),
                months.stream().map(month -> month.get(which).high().usd()).toList());
    }

    private static String title(BreakEven comparison) {
        String against = comparison.isOfOneModel()
                ? ""
                : " against untuned " + comparison.untuned().model().name();
        return Labels.offer(comparison.tuned().offer()) + against + ": " + verdict(comparison);
    }

    static String verdict(BreakEven comparison) {
        return switch (comparison.result()) {
            case BreakEven.Result.PaysBack back ->
                "pays back after " + ends(back.requests(), 0) + " requests (" + ends(back.months(), 1)
                        + " months at this traffic)";
            case BreakEven.Result.NoSaving _ -> "never pays back, a tuned request costs no less than an untuned one";
            case BreakEven.Result.HostingEatsSaving eats ->
                "never pays back at this traffic, hosting costs more than the requests save; it takes more than "
                        + Numbers.count(eats.leastRequestsPerDay().setScale(0, RoundingMode.CEILING))
                        + " requests a day";
        };
    }

    private static List<Block.Fact> facts(BreakEven comparison) {
        List<Block.Fact> facts = new ArrayList<>();
        Quote tuned = comparison.tuned();
        facts.add(Block.Fact.of("Training", Span.strong(Numbers.money(tuned.training()))));
        facts.add(Block.Fact.of("Untuned", Span.plain(Numbers.money(comparison.base()) + " a month")));
        facts.add(Block.Fact.of("Tuned", Span.plain(Numbers.money(tuned.monthly()) + " a month")));
        facts.add(Block.Fact.of("Verdict", Span.strong(verdict(comparison))));
        if (comparison.result() instanceof BreakEven.Result.PaysBack back
                && back.leastRequestsPerDay().signum() > 0) {
            facts.add(Block.Fact.of(
                    "At least",
                    Span.plain(Numbers.count(back.leastRequestsPerDay().setScale(0, RoundingMode.CEILING))
                            + " requests a day, or hosting eats the saving")));
        }
        return facts;
    }

    /** {@code $4.50 / ($1.53 - $1.35) a month × 3,000 requests a month}, from the same lines as the verdict. */
    private static String formula(BreakEven comparison) {
        String hosting = comparison.tuned().monthly().equals(comparison.tunedInference()) ? "" : ", hosting in it";
        return "Break-even: " + Numbers.listed(comparison.tuned().training()) + " / ("
                + Numbers.listed(comparison.base()) + " - "
                + Numbers.listed(comparison.tuned().monthly())
                + " a month" + hosting + ") × " + Numbers.count(comparison.requestsPerMonth()) + " requests a month: "
                + verdict(comparison) + ".";
    }

    private static Block.Table table(List<BreakEven> comparisons) {
        return new Block.Table(
                List.of(
                        Block.Column.text("Model"),
                        Block.Column.number("Training"),
                        Block.Column.number("Untuned a month"),
                        Block.Column.number("Tuned a month"),
                        Block.Column.text("Requests")),
                comparisons.stream()
                        .map(one -> List.of(
                                one.tuned().offer().model().name(),
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
            return low + " or never";
        }
        String highText = Numbers.count(high.setScale(decimals, RoundingMode.HALF_UP));
        return low.equals(highText) ? low : low + "-" + highText;
    }

    private static String saving(PromptSaving saving) {
        String tokens = Numbers.range(saving.low(), saving.high());
        return "No prompt was said. To pay back within " + saving.months() + " months, tuning has to save " + tokens
                + " prompt tokens a request.";
    }
}
