package io.tunetally.interpreter.prompt;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;

/** Reads both lengths of a prompt where the tuned model gets by with the shorter: {@code needs 300 instead of 1900 prompt tokens}. */
final class ReplacedPrompts {
    /** The most words from the new length to the word between them. */
    private static final int REACH = 5;

    private final ParseState state;

    private ReplacedPrompts(ParseState state) {
        this.state = state;
    }

    /** Claims both lengths; in a conversation a number instead of another corrects it, unless the message names the tuned prompt. */
    static void read(ParseState state, boolean namesPrompt) {
        boolean open = state.remembered.isEmpty() || state.has(Cue.TUNED_PROMPT);
        if (open && (state.has(Cue.INSTEAD_OF) || state.has(Cue.NOT))) {
            new ReplacedPrompts(state).read(namesPrompt);
        }
    }

    private void read(boolean namesPrompt) {
        for (int i = 1; i < state.size(); i++) {
            boolean between = state.isAt(i, Cue.INSTEAD_OF) || (state.isAt(i, Cue.NOT) && !state.isNumberAt(i));
            int later = between ? numberBefore(i) : -1;
            int today = later < 0 ? -1 : numberBehind(i);
            if (today >= 0 && PromptPair.isSmaller(state, later, today) && areLengths(later, today, namesPrompt)) {
                state.candidates.withdraw(later);
                state.candidates.withdraw(today);
                state.claim(SlotName.PROMPT_TOKENS, today, today, today);
                PromptPair.tuned(state, later);
                state.candidates.settle(later);
                state.candidates.settle(today);
                return;
            }
        }
    }

    private int numberBefore(int between) {
        for (int i = between - 1; i >= Math.max(0, between - REACH) && !state.isBreakAt(i); i--) {
            if (state.isNumberAt(i)) {
                return i;
            }
        }
        return -1;
    }

    private int numberBehind(int between) {
        boolean about = state.isAt(between + 1, Cue.ABOUT)
                || state.hasTyped(between + 1, Trait.APPROXIMATES)
                || state.hasTyped(between + 1, Trait.DEFINITE_ARTICLE);
        int number = about ? between + 2 : between + 1;
        return state.isNumberAt(number) ? number : -1;
    }

    /** True if both count tokens of a prompt, and no other unit is named. */
    private boolean areLengths(int later, int today, boolean namesPrompt) {
        boolean sent = state.isAt(later + 1, Measure.TOKEN) && state.speaksOfTuning() && isSent(later);
        return (namesPrompt ? isNamedBeside(later, today) : sent) && isLength(later) && isLength(today);
    }

    private boolean isNamedBeside(int later, int today) {
        int end = Math.min(state.clause(today).end(), today + REACH + 1);
        for (int i = Math.max(state.clause(later).first(), later - REACH); i < end; i++) {
            if (state.isAt(i, Cue.PROMPT)
                    || state.isAt(i, Cue.TUNED_PROMPT)
                    || state.token(i).is(Trait.PROMPTS)) {
                return true;
            }
        }
        return false;
    }

    /** {@code with tuning we send 300 tokens rather than 1,900}. */
    private boolean isSent(int number) {
        for (int i = number - 1; i >= Math.max(0, number - REACH) && !state.isBreakAt(i); i--) {
            if (!state.isNumberAt(i) && state.hasTyped(i, Trait.SENDS)) {
                return true;
            }
        }
        return false;
    }

    private boolean isLength(int number) {
        Token token = state.token(number);
        int unit = state.isSymbolAt(number + 1, '-') ? number + 2 : number + 1;
        return !token.numeral().isRange()
                && !state.isMoneyAt(number)
                && (state.isAt(unit, Measure.TOKEN) || !state.isUnitAt(unit) || state.isAt(unit, Cue.PROMPT));
    }
}
