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

/**
 * Requests that are counted as a whole: {@code classify 1 million documents once}, {@code 90k calls to a tuned model}, {@code
 * the price per 1,000 requests}. They are work of the running model, counted as the requests of one month.
 */
final class OneTimeRequests {
    /** The most words between the verb of the work and its number. */
    private static final int NEAR = 3;

    private final ParseState state;
    private final DailyRequests dailyRequests;

    OneTimeRequests(ParseState state, DailyRequests dailyRequests) {
        this.state = state;
        this.dailyRequests = dailyRequests;
    }

    boolean read(int number, int unit) {
        boolean whole = number < unit
                && !state.candidates.has(SlotName.REQUESTS_PER_DAY)
                && !TunedModels.areTrained(state)
                && (isProcessed(number) || isOfTunedModel(unit));
        if (!whole) {
            return false;
        }
        dailyRequests.claim(number, TimeUnit.MONTH, number, unit);
        state.candidates.addDerived(SlotName.MONTHS, Numeral.of(BigDecimal.ONE), number);
        state.candidates.settle(number);
        return true;
    }

    /** {@code classify 1 million documents once}, {@code one-off: tag all 5,000 products}. */
    private boolean isProcessed(int number) {
        int verb = number - 1;
        while (verb > number - NEAR && !state.isNumberAt(verb) && isFunction(verb)) {
            verb--;
        }
        return !state.isNumberAt(verb)
                && state.hasTyped(verb, Trait.PROCESSES)
                && state.hasTypedAnywhere(Trait.ONE_TIME);
    }

    private boolean isFunction(int index) {
        return state.isAt(index, Category.FUNCTIONS)
                || state.isAt(index, Cue.PERSON)
                || state.isAt(index, Cue.ALL)
                || state.isAt(index, Cue.FROM);
    }

    /** {@code 10,000 chats on tuned qwen3-8b, 2k in 400 out}: only requests have an answer whose tokens are counted apart. */
    private boolean isOfTunedModel(int unit) {
        return TunedModels.areNamed(state) && (state.isAt(unit, Measure.REQUEST) || countsBothWays());
    }

    private boolean countsBothWays() {
        return (state.has(Cue.IN) || state.has(Cue.INPUT)) && (state.has(Cue.OUT) || state.has(Cue.OUTPUT));
    }
}
