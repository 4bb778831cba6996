package io.tunetally.interpreter.derivation;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.part.Part;
import io.tunetally.interpreter.part.Parts;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads two shares that make up the remembered examples, of which one is trained on: {@code only half of that, the other half are in Welsh}. */
final class StatedShares {
    /** Thirds make up a whole but for their rounding. */
    private static final BigDecimal ROUNDED = new BigDecimal("0.001");

    private final ParseState state;
    private final SaidBefore before;

    StatedShares(ParseState state, SaidBefore before) {
        this.state = state;
        this.before = before;
    }

    /** {@code we take half, the other half goes to the archive}: of two shares that make up a whole one is trained on, whatever the verbs are. */
    void read() {
        Parts parts = new Parts(state);
        Part first = null;
        for (int i = 0; i < state.size(); i++) {
            Part part = first == null ? parts.at(i) : parts.rest(i);
            if (part != null && first == null) {
                first = part;
                i = part.last();
            } else if (part != null && first != null && isRestOf(first, part)) {
                keep(keptOf(first, part, parts));
                return;
            }
        }
    }

    private static boolean isRestOf(Part first, Part rest) {
        return first.fraction()
                        .add(rest.fraction())
                        .subtract(BigDecimal.ONE)
                        .abs()
                        .compareTo(ROUNDED)
                < 0;
    }

    /** Returns the share that is trained on; null if the message does not tell them apart: {@code half are in Dutch, the other half in French}. */
    private @Nullable Part keptOf(Part first, Part rest, Parts parts) {
        Parts.Fate ofFirst = fate(first, parts);
        Parts.Fate ofRest = fate(rest, parts);
        if (ofFirst == Parts.Fate.LEFT_OUT || (ofFirst == Parts.Fate.OPEN && ofRest == Parts.Fate.KEPT)) {
            return rest;
        }
        boolean chosen = parts.isAlone(first) || parts.isTrainedOn(first) || isTaken(first);
        return ofFirst == Parts.Fate.KEPT || ofRest == Parts.Fate.LEFT_OUT || chosen ? first : null;
    }

    private Parts.Fate fate(Part part, Parts parts) {
        return parts.fate(part, part.last() + 1, state.clause(part.last()).end());
    }

    /** {@code we take half}, {@code use two thirds}. */
    private boolean isTaken(Part part) {
        for (int i = state.clause(part.first()).first(); i < part.first(); i++) {
            if (state.hasTyped(i, Trait.USES) || state.hasTyped(i, Trait.TAKES_SHARE)) {
                return true;
            }
        }
        return false;
    }

    private void keep(@Nullable Part part) {
        BigDecimal whole = before.value(SlotName.EXAMPLES);
        boolean data =
                whole != null && !state.has(Measure.REQUEST) && !state.has(Cue.VALIDATION) && !state.has(Cue.CACHED);
        if (part != null && whole != null && data) {
            BigDecimal kept = whole.multiply(part.fraction()).setScale(0, RoundingMode.HALF_UP);
            String arithmetic = CountArithmetic.number(whole) + ", " + CountArithmetic.share(part) + " of it";
            before.state(SlotName.EXAMPLES, kept, arithmetic, List.of(part.first()));
        }
    }
}
