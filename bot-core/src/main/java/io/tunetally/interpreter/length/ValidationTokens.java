package io.tunetally.interpreter.length;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.util.regex.Pattern;

/**
 * The tokens for validation, often without their unit, behind those of the training: {@code 1,884,020 tokens in train.jsonl, 203,118 in
 * val.jsonl}, {@code tokens: 7_340_032 (train) + 524_288 (val)}; and the examples of {@code 4,200 rows (train) and 300 rows (val)}.
 */
public final class ValidationTokens {
    private static final Pattern FILE = Pattern.compile("(?:val|eval|dev|test|holdout)[\\w-]*+\\.[a-z]++");

    private ValidationTokens() {}

    /** Fills the slot, where only the tokens of the training file are known. */
    public static void read(ParseState state) {
        if (state.candidates.has(SlotName.VALIDATION_TOKENS) || state.candidates.has(SlotName.HELD_OUT_EXAMPLES)) {
            return;
        }
        for (int trained : state.candidates.numbersOf(SlotName.TOTAL_TOKENS)) {
            boolean ofFile = state.isAt(trained + 1, Measure.TOKEN) && state.isAt(trained + 2, Cue.IN);
            int held = ofFile ? next(state, trained) : -1;
            if (held >= 0 && state.isAt(held + 1, Cue.IN) && isFile(state, held + 2)) {
                put(state, SlotName.VALIDATION_TOKENS, held);
                return;
            }
            held = isCalled(state, trained, false) ? next(state, trained) : -1;
            if (held >= 0 && isCalled(state, held, true)) {
                put(state, SlotName.VALIDATION_TOKENS, held);
                return;
            }
        }
        for (int trained : state.candidates.numbersOf(SlotName.EXAMPLES)) {
            int held = isCalled(state, trained, false) ? next(state, trained) : -1;
            if (held >= 0 && isCalled(state, held, true) && state.candidates.isOf(SlotName.EXAMPLES, held)) {
                put(state, SlotName.HELD_OUT_EXAMPLES, held);
                return;
            }
        }
    }

    private static void put(ParseState state, SlotName<Long> slot, int held) {
        state.candidates.withdraw(held);
        state.candidates.add(slot, Amounts.counted(state.token(held).numeral()), held);
        state.candidates.settle(held);
        state.token(held).use = Token.Use.SLOT;
    }

    /** {@code 524_288 (val)}, {@code 0.8M tokens (validation)}, {@code 300 rows (val)}. */
    private static boolean isCalled(ParseState state, int number, boolean validation) {
        int open = state.isAt(number + 1, Measure.TOKEN) || state.isItemAt(number + 1) ? number + 2 : number + 1;
        return state.isSymbolAt(open, '(')
                && !state.isNumberAt(open + 1)
                && state.hasTyped(open + 1, validation ? Trait.VALIDATION_FILE : Trait.TRAINING_FILE)
                && state.isSymbolAt(open + 2, ')');
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
