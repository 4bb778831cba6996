package io.tunetally.console.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tunetally.request.CanonicalText;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Problem;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The interpretation of a message, as {@code parse} prints it. */
public final class InterpretationJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private InterpretationJson() {}

    public static ObjectNode of(Interpretation interpretation) {
        ObjectNode object = JSON.objectNode();
        object.put("status", interpretation.status().word());
        object.put("intent", interpretation.intent().word());
        object.set("slots", SlotJson.of(interpretation));
        ObjectNode beyond = SlotJson.beyondContract(interpretation);
        if (!beyond.isEmpty()) {
            object.set("moreSlots", beyond);
        }
        object.set("repairs", repairs(interpretation));
        object.set("problems", problems(interpretation));
        if (!interpretation.doubts().isEmpty()) {
            object.set("doubts", doubts(interpretation));
        }
        if (!interpretation.unused().isEmpty()) {
            object.set("unused", unused(interpretation));
        }
        object.set("question", SlotJson.nullable(question(interpretation)));
        object.put("canonical", interpretation.canonical());
        if (interpretation.language() != null) {
            object.put("language", interpretation.language());
        }
        if (interpretation.truncated() > 0) {
            object.put("truncated", interpretation.truncated());
        }
        return object;
    }

    private static ArrayNode repairs(Interpretation interpretation) {
        ArrayNode repairs = JSON.arrayNode();
        for (Interpretation.Repair repair : interpretation.repairs()) {
            repairs.addObject()
                    .put("from", repair.from())
                    .put("to", repair.to())
                    .set("span", SlotJson.span(repair.span()));
        }
        return repairs;
    }

    /**
     * Returns the numbers that may be something else, and the models that may be asked about or not: {@code [{"text": "800 calls",
     * "slot": "examples", "other": "requestsPerDay"}]}. What was left out has no {@code slot}.
     */
    private static ArrayNode doubts(Interpretation interpretation) {
        ArrayNode doubts = JSON.arrayNode();
        interpretation.doubts().forEach(doubt -> {
            ObjectNode object = doubts.addObject().put("text", doubt.text());
            SlotName<?> slot = doubt.slot();
            SlotName<?> other = doubt.other();
            if (slot != null) {
                object.put("slot", slot.word());
            }
            if (other != null) {
                object.put("other", other.word());
            }
            object.set("span", SlotJson.span(doubt.span()));
        });
        return doubts;
    }

    /** Returns the quantities that were said and not used: {@code [{"text": "48 MB", "span": [12, 17]}]}. */
    static ArrayNode unused(Interpretation interpretation) {
        ArrayNode unused = JSON.arrayNode();
        interpretation.unused().forEach(quantity -> {
            ObjectNode object = unused.addObject().put("text", quantity.text());
            object.set("span", SlotJson.span(quantity.span()));
            if (quantity.mostTokens() > 0) {
                object.putObject("roughlyTokens")
                        .put("low", quantity.fewestTokens())
                        .put("high", quantity.mostTokens());
            }
        });
        return unused;
    }

    static ArrayNode problems(Interpretation interpretation) {
        ArrayNode problems = JSON.arrayNode();
        interpretation.problems().forEach(problem -> problems.add(problem(problem)));
        return problems;
    }

    private static ObjectNode problem(Problem problem) {
        ObjectNode object = JSON.objectNode();
        object.put("kind", problem.kind());
        object.put("text", problem.text());
        object.set("span", SlotJson.span(problem.span()));
        ArrayNode suggestions = object.putArray("suggestions");
        problem.suggestions().forEach(suggestions::add);
        switch (problem) {
            case Problem.OutOfRange range ->
                object.put("slot", range.slot().word())
                        .put("minimum", range.minimum())
                        .put("maximum", range.maximum());
            case Problem.AmbiguousNumber number ->
                object.put("slot", number.slot().word());
            case Problem.ForeignCurrency money -> {
                object.put("code", money.code());
                BigDecimal amount = money.amount();
                if (amount != null) {
                    object.set("amount", SlotJson.number(amount));
                }
            }
            case Problem.Conflict conflict -> {
                ArrayNode slots = object.putArray("slots");
                conflict.slots().forEach(slot -> slots.add(slot.word()));
            }
            case Problem.NotOffered offer -> object.put("model", offer.model());
            case Problem.UnknownWord _,
                    Problem.AmbiguousModel _,
                    Problem.UnpricedModel _,
                    Problem.TooComplex _,
                    Problem.TooMany _ -> {}
        }
        return object;
    }

    static @Nullable ObjectNode question(Interpretation interpretation) {
        Interpretation.Question question = interpretation.question();
        if (question == null) {
            return null;
        }
        ObjectNode object = JSON.objectNode();
        object.put("about", question.about());
        ArrayNode choices = object.putArray("choices");
        for (Interpretation.Reading reading : question.readings()) {
            choices.addObject().put("label", reading.label()).put("command", CanonicalText.write(reading.request()));
        }
        return object;
    }
}
