package io.tunetally.console.prices.upkeep;

import com.fasterxml.jackson.databind.JsonNode;
import io.tunetally.units.Band;
import io.tunetally.units.Money;
import io.tunetally.wording.part.Numbers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * The main number of an answer and its winner, read from the answer's JSON.
 *
 * @param measure the meaning of the number, e.g. {@code training}; of a refusal the status
 * @param unit the plural of what is counted, empty for US dollars; {@code never} of a break-even that does not come
 * @param winner the recommended or cheapest offer, or the verdict; empty if there is none
 */
record Headline(String measure, String unit, Bounds number, String winner) {
    private static final String LOW = "low";
    private static final String HIGH = "high";
    private static final String USD = "";
    private static final String NEVER = "never";

    /** Returns the headline of an answer as {@code ask --as json} prints it. */
    static Headline of(JsonNode answer) {
        boolean judged = answer.has("verdict");
        if (answer.has("breakEven") && !judged) {
            return breakEven(answer);
        }
        if (answer.has("budget")) {
            return budget(answer.path("budget").path(0));
        }
        if (answer.has("models")) {
            return models(answer.path("models"));
        }
        JsonNode quote = answer.path("quotes").path(0);
        return quote.isMissingNode()
                ? new Headline(answer.path("status").asText(), USD, Bounds.NONE, "")
                : cost(quote, judged ? answer.path("verdict").asText() : offer(quote));
    }

    @Override
    public String toString() {
        BigDecimal low = number.low();
        BigDecimal high = number.high();
        if (low == null) {
            return unit.equals(USD) ? measure : unit;
        }
        if (unit.equals(USD)) {
            return Numbers.money(new Band(new Money(low), new Money(high == null ? low : high)));
        }
        return (high == null ? "at least " + Numbers.count(low) : Numbers.range(low, high)) + " " + unit;
    }

    private static Headline cost(JsonNode quote, String winner) {
        JsonNode total = quote.path("total");
        return total.isMissingNode()
                ? new Headline("training", USD, bounds(quote.path("training")), winner)
                : new Headline(
                        "training and running for " + total.path("months").asText() + " months",
                        USD,
                        bounds(total),
                        winner);
    }

    private static Headline breakEven(JsonNode answer) {
        JsonNode breakEven = answer.path("breakEven");
        JsonNode between = breakEven.path("between");
        String untuned = between.path(1).asText();
        String kind = breakEven.path("kind").asText();
        JsonNode least = breakEven.path("leastRequestsPerDay");
        String winner = switch (kind) {
            case "requests" -> between.path(0).asText();
            case "months" -> cheapest(answer.path("quotes"));
            default -> untuned.startsWith("base") ? untuned : cheapest(answer.path("quotes"));
        };
        return kind.equals(NEVER) && !least.isMissingNode()
                ? new Headline("break-even", "requests a day", leastRequests(least), winner)
                : new Headline("break-even", kind, bounds(breakEven), winner);
    }

    /** A break-even that does not come at this traffic has the least traffic at which it would as its number. */
    private static Bounds leastRequests(JsonNode least) {
        return new Bounds(new BigDecimal(least.asText()).setScale(0, RoundingMode.CEILING), null);
    }

    private static Headline budget(JsonNode fit) {
        String unknown = unknown(fit);
        return new Headline(unknown, unknown, bounds(fit.path(unknown)), offer(fit));
    }

    /** Returns the number that was asked for: of examples and epochs the one that is printed first. */
    private static String unknown(JsonNode fit) {
        Iterator<String> names = fit.fieldNames();
        while (names.hasNext()) {
            String name = names.next();
            if (name.equals("examples") || name.equals("epochs")) {
                return name;
            }
        }
        return "nothing fits";
    }

    private static Headline models(JsonNode models) {
        int open = 0;
        for (JsonNode model : models) {
            open += model.path("open").asBoolean() ? 1 : 0;
        }
        return new Headline("offers", "open offers", Bounds.exactly(open), "");
    }

    /** Returns the offer with the lowest total, the winner at the end of the horizon. */
    private static String cheapest(JsonNode quotes) {
        JsonNode cheapest = quotes.path(0);
        for (JsonNode quote : quotes) {
            cheapest = total(quote).compareTo(total(cheapest)) < 0 ? quote : cheapest;
        }
        return offer(cheapest);
    }

    private static BigDecimal total(JsonNode quote) {
        JsonNode low = quote.path("total").path(LOW);
        return new BigDecimal((low.isMissingNode() ? quote.path("training").path(LOW) : low).asText());
    }

    private static Bounds bounds(JsonNode ends) {
        return new Bounds(decimal(ends.path(LOW)), decimal(ends.path(HIGH)));
    }

    private static @Nullable BigDecimal decimal(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? null : new BigDecimal(node.asText());
    }

    private static String offer(JsonNode quote) {
        return quote.isMissingNode()
                ? ""
                : quote.path("model").asText() + " " + quote.path("method").asText() + " at "
                        + quote.path("provider").asText();
    }
}
