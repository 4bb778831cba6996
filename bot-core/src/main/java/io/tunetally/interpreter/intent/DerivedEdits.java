package io.tunetally.interpreter.intent;

import io.tunetally.interpreter.quantity.SlotFiller;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Origin;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.text.TextSpan;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts numbers that follow from a whole message and the remembered request ({@code 4,200 letters from sales plus 900 from support, 400 are
 * duplicates}) in the place of those of before, unless a reader of edits knows what a part of it changes.
 */
final class DerivedEdits {
    /** By how much a number that follows from one other has to be likelier than what was found if a reader of edits has changed the value, too, in thousandths. */
    private static final int LEAD_OF_CHANGED = 3000;

    /** The same for a number that follows from several, of which a reader of edits knows one. */
    private static final int LEAD_OF_SEVERAL = 1000;

    /** The same if nothing but the number says that the message changes anything. */
    private static final int LEAD_OF_UNSAID = 1500;

    private DerivedEdits() {}

    /** True if numbers alone say that a message changes the remembered request. */
    static boolean areIn(ParseState state) {
        return state.workedOut().stream().anyMatch(number -> number.sure() && number.lead() >= LEAD_OF_UNSAID);
    }

    /**
     * Changes the slots.
     *
     * @param read what the message says without the remembered request
     * @param reckoned the slots that {@link ValueArithmetic} has changed by a word for more or less, which decides the way a share goes
     */
    static void read(ParseState state, Slots read, Set<SlotName<?>> reckoned) {
        for (ParseState.WorkedOut number : state.workedOut()) {
            SlotName<?> slot = number.slot();
            BigDecimal now = value(state.slots.build(), slot);
            if (now != null && now.compareTo(number.value()) == 0) {
                state.doubts().removeIf(doubt -> doubt.slot() == slot);
                explain(state, number);
            } else if (isSame(now, value(read, slot)) || number.lead() >= leadOfChanged(number)) {
                if (number.isStated() || number.parts() > 1 || !isReckoned(state, number, reckoned)) {
                    take(state, number);
                }
            }
        }
    }

    /** True if the share or number has changed a remembered value already, this one or that of another slot. */
    private static boolean isReckoned(ParseState state, ParseState.WorkedOut number, Set<SlotName<?>> reckoned) {
        int token = number.tokens().getFirst();
        TextSpan span = state.span(token, token);
        return reckoned.contains(number.slot())
                || reckoned.stream()
                        .map(state.slots.build()::get)
                        .anyMatch(slot -> slot != null && span.equals(slot.span()));
    }

    private static boolean isSame(@Nullable BigDecimal now, @Nullable BigDecimal read) {
        if (now == null || read == null) {
            return now == null && read == null;
        }
        return now.compareTo(read) == 0;
    }

    private static int leadOfChanged(ParseState.WorkedOut number) {
        return number.parts() > 1 ? LEAD_OF_SEVERAL : LEAD_OF_CHANGED;
    }

    private static @Nullable BigDecimal value(Slots slots, SlotName<?> name) {
        return slots.has(name) ? slots.number(name) : null;
    }

    private static void take(ParseState state, ParseState.WorkedOut number) {
        TextSpan first = state.span(number.tokens().getFirst(), number.tokens().getFirst());
        for (int token : number.tokens()) {
            TextSpan span = state.span(token, token);
            unsay(state, span);
            state.withoutProblems(problem -> problem.span().equals(span));
            state.token(token).use = Token.Use.SLOT;
        }
        SlotFiller.settle(state, number.slot(), Numeral.of(number.value()), Origin.DERIVED, first);
        explain(state, number);
        state.doubts().removeIf(doubt -> doubt.slot() == number.slot());
        if (number.heldOut() > 0) {
            SlotFiller.settle(
                    state,
                    SlotName.HELD_OUT_EXAMPLES,
                    Numeral.of(BigDecimal.valueOf(number.heldOut())),
                    Origin.DERIVED,
                    first);
        }
        if (!number.sure()) {
            state.add(new Interpretation.Doubt(number.arithmetic(), first, number.slot(), null));
        }
    }

    private static void explain(ParseState state, ParseState.WorkedOut number) {
        if (!number.arithmetic().isEmpty()) {
            SlotFiller.explain(state, number.slot(), number.arithmetic());
        }
    }

    /** Removes what a number was read as by itself. */
    private static void unsay(ParseState state, TextSpan span) {
        for (SlotName<?> name : state.slots.build().names()) {
            Slot<?> slot = state.slots.get(name);
            if (slot != null && span.equals(slot.span())) {
                state.slots.remove(name);
            }
        }
    }
}
