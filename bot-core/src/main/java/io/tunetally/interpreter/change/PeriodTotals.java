package io.tunetally.interpreter.change;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the traffic of a counted period that takes the place of the remembered one: {@code forget the 160, it is 54,000 questions in one year},
 * {@code week 6 shows 5,600 calls in the seven days, base the traffic on that}.
 */
final class PeriodTotals {
    /** The most words from a total to its period: {@code 5,600 calls over the whole seven days}. */
    private static final int REACH = 6;

    private static final BigDecimal LEAST = BigDecimal.TEN;

    private final SaidNumbers said;
    private final ParseState state;

    PeriodTotals(SaidNumbers said) {
        this.said = said;
        state = said.state;
    }

    boolean read() {
        if (said.value(SlotName.REQUESTS_PER_DAY) == null || state.hasQuestionMark() || !replaces()) {
            return false;
        }
        List<Integer> totals = new ArrayList<>(1);
        List<Integer> others = new ArrayList<>(1);
        for (int number : said.open()) {
            (daysOf(number) == null ? others : totals).add(number);
        }
        if (totals.size() != 1) {
            return false;
        }
        int total = totals.getFirst();
        int period = period(total);
        // The seven of "in the seven days" belongs to the period.
        if (others.stream().anyMatch(i -> i < total || i > period)) {
            return false;
        }
        BigDecimal days = daysOf(total);
        // A number a day is read elsewhere.
        if (days == null
                || days.compareTo(BigDecimal.ONE) <= 0
                || said.number(total).compareTo(LEAST) < 0) {
            return false;
        }
        for (int i = total + 1; i <= period; i++) {
            state.candidates.settle(i);
            state.token(i).use = Token.Use.CONNECTIVE;
        }
        said.state(
                SlotName.REQUESTS_PER_DAY,
                SaidNumbers.rounded(said.number(total).divide(days, MathContext.DECIMAL64)),
                SaidNumbers.text(said.number(total)) + " / " + SaidNumbers.text(days) + " days",
                total);
        return true;
    }

    /** True if it is said that the number takes the place of another, or that it is the traffic. */
    private boolean replaces() {
        BigDecimal before = said.value(SlotName.REQUESTS_PER_DAY);
        boolean again = before != null
                && said.again().stream().anyMatch(i -> said.number(i).compareTo(before) == 0);
        boolean told = state.hasTypedAnywhere(Trait.TRAFFIC)
                || state.has(Cue.INSTEAD)
                || state.has(Cue.CORRECTION)
                || state.hasTypedAnywhere(Trait.BASES_ON);
        return again || told;
    }

    /** Returns the last word of the period behind a total, or -1. */
    private int period(int total) {
        if (!isCount(total)) {
            return -1;
        }
        boolean led = false;
        int end = Math.min(state.clause(total).end(), total + REACH + 1);
        for (int i = total + 1; i < end && i < state.size(); i++) {
            if (state.timeAt(i) != null) {
                return led || state.isAt(i, Category.PERIODS) ? i : -1;
            }
            // In "1,500 in 400 out for 3 years" the period is not that of the tokens.
            if (state.isNumberAt(i) && state.timeAt(i + 1) == null) {
                return -1;
            }
            led |= state.isAt(i, Cue.IN)
                    || state.isAt(i, Cue.OVER)
                    || state.isAt(i, Cue.PER)
                    || state.isAt(i, Cue.ARTICLE)
                    || state.isAt(i, Cue.FOR);
        }
        return -1;
    }

    private boolean isCount(int total) {
        return state.isCountAt(total)
                && !state.isMoneyBefore(total + 1)
                && !state.isAt(total + 1, Measure.EXAMPLE)
                && state.timeAt(total + 1) == null
                && !state.isAt(total + 1, Measure.TOKEN)
                && !isSideOfRequest(total + 1);
    }

    /** {@code 400 out for 3 years}, {@code 1,500 in over 12 months}: tokens of a request. */
    private boolean isSideOfRequest(int word) {
        boolean in = state.isAt(word, Cue.IN) && (state.isAt(word + 1, Cue.FOR) || state.isAt(word + 1, Cue.OVER));
        return in || state.isAt(word, Cue.OUT) || state.isAt(word, Cue.OUTPUT) || state.isAt(word, Cue.INPUT);
    }

    private @Nullable BigDecimal daysOf(int total) {
        int period = period(total);
        TimeUnit unit = period < 0 ? null : state.timeAt(period);
        BigDecimal days = unit == null ? null : unit.days().orElse(null);
        if (days == null) {
            return null;
        }
        BigDecimal count =
                state.isNumberAt(period - 1) && period - 1 != total ? said.number(period - 1) : BigDecimal.ONE;
        return days.multiply(count, MathContext.DECIMAL64).setScale(0, RoundingMode.HALF_UP);
    }
}
