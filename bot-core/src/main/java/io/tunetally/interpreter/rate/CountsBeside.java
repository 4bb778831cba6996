package io.tunetally.interpreter.rate;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.part.Part;
import io.tunetally.interpreter.part.Parts;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.interpreter.traffic.Periods;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the traffic that belongs to each of several named times, with no comma and no {@code and} between: {@code Saturday 1,500},
 * {@code 200k requests in Q1}, {@code half of that on weekends}.
 */
final class CountsBeside {
    static final int NONE = -1;

    /** The most words between a time and its number. */
    private static final int REACH = 6;

    private final ParseState state;
    private final Periods periods;
    private final Parts parts;
    private final Set<Integer> taken = new HashSet<>();

    CountsBeside(ParseState state) {
        this.state = state;
        periods = new Periods(state);
        parts = new Parts(state);
    }

    /** Returns the index of the count, or of the share, that stands beside a time and no other time has taken, or {@link #NONE}. */
    int take(int first, int last) {
        int found = towards(first, -1);
        found = found >= 0 ? found : towards(last, 1);
        if (found >= 0) {
            taken.add(found);
        }
        return found;
    }

    boolean isTaken(int number) {
        return taken.contains(number);
    }

    private int towards(int from, int step) {
        for (int i = from + step; Math.abs(i - from) <= REACH && !ends(i); i += step) {
            boolean count = isCount(i) || share(i) != null;
            if (count || state.isNumberAt(i)) {
                return count && !isTaken(i) ? i : NONE;
            }
        }
        return NONE;
    }

    private boolean ends(int i) {
        return state.isBreakAt(i) || state.isAt(i, Cue.AND) || state.isOfMention(i);
    }

    /** Returns the half of {@code half of that}, or null; {@code half of them come on weekends} is a part of all. */
    @Nullable Part share(int i) {
        Part share = state.at(i) == null ? null : parts.at(i);
        boolean ofThat =
                share != null && state.isAt(share.last() + 1, Cue.OF) && !state.isAt(share.last() + 2, Cue.THEM);
        return ofThat ? share : null;
    }

    /** True of a number without a unit, of requests or of things; its period, if it has one, is another matter. */
    boolean isCount(int number) {
        return state.isPlainCount(number)
                && state.token(number).use == Token.Use.NOTHING
                && (isSent(number + 1) || (!state.isUnitAt(number + 1) && !state.isAt(number + 1, Category.RATES)));
    }

    private boolean isSent(int unit) {
        return state.isAt(unit, Measure.REQUEST) || state.isAt(unit, Measure.ITEM);
    }

    boolean isOfRequests(int number) {
        return state.isAt(number + 1, Measure.REQUEST);
    }

    /** Returns the period of a number, or null if none is said. */
    @Nullable TimeUnit timeOf(int number) {
        return periods.timeAfter(isSent(number + 1) ? number + 1 : number);
    }

    BigDecimal value(int number) {
        return Amounts.counted(state.token(number).numeral()).value();
    }

    /**
     * Puts a mean in the place of the numbers that it is worked out from.
     *
     * @param base the index of the number that it is written at
     */
    void claim(Collection<Integer> numbers, int base, BigDecimal mean, String arithmetic) {
        for (int number : numbers) {
            Part share = share(number);
            int last = share == null ? lastOf(number) : share.last();
            state.use(number, last, Token.Use.CONNECTIVE);
            state.candidates.settle(number);
            if (number != base) {
                state.candidates.setAside(number);
            }
        }
        state.token(base).use = Token.Use.SLOT;
        state.candidates.addDerived(SlotName.REQUESTS_PER_DAY, Numeral.of(mean), base);
        state.candidates.explain(SlotName.REQUESTS_PER_DAY, mean, arithmetic);
    }

    private int lastOf(int number) {
        int unit = isSent(number + 1) ? number + 1 : number;
        return Math.max(unit, timeOf(number) == null ? unit : periods.lastOfPeriod(unit));
    }
}
