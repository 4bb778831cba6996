package io.tunetally.interpreter.prompt;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;

/**
 * Lengths of a prompt that its numbers explain: {@code cut the prompt by 2k tokens, from 2.6k to 600}, {@code prompts are 2.2k on
 * average}.
 */
public final class PromptFigures {
    /** The most words from the tokens that are cut to the lengths before and after. */
    private static final int REACH = 10;

    private final ParseState state;

    private PromptFigures(ParseState state) {
        this.state = state;
    }

    /** Claims such lengths before the numbers are read one by one. */
    public static void read(ParseState state) {
        PromptFigures figures = new PromptFigures(state);
        boolean sent = state.has(Measure.REQUEST) || state.has(Category.RATES) || state.terse;
        boolean changes = state.has(Cue.PROMPT) && state.has(Cue.TO);
        boolean lengths = sent && (state.hasTypedAnywhere(Trait.PROMPTS) || state.has(Cue.AVERAGE));
        for (int i = 0; (changes || lengths) && i < state.size(); i++) {
            if (!state.isNumberAt(i) || state.token(i).use != Token.Use.NOTHING) {
                continue;
            }
            if (changes && figures.readCut(i)) {
                return;
            }
            if (lengths && figures.isLengthOfPrompts(i)) {
                state.claim(SlotName.PROMPT_TOKENS, i, i, i);
                state.candidates.settle(i);
                return;
            }
        }
    }

    /** {@code by 2k tokens, from 2.6k to 600}: the first number is the difference of the other two. */
    private boolean readCut(int cut) {
        if (!state.isAt(cut + 1, Measure.TOKEN) && !state.isAt(cut + 1, Cue.PROMPT)) {
            return false;
        }
        int end = Math.min(state.size() - 1, cut + REACH);
        for (int i = cut + 2; i < end; i++) {
            if (state.isNumberAt(i)) {
                int to = state.isAt(i + 1, Measure.TOKEN) ? i + 2 : i + 1;
                return state.isAt(to, Cue.TO)
                        && state.isNumberAt(to + 1)
                        && value(i).subtract(value(to + 1)).compareTo(value(cut)) == 0
                        && put(cut, i, to + 1);
            }
        }
        return false;
    }

    private boolean put(int cut, int before, int after) {
        state.claim(SlotName.PROMPT_TOKENS, before, before, before);
        state.claim(SlotName.TUNED_PROMPT_TOKENS, after, after, after);
        state.candidates.settle(before);
        state.candidates.settle(after);
        state.setAside(cut);
        state.use(cut, cut + 1, Token.Use.CONNECTIVE);
        return true;
    }

    /** {@code prompts are 2.2k on average}, {@code prompts avg 1,400}: as many prompts would be no length. */
    private boolean isLengthOfPrompts(int number) {
        int word = number - 1;
        boolean linked = false;
        while (state.isAt(word, Cue.IS) || state.isAt(word, Cue.AVERAGE) || state.isAt(word, Cue.ABOUT)) {
            linked |= !state.isAt(word, Cue.ABOUT);
            word--;
        }
        boolean ends = state.isBreakAt(number + 1)
                || state.isAt(number + 1, Cue.AVERAGE)
                || state.isAt(number + 1, Cue.EACH)
                || state.isAt(number + 1, Cue.LONG);
        boolean several = state.isItemAt(word) && state.hasTyped(word, Trait.PROMPTS);
        boolean averaged = state.isAt(word, Cue.PROMPT) && state.isAt(word + 1, Cue.AVERAGE);
        return linked && ends && !state.isNumberAt(word) && (several || averaged);
    }

    private BigDecimal value(int number) {
        return Amounts.counted(state.token(number).numeral()).value();
    }
}
