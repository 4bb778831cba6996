package io.tunetally.interpreter.run;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Problem;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

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
            if (last < 0 || isOfTraffic(i)) {
                continue;
            }
            if (isCountedElsewhere(i, last)) {
                tell(i, last);
            } else if (!state.remembered.has(SlotName.EXAMPLES)) {
                train(i, last);
            }
            return;
        }
    }

    /** Says that the growth of data that are counted elsewhere was not used. */
    private void tell(int number, int last) {
        int first = isGrowing(number - 2) && state.hasTyped(number - 1, Trait.BY) ? number - 2 : number;
        state.ignore(number);
        state.candidates.settle(number);
        state.add(new Problem.UnknownWord(state.typed(first, last), List.of(), state.span(first, last)));
    }

    /** Counts what comes in from one training to the next: 1,500 of {@code 500 new tickets a month, retrain quarterly}. */
    private void train(int number, int last) {
        Numeral each = Amounts.counted(state.token(number).numeral());
        BigDecimal period = Objects.requireNonNull(state.timeAt(last)).days().orElseThrow();
        BigDecimal interval = interval().orElse(period);
        state.use(number, last, Token.Use.CONNECTIVE);
        state.token(number).use = Token.Use.SLOT;
        if (interval.compareTo(period) == 0) {
            state.candidates.add(SlotName.EXAMPLES, each, number);
        } else {
            Numeral all = each.converted(count -> count.multiply(interval).divide(period, 0, RoundingMode.HALF_UP));
            state.candidates.addDerived(SlotName.EXAMPLES, all, number);
            state.candidates.explain(
                    SlotName.EXAMPLES,
                    all.value(),
                    each.value().toPlainString() + " × " + interval.toPlainString() + " / " + period.toPlainString());
        }
        state.candidates.settle(number);
    }

    /** Returns the days from one training to the next of {@code retrain quarterly}, {@code retraining it every quarter}. */
    private Optional<BigDecimal> interval() {
        for (int i = 0; i < state.size(); i++) {
            int end = state.isAt(i, Cue.RETRAIN) ? Math.min(state.sentence(i).end(), i + REACH_OF_PERIOD) : i;
            for (int k = i + 1; k < end; k++) {
                TrainingInterval interval = TrainingInterval.at(state, k);
                if (interval != null) {
                    return Optional.of(interval.days());
                }
            }
        }
        return Optional.empty();
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
