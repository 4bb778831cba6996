package io.tunetally.interpreter.traffic;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import org.jspecify.annotations.Nullable;

/** The requests in a list below a heading that names their period: {@code Statistics of our usual month:}, {@code requests: 24,000}. */
final class HeadedTraffic {
    /** The most tokens from a number back to the end of the heading. */
    private static final int REACH = 24;

    /** The most words of a heading. */
    private static final int LENGTH = 16;

    private final ParseState state;
    private final Periods periods;
    private final DailyRequests dailyRequests;

    HeadedTraffic(ParseState state, Periods periods, DailyRequests dailyRequests) {
        this.state = state;
        this.periods = periods;
        this.dailyRequests = dailyRequests;
    }

    /** Claims a number of requests if a heading above it names a period; of other things if it names traffic, too. */
    boolean read(int number, int unit) {
        int colon = endOfHeading(number);
        TimeUnit time = colon < 0 ? null : period(colon, state.isAt(unit, Measure.REQUEST));
        if (time == null) {
            return false;
        }
        dailyRequests.claim(number, time, Math.min(number, unit), Math.max(number, unit));
        return true;
    }

    private int endOfHeading(int number) {
        for (int i = number - 1; i > Math.max(0, number - REACH); i--) {
            if (isLineEnd(i) && state.isSymbolAt(i - 1, ':')) {
                return i - 1;
            }
        }
        return -1;
    }

    private boolean isLineEnd(int i) {
        Token token = state.at(i);
        return token != null && token.kind == Token.Kind.BREAK;
    }

    private @Nullable TimeUnit period(int colon, boolean requests) {
        TimeUnit time = null;
        boolean traffic = requests;
        for (int i = colon - 1; i >= Math.max(0, colon - LENGTH) && !isLineEnd(i); i--) {
            if (state.isAt(i, Cue.TRAINING)
                    || (state.isNumberAt(i) && !state.token(i).isYear())) {
                return null;
            }
            TimeUnit named = periods.timeAt(i);
            time = named == TimeUnit.WEEK || named == TimeUnit.MONTH ? named : time;
            traffic |= !state.isNumberAt(i) && state.hasTyped(i, Trait.TRAFFIC);
        }
        return traffic ? time : null;
    }
}
