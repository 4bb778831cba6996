package io.tunetally.interpreter.sentence;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.token.Token;
import java.util.BitSet;

/**
 * The parts of a message that tell of an earlier job: {@code we trained nova micro in January for $18, but ...}, {@code the 2024
 * pilot used gpt-4o}. A part is a sentence or what stands of it before or behind a turn to the present; it tells of the past
 * by a verb and a time.
 */
final class PastParts {
    /** The most tokens of a remark in brackets. */
    private static final int LONGEST_REMARK = 16;

    private final ParseState state;
    private final BitSet past = new BitSet();

    private PastParts(ParseState state) {
        this.state = state;
    }

    /** Returns the indexes of the tokens in such parts. */
    static BitSet of(ParseState state) {
        PastParts parts = new PastParts(state);
        if (state.hasTypedAnywhere(Trait.PAST_TIME)
                && (state.has(Cue.REPORT) || state.hasTypedAnywhere(Trait.PAST_VERB))) {
            parts.read();
        }
        return parts.past;
    }

    private void read() {
        int first = 0;
        for (int i = 1; i <= state.size(); i++) {
            if (i == state.size() || state.sentence(i).first() == i || isTurn(i)) {
                if (isPast(first, i)) {
                    past.set(first, i);
                }
                first = i;
            }
            int end = remark(i - 1);
            if (end > 0 && isPast(i - 1, end)) {
                past.set(i, end);
            }
        }
    }

    /** Returns the index of the bracket that closes a remark, 0 if none begins there: {@code 500 dollars (last time it was 300)}. */
    private int remark(int open) {
        int end = state.isSymbolAt(open, '(') ? Math.min(state.size(), open + LONGEST_REMARK) : 0;
        for (int i = open + 1; i < end; i++) {
            if (state.isSymbolAt(i, ')')) {
                return i;
            }
        }
        return 0;
    }

    /** {@code but}, {@code now}, {@code this time}, {@code ..., should we}. */
    private boolean isTurn(int i) {
        if (state.isNumberAt(i)) {
            return false;
        }
        boolean thisTime = state.hasTyped(i, Trait.THIS_PERIOD)
                && (state.isAt(i + 1, Measure.TIMES) || state.timeAt(i + 1) != null);
        boolean question = state.isSymbolAt(i - 1, ',') && state.isAt(i, Cue.QUESTION);
        // "he has 60 dollars, of the 400 the rest was for the roof"
        boolean parts = state.isSymbolAt(i - 1, ',')
                && (state.isAt(i, Cue.OF)
                        || (state.hasTyped(i, Trait.DEFINITE_ARTICLE) && state.hasTyped(i + 1, Trait.REST_OF_SUM)));
        return thisTime || question || parts || state.isAt(i, Cue.BUT) || state.hasTyped(i, Trait.TURNS_TO_NOW);
    }

    private boolean isPast(int first, int end) {
        boolean verb = false;
        boolean time = false;
        for (int i = first; i < end; i++) {
            int remark = i > first ? remark(i) : 0;
            if (remark > 0) {
                // What a remark tells is no news of the words around it.
                i = remark;
                continue;
            }
            Token token = state.token(i);
            if (token.isSymbol('?') || (i == first && token.is(Cue.QUESTION))) {
                return false;
            }
            verb |= token.is(Cue.REPORT) || (!token.isNumber() && state.hasTyped(i, Trait.PAST_VERB));
            time |= isPastTime(i);
        }
        return verb && time;
    }

    /** {@code in May}, {@code in the fall}, {@code in 2024}, {@code the 2024 pilot}, {@code yesterday}; but not {@code it may be used}. */
    private boolean isPastTime(int i) {
        boolean led = state.isAt(i - 1, Cue.IN)
                || state.isAt(i - 1, Cue.FROM)
                || state.hasTyped(i - 1, Trait.DEFINITE_ARTICLE)
                || state.isAt(i - 1, Cue.PAST)
                || (state.isNumberAt(i - 1) && state.token(i - 1).isYear());
        if (state.isNumberAt(i)) {
            return state.token(i).isYear() && state.isAt(i - 1, Cue.IN);
        }
        return state.hasTyped(i, Trait.PAST_TIME) && (led || !state.hasTyped(i, Trait.OF_CALENDAR));
    }
}
