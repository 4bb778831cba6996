package io.tunetally.interpreter.traffic;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.TunedModels;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Requests that are counted as a whole: {@code classify 1 million documents once}, {@code 90k calls to a tuned model}, {@code
 * the price per 1,000 requests}. They are work of the running model, counted as the requests of one month.
 */
final class OneTimeRequests {
    /** The most words between the verb of the work and its number, or a collection of that number. */
    private static final int NEAR = 3;

    private final ParseState state;
    private final DailyRequests dailyRequests;
    private @Nullable Boolean trained;
    private @Nullable Boolean named;
    private @Nullable Boolean bothWays;

    OneTimeRequests(ParseState state, DailyRequests dailyRequests) {
        this.state = state;
        this.dailyRequests = dailyRequests;
    }

    boolean read(int number, int unit) {
        boolean possible = state.hasTypedAnywhere(Trait.TUNED) || state.hasTypedAnywhere(Trait.ONE_TIME);
        boolean whole = possible
                && number < unit
                && !state.isAt(number - 1, Cue.EVERY)
                && !state.isAt(number - 1, Cue.EACH)
                && !state.candidates.has(SlotName.REQUESTS_PER_DAY)
                && (isLeftToProcess(unit) || (!areTrained() && (isProcessed(number) || isOfTunedModel(unit))));
        if (!whole) {
            return false;
        }
        dailyRequests.claim(number, TimeUnit.MONTH, number, unit);
        state.candidates.addDerived(SlotName.MONTHS, Numeral.of(BigDecimal.ONE), number);
        state.candidates.settle(number);
        return true;
    }

    /** {@code classify 1 million documents once}, {@code summarize our archive of 80,000 letters with a tuned qwen3-8b}. */
    private boolean isProcessed(int number) {
        int verb = beforeFunctions(number);
        if (state.isAt(verb + 1, Cue.OF)) {
            verb = beforeFunctions(verb);
        }
        return !state.isNumberAt(verb)
                && state.hasTyped(verb, Trait.PROCESSES)
                && (state.hasTypedAnywhere(Trait.ONE_TIME) || (areNamed() && !namesPeriod()));
    }

    /** {@code 1.1M texts to label, one time job. Is it cheaper to batch gpt-4.1 or tune llama 8b?}: work for either, whatever is trained on. */
    private boolean isLeftToProcess(int unit) {
        return state.isAt(unit + 1, Cue.TO)
                && !state.isNumberAt(unit + 2)
                && state.hasTyped(unit + 2, Trait.PROCESSES)
                && state.hasTypedAnywhere(Trait.ONE_TIME)
                && (areWeighed(unit) || !areTrained());
    }

    /** True if one of several models is to do the work, and what a model is trained on is something else. */
    private boolean areWeighed(int unit) {
        boolean choice = state.mentions.size() > 1 && (state.has(Cue.OR) || state.has(Cue.VERSUS));
        if (!choice || state.has(Cue.BATCH)) {
            return choice;
        }
        for (int i = 0; i < state.size(); i++) {
            if (i != unit && state.isItemAt(i) && state.isCountAt(i - 1)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the index of the nearest word before a position that is no function word. */
    private int beforeFunctions(int index) {
        int i = index - 1;
        while (i > index - NEAR && !state.isNumberAt(i) && isFunction(i)) {
            i--;
        }
        return i;
    }

    private boolean isFunction(int index) {
        return state.isAt(index, Category.FUNCTIONS)
                || state.isAt(index, Cue.PERSON)
                || state.isAt(index, Cue.ALL)
                || state.isAt(index, Cue.OF)
                || state.isAt(index, Cue.FROM);
    }

    /** {@code 10,000 chats on tuned qwen3-8b, 2k in 400 out}: only requests have an answer whose tokens are counted apart. */
    private boolean isOfTunedModel(int unit) {
        return areNamed() && !namesPeriod() && (state.isAt(unit, Measure.REQUEST) || areCountedBothWays());
    }

    /** {@code 2,500 sessions a day of 12 lines, so 30,000 calls}: those may be of that period. */
    private boolean namesPeriod() {
        return state.has(Measure.DAY)
                || state.has(Measure.WEEK)
                || state.has(Measure.MONTH)
                || state.has(Measure.YEAR)
                || state.has(Category.RATES)
                || state.has(Category.PERIODS);
    }

    private boolean areTrained() {
        if (trained == null) {
            trained = TunedModels.areTrained(state);
        }
        return trained;
    }

    private boolean areNamed() {
        if (named == null) {
            named = TunedModels.areNamed(state);
        }
        return named;
    }

    private boolean areCountedBothWays() {
        if (bothWays == null) {
            bothWays = countsBothWays();
        }
        return bothWays;
    }

    private boolean countsBothWays() {
        boolean in = false;
        boolean out = false;
        for (int i = 1; i < state.size(); i++) {
            boolean counted = state.isNumberAt(i - 1) || state.isAt(i - 1, Measure.TOKEN);
            in |= counted && (state.isAt(i, Cue.IN) || state.isAt(i, Cue.INPUT));
            out |= counted && (state.isAt(i, Cue.OUT) || state.isAt(i, Cue.OUTPUT));
        }
        return in && out;
    }
}
