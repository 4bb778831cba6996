package io.tunetally.wording.tipping;

import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.answer.outcome.TippingPointsOutcome;
import io.tunetally.engine.AppliedRate;
import io.tunetally.engine.LineItem;
import io.tunetally.engine.Quote;
import io.tunetally.engine.Total;
import io.tunetally.engine.tipping.Contender;
import io.tunetally.engine.tipping.PricedContender;
import io.tunetally.engine.tipping.TippingPoint;
import io.tunetally.reply.Block;
import io.tunetally.reply.ChartSpec;
import io.tunetally.reply.Reply;
import io.tunetally.reply.Span;
import io.tunetally.request.SlotName;
import io.tunetally.units.Band;
import io.tunetally.wording.part.AnswerFrame;
import io.tunetally.wording.part.Caveat;
import io.tunetally.wording.part.Labels;
import io.tunetally.wording.part.Numbers;
import io.tunetally.wording.part.RequestSummary;
import io.tunetally.wording.part.Standing;
import io.tunetally.wording.part.Text;
import io.tunetally.wording.table.ChartSource;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Words what would change an answer: the nearest value that decides, then all of them with both costs there. */
public final class TippingPointsWording {
    private static final String CHART = "How far each can move before another is cheapest (log scale)";

    private static final String NONE = "None of these can be started today, so none of them wins";
    private static final String ON_OWN_GPUS =
            "Nothing changes it: on your own GPUs you pay for electricity, and no price enters";

    public Reply reply(TippingPointsOutcome outcome) {
        AnswerFrame frame = AnswerFrame.of(outcome.inquiry());
        PricedContender winner = outcome.winner();
        PricedContender runnerUp = outcome.runnerUp();
        if (winner == null) {
            frame.passOver(outcome.closed());
            boolean own = Boolean.TRUE.equals(outcome.subject().filled().value(SlotName.OWN_HARDWARE));
            return frame.reply(own ? ON_OWN_GPUS : NONE, outcome.followUps());
        }
        if (winner.contender().bill() == null) {
            frame.cite(winner.quote());
        }
        if (runnerUp == null) {
            frame.passOver(outcome.closed());
            return frame.reply(
                    name(winner) + " is the only one that can be started"
                            + (winner.quote().total() == null ? "" : " and has a price for running")
                            + ": it has no rival",
                    outcome.followUps());
        }
        compared(frame, outcome, winner, runnerUp);
        return frame.reply(headline(outcome, winner), outcome.followUps());
    }

    private static void compared(
            AnswerFrame frame, TippingPointsOutcome outcome, PricedContender winner, PricedContender runnerUp) {
        if (winner.contender().bill() != null || runnerUp.contender().bill() != null) {
            frame.footnote("What you pay today is taken to stay as it is at any traffic");
        }
        frame.under("Now " + cost(winner) + "; next " + name(runnerUp) + ", "
                + Numbers.money(runnerUp.quote().ranking()));
        basis(frame, outcome, winner);
        List<TippingPointsOutcome.Point> shown = nearestOfEach(outcome, winner.contender());
        TippingPointsTable table = new TippingPointsTable(winner.contender());
        if (!shown.isEmpty()) {
            frame.figure(table.inSight(shown));
            frame.add(new Block.Chart(chart(outcome, winner, shown)));
            frame.detail(table.of(outcome.points()));
            frame.detail(Block.Text.of(Span.strong("Both sides of each point")));
            frame.detail(table.bothSides(outcome.points()));
            arithmetic(frame, shown);
        }
        frame.footnotes(unchanged(outcome, winner.contender(), shown.isEmpty()));
        frame.note("Tried: " + ranges(winner.contender(), outcome.tried()));
        frame.warnBehind(List.of(runnerUp.quote()));
        frame.sources(rates(runnerUp.quote()));
    }

    /** Tells what the costs leave out. */
    private static void basis(AnswerFrame frame, TippingPointsOutcome outcome, PricedContender winner) {
        Quote quote = winner.quote();
        if (!outcome.subject().running()) {
            frame.note("Training alone is compared; ask with requests a day to count running.");
        } else if (!quote.unpriced().isEmpty()) {
            frame.warn(
                    Caveat.Rank.RUNNING_COST,
                    "Only training is compared: no price is known for running " + Labels.job(quote) + ".");
        }
    }

    /** {@code Llama 3.1 8B, LoRA on Ori stays cheapest unless you pass 9 epochs: then GPT-4.1 nano on Azure wins}. */
    private static String headline(TippingPointsOutcome outcome, PricedContender winner) {
        List<TippingPointsOutcome.Point> points = outcome.points();
        if (points.isEmpty()) {
            return opening(winner)
                    + " stays cheapest: nothing from 1/1000 to 1000 times of today's values changes that";
        }
        TippingPointsOutcome.Point nearest = points.stream()
                .filter(TippingPointsOutcome.Point::isOfRequest)
                .findFirst()
                .orElse(points.getFirst());
        PricedContender rival = Objects.requireNonNull(nearest.at().after().rival());
        return opening(winner) + " stays cheapest unless "
                + new VariableWords(winner.contender()).condition(nearest, name(rival)) + ": then " + name(rival)
                + wins(outcome.inquiry(), nearest.at().after().old());
    }

    /** A shutdown within the horizon decides whatever the costs: the rival wins nothing by it. */
    private static String wins(Inquiry inquiry, @Nullable PricedContender old) {
        return old == null || !old.quote().isCut()
                ? " wins"
                : " is what is left"
                        + new Standing(inquiry)
                                .end(old.quote())
                                .map(date ->
                                        " (" + old.contender().offer().model().name() + " ends " + date + ")")
                                .orElse("");
    }

    /**
     * Returns the nearest point of each number: first of what the asker decides, as in the headline, then of the winner's
     * and of rivals' prices.
     */
    private static List<TippingPointsOutcome.Point> nearestOfEach(TippingPointsOutcome outcome, Contender winner) {
        VariableWords words = new VariableWords(winner);
        Set<String> seen = new HashSet<>();
        return outcome.points().stream()
                .filter(point -> seen.add(words.name(point.variable())
                        + (point.isOfRequest() && point.at().isAbove() ? " above" : "")))
                .sorted(Comparator.comparing(point -> !point.isOfRequest()))
                .toList();
    }

    private static ChartSpec chart(
            TippingPointsOutcome outcome, PricedContender winner, List<TippingPointsOutcome.Point> shown) {
        VariableWords words = new VariableWords(winner.contender());
        List<ChartSpec.Swing> swings = new ArrayList<>();
        for (TippingPointsOutcome.Variable variable : shown.stream()
                .map(TippingPointsOutcome.Point::variable)
                .distinct()
                .toList()) {
            List<TippingPointsOutcome.Point> ends = outcome.points().stream()
                    .filter(point -> point.variable().equals(variable))
                    .toList();
            swings.add(new ChartSpec.Swing(
                    words.name(variable),
                    ends.getFirst().isOfRequest()
                            ? words.value(variable, ends.getFirst().at().now())
                            : "",
                    end(words, ends, false),
                    end(words, ends, true)));
        }
        return new ChartSpec.Tornado(
                CHART,
                name(winner) + " · " + new RequestSummary(outcome.subject()).chartJob(),
                ChartSource.ofQuotes(outcome.inquiry().asOf(), List.of(winner.quote())),
                swings);
    }

    private static ChartSpec.@Nullable End end(
            VariableWords words, List<TippingPointsOutcome.Point> points, boolean above) {
        return points.stream()
                .filter(point -> point.at().isAbove() == above)
                .findFirst()
                .map(point -> new ChartSpec.End(
                        point.at().ratio(),
                        words.value(
                                point.variable(), BigDecimal.valueOf(point.at().changesAt()))))
                .orElse(null);
    }

    /** Explains both costs beyond the nearest point. */
    private static void arithmetic(AnswerFrame frame, List<TippingPointsOutcome.Point> shown) {
        TippingPoint at = shown.getFirst().at();
        Stream.of(at.after().rival(), at.after().old())
                .flatMap(Stream::ofNullable)
                .forEach(each -> {
                    frame.detail(Block.Text.of(Span.strong(name(each) + " beyond the nearest point")));
                    Total total = each.quote().total();
                    frame.explain(each.quote().lines());
                    if (total != null) {
                        frame.explain(total.lines());
                    }
                    frame.sources(rates(each.quote()));
                });
    }

    private static List<AppliedRate> rates(Quote quote) {
        return quote.lines().stream()
                .map(LineItem::rate)
                .filter(Objects::nonNull)
                .toList();
    }

    /**
     * Returns the numbers without a point.
     *
     * @param all whether none has one, so that the values that were tried are the answer
     */
    private static List<String> unchanged(TippingPointsOutcome outcome, Contender winner, boolean all) {
        Set<TippingPointsOutcome.Variable> changing = outcome.points().stream()
                .map(TippingPointsOutcome.Point::variable)
                .collect(Collectors.toSet());
        List<TippingPointsOutcome.Tried> without = outcome.tried().stream()
                .filter(tried -> tried.variable() instanceof TippingPointsOutcome.Variable.OfSlot)
                .filter(tried -> !changing.contains(tried.variable()))
                .toList();
        if (without.isEmpty()) {
            return List.of();
        }
        VariableWords words = new VariableWords(winner);
        return List.of(
                all
                        ? "Tried: " + ranges(winner, without)
                        : "No other winner at any number of "
                                + without.stream()
                                        .map(tried ->
                                                words.name(tried.variable()).toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", "))
                                + " (1/1000 to 1000 times)");
    }

    private static String ranges(Contender winner, List<TippingPointsOutcome.Tried> tried) {
        VariableWords words = new VariableWords(winner);
        return tried.stream()
                .map(each -> words.name(each.variable()).toLowerCase(Locale.ROOT) + " "
                        + words.value(
                                each.variable(),
                                BigDecimal.valueOf(each.course().least())) + " to "
                        + words.value(
                                each.variable(),
                                BigDecimal.valueOf(each.course().most())))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String cost(PricedContender contender) {
        Total total = contender.quote().total();
        return Numbers.money(contender.quote().ranking())
                + (total == null
                        ? " to train"
                        : " over " + Text.period(total.horizon().days()));
    }

    /** The name at the head of a line; that of a model is written as it is: {@code gpt-oss 20B}. */
    private static String opening(PricedContender contender) {
        String name = name(contender);
        return contender.contender().bill() == null ? name : Text.capitalised(name);
    }

    private static String name(PricedContender contender) {
        Band bill = contender.contender().bill();
        if (bill != null) {
            return "today's " + Numbers.money(bill) + " a month";
        }
        return contender.contender().tuned()
                ? Labels.offer(contender.quote())
                : contender.contender().offer().model().name() + " untuned";
    }
}
