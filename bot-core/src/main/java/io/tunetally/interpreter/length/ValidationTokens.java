package io.tunetally.interpreter.length;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.util.regex.Pattern;

/** The tokens of the file for validation without their unit, behind those of the training file: {@code 1,884,020 tokens in train.jsonl, 203,118 in val.jsonl}. */
public final class ValidationTokens {
    private static final Pattern FILE = Pattern.compile("(?:val|eval|dev|test|holdout)[\\w-]*+\\.[a-z]++");

    private ValidationTokens() {}

    /** Fills the slot, where only the tokens of the training file are known. */
    public static void read(ParseState state) {
        if (state.candidates.has(SlotName.VALIDATION_TOKENS)) {
            return;
        }
        for (int trained : state.candidates.numbersOf(SlotName.TOTAL_TOKENS)) {
            boolean ofFile = state.isAt(trained + 1, Measure.TOKEN) && state.isAt(trained + 2, Cue.IN);
            int held = ofFile ? next(state, trained) : -1;
            if (held >= 0 && state.isAt(held + 1, Cue.IN) && isFile(state, held + 2)) {
                state.candidates.withdraw(held);
                state.candidates.add(
                        SlotName.VALIDATION_TOKENS,
                        Amounts.counted(state.token(held).numeral()),
                        held);
                state.candidates.settle(held);
                state.token(held).use = Token.Use.SLOT;
                return;
            }
        }
    }

    private static int next(ParseState state, int number) {
        for (int i = number + 1; i < state.sentence(number).end(); i++) {
            if (state.isNumberAt(i)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isFile(ParseState state, int i) {
        Token token = state.at(i);
        return token != null
                && (state.hasTyped(i, Trait.VALIDATION_FILE)
                        || FILE.matcher(state.typed(i, i)).matches());
    }
}
