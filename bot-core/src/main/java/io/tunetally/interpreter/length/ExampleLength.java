package io.tunetally.interpreter.length;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;

/** The length of an example without its unit, right behind the count of the examples: {@code 400 examples of 170}, {@code 700 chats at 190}. */
public final class ExampleLength {
    /** The most words of what is counted. */
    private static final int LONGEST_NAME = 3;

    private static final BigDecimal LEAST = BigDecimal.TEN;
    private static final BigDecimal MOST = BigDecimal.valueOf(20_000);

    private ExampleLength() {}

    /** Fills the length, where a message has none. */
    public static void read(ParseState state) {
        boolean runs = state.candidates.has(SlotName.REQUESTS_PER_DAY)
                || state.candidates.has(SlotName.INPUT_TOKENS)
                || state.candidates.has(SlotName.PROMPT_TOKENS);
        if (state.candidates.has(SlotName.TOKENS_PER_EXAMPLE) || state.candidates.has(SlotName.TOTAL_TOKENS)) {
            return;
        }
        for (int count : state.candidates.numbersOf(SlotName.EXAMPLES)) {
            int length = lengthBehind(state, count);
            boolean open = runs || (state.speaksOfTuning() && state.hasTyped(length - 1, Trait.LOCATIVE));
            if (length >= 0 && open && isLength(state, length)) {
                state.candidates.withdraw(length);
                state.claim(SlotName.TOKENS_PER_EXAMPLE, length, length, length);
                state.candidates.settle(length);
                return;
            }
        }
    }

    /** Returns the index of the number that is led by a word for lengths behind the name of what is counted, or -1. */
    private static int lengthBehind(ParseState state, int count) {
        for (int i = count + 2; i <= count + 1 + LONGEST_NAME; i++) {
            if (state.isNumberAt(i - 1) || state.isBreakAt(i - 1) || state.isJoin(i - 1)) {
                return -1;
            }
            if (!state.isItemAt(i - 1) && !state.isPluralAt(i - 1)) {
                continue;
            }
            boolean led = state.isAt(i, Cue.OF)
                    || state.isAt(i, Trait.PART_OF)
                    || state.hasTyped(i, Trait.LOCATIVE)
                    || state.hasTyped(i, Trait.APPROXIMATES);
            if (led) {
                int number = state.isAt(i + 1, Cue.ABOUT) || state.isAt(i + 1, Cue.EACH) ? i + 2 : i + 1;
                return state.isNumberAt(number) ? number : -1;
            }
        }
        return -1;
    }

    private static boolean isLength(ParseState state, int number) {
        BigDecimal value = Amounts.counted(state.token(number).numeral()).value();
        boolean open = state.candidates.slotOf(number) == null;
        return open
                && state.isBreakAt(number + 1)
                && state.isCountAt(number)
                && !state.isOfMention(number)
                && !state.isSize(number)
                && !state.token(number).isYear()
                && value.compareTo(LEAST) >= 0
                && value.compareTo(MOST) <= 0;
    }
}
