package io.tunetally.interpreter.run;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;

/**
 * Finds how much a seller lets through: {@code capped at 40k TPM and 300 RPM}, {@code 3 requests per second, 500K tokens per minute}.
 * Tokens of a minute are limited, and nobody counts traffic by them.
 */
public final class RateLimits {
    private final ParseState state;

    private RateLimits(ParseState state) {
        this.state = state;
    }

    /** Sets limits aside before numbers are read, those of requests beside those of tokens. */
    public static void read(ParseState state) {
        boolean told = !state.asks() || state.hasTypedAnywhere(Trait.CAPS) || state.hasTypedAnywhere(Trait.RATE_LIMIT);
        if (told && (state.hasTypedAnywhere(Trait.TOKENS_PER_MINUTE) || state.has(Measure.TOKEN))) {
            new RateLimits(state).read();
        }
    }

    private void read() {
        boolean limited = false;
        for (int i = 0; i < state.size(); i++) {
            if (state.isCountAt(i) && isOfTokens(i)) {
                state.setAside(i);
                limited = true;
            }
        }
        for (int i = 0; limited && i < state.size(); i++) {
            if (state.isCountAt(i) && isOfRequests(i)) {
                state.setAside(i);
            }
        }
    }

    /** {@code 40k TPM}, {@code TPM: 40000}, {@code 500K tokens per minute}. */
    private boolean isOfTokens(int i) {
        int name =
                state.isAssignmentAt(i - 1) || state.isAt(i - 1, Cue.OF) || state.isAt(i - 1, Cue.IS) ? i - 2 : i - 1;
        boolean minute =
                state.isAt(i + 1, Measure.TOKEN) && state.isAt(i + 2, Cue.PER) && state.isAt(i + 3, Measure.MINUTE);
        return minute
                || state.hasTyped(i + 1, Trait.TOKENS_PER_MINUTE)
                || (!state.isNumberAt(name) && state.hasTyped(name, Trait.TOKENS_PER_MINUTE));
    }

    private boolean isOfRequests(int i) {
        int unit = state.isAt(i + 1, Category.RATES)
                ? i + 1
                : state.isAt(i + 1, Measure.REQUEST) && state.isAt(i + 2, Cue.PER) ? i + 3 : -1;
        return state.isAt(unit, Measure.MINUTE) || state.isAt(unit, Measure.SECOND);
    }
}
