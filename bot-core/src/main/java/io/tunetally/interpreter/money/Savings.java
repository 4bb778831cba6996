package io.tunetally.interpreter.money;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.interpreter.traffic.Periods;
import io.tunetally.request.Intent;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Finds what the asker saves and pays once, where a message asks when that pays back: {@code training is $400 and we save 35 minutes
 * a day at $28 an hour}. The sums that are paid once add up.
 */
public final class Savings {
    /** The most words between a saving and the word that says so. */
    private static final int REACH = 8;

    private static final int CENTS = 2;

    private final ParseState state;
    private BigDecimal once = BigDecimal.ZERO;
    private int onceAt = -1;
    /** Whether what is paid once was worked out of several numbers. */
    private boolean summed;

    private Savings(ParseState state) {
        this.state = state;
    }

    /** Claims the sums of a message that says what is saved and asks when it pays back. */
    public static void read(ParseState state) {
        if (state.hasTypedAnywhere(Trait.SAVES_SUM) && asksForPayback(state)) {
            new Savings(state).read();
        }
    }

    /** {@code payback}, {@code when do we have the money back}, {@code when is it paid back}. */
    public static boolean asksForPayback(ParseState state) {
        boolean asked = state.has(Intent.BREAKEVEN);
        for (int i = 1; !asked && state.hasTypedAnywhere(Trait.BACK_AGAIN) && i < state.size(); i++) {
            asked = !state.isNumberAt(i)
                    && state.hasTyped(i, Trait.BACK_AGAIN)
                    && !state.isNumberAt(i - 1)
                    && (state.hasTyped(i - 1, Trait.PAID_SUM) || state.hasTyped(i - 1, Trait.PAYS));
        }
        return asked;
    }

    private void read() {
        boolean saved = false;
        for (int i = 0; i < state.size(); i++) {
            saved |= isSum(i) && readSaving(i);
        }
        for (int i = 0; saved && i < state.size(); i++) {
            if (isSum(i)) {
                readOnce(i);
            }
        }
        if (onceAt >= 0 && summed) {
            state.candidates.addDerived(SlotName.PREPARATION_USD, Numeral.of(once), onceAt);
        } else if (onceAt >= 0) {
            state.candidates.add(SlotName.PREPARATION_USD, Numeral.of(once), onceAt);
        }
    }

    /** True of an unread amount of US dollars. */
    private boolean isSum(int i) {
        return state.isNumberAt(i)
                && !state.token(i).numeral().isRange()
                && state.token(i).use == Token.Use.NOTHING
                && (state.isSymbolAt(i - 1, '$') || state.isAt(i + 1, Measure.DOLLAR));
    }

    private boolean readSaving(int i) {
        int last = lastOfSum(i);
        BigDecimal sum = state.token(i).numeral().value();
        int unit = unitBehind(last);
        TimeUnit time = unit < 0 ? null : Periods.timeOf(state.measureAt(unit));
        if (time == TimeUnit.HOUR) {
            return readTime(i, unit, sum);
        }
        boolean near = isNear(i, Trait.SAVES_SUM);
        if (near && unit >= 0 && state.measureAt(unit) == Measure.REQUEST) {
            claim(SlotName.SAVING_PER_REQUEST_USD, sum, i, unit, false);
            return true;
        }
        if (near && state.isTimesSign(i - 2)) {
            claim(SlotName.SAVING_PER_REQUEST_USD, sum, i, last, false);
            return true;
        }
        if (!near || time == null || time.days().isEmpty()) {
            return false;
        }
        claim(SlotName.MONTHLY_SAVING_USD, aMonth(sum, time), i, unit, time != TimeUnit.MONTH);
        return true;
    }

    /** {@code 35 minutes a day at $28 an hour}. */
    private boolean readTime(int rate, int unit, BigDecimal hourly) {
        for (int i = rate - 1; i >= state.clause(rate).first(); i--) {
            TimeUnit spent = state.isNumberAt(i) ? Periods.timeOf(state.measureAt(i + 1)) : null;
            if ((spent == TimeUnit.MINUTE || spent == TimeUnit.HOUR) && readTime(i, spent, rate, unit, hourly)) {
                return true;
            }
        }
        return false;
    }

    private boolean readTime(int time, TimeUnit spent, int rate, int unit, BigDecimal hourly) {
        int period = unitBehind(time + 1);
        TimeUnit each = period < 0 ? null : Periods.timeOf(state.measureAt(period));
        if (each == null || each.days().isEmpty() || !isNear(time, Trait.SAVES_SUM)) {
            return false;
        }
        BigDecimal hours = state.token(time).numeral().value().divide(spent.perHour(), MathContext.DECIMAL64);
        claim(SlotName.MONTHLY_SAVING_USD, aMonth(hours.multiply(hourly), each), rate, unit, true);
        state.use(time, period, Token.Use.CONNECTIVE);
        state.candidates.settle(time);
        return true;
    }

    /** {@code the training is $400}, {@code staff 2 weeks at $4,000 per week}. */
    private void readOnce(int i) {
        int last = lastOfSum(i);
        BigDecimal sum = state.token(i).numeral().value();
        int unit = unitBehind(last);
        int count = -1;
        if (unit >= 0) {
            count = countBefore(i, state.measureAt(unit));
            if (count < 0) {
                return;
            }
            sum = sum.multiply(state.token(count).numeral().value());
            state.use(count, count + 1, Token.Use.CONNECTIVE);
            state.candidates.settle(count);
        }
        summed |= onceAt >= 0 || count >= 0;
        once = once.add(sum);
        onceAt = onceAt < 0 ? i : onceAt;
        use(i, Math.max(last, unit));
    }

    /** Returns the index of the 2 of {@code 2 weeks at $4,000 per week}; -1 for none. */
    private int countBefore(int sum, @Nullable Measure unit) {
        for (int i = sum - 1; i >= Math.max(0, sum - REACH); i--) {
            if (state.isNumberAt(i) && unit != null && state.measureAt(i + 1) == unit) {
                return i;
            }
        }
        return -1;
    }

    private void claim(SlotName<BigDecimal> slot, BigDecimal value, int number, int last, boolean derived) {
        Numeral numeral = Numeral.of(value);
        if (derived) {
            state.candidates.addDerived(slot, numeral, number);
        } else {
            state.candidates.add(slot, numeral, number);
        }
        use(number, last);
    }

    private void use(int number, int last) {
        state.use(state.isSymbolAt(number - 1, '$') ? number - 1 : number, last, Token.Use.CONNECTIVE);
        state.candidates.settle(number);
        state.token(number).use = Token.Use.SLOT;
    }

    private int lastOfSum(int i) {
        return state.isAt(i + 1, Measure.DOLLAR) ? i + 1 : i;
    }

    /** Returns the index of the unit of {@code a day}, {@code per request}, {@code /month}, {@code monthly}; -1 for none. */
    private int unitBehind(int last) {
        int each = last + 1;
        if (state.isAt(each, Category.PERIODS) && state.measureAt(each) != null) {
            return each;
        }
        boolean per = state.isAt(each, Cue.PER)
                || state.isAt(each, Cue.ARTICLE)
                || state.isAt(each, Cue.EVERY)
                || state.isAt(each, Cue.EACH)
                || state.isSlash(each)
                || isOne(each);
        return per && state.measureAt(each + 1) != null ? each + 1 : -1;
    }

    /** The {@code a} of {@code 35 minutes a day}, which is also a number. */
    private boolean isOne(int i) {
        return state.isNumberAt(i) && state.token(i).numeral().value().compareTo(BigDecimal.ONE) == 0;
    }

    private boolean isNear(int number, Trait trait) {
        int first = Math.max(state.sentence(number).first(), number - REACH);
        for (int i = number - 1; i >= first; i--) {
            if (!state.isNumberAt(i) && state.hasTyped(i, trait)) {
                return true;
            }
        }
        return false;
    }

    private static BigDecimal aMonth(BigDecimal amount, TimeUnit period) {
        return period.perDay(amount)
                .multiply(TimeUnit.MONTH.days().orElseThrow())
                .setScale(CENTS, RoundingMode.HALF_UP);
    }
}
