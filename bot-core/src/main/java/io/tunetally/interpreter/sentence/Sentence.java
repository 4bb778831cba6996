package io.tunetally.interpreter.sentence;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import org.jspecify.annotations.Nullable;

/**
 * A sentence of a message, up to its mark or a line break. Each fact about it is computed in one pass over its tokens,
 * on demand, so that the look-up is cheap for every word of the sentence.
 */
public final class Sentence {
    private final ParseState state;
    private final int first;
    private final int end;
    private @Nullable Boolean asks;
    private @Nullable Boolean asksWhatCanBeHad;
    private @Nullable Boolean reported;
    private @Nullable Boolean pastHardware;
    private int firstPerson = -1;
    private int firstUncourteous = -1;

    Sentence(ParseState state, int first, int end) {
        this.state = state;
        this.first = first;
        this.end = end;
    }

    /** Returns the index of its first token. */
    public int first() {
        return first;
    }

    /** Returns the index of its mark or of the line break after it, or the number of tokens. */
    public int end() {
        return end;
    }

    /** True if it is a request. */
    public boolean asks() {
        if (asks == null) {
            asks = SpeechAct.asks(state, this);
        }
        return asks;
    }

    /** True if it reports the past and asks nothing. */
    boolean isReported() {
        if (reported == null) {
            boolean told = false;
            for (int i = first; i < end && !told; i++) {
                told = state.token(i).is(Cue.REPORT);
            }
            reported = told && !asks();
        }
        return reported;
    }

    /** True if it is about a GPU that was used before: {@code for the paper we used 4 A100 during 19 hours on vast}. */
    public boolean isOfPastHardware() {
        if (pastHardware == null) {
            boolean gpu = false;
            boolean past = false;
            for (int i = first; i < end && state.has(Category.GPUS); i++) {
                gpu |= state.isAt(i, Category.GPUS);
                past |= !state.isNumberAt(i) && state.hasTyped(i, Trait.PAST_RUN);
            }
            pastHardware = gpu && past && !asks();
        }
        return pastHardware;
    }

    /** True if it asks what is possible: {@code how many examples can I}. */
    public boolean asksWhatCanBeHad() {
        if (asksWhatCanBeHad == null) {
            boolean found = false;
            for (int i = first; i < end && !found; i++) {
                found = state.token(i).is(Cue.ABILITY);
            }
            asksWhatCanBeHad = found;
        }
        return asksWhatCanBeHad;
    }

    /** True if a word for a person ({@code we}, {@code my team}) precedes a position in it. */
    boolean namesPersonBefore(int index) {
        if (firstPerson < 0) {
            firstPerson = first;
            while (firstPerson < end && !state.token(firstPerson).is(Cue.PERSON)) {
                firstPerson++;
            }
        }
        return firstPerson < index;
    }

    /** True if only courtesies and symbols precede a position in it. */
    boolean isCourteousUpTo(int index) {
        if (firstUncourteous < 0) {
            firstUncourteous = first;
            while (firstUncourteous < end && SpeechAct.isCourteous(state.token(firstUncourteous))) {
                firstUncourteous++;
            }
        }
        return firstUncourteous >= index;
    }
}
