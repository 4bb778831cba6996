package io.tunetally.interpreter.change;

import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.WordPatterns;
import io.tunetally.interpreter.part.Part;
import io.tunetally.interpreter.part.Parts;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Reads the part of the remembered sum that is spent or kept for something else, by what a reply says of it: {@code 120 is gone already},
 * {@code keep $100 back for testing}, {@code half goes to labelling}. The rest is the sum.
 */
final class SpentParts {
    private static final int CENTS = 2;

    private final SaidNumbers said;
    private final ParseState state;
    private final Parts parts;

    SpentParts(SaidNumbers said) {
        this.said = said;
        state = said.state;
        parts = new Parts(state);
    }

    boolean read() {
        BigDecimal sum = said.value(SlotName.BUDGET_USD);
        List<WordPatterns.Match<WordPatterns.Reply>> spent = sum == null
                ? List.of()
                : state.replies().stream()
                        .filter(reply -> reply.meaning() == WordPatterns.Reply.SPENT)
                        .toList();
        if (sum == null || spent.size() != 1) {
            return false;
        }
        for (WordPatterns.Word word : spent.getFirst().words()) {
            int i = state.tokenAt(word.start());
            Part share = parts.at(i);
            boolean counted = share == null && state.isNumberAt(i);
            if (share == null && !counted) {
                continue;
            }
            BigDecimal part = share == null
                    ? said.number(i)
                    : share.portion(sum).setScale(CENTS, RoundingMode.HALF_UP).stripTrailingZeros();
            boolean ofSum = part.signum() > 0 && part.compareTo(sum) < 0 && (!counted || isSum(i));
            if (ofSum) {
                said.state(
                        SlotName.BUDGET_USD,
                        sum.subtract(part),
                        SaidNumbers.text(sum) + " - " + SaidNumbers.text(part),
                        i);
            }
            return ofSum;
        }
        return false;
    }

    /** The 400 of {@code 400 examples are gone} are none, nor are other numbers beside it the sum's. */
    private boolean isSum(int number) {
        boolean counts = state.isUnitAt(number + 1) || state.isItemAt(number + 1) || state.isPluralAt(number + 1);
        boolean alone = true;
        for (int i = 0; i < state.size(); i++) {
            alone &= i == number || !state.isNumberAt(i);
        }
        return alone && (!counts || state.isAt(number + 1, Measure.DOLLAR));
    }
}
