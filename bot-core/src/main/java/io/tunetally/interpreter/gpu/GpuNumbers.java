package io.tunetally.interpreter.gpu;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SmallWords;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.List;

/**
 * Reads another number of the GPUs that a conversation is about, where nothing else is said: {@code how long with 8?},
 * {@code on just one of them}, {@code and with 4?}. A number that names a GPU there counts nothing: {@code change card to 3090}.
 */
public final class GpuNumbers {
    /** A longer message says more than the number. */
    private static final int LONGEST = 12;

    private static final BigDecimal MOST_GPUS = BigDecimal.valueOf(64);

    /** What else a small number may count. */
    private static final List<SlotName<?>> SMALL =
            List.of(SlotName.EPOCHS, SlotName.RUNS, SlotName.ROLLOUTS, SlotName.MONTHS, SlotName.UNITS);

    private final ParseState state;
    private final SmallWords smallWords;

    private GpuNumbers(ParseState state) {
        this.state = state;
        smallWords = new SmallWords(state);
    }

    /** Fills the slot. */
    public static void read(ParseState state) {
        if (state.remembered.has(SlotName.GPU)) {
            setAsideNames(state);
            readSetting(state);
        }
        if (state.remembered.has(SlotName.GPU) && state.size() <= LONGEST) {
            new GpuNumbers(state).read();
        }
    }

    private static void setAsideNames(ParseState state) {
        for (int i = 0; i < state.size(); i++) {
            if (state.isGpuOfEdit(i)) {
                state.setAside(i);
            }
        }
    }

    /** {@code num_gpus: 4}. */
    private static void readSetting(ParseState state) {
        for (int i = 2; i < state.size(); i++) {
            if (state.isGpuCount(i)
                    && state.isAssignmentAt(i - 1)
                    && (state.isAt(i - 2, Trait.GPU_COUNT) || state.hasTyped(i - 2, Trait.GPU_COUNT))
                    && !state.has(Category.GPUS)) {
                long gpus = state.token(i).numeral().value().longValue();
                state.slots.put(SlotName.GPUS, Slot.said(gpus, state.span(i, i)));
                state.setAside(i);
                state.token(i).use = Token.Use.SLOT;
            }
        }
    }

    private void read() {
        for (int i = 1; i < state.size(); i++) {
            boolean one = state.isAt(i, Cue.ARTICLE) && state.isAt(i + 1, Cue.THEM);
            if (isLed(i) && (one || (state.isCountAt(i) && isNumber(i))) && isAlone(i)) {
                long gpus = one ? 1 : state.token(i).numeral().value().longValue();
                state.slots.put(SlotName.GPUS, Slot.said(gpus, state.span(i, i)));
                state.token(i).use = Token.Use.SLOT;
                return;
            }
        }
    }

    /** {@code with 8}, {@code on just one}, {@code all 8}. */
    private boolean isLed(int number) {
        int before = state.hasTyped(number - 1, Trait.NARROWS) ? number - 2 : number - 1;
        return state.isAt(before, Cue.OF) || state.isAt(before, Cue.ON) || state.isAt(before, Cue.ALL);
    }

    private boolean isNumber(int number) {
        BigDecimal value = state.token(number).numeral().value();
        boolean ends = state.isBreakAt(number + 1) || smallWords.isAt(number + 1);
        boolean only = SMALL.stream().noneMatch(state.remembered::has);
        return value.signum() > 0
                && value.compareTo(MOST_GPUS) <= 0
                && (state.isOfThemAt(number + 1) || (ends && (only || asksHowLong(state))));
    }

    private boolean isAlone(int number) {
        for (int i = 0; i < state.size(); i++) {
            boolean ofTime =
                    state.isAt(i, Cue.LONG) || state.hasTyped(i, Trait.EXPECTS) || state.isAt(i, Cue.WHAT_ABOUT);
            boolean them = state.isAt(i, Cue.THEM) || state.hasTyped(i, Trait.NARROWS);
            if (i != number && !ofTime && !them && !smallWords.isAt(i)) {
                return false;
            }
        }
        return !state.has(Cue.THANKS);
    }

    /** True of {@code how long for 5M tokens?}. */
    public static boolean asksHowLong(ParseState state) {
        for (int i = 0; i < state.size(); i++) {
            if (state.isAt(i, Cue.QUESTION) && state.isAt(i + 1, Cue.LONG)) {
                return true;
            }
        }
        return false;
    }
}
