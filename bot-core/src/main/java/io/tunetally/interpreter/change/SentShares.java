package io.tunetally.interpreter.change;

import io.tunetally.interpreter.derivation.CountArithmetic;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.part.Part;
import io.tunetally.interpreter.part.Parts;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;

/**
 * Reads the share of the remembered traffic that is sent to the model: {@code only 60% of those are english, the rest we don't send}, {@code a
 * quarter of these never reach the model}. What is sent is traffic, whatever else is counted.
 */
final class SentShares {
    private final SaidNumbers said;
    private final ParseState state;
    private final Parts parts;

    SentShares(SaidNumbers said) {
        this.said = said;
        state = said.state;
        parts = new Parts(state);
    }

    boolean read() {
        BigDecimal traffic = said.value(SlotName.REQUESTS_PER_DAY);
        if (traffic == null
                || !state.hasTypedAnywhere(Trait.REACHES_MODEL)
                || !said.open().isEmpty()) {
            return false;
        }
        for (int i = 0; i < state.size(); i++) {
            Part part = parts.at(i);
            int verb = part == null ? -1 : verbOf(part);
            if (part != null && verb >= 0 && !namesData(part)) {
                boolean kept = isOfRest(verb) == isDenied(verb);
                BigDecimal share = part.portion(traffic);
                String arithmetic = kept
                        ? SaidNumbers.text(traffic) + ", " + CountArithmetic.share(part) + " of it"
                        : SaidNumbers.text(traffic) + ", less " + CountArithmetic.share(part);
                BigDecimal left = SaidNumbers.rounded(kept ? share : traffic.subtract(share));
                said.state(SlotName.REQUESTS_PER_DAY, left, arithmetic, part.first());
                state.use(part.first(), part.last(), Token.Use.CONNECTIVE);
                return true;
            }
        }
        return false;
    }

    /** Returns the index of what says that requests are sent, in the same sentence behind a share; or -1. */
    private int verbOf(Part part) {
        int end = Math.min(state.size(), state.sentence(part.last()).end());
        for (int i = part.last() + 1; i < end; i++) {
            if (!state.isNumberAt(i) && state.hasTyped(i, Trait.REACHES_MODEL)) {
                return i;
            }
        }
        return -1;
    }

    /** {@code 60% of the examples}: the words of the share name the data. */
    private boolean namesData(Part part) {
        return parts.isOfWhole(part)
                && !parts.isOfThem(part)
                && said.named(part.last() + 1) != SlotName.REQUESTS_PER_DAY;
    }

    /** {@code the rest we don't send}. */
    private boolean isOfRest(int verb) {
        for (int i = state.clause(verb).first(); i < state.clause(verb).end(); i++) {
            if (!state.isNumberAt(i) && (state.hasTyped(i, Trait.REST) || state.hasTyped(i, Trait.OTHERS))) {
                return true;
            }
        }
        return false;
    }

    private boolean isDenied(int verb) {
        for (int i = state.clause(verb).first(); i < verb; i++) {
            if (state.isAt(i, Cue.NOT)) {
                return true;
            }
        }
        return false;
    }
}
