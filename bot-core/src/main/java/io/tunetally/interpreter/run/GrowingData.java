package io.tunetally.interpreter.run;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.request.Problem;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.List;

/**
 * Finds by how much the data grow between the trainings of a model: {@code starting with 3,000 tickets, we add 500 a month and retrain
 * monthly}. Each training is priced on the same data, so the answer says that the growth was not used. Where nothing else counts the data,
 * what is new is what each training has: {@code 500 new tickets a month, retrain monthly}.
 */
public final class GrowingData {
    /** The most words from the word for a growth to its number. */
    private static final int REACH = 4;

    /** The most words between a number and its period: {@code 250 new support tickets every month}. */
    private static final int REACH_OF_PERIOD = 4;

    private final ParseState state;

    private GrowingData(ParseState state) {
        this.state = state;
    }

    /** Takes the growth from the readers of counts, before these. */
    public static void read(ParseState state) {
        if (state.has(Cue.RETRAIN)) {
            new GrowingData(state).read();
        }
    }

    private void read() {
        for (int i = 0; i < state.size(); i++) {
            int last = state.isCountAt(i) && isGrowth(i) ? period(i) : -1;
            if (last >= 0 && !isOfTraffic(i) && !isCountedElsewhere(i, last)) {
                if (state.remembered.has(SlotName.EXAMPLES)) {
                    return;
                }
                state.claim(SlotName.EXAMPLES, i, i, last);
                state.candidates.settle(i);
                return;
            }
            if (last >= 0 && !isOfTraffic(i)) {
                int first = isGrowing(i - 2) && state.hasTyped(i - 1, Trait.BY) ? i - 2 : i;
                state.ignore(i);
                state.candidates.settle(i);
                state.add(new Problem.UnknownWord(state.typed(first, last), List.of(), state.span(first, last)));
                return;
            }
        }
    }

    /** Returns the last word of the period behind what is counted, or -1; requests grow elsewhere. */
    private int period(int number) {
        for (int i = number + 1; i <= number + 1 + REACH_OF_PERIOD && !state.isBreakAt(i); i++) {
            boolean one =
                    state.isNumberAt(i) && state.token(i).numeral().value().compareTo(BigDecimal.ONE) == 0;
            boolean led = one
                    || state.isAt(i, Cue.PER)
                    || state.isAt(i, Cue.EVERY)
                    || state.isAt(i, Cue.EACH)
                    || state.isAt(i, Cue.ARTICLE);
            if ((state.isNumberAt(i) && !one) || state.isAt(i, Measure.REQUEST) || state.isAt(i, Cue.RETRAIN)) {
                return -1;
            }
            int last = state.isAt(i, Category.PERIODS) ? i : led ? i + 1 : -1;
            TimeUnit unit = last < 0 ? null : state.timeAt(last);
            if (unit != null) {
                boolean several = unit.days()
                        .filter(days -> days.compareTo(BigDecimal.ONE) > 0)
                        .isPresent();
                return several ? last : -1;
            }
        }
        return -1;
    }

    /** {@code add 500}, {@code growing by 500}, {@code 500 new tickets}, {@code 800 more}; not {@code retrained on 500 new tickets}. */
    private boolean isGrowth(int number) {
        if (isLedByWhatIsTrained(number)) {
            return false;
        }
        boolean more = isMore(number + 1) || isMore(number + 2);
        for (int i = number - 1; i >= number - REACH && !state.isNumberAt(i) && !more; i--) {
            more = isGrowing(i);
        }
        return more;
    }

    private boolean isLedByWhatIsTrained(int number) {
        return state.isAt(number - 1, Cue.ON)
                || (state.at(number - 1) != null
                        && !state.isNumberAt(number - 1)
                        && state.hasTyped(number - 1, Trait.HAVING));
    }

    private boolean isMore(int i) {
        return state.at(i) != null
                && !state.isNumberAt(i)
                && (state.hasTyped(i, Trait.FRESH) || state.hasTyped(i, Trait.ADDED) || state.hasTyped(i, Trait.MORE));
    }

    private boolean isGrowing(int i) {
        return state.at(i) != null
                && !state.isNumberAt(i)
                && (state.hasTyped(i, Trait.GROWTH) || state.hasTyped(i, Trait.ADDS_TRAFFIC));
    }

    private boolean isOfTraffic(int number) {
        for (int i = state.clause(number).first(); i < number; i++) {
            if (state.isAt(i, Measure.REQUEST) || (!state.isNumberAt(i) && state.hasTyped(i, Trait.TRAFFIC))) {
                return true;
            }
        }
        return false;
    }

    /** True if another number counts the data, so that this one is what comes on top. */
    private boolean isCountedElsewhere(int number, int last) {
        for (int i = 0; i < state.size(); i++) {
            boolean other = (i < number || i > last) && state.isCountAt(i) && !state.isSize(i);
            int unit = other ? state.unitFinder.right(i) : -1;
            boolean data = other && (state.isAt(unit, Measure.EXAMPLE) || state.isAt(unit, Measure.ITEM) || isStart(i));
            if (data) {
                return true;
            }
        }
        return false;
    }

    /** {@code starting with 3,000}, {@code from 1,200 now}. */
    private boolean isStart(int number) {
        boolean led = isLedByWhatIsTrained(number) || state.isAt(number - 1, Cue.FROM);
        int unit = state.unitFinder.right(number);
        return led && (unit < 0 || state.isAt(unit, Measure.EXAMPLE) || state.isAt(unit, Measure.ITEM));
    }
}
