package io.tunetally.interpreter.role;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;

/**
 * The length of answers without its unit, beside that of the input: {@code input is around 1,300 tokens, answers are
 * short, 120 or so}.
 */
public final class AnswerLength {
    /** The most words between the answers and their length. */
    private static final int REACH = 6;

    private static final BigDecimal LEAST = BigDecimal.TEN;
    private static final BigDecimal MOST = BigDecimal.valueOf(20_000);

    private final ParseState state;

    private AnswerLength(ParseState state) {
        this.state = state;
    }

    public static void read(ParseState state) {
        if (state.candidates.has(SlotName.INPUT_TOKENS) && !state.candidates.has(SlotName.OUTPUT_TOKENS)) {
            new AnswerLength(state).read();
        }
    }

    private void read() {
        for (int i = 1; i < state.size(); i++) {
            if (isOpen(i) && isOfAnswers(i)) {
                state.candidates.add(
                        SlotName.OUTPUT_TOKENS, Amounts.counted(state.token(i).numeral()), i);
                state.token(i).use = Token.Use.SLOT;
                return;
            }
        }
    }

    private boolean isOpen(int i) {
        Token token = state.token(i);
        if (!token.isNumber() || token.use == Token.Use.SLOT || token.numeral().isInBillions()) {
            return false;
        }
        BigDecimal value = Amounts.counted(token.numeral()).value();
        return !state.isUnitAt(i + 1)
                && !state.isSymbolAt(i - 1, '$')
                && value.compareTo(LEAST) >= 0
                && value.compareTo(MOST) <= 0;
    }

    private boolean isOfAnswers(int number) {
        int first = Math.max(state.sentence(number).first(), number - REACH);
        for (int i = number - 1; i >= first && !state.isNumberAt(i); i--) {
            if (state.isAt(i, Cue.OUTPUT) || state.hasTyped(i, Trait.ANSWERED)) {
                return true;
            }
        }
        return false;
    }
}
