package io.tunetally.interpreter.rate;

import io.tunetally.interpreter.derivation.Figure;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the hours of a day between two times: {@code from 8 to 18}, {@code 9 to 5}, {@code 6 in the morning till 10 at night}. */
final class OpeningHours {
    private static final int HOURS = 24;
    private static final int NOON = 12;

    /** {@code 11am} in one word. */
    private static final Pattern GLUED = Pattern.compile("(\\d{1,2}+)([a-z]++)");

    private final ParseState state;

    private OpeningHours(ParseState state) {
        this.state = state;
    }

    /** Returns the first hours as a figure; none if there are none. */
    static List<Figure> of(ParseState state) {
        OpeningHours hours = new OpeningHours(state);
        for (int i = 0; i < state.size(); i++) {
            Figure figure = hours.at(i);
            if (figure != null) {
                return List.of(figure);
            }
        }
        return List.of();
    }

    private @Nullable Figure at(int first) {
        BigDecimal high = state.isNumberAt(first) ? state.token(first).numeral().high() : null;
        if (high != null) {
            boolean named = state.unitFinder.right(first) >= 0 || state.isPercentAt(first + 1);
            BigDecimal low = state.token(first).numeral().value();
            return named ? null : figure(first, first, time(low, first + 1), time(high, first + 1));
        }
        Time from = timeAt(first);
        int to = from == null ? -1 : from.last() + 1;
        // "between 8 and 16"
        boolean joined = state.isAt(to, Cue.TO) || (state.isAt(to, Cue.AND) && state.isAt(first - 1, Cue.BETWEEN));
        if (from == null || !joined) {
            return null;
        }
        if (state.hasTyped(to + 1, Trait.MIDNIGHT)) {
            return figure(first, to + 1, from.hour(), HOURS);
        }
        // The "pm" of a time is also short for "per month".
        boolean counts = state.isNumberAt(to + 1)
                && !state.hasTyped(to + 2, Trait.AFTER_NOON)
                && state.unitFinder.right(to + 1) >= 0;
        Time until = counts ? null : timeAt(to + 1);
        return until == null ? null : figure(first, until.last(), from.hour(), until.hour());
    }

    /**
     * A time of the day.
     *
     * @param hour -1 if it is none of a day
     * @param last the index of its last word
     */
    private record Time(int hour, int last) {}

    /** Returns the time of {@code 8}, {@code 9 pm}, {@code 11am}, or null. */
    private @Nullable Time timeAt(int i) {
        if (state.isNumberAt(i)) {
            return new Time(time(state.token(i).numeral().value(), i + 1), pastHalf(i + 1) - 1);
        }
        Token token = state.at(i);
        Matcher glued = token != null && token.kind == Token.Kind.CODE ? GLUED.matcher(state.typed(i, i)) : null;
        boolean late = glued != null && glued.matches() && state.compiledLexicon.is(Trait.AFTER_NOON, glued.group(2));
        if (glued == null
                || !glued.matches()
                || !(late || state.compiledLexicon.is(Trait.BEFORE_NOON, glued.group(2)))) {
            return null;
        }
        BigDecimal hour = new BigDecimal(glued.group(1));
        return new Time(hour(hour, late), i);
    }

    /** Returns the index behind {@code am}, {@code in the evening} and the like. */
    private int pastHalf(int i) {
        return state.hasTyped(i, Trait.BEFORE_NOON) || state.hasTyped(i, Trait.AFTER_NOON) ? i + 1 : i;
    }

    /** Returns the hour of a number before the word at an index; -1 if it is none. */
    private int time(BigDecimal number, int half) {
        return hour(number, state.hasTyped(half, Trait.AFTER_NOON));
    }

    private static int hour(BigDecimal number, boolean late) {
        boolean hour = number.stripTrailingZeros().scale() <= 0
                && number.signum() >= 0
                && number.compareTo(BigDecimal.valueOf(HOURS)) <= 0;
        return !hour ? -1 : late && number.intValue() < NOON ? number.intValue() + NOON : number.intValue();
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
