package io.tunetally.interpreter.part;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;

/**
 * Asides that describe a part of the data and leave the whole as it is: {@code 8,000 orders, 900 of them from Austria},
 * {@code 9,000 questions, of which about 1,000 are in Spanish}.
 */
public final class PartAsides {
    /** The most words from a part to those that choose it. */
    private static final int REACH = 10;

    /** The most words from a part to those that leave it out, which another clause may say. */
    private static final int LOSS_REACH = 20;

    private final ParseState state;
    private final Parts parts;

    public PartAsides(ParseState state) {
        this.state = state;
        parts = new Parts(state);
    }

    /** True if a number is a part of a larger count before it, and nothing says that this part is the data or is none. */
    public boolean isAside(int part) {
        if (!state.has(Cue.OF) && !state.has(Cue.FROM)) {
            return false;
        }
        if (!state.isNumberAt(part)) {
            return false;
        }
        boolean led = parts.refersUpTo(lead(part));
        int before = lead(part);
        boolean opens = led || state.isBreakAt(before) || state.isSymbolAt(before, '(') || isMadeByOther(before);
        return (led || parts.refersAt(part + 1))
                && opens
                && part > 0
                && hasLargerBefore(part)
                && !isTakenUpAgain(part)
                && !isChosen(part);
    }

    /** The verb of {@code (Mrs Baird wrote 212 of them)}; {@code we recorded 212 of them} may leave the others. */
    private boolean isMadeByOther(int verb) {
        boolean made = state.hasTyped(verb, Trait.MAKES_DATA) || state.hasTyped(verb, Trait.NOTED_DOWN);
        int first = state.clause(verb).first();
        for (int i = first; made && i < verb; i++) {
            made = !state.hasTyped(i, Trait.I_OR_WE);
        }
        return made && first < verb;
    }

    private int lead(int part) {
        return state.isAt(part - 1, Cue.ABOUT) ? part - 2 : part - 1;
    }

    private boolean hasLargerBefore(int part) {
        return state.candidates.all().stream()
                .anyMatch(count -> count.slot() == SlotName.EXAMPLES
                        && count.token() < part
                        && count.numeral().value().compareTo(value(part)) > 0);
    }

    /** {@code 1,100 of them with boxes, that's the 1,100 we'd train on}, {@code ..., so those are out}, {@code ... the others}. */
    private boolean isTakenUpAgain(int part) {
        for (int i = part + 1; i < state.size(); i++) {
            boolean again = state.isNumberAt(i) && value(i).compareTo(value(part)) == 0;
            if (again || state.hasTyped(i, Trait.THE_REST) || (i < part + LOSS_REACH && parts.isLeftOutAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** {@code 410 of them labelled}, {@code 600 of them we'd use}. */
    private boolean isChosen(int part) {
        int end = Math.min(state.clause(part).end(), part + REACH);
        for (int i = part + 1; i < end; i++) {
            boolean chosen = state.hasTyped(i, Trait.REMAINS)
                    || state.hasTyped(i, Trait.COLLECTS)
                    || state.hasTyped(i, Trait.SETS_APART)
                    || state.hasTyped(i, Trait.SOLE)
                    || state.hasTyped(i, Trait.USES)
                    || state.isAt(i, Measure.EXAMPLE)
                    || state.isAt(i, Cue.NOT)
                    || state.isAt(i, Cue.TRAINING)
                    || state.isAt(i, Category.TUNING);
            if (chosen) {
                return true;
            }
        }
        return false;
    }

    private BigDecimal value(int number) {
        return Amounts.counted(state.token(number).numeral()).value();
    }
}
