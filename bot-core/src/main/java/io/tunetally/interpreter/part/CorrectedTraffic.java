package io.tunetally.interpreter.part;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Amounts;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The period of traffic that a message corrects at once: {@code 12,000 requests per week... sorry, 14,000}. */
final class CorrectedTraffic {
    private CorrectedTraffic() {}

    /** The week of {@code 12,000 requests per week... sorry, 14,000}, the day of {@code sorry, 2,000 per day}. */
    static @Nullable TimeUnit periodOf(ParseState state, SlotCandidates.Candidate before, int number) {
        TimeUnit own = periodBehind(state, number);
        if (own != null || before.numeral().isRange()) {
            return own;
        }
        BigDecimal written =
                Amounts.counted(state.token(before.token()).numeral()).value();
        for (TimeUnit unit : TimeUnit.values()) {
            if (unit.perDay(written).compareTo(before.numeral().value()) == 0) {
                return unit;
            }
        }
        return null;
    }

    /** Returns the period of {@code 2,000 per day}, {@code 900 an hour}, or null. */
    static @Nullable TimeUnit periodBehind(ParseState state, int number) {
        boolean led = state.isAt(number + 1, Cue.PER) || state.isAt(number + 1, Cue.ARTICLE);
        Measure measure = led ? state.measureAt(number + 2) : null;
        return measure == null ? null : measure.time();
    }
}
