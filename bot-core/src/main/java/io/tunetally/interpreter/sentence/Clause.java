package io.tunetally.interpreter.sentence;

import io.tunetally.interpreter.lexicon.Category;
import org.jspecify.annotations.Nullable;

/** One clause of a message: a part of a {@link Sentence} up to a comma, a colon or a bracket. */
public final class Clause {
    private final ParseState state;
    private final int first;
    private final int end;
    private @Nullable Boolean terse;
    private int firstKnob = -1;

    Clause(ParseState state, int first, int end) {
        this.state = state;
        this.first = first;
        this.end = end;
    }

    /** The place of its first token. */
    public int first() {
        return first;
    }

    /** The place of the mark behind it, or the number of tokens. */
    public int end() {
        return end;
    }

    /** Whether it is a command without a sentence around it; found in one pass, when it is first needed. */
    public boolean isTerse() {
        if (terse == null) {
            terse = CommandStyle.isTerse(state, first, end);
        }
        return terse;
    }

    /** Whether it names a setting of training, such as a learning rate, before a place in it. */
    public boolean namesKnobBefore(int index) {
        if (firstKnob < 0) {
            firstKnob = first;
            while (firstKnob < end && !state.isAt(firstKnob, Category.KNOBS)) {
                firstKnob++;
            }
        }
        return firstKnob < index;
    }
}
