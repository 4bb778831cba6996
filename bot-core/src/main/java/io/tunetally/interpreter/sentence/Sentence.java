package io.tunetally.interpreter.sentence;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.token.Token;
import org.jspecify.annotations.Nullable;

/**
 * One sentence of a message, up to its mark or a line break. Each fact about it is found in one pass over its tokens, when it is first needed, so
 * that a reader may ask for every word of the sentence.
 */
public final class Sentence {
    private final ParseState state;
    private final int first;
    private final int end;
    private @Nullable Boolean asks;
    private @Nullable Boolean tunes;
    private @Nullable Boolean asksWhatCanBeHad;
    private @Nullable Boolean reported;
    private int firstPerson = -1;
    private int firstUncourteous = -1;

    Sentence(ParseState state, int first, int end) {
        this.state = state;
        this.first = first;
        this.end = end;
    }

    /** The place of its first token. */
    public int first() {
        return first;
    }

    /** The place of its mark, of the line break behind it, or the number of tokens. */
    public int end() {
        return end;
    }

    /** Whether it asks for something. */
    public boolean asks() {
        if (asks == null) {
            asks = SpeechAct.asks(state, this);
        }
        return asks;
    }

    /** Whether it tells what has been done, and asks nothing. */
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

    /** Whether it names tuning, training or a model. */
    boolean tunes() {
        if (tunes == null) {
            boolean found = false;
            for (int i = first; i < end && !found; i++) {
                Token token = state.token(i);
                found = token.is(Category.TUNING) || token.is(Cue.TRAINING) || token.is(Category.MODELS);
            }
            tunes = found;
        }
        return tunes;
    }

    /** Whether it asks what can be had: {@code how many examples can I}. */
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

    /** Whether a word for a person ({@code we}, {@code my team}) stands before a place in it. */
    boolean namesPersonBefore(int index) {
        if (firstPerson < 0) {
            firstPerson = first;
            while (firstPerson < end && !state.token(firstPerson).is(Cue.PERSON)) {
                firstPerson++;
            }
        }
        return firstPerson < index;
    }

    /** Whether only courtesies and symbols stand in it before a place. */
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
