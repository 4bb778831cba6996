package io.tunetally.interpreter.rate;

import io.tunetally.interpreter.derivation.Figure;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Numeral;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the hours of a day between two times: {@code from 8 to 18}, {@code 9 to 5}, {@code 6 in the morning till 10 at night}. */
final class OpeningHours {
    private static final int HOURS = 24;
    private static final int NOON = 12;

    private final ParseState state;

    private OpeningHours(ParseState state) {
        this.state = state;
    }

    /** Returns the first hours as a figure; none if there are none. */
    static List<Figure> of(ParseState state) {
        OpeningHours hours = new OpeningHours(state);
        for (int i = 0; i < state.size(); i++) {
            Figure figure = state.isNumberAt(i) ? hours.at(i) : null;
            if (figure != null) {
                return List.of(figure);
            }
        }
        return List.of();
    }

    private @Nullable Figure at(int first) {
        Numeral numeral = state.token(first).numeral();
        BigDecimal high = numeral.high();
        if (high != null) {
            boolean named = state.unitFinder.right(first) >= 0 || state.isPercentAt(first + 1);
            return named ? null : figure(first, first, time(numeral.value(), first), time(high, first));
        }
        int to = pastHalf(first + 1);
        if (!state.isAt(to, Cue.TO)) {
            return null;
        }
        if (state.hasTyped(to + 1, Trait.MIDNIGHT)) {
            return figure(first, to + 1, time(numeral.value(), first), HOURS);
        }
        boolean counts = !state.isNumberAt(to + 1) || state.unitFinder.right(to + 1) >= 0;
        return counts
                ? null
                : figure(
                        first,
                        pastHalf(to + 2) - 1,
                        time(numeral.value(), first),
                        time(state.token(to + 1).numeral().value(), to + 1));
    }

    /** Returns the index behind {@code am}, {@code in the evening} and the like. */
    private int pastHalf(int i) {
        return state.hasTyped(i, Trait.BEFORE_NOON) || state.hasTyped(i, Trait.AFTER_NOON) ? i + 1 : i;
    }

    /** Returns the hour of a day; -1 if it is none. */
    private int time(BigDecimal number, int at) {
        boolean hour = number.stripTrailingZeros().scale() <= 0
                && number.signum() >= 0
                && number.compareTo(BigDecimal.valueOf(HOURS)) <= 0;
        boolean late = hour && state.hasTyped(at + 1, Trait.AFTER_NOON) && number.intValue() < NOON;
        return !hour ? -1 : late ? number.intValue() + NOON : number.intValue();
    }

    private static @Nullable Figure figure(int first, int last, int from, int to) {
        if (from < 0 || to < 0 || from == to) {
            return null;
        }
        // "9 to 5" ends in the afternoon, "20 to 8" in the next morning.
        int end = to < from && to + NOON > from && to < NOON ? to + NOON : to;
        return new Figure(first, last, Math.floorMod(end - from, HOURS), null, -1, "", List.of());
    }
}
