package io.tunetally.interpreter.traffic;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Origin;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.math.MathContext;

/** Other periods for the traffic of the conversation: {@code that 42k is a week not a month}, {@code per hour, not per day}. */
public final class PeriodCorrections {
    /** The most words between a number and its verb: {@code the 300 requests are per hour}. */
    private static final int REACH = 3;

    private final ParseState state;
    private final Periods periods;

    private PeriodCorrections(ParseState state) {
        this.state = state;
        periods = new Periods(state);
    }

    /** Reads them before other numbers are read. */
    public static void read(ParseState state) {
        if (state.mayEdit()
                && state.remembered.has(SlotName.REQUESTS_PER_DAY)
                && !state.has(Cue.RETRAIN)
                && !state.has(Measure.EXAMPLE)) {
            new PeriodCorrections(state).read();
        }
    }

    private void read() {
        boolean counted = false;
        for (int i = 0; i < state.size(); i++) {
            counted |= state.isNumberAt(i);
            if (state.isNumberAt(i) && ofNumber(i)) {
                return;
            }
        }
        for (int i = 0; i < state.size() && !counted; i++) {
            if (ofRemembered(i)) {
                return;
            }
        }
        if (!counted && state.has(Cue.CORRECTION)) {
            corrected();
        }
    }

    /** {@code no sorry, that's per week}: the requests that were said of a day, where the message says nothing else. */
    private void corrected() {
        Slot<BigDecimal> said = state.remembered.get(SlotName.REQUESTS_PER_DAY);
        int period = onlyPeriod();
        TimeUnit time = period < 0 ? null : periods.timeAt(period);
        boolean ofDay = said != null
                && said.high() == null
                && said.origin() != Origin.DERIVED
                && said.value().stripTrailingZeros().scale() <= 0;
        if (said != null && ofDay && time != null && time != TimeUnit.DAY) {
            claim(time.perDay(said.value()), period, period);
        }
    }

    /** Returns the period of a message that is nothing but a correction of one, or -1. */
    private int onlyPeriod() {
        int found = -1;
        for (int i = 0; i < state.size(); i++) {
            int period = periodAt(i);
            if (period >= 0) {
                if (found >= 0) {
                    return -1;
                }
                found = period;
                i = period;
            } else if (!saysNothingElse(i)) {
                return -1;
            }
        }
        return found;
    }

    private boolean saysNothingElse(int i) {
        return state.isBreakAt(i)
                || state.isAt(i, Cue.CORRECTION)
                || state.isAt(i, Cue.NOT)
                || state.isAt(i, Category.COURTESIES)
                || state.hasTyped(i, Trait.PRONOUN)
                || state.hasTyped(i, Trait.FORM_OF_BE);
    }

    /** {@code those 1,400 are weekly}. */
    private boolean ofNumber(int number) {
        int verb = number + 1;
        while (verb <= number + REACH && isNoun(verb)) {
            verb++;
        }
        int next = state.hasTyped(verb + 1, Trait.DEFINITE_ARTICLE) ? verb + 2 : verb + 1;
        int period = state.hasTyped(verb, Trait.FORM_OF_BE) ? periodAt(next) : -1;
        TimeUnit time = period < 0 || state.isSymbolAt(number - 1, '$') ? null : periods.timeAt(period);
        Numeral said = Amounts.counted(state.token(number).numeral());
        if (time == null || said.isRange() || said.isAmbiguous()) {
            return false;
        }
        claim(time.perDay(said.value()), number, period);
        return true;
    }

    private boolean isNoun(int i) {
        return state.isAt(i, Measure.REQUEST)
                || state.isAt(i, Measure.ITEM)
                || state.isAt(i, Category.FUNCTIONS)
                || (state.at(i) != null && state.token(i).kind == Token.Kind.WORD);
    }

    /** {@code per hour, not per day}, {@code not a month but a week}: the same number in another period. */
    private boolean ofRemembered(int i) {
        boolean denied = state.isAt(i, Cue.NOT) || state.isAt(i, Cue.INSTEAD_OF);
        int former = denied ? periodAt(i + 1) : -1;
        TimeUnit before = former < 0 ? null : periods.timeAt(former);
        if (before == null || isOfRetraining(before)) {
            return false;
        }
        for (int k = 0; k < state.size(); k++) {
            int period = k < i || k > former ? periodAt(k) : -1;
            TimeUnit now = period < 0 || (period >= i && period <= former) ? null : periods.timeAt(period);
            BigDecimal perDay = state.remembered.value(SlotName.REQUESTS_PER_DAY);
            if (now != null && now != before && perDay != null) {
                BigDecimal said = perDay.divide(before.perDay(BigDecimal.ONE), MathContext.DECIMAL32);
                claim(now.perDay(said), period, period);
                state.token(former).use = Token.Use.CONNECTIVE;
                return true;
            }
        }
        return false;
    }

    /** {@code not weekly, every quarter}, where the model is trained again each week. */
    private boolean isOfRetraining(TimeUnit period) {
        Long every = state.remembered.value(SlotName.RETRAIN_EVERY_DAYS);
        return every != null
                && period.days().filter(days -> days.longValue() == every).isPresent();
    }

    /** Returns the last word of {@code weekly}, {@code per week}; of {@code a week} only where no duration is remembered. */
    private int periodAt(int i) {
        if (state.isAt(i, Category.PERIODS)) {
            return i;
        }
        boolean led = state.isAt(i, Cue.PER)
                || state.isAt(i, Cue.EVERY)
                || (state.isAt(i, Cue.ARTICLE) && !state.remembered.has(SlotName.MONTHS));
        return led && periods.timeAt(i + 1) != null ? i + 1 : -1;
    }

    private void claim(BigDecimal perDay, int first, int last) {
        state.candidates.addDerived(SlotName.REQUESTS_PER_DAY, Numeral.of(perDay.stripTrailingZeros()), first);
        state.use(first, last, Token.Use.CONNECTIVE);
        state.token(first).use = Token.Use.SLOT;
    }
}
