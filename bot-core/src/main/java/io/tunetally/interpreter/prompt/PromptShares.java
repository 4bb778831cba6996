package io.tunetally.interpreter.prompt;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.part.Part;
import io.tunetally.interpreter.part.Parts;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.Sentence;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A prompt that tuning shortens by a share: {@code prompt cut by 80% from 2,500 tokens}, {@code 75% shorter than the 2,000 tokens of
 * today}, {@code half as long as today's 2,400 tokens}, {@code it's 1,600 tokens now, tuning would cut it by two thirds}. The length after
 * tuning is the rest.
 */
final class PromptShares {
    private static final Part HALF = new Part(BigDecimal.ONE, BigDecimal.TWO, 0, 0);

    /** The most words between a share and a verb of shrinking, before or behind it. */
    private static final int REACH_OF_VERB = 3;

    /** The most words between a share and the length that it is of. */
    private static final int REACH = 10;

    private final ParseState state;
    private final Parts parts;

    private PromptShares(ParseState state) {
        this.state = state;
        parts = new Parts(state);
    }

    /** Reads the first such share of a message. */
    static void read(ParseState state) {
        boolean shared = state.has(Measure.PERCENT)
                || state.has(Cue.HALF)
                || state.any(token -> token.isSymbol('%'))
                || state.hasTypedAnywhere(Trait.THIRDS)
                || state.hasTypedAnywhere(Trait.QUARTERS);
        if (shared && state.candidates.of(SlotName.PROMPT_TOKENS).size() < 2) {
            new PromptShares(state).read();
        }
    }

    private void read() {
        for (int i = 0; i < state.size(); i++) {
            Part share = share(i);
            boolean half = share == null && state.isAt(i, Cue.HALF);
            int last = share == null ? i : share.last();
            int length = share != null && shrinks(i, last) ? length(i, last) : half ? lengthBeside(i, last) : -1;
            if (length >= 0 && isOfPrompt(Math.min(i, length), Math.max(last, length))) {
                shorten(i, last, length, half || share == null ? HALF : share);
                return;
            }
        }
    }

    /** Returns the {@code 75%}, the {@code two thirds}, the {@code half} behind {@code by}, or null. */
    private @Nullable Part share(int i) {
        if (state.isNumberAt(i)
                && (state.token(i).use == Token.Use.SLOT
                        || state.token(i).numeral().isRange())) {
            return null;
        }
        boolean by = !state.isNumberAt(i) && state.hasTyped(i - 1, Trait.BY);
        return state.isNumberAt(i) || by ? parts.at(i) : null;
    }

    /** {@code cut by 80%}, {@code 75% shorter}; what is {@code cut to 20%} keeps that share. */
    private boolean shrinks(int first, int last) {
        // "few-shot gets us 95%" shrinks nothing.
        boolean by = state.hasTyped(first - 1, Trait.BY) || state.hasTyped(first - 2, Trait.BY);
        for (int i = first - 1; by && i >= first - REACH_OF_VERB && !isEnd(i); i--) {
            if (state.isAt(i, Cue.TO)) {
                return false;
            }
            if (state.hasTyped(i, Trait.SHRINKS) || state.hasTyped(i, Trait.CUTS) || state.isAt(i, Cue.DROP)) {
                return true;
            }
        }
        return !isEnd(last + 1) && state.hasTyped(last + 1, Trait.SHRINKS);
    }

    private boolean isEnd(int i) {
        return i < 0 || state.isBreakAt(i) || state.isNumberAt(i);
    }

    /** Returns the index of the length beside a share, or the one that its {@code it} is of, or -1. */
    private int length(int first, int last) {
        int beside = lengthBeside(first, last);
        return beside < 0 && isOfIt(first) ? lengthBefore(first) : beside;
    }

    /** True of the share of {@code cut it by 75%}, {@code make it 60% shorter}. */
    private boolean isOfIt(int share) {
        for (int i = share - 1; i >= share - REACH_OF_VERB && !isEnd(i); i--) {
            if (state.hasTyped(i, Trait.PRONOUN)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the index of the 1,500 of {@code it runs to 1,500 tokens. Tuning gpt-4o-mini should shrink it by half}: the last number before, or -1. */
    private int lengthBefore(int share) {
        int sentence = state.sentence(share).first();
        int from = sentence == 0 ? 0 : state.sentence(sentence - 1).first();
        for (int i = share - 1; i >= from; i--) {
            if (state.isNumberAt(i) && !state.isOfMention(i)) {
                return isLength(i) ? i : -1;
            }
        }
        return -1;
    }

    /** Returns the index of the 2,500 of {@code by 80% from 2,500 tokens}, of {@code the 2,500-token prompt shrinks by 80%}, or -1. */
    private int lengthBeside(int first, int last) {
        for (int i = last + 1; i <= last + REACH && !state.isBreakAt(i); i++) {
            if (state.isNumberAt(i)) {
                return isLength(i) ? i : -1;
            }
        }
        for (int i = first - 1; i >= Math.max(state.sentence(first).first(), first - REACH); i--) {
            if (state.isNumberAt(i)) {
                return isLength(i) ? i : -1;
            }
        }
        return -1;
    }

    private boolean isLength(int number) {
        int unit = state.isSymbolAt(number + 1, '-') ? number + 2 : number + 1;
        Numeral numeral = state.token(number).numeral();
        return state.isAt(unit, Measure.TOKEN) && !numeral.isRange() && !numeral.isAmbiguous();
    }

    /** True if the words up to the end of the share or of its length name the prompt, or the length is known to be its. */
    private boolean isOfPrompt(int first, int last) {
        List<SlotCandidates.Candidate> known = state.candidates.of(SlotName.PROMPT_TOKENS);
        if (!known.isEmpty()) {
            int token = known.getFirst().token();
            return token == first || token == last;
        }
        Sentence sentence = state.sentence(first);
        // "our long prompt? It's 1,600 tokens now"
        boolean it = sentence.first() > 0 && state.hasTyped(sentence.first(), Trait.PRONOUN);
        int start = it ? state.sentence(sentence.first() - 1).first() : sentence.first();
        int from = Math.max(start, first - REACH);
        for (int i = Math.min(sentence.end(), last + REACH_OF_VERB) - 1; i >= from; i--) {
            boolean prompt = state.isAt(i, Cue.PROMPT) || state.isAt(i, Cue.TUNED_PROMPT);
            if (prompt
                    || (!state.isNumberAt(i)
                            && (state.hasTyped(i, Trait.PROMPTS) || state.hasTyped(i, Trait.INSTRUCTS)))) {
                return true;
            }
        }
        return false;
    }

    private void shorten(int share, int last, int length, Part part) {
        BigDecimal before = Amounts.counted(state.token(length).numeral()).value();
        BigDecimal after = before.subtract(part.portion(before)).setScale(0, RoundingMode.HALF_UP);
        state.candidates.withdraw(length);
        state.claim(SlotName.PROMPT_TOKENS, length, length, length);
        state.candidates.settle(length);
        state.candidates.withdraw(share);
        state.candidates.addDerived(SlotName.TUNED_PROMPT_TOKENS, Numeral.of(after), share);
        state.candidates.settle(share);
        state.use(share, last, Token.Use.CONNECTIVE);
        state.token(share).use = Token.Use.SLOT;
    }
}
