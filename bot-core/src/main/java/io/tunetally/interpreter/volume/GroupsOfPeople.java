package io.tunetally.interpreter.volume;

import io.tunetally.interpreter.derivation.CountArithmetic;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.interpreter.traffic.Periods;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Multiplies groups by the people of each and by what each of those asks: {@code 7 departments, 40 people each, everybody asks 5x a day}, {@code 12
 * shops with 6 clerks each, 15 questions a day per clerk}.
 */
public final class GroupsOfPeople {
    /** The most requests that one sends in a period. */
    private static final BigDecimal MOST = BigDecimal.valueOf(60);
    /** The most words between the groups and their people, and between those and what each of them asks. */
    private static final int REACH = 7;

    private static final int DECIMALS = 6;

    private final ParseState state;
    private final Periods periods;

    private GroupsOfPeople(ParseState state) {
        this.state = state;
        periods = new Periods(state);
    }

    /** Claims the only such groups, before others take the people, or what they ask, for those of one group. */
    public static void read(ParseState state) {
        if (state.has(Cue.EACH) && state.remembered.isEmpty() && state.hasTypedAnywhere(Trait.HEADS)) {
            new GroupsOfPeople(state).read();
        }
    }

    private void read() {
        for (int people = 0; people < state.size(); people++) {
            int each = endOfPeople(people);
            int groups = each < 0 ? -1 : groupsBefore(people);
            int rate = groups < 0 ? -1 : rateBehind(each);
            if (rate >= 0 && !state.isPast(rate) && !state.isReported(rate)) {
                claim(groups, people, rate);
                return;
            }
        }
    }

    private boolean isFree(int number) {
        return state.isPlainCount(number)
                && state.token(number).use == Token.Use.NOTHING
                && !state.candidates.isSettled(number);
    }

    /** Returns the each of {@code 40 people each}, or -1. */
    private int endOfPeople(int people) {
        int noun = people + 1;
        boolean heads = isFree(people) && !state.isNumberAt(noun) && state.hasTyped(noun, Trait.HEADS);
        return heads && state.isAt(noun + 1, Cue.EACH) ? noun + 1 : -1;
    }

    /** Returns the 7 of {@code 7 departments,} before their people, or -1. */
    private int groupsBefore(int people) {
        for (int i = people - 1; i >= Math.max(0, people - REACH); i--) {
            if (state.isNumberAt(i)) {
                boolean groups = isFree(i)
                        && state.isPluralAt(i + 1)
                        && !state.isItemAt(i + 1)
                        && !state.isAt(i + 1, Measure.REQUEST)
                        && state.timeAt(i + 1) == null;
                return groups ? i : -1;
            }
        }
        return -1;
    }

    /** Returns the 5 of {@code everybody asks 5x a day}, or -1; a number for all of them is none. */
    private int rateBehind(int each) {
        int end = Math.min(state.sentence(each).end(), each + REACH);
        for (int i = each + 1; i < end; i++) {
            if (state.isAt(i, Cue.TOTAL) || state.hasTyped(i, Trait.ADDS_UP)) {
                return -1;
            }
            if (state.isNumberAt(i)) {
                boolean few = isFree(i) && value(i).signum() > 0 && value(i).compareTo(MOST) <= 0;
                TimeUnit time = few ? timeOf(i) : null;
                return time != null && time.days().isPresent() ? i : -1;
            }
        }
        return -1;
    }

    /** Returns the last word of what is sent: {@code 5 questions}, {@code 5x}, {@code 5 times}. */
    private int unitOf(int rate) {
        int next = rate + 1;
        boolean unit = state.isTimesSign(next)
                || state.isAt(next, Measure.TIMES)
                || state.isAt(next, Measure.REQUEST)
                || state.isItemAt(next)
                || state.isPluralAt(next);
        int last = unit ? next : rate;
        return state.isAt(last + 1, Cue.EACH) ? last + 1 : last;
    }

    private @Nullable TimeUnit timeOf(int rate) {
        return periods.timeAfter(unitOf(rate));
    }

    private void claim(int groups, int people, int rate) {
        TimeUnit time = timeOf(rate);
        if (time == null) {
            return;
        }
        BigDecimal product = value(groups).multiply(value(people)).multiply(value(rate));
        BigDecimal perDay = time == TimeUnit.DAY ? product : time.perDay(product);
        perDay = perDay.round(MathContext.DECIMAL64)
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        state.candidates.setAside(groups);
        state.candidates.setAside(people);
        state.use(groups, people + 2, Token.Use.CONNECTIVE);
        state.use(rate, Math.max(rate, periods.lastOfPeriod(unitOf(rate))), Token.Use.CONNECTIVE);
        state.token(rate).use = Token.Use.SLOT;
        state.candidates.addDerived(SlotName.REQUESTS_PER_DAY, Numeral.of(perDay), rate);
        state.candidates.explain(
                SlotName.REQUESTS_PER_DAY,
                perDay,
                CountArithmetic.number(value(groups))
                        + CountArithmetic.TIMES
                        + CountArithmetic.number(value(people))
                        + CountArithmetic.TIMES
                        + CountArithmetic.number(value(rate)));
        state.candidates.settle(rate);
    }

    private BigDecimal value(int number) {
        return Amounts.counted(state.token(number).numeral()).value();
    }
}
