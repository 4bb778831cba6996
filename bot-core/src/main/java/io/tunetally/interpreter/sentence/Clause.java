package io.tunetally.interpreter.sentence;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import org.jspecify.annotations.Nullable;

/** A clause of a message: a part of a {@link Sentence} up to a comma, a colon or a bracket. */
public final class Clause {
    private final ParseState state;
    private final int first;
    private final int end;
    private @Nullable Boolean terse;
    private @Nullable Boolean training;
    private @Nullable Boolean requests;

    Clause(ParseState state, int first, int end) {
        this.state = state;
        this.first = first;
        this.end = end;
    }

    /** Returns the index of its first token. */
    public int first() {
        return first;
    }

    /** Returns the index of the mark after it, or the number of tokens. */
    public int end() {
        return end;
    }

    /** True if it is a command without a sentence around it; computed in one pass on demand. */
    public boolean isTerse() {
        if (terse == null) {
            terse = CommandStyle.isTerse(state, first, end);
        }
        return terse;
    }

    /** True if it speaks of tuning or training; computed in one pass on demand. */
    public boolean namesTraining() {
        if (training == null) {
            boolean named = false;
            for (int i = first; i < end && !named; i++) {
                named = state.isAt(i, Category.TUNING) || state.isAt(i, Cue.TRAINING);
            }
            training = named;
        }
        return training;
    }

    /** True if it counts requests or their rate; computed in one pass on demand. */
    public boolean namesRequests() {
        if (requests == null) {
            boolean named = false;
            for (int i = first; i < end && !named; i++) {
                named = state.isAt(i, Measure.REQUEST) || state.isAt(i, Category.RATES);
            }
            requests = named;
        }
        return requests;
    }

    /** True of the work itself: {@code the tuned model for 5 hours} is about one that runs. */
    public boolean namesTrainingWork() {
        for (int i = first; i < end && namesTraining(); i++) {
            boolean work = state.isAt(i, Category.TUNING) && !state.hasTyped(i, Trait.TUNED);
            if (work || state.isAt(i, Cue.TRAINING)) {
                return true;
            }
        }
        return false;
    }
}
