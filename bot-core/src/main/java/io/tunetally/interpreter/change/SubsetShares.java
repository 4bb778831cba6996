package io.tunetally.interpreter.change;

import io.tunetally.interpreter.derivation.CountArithmetic;
import io.tunetally.interpreter.part.Part;
import io.tunetally.interpreter.part.Parts;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Reads the part of the remembered data that is trained on: {@code on a 10% subset}, {@code try it with a random 25% sample first}. */
final class SubsetShares {
    private static final List<SlotName<?>> DATA = List.of(SlotName.EXAMPLES, SlotName.TOTAL_TOKENS);

    private final SaidNumbers said;
    private final ParseState state;
    private final Parts parts;

    SubsetShares(SaidNumbers said) {
        this.said = said;
        state = said.state;
        parts = new Parts(state);
    }

    boolean read() {
        for (int i = 0; i < state.size(); i++) {
            Part part = parts.at(i);
            if (part != null && parts.subsetBehind(part) >= 0) {
                return cut(part);
            }
        }
        return false;
    }

    private boolean cut(Part part) {
        for (SlotName<?> slot : DATA) {
            BigDecimal before = said.value(slot);
            if (before != null) {
                BigDecimal left = part.portion(before).setScale(0, RoundingMode.HALF_UP);
                String arithmetic = SaidNumbers.text(before) + CountArithmetic.TIMES + CountArithmetic.share(part);
                said.state(slot, left, arithmetic, part.first());
                state.use(part.first(), parts.subsetBehind(part), Token.Use.CONNECTIVE);
                return true;
            }
        }
        return false;
    }
}
