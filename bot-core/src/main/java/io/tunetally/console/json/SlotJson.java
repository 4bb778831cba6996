package io.tunetally.console.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.ProviderId;
import io.tunetally.request.Criterion;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.text.TextSpan;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Slots in the format of the JSON contract. */
final class SlotJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private SlotJson() {}

    /** Returns the slots of the contract. */
    static ObjectNode of(Interpretation interpretation) {
        return only(interpretation.slots(), interpretation::isWithinContract);
    }

    /** Returns the slots beyond the contract, kept separate for readers that know only the contract. */
    static ObjectNode beyondContract(Interpretation interpretation) {
        return only(interpretation.slots(), name -> !interpretation.isWithinContract(name));
    }

    private static ObjectNode only(Slots slots, Predicate<SlotName<?>> wanted) {
        ObjectNode object = JSON.objectNode();
        for (SlotName<?> name : slots.names()) {
            Slot<?> slot = slots.get(name);
            if (slot != null && wanted.test(name)) {
                object.set(name.word(), slot(slot));
            }
        }
        return object;
    }

    private static ObjectNode slot(Slot<?> slot) {
        ObjectNode object = JSON.objectNode();
        object.set("value", value(slot.value()));
        Object high = slot.high();
        if (high != null) {
            object.set("high", value(high));
        }
        object.put("origin", slot.origin().word());
        TextSpan span = slot.span();
        if (span != null) {
            object.set("span", span(span));
        }
        if (slot.approximate()) {
            object.put("approximate", true);
        }
        if (slot.arithmetic() != null) {
            object.put("arithmetic", slot.arithmetic());
        }
        return object;
    }

    static JsonNode value(Object value) {
        return switch (value) {
            case Long number -> JSON.numberNode(number);
            case BigDecimal number -> number(number);
            case Boolean flag -> JSON.booleanNode(flag);
            case ModelId id -> JSON.textNode(id.value());
            case ProviderId id -> JSON.textNode(id.value());
            case Criterion criterion -> JSON.textNode(criterion.word());
            case Enum<?> constant -> JSON.textNode(constant.name().toLowerCase(Locale.ROOT));
            case List<?> several -> {
                ArrayNode array = JSON.arrayNode();
                several.forEach(one -> array.add(value(one)));
                yield array;
            }
            default -> JSON.textNode(value.toString());
        };
    }

    /** Returns whole numbers without a decimal point, others in full. */
    static JsonNode number(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        return plain.scale() <= 0 ? JSON.numberNode(plain.toBigIntegerExact()) : JSON.numberNode(plain);
    }

    static ArrayNode span(TextSpan span) {
        return JSON.arrayNode().add(span.start()).add(span.end());
    }

    static JsonNode nullable(@Nullable JsonNode node) {
        return node == null ? JSON.nullNode() : node;
    }
}
