package io.tunetally.interpreter.run;

import io.tunetally.catalog.Objective;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Origin;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.TrainingStage;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Sets the second of two stages aside, each of which has its own data: {@code SFT on 20k examples for 2 epochs, then DPO on 6k pairs}. A
 * request has room for one job; the answer says what was left.
 */
public final class SecondStage {
    /** The most words from a length to the side that it is of. */
    private static final int REACH_OF_SIDE = 4;

    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);

    private final ParseState state;

    private SecondStage(ParseState state) {
        this.state = state;
    }

    /** Sets it aside before its numbers are taken for those of the first. */
    public static void read(ParseState state) {
        if (state.remembered.isEmpty() && state.has(Category.OBJECTIVES) && state.language == null) {
            new SecondStage(state).read();
        }
    }

    private void read() {
        int first = objective(0, null);
        int second = first < 0 ? -1 : objective(first + 1, state.typed(first, first));
        if (second < 0 || !isPlain(first) || !isPlain(second)) {
            return;
        }
        int start = counts(first, second) ? second : nextStage(second);
        if (start < 0 || !counts(0, start)) {
            return;
        }
        int last = lastOf(start);
        if (last < 0 || !counts(start, last + 1)) {
            return;
        }
        TrainingStage stage = stage(second, start, last);
        if (stage != null) {
            // Without a place in the text: the values of what is left out of a request are none of it.
            state.slots.put(SlotName.OTHER_STAGE, Slot.of(stage, Origin.SAID));
        }
        for (int i = start; i <= last; i++) {
            if (state.isNumberAt(i)) {
                state.setAside(i);
                state.candidates.settle(i);
            }
            state.token(i).use = Token.Use.KNOWN_NON_SLOT;
        }
        state.background(second, second);
        state.leaveOut(start, last, Interpretation.Unused.Kind.STAGE);
    }

    /** Returns what is said of the stage, so that a later message may ask for it; null if it is not sure what a number is. */
    private @Nullable TrainingStage stage(int objective, int start, int last) {
        Token named = state.token(objective);
        Long examples = null;
        Long tokens = null;
        Long epochs = null;
        for (int i = start; i <= last; i++) {
            if (!state.isNumberAt(i)) {
                continue;
            }
            Numeral numeral = Amounts.counted(state.token(i).numeral());
            boolean plain = !numeral.isRange()
                    && !numeral.isAmbiguous()
                    && numeral.value().stripTrailingZeros().scale() <= 0
                    && numeral.value().compareTo(MOST) <= 0;
            Long value = plain ? numeral.value().longValue() : null;
            if (state.isAt(i + 1, Measure.TOKEN) && tokens == null) {
                tokens = value != null && isOfOneSide(i) ? Long.valueOf(2 * value) : value;
            } else if (state.isAt(i + 1, Measure.EPOCH) && epochs == null) {
                epochs = value;
            } else if (state.isItemAt(i + 1) && examples == null) {
                examples = value;
            } else {
                return null;
            }
        }
        return examples != null && named.lexeme != null && named.lexeme.code() instanceof Objective of
                ? new TrainingStage(of, examples, tokens, epochs)
                : null;
    }

    /** {@code 900 tokens each side}: a pair has two. */
    private boolean isOfOneSide(int number) {
        for (int i = number + 2; i <= number + REACH_OF_SIDE && !state.isBreakAt(i) && !state.isNumberAt(i); i++) {
            if (state.hasTyped(i, Trait.ONE_SIDE)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the index of the next objective that is another one than a given, or -1. */
    private int objective(int from, @Nullable String other) {
        for (int i = from; i < state.size(); i++) {
            if (state.isAt(i, Category.OBJECTIVES) && !state.typed(i, i).equals(other)) {
                return i;
            }
        }
        return -1;
    }

    /** False of {@code no DPO}, {@code DPO vs SFT}, {@code after SFT}. */
    private boolean isPlain(int objective) {
        int before = objective - 1;
        return !state.isAt(before, Cue.NOT)
                && !state.isAt(before, Cue.VERSUS)
                && !state.isAt(before, Cue.OR)
                && !state.isAt(before, Trait.AFTER)
                && !state.isAt(objective + 1, Cue.VERSUS)
                && !state.isAt(objective + 1, Cue.OR)
                && !state.hasTyped(objective + 1, Trait.FOLLOWS_STAGE);
    }

    /** True if examples are counted between two indices. */
    private boolean counts(int from, int end) {
        for (int i = from; i + 1 < end; i++) {
            if (state.isCountAt(i) && state.isItemAt(i + 1) && !state.isOfMention(i)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the index of the {@code then} before the numbers of the second stage: {@code SFT then DPO: 20k ..., then 6k pairs}; or -1. */
    private int nextStage(int from) {
        for (int i = from + 1; i + 1 < state.size(); i++) {
            boolean next = state.hasTyped(i, Trait.NEXT_STAGE) && !state.isNumberAt(i);
            if (next && state.isCountAt(i + 1) && state.isItemAt(i + 2)) {
                return i + 1;
            }
        }
        return -1;
    }

    /** Returns the index of the last number of the stage, or of its unit, before a model or a question; or -1. */
    private int lastOf(int start) {
        int last = -1;
        for (int i = start; i < state.sentence(start).end(); i++) {
            boolean other = state.isOfMention(i)
                    || state.isAt(i, Category.PROVIDERS)
                    || state.isAt(i, Category.INTENTS)
                    || (i > start && state.isAt(i, Category.OBJECTIVES) && last >= 0);
            if (other) {
                break;
            }
            boolean unit = state.isItemAt(i)
                    || state.isAt(i, Measure.TOKEN)
                    || state.isAt(i, Measure.EPOCH)
                    || state.isAt(i, Cue.OUTPUT)
                    || state.hasTyped(i, Trait.ONE_SIDE);
            last = state.isNumberAt(i) || unit ? i : last;
        }
        return last;
    }
}
