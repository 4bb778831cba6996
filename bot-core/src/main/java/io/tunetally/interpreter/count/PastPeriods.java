package io.tunetally.interpreter.count;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the requests of a past time that stands before them: {@code last 30d: 195,000 calls}, {@code past 90 days we had 45,000
 * calls}. Each day had its part of them.
 */
public final class PastPeriods {
    /** The most words from the time to its requests. */
    private static final int REACH = 4;

    private static final Pattern DAYS = Pattern.compile("(\\d{1,3})d");

    private PastPeriods() {}

    /** Claims the first such number as the traffic. */
    public static void read(ParseState state) {
        for (int i = 0; state.has(Cue.PAST) && state.has(Measure.REQUEST) && i < state.size(); i++) {
            BigDecimal joined = state.isAt(i, Cue.PAST) ? joinedDays(state, i + 1) : null;
            int served = joined == null ? -1 : requests(state, i + 2);
            if (joined != null && served >= 0) {
                claim(state, served, i, joined);
                return;
            }
            TimeUnit time = state.isAt(i, Cue.PAST) && state.isCountAt(i + 1) ? state.timeAt(i + 2) : null;
            BigDecimal each = time == null ? null : time.days().orElse(null);
            int number = each == null ? -1 : requests(state, i + 3);
            if (each != null && number >= 0) {
                claim(
                        state,
                        number,
                        i,
                        each.multiply(state.token(i + 1).numeral().value()));
                return;
            }
        }
    }

    /** Returns the 30 of {@code 30d}, or null. */
    private static @Nullable BigDecimal joinedDays(ParseState state, int i) {
        Token token = state.at(i);
        Matcher days = token == null || token.kind != Token.Kind.CODE ? null : DAYS.matcher(state.typed(i, i));
        return days != null && days.matches() ? new BigDecimal(days.group(1)) : null;
    }

    /** Returns the index of the only number behind a time that counts requests, or -1. */
    private static int requests(ParseState state, int first) {
        boolean mark = state.isSymbolAt(first, ':');
        for (int i = first; i <= first + REACH && state.at(i) != null; i++) {
            if (state.isNumberAt(i)) {
                boolean rate = state.isRateAt(i + 2);
                return state.isCountAt(i) && state.isAt(i + 1, Measure.REQUEST) && !rate ? i : -1;
            }
            if ((state.isBreakAt(i) && !mark) || state.isAt(i, Cue.TRAINING)) {
                return -1;
            }
        }
        return -1;
    }

    private static void claim(ParseState state, int number, int first, BigDecimal days) {
        if (days.signum() <= 0) {
            return;
        }
        Numeral perDay = Amounts.counted(state.token(number).numeral())
                .converted(all -> all.divide(days, MathContext.DECIMAL32));
        state.candidates.addDerived(SlotName.REQUESTS_PER_DAY, perDay, number);
        state.candidates.settle(number);
        state.candidates.settle(first + 1);
        state.use(first, number + 1, Token.Use.CONNECTIVE);
        state.token(number).use = Token.Use.SLOT;
    }
}
