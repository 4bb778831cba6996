package io.tunetally.wording.tipping;

import io.tunetally.answer.outcome.TippingPointsOutcome;
import io.tunetally.engine.tipping.Contender;
import io.tunetally.engine.tipping.Scenario;
import io.tunetally.request.SlotName;
import io.tunetally.units.Band;
import io.tunetally.wording.part.Numbers;
import java.math.BigDecimal;
import java.util.Map;

/** The names of numbers that decide about a winner, and their values. */
final class VariableWords {
    /**
     * The words for a number.
     *
     * @param name its name in a table
     * @param more the condition that it is larger, with {@code #} for the last value at which nothing changes
     * @param less the condition that it is smaller
     */
    private record Words(String name, String more, String less) {}

    private static final Map<SlotName<?>, Words> SLOTS = Map.ofEntries(
            Map.entry(
                    SlotName.REQUESTS_PER_DAY,
                    new Words("Requests a day", "you pass # requests a day", "you send fewer than # requests a day")),
            Map.entry(
                    SlotName.EPOCHS,
                    new Words("Epochs", "you train for more than # epochs", "you train for fewer than # epochs")),
            Map.entry(
                    SlotName.EXAMPLES,
                    new Words("Examples", "you train on more than # examples", "you train on fewer than # examples")),
            Map.entry(
                    SlotName.TOKENS_PER_EXAMPLE,
                    new Words(
                            "Tokens/example",
                            "an example is longer than # tokens",
                            "an example is shorter than # tokens")),
            Map.entry(
                    SlotName.TOTAL_TOKENS,
                    new Words("Tokens of data", "the data has more than # tokens", "the data has fewer than # tokens")),
            Map.entry(
                    SlotName.BILLED_TOKENS,
                    new Words("Billed tokens", "more than # tokens are billed", "fewer than # tokens are billed")),
            Map.entry(
                    SlotName.PROMPT_TOKENS,
                    new Words(
                            "Prompt tokens",
                            "the prompt is longer than # tokens",
                            "the prompt is shorter than # tokens")),
            Map.entry(
                    SlotName.TUNED_PROMPT_TOKENS,
                    new Words(
                            "Tuned prompt",
                            "the prompt after tuning is longer than # tokens",
                            "the prompt after tuning is shorter than # tokens")),
            Map.entry(
                    SlotName.INPUT_TOKENS,
                    new Words(
                            "Input tokens",
                            "a request has more than # input tokens",
                            "a request has fewer than # input tokens")),
            Map.entry(
                    SlotName.OUTPUT_TOKENS,
                    new Words(
                            "Output tokens", "an answer has more than # tokens", "an answer has fewer than # tokens")),
            Map.entry(
                    SlotName.MONTHS,
                    new Words("Months", "it runs for more than # months", "it runs for less than # months")),
            Map.entry(
                    SlotName.RETRAIN_EVERY_DAYS,
                    new Words(
                            "Retrain after",
                            "you retrain less often than every # days",
                            "you retrain more often than every # days")));

    private final Contender winner;

    VariableWords(Contender winner) {
        this.winner = winner;
    }

    /** Returns the name in a table: {@code Requests a day}, {@code Own price}. */
    String name(TippingPointsOutcome.Variable variable) {
        return switch (variable) {
            case TippingPointsOutcome.Variable.OfSlot(SlotName<?> slot) ->
                words(slot).name();
            case TippingPointsOutcome.Variable.PriceOf(Contender of) ->
                of.bill() != null ? "Today's bill" : of.equals(winner) ? "Own price" : "Rival's price";
        };
    }

    /** Returns {@code 5,000}, or for a price its change: {@code +12 %}. */
    String value(TippingPointsOutcome.Variable variable, BigDecimal value) {
        return switch (variable) {
            case TippingPointsOutcome.Variable.OfSlot _ -> Numbers.count(value);
            case TippingPointsOutcome.Variable.PriceOf(Contender of) ->
                of.bill() == null ? change(value) : month(of.bill(), value);
        };
    }

    private static String month(Band bill, BigDecimal percent) {
        return Numbers.money(bill.times(percent.movePointLeft(2)));
    }

    private static String change(BigDecimal percent) {
        BigDecimal change = percent.subtract(BigDecimal.valueOf(Scenario.LISTED));
        return change.signum() == 0 ? "today's" : (change.signum() > 0 ? "+" : "") + Numbers.count(change) + " %";
    }

    /** Returns the condition under which the winner loses: {@code you pass 41,000 requests a day}. */
    String condition(TippingPointsOutcome.Point point, String rival) {
        boolean above = point.at().isAbove();
        BigDecimal held = point.at().lastHeld();
        return switch (point.variable()) {
            case TippingPointsOutcome.Variable.OfSlot(SlotName<?> slot) ->
                (above ? words(slot).more() : words(slot).less()).replace("#", Numbers.count(held));
            case TippingPointsOutcome.Variable.PriceOf(Contender of)
            when of.bill() != null ->
                "what you pay today " + (above ? "rises above " : "falls below ") + month(of.bill(), held) + " a month";
            case TippingPointsOutcome.Variable.PriceOf(Contender of) -> {
                BigDecimal change =
                        held.subtract(BigDecimal.valueOf(Scenario.LISTED)).abs();
                String whose = of.equals(winner) ? "its price rises" : "the price of " + rival + " falls";
                yield whose + (change.signum() == 0 ? "" : " by more than " + Numbers.count(change) + " %");
            }
        };
    }

    private static Words words(SlotName<?> slot) {
        Words words = SLOTS.get(slot);
        return words == null ? new Words(slot.word(), slot.word() + " is above #", slot.word() + " is below #") : words;
    }
}
