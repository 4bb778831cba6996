package io.tunetally.interpreter.change;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.List;

/** Reads the last one of the remembered years that is taken off: {@code strike the second year}, of two. */
final class DroppedYears {
    private static final BigDecimal YEAR = BigDecimal.valueOf(12);

    /** The ordinals from the second on. */
    private static final List<Trait> ORDINALS = List.of(Trait.SECOND, Trait.THIRD, Trait.FOURTH, Trait.FIFTH);

    private final SaidNumbers said;
    private final ParseState state;

    DroppedYears(SaidNumbers said) {
        this.said = said;
        state = said.state;
    }

    boolean read() {
        BigDecimal months = state.remembered.number(SlotName.MONTHS);
        if (months == null || state.hasQuestionMark() || months.compareTo(YEAR) <= 0) {
            return false;
        }
        for (int i = 1; i + 1 < state.size(); i++) {
            int lead = state.hasTyped(i - 1, Trait.DEFINITE_ARTICLE) ? i - 2 : i - 1;
            boolean year = state.timeAt(i + 1) == TimeUnit.YEAR && !state.isNumberAt(i);
            if (year && (state.isAt(lead, Cue.DROP) || state.hasTyped(lead, Trait.LOSES)) && isLast(i, months)) {
                said.state(
                        SlotName.MONTHS,
                        months.subtract(YEAR),
                        SaidNumbers.text(months) + " - " + SaidNumbers.text(YEAR),
                        i);
                state.use(lead, i + 1, Token.Use.CONNECTIVE);
                return true;
            }
        }
        return false;
    }

    private boolean isLast(int ordinal, BigDecimal months) {
        if (state.hasTyped(ordinal, Trait.LAST)) {
            return true;
        }
        for (int k = 0; k < ORDINALS.size(); k++) {
            if (state.hasTyped(ordinal, ORDINALS.get(k))) {
                return months.compareTo(YEAR.multiply(BigDecimal.valueOf(k + 2L))) == 0;
            }
        }
        return false;
    }
}
