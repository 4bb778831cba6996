package io.tunetally.answer;

import io.tunetally.engine.CostEngine;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Origin;
import io.tunetally.request.Request;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import java.time.LocalDate;
import java.util.List;

/**
 * A request on its way to an answer.
 *
 * @param interpretation how the message was read
 * @param request what is asked, with what was said and remembered
 * @param filled the request's slots with every default an answer needs
 * @param running whether running the model is asked about, not only training it
 * @param engine prices as of the day, in the editions' order of this request
 */
public record Inquiry(
        Interpretation interpretation, Request request, Slots filled, boolean running, CostEngine engine) {

    public LocalDate asOf() {
        return engine.prices().asOf();
    }

    /** The same without the default of a slot. */
    Inquiry without(SlotName<?> name) {
        return new Inquiry(interpretation, request, filled.without(name), running, engine);
    }

    /** The same without assumptions that the answer does not rest on; what was said or remembered stays. */
    Inquiry withoutDefaults(SlotName<?>... names) {
        Inquiry less = this;
        for (SlotName<?> name : names) {
            var slot = less.filled.get(name);
            less = slot != null && slot.origin() == Origin.DEFAULT ? less.without(name) : less;
        }
        return less;
    }

    /** The names of the slots that were not said in this message. */
    public List<SlotName<?>> assumed() {
        return filled.names().stream().filter(this::isAssumed).toList();
    }

    private boolean isAssumed(SlotName<?> name) {
        var slot = filled.get(name);
        return slot != null
                && switch (slot.origin()) {
                    case SAID -> false;
                    case DERIVED, REMEMBERED, TEAM, DEFAULT -> true;
                };
    }
}
