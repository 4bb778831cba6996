package io.tunetally.interpreter.entity;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Origin;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;

/** Finds out whether the price of one epoch is asked for: {@code per epoch}, {@code each extra epoch}. */
public final class EpochPrice {
    /** The most words between "each" and the epoch. */
    private static final int REACH = 2;

    /** A message of so few words asks for what it names. */
    private static final int SHORT = 8;

    private final ParseState state;

    private EpochPrice(ParseState state) {
        this.state = state;
    }

    /** Fills the slot. */
    public static void read(ParseState state) {
        new EpochPrice(state).read();
    }

    private void read() {
        for (int i = 0; i < state.size(); i++) {
            int each = state.measureAt(i) == Measure.EPOCH ? each(i) : -1;
            boolean asked = each >= 0
                    && (state.terse
                            || state.size() <= SHORT
                            || state.sentence(i).asks());
            if (asked && !isOfCount(each - 1)) {
                state.slots.put(SlotName.PER_EPOCH, new Slot<>(true, null, Origin.SAID, state.span(each, i), false));
                state.use(each, i, Token.Use.CONNECTIVE);
                return;
            }
        }
    }

    /** Returns the index of the {@code each} of {@code each extra epoch}, or -1. */
    private int each(int epoch) {
        for (int i = epoch - 1; i >= Math.max(0, epoch - REACH) && !state.isBreakAt(i); i--) {
            if (state.isAt(i, Cue.PER) || state.isAt(i, Cue.EACH) || state.isAt(i, Cue.EVERY)) {
                return i;
            }
            if (!state.hasTyped(i, Trait.FURTHER)) {
                return -1;
            }
        }
        return -1;
    }

    /** {@code 2M tokens per epoch}, {@code 900 tok/ea, epochs=9}: a number of the data or of the time. */
    private boolean isOfCount(int before) {
        boolean unit = state.isAt(before, Category.UNITS) && state.measureAt(before) != Measure.EPOCH;
        return unit || state.isNumberAt(before) || state.isSlash(before);
    }
}
