package io.tunetally.interpreter.rate;

import io.tunetally.interpreter.derivation.CountArithmetic;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Problem;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the traffic of today is to become: {@code 2,000 users now and 20,000 in a year}, {@code 7,000 requests a day now, 40,000 in two
 * years}. The answer then has the cost of today and that of later.
 */
public final class FutureLevels {
    /** The most words from the number of today to the word for today, and from a later number to its date. */
    private static final int REACH = 6;

    /** The most tokens from the number of today to the later one. */
    private static final int REACH_OF_LATER = 10;

    private static final int MOST_MONTHS = 60;

    private final ParseState state;

    private FutureLevels(ParseState state) {
        this.state = state;
    }

    /**
     * Two numbers of the same things.
     *
     * @param first the index of the first token of the later number and its date
     * @param last the index of the last token of these
     */
    private record Levels(int now, int later, int first, int last) {}

    /** Takes the later number and its date from the readers of data and of months, before these. */
    public static void claim(ParseState state) {
        Levels levels = new FutureLevels(state).levels();
        if (levels != null) {
            for (int i = levels.first(); i <= levels.last(); i++) {
                state.candidates.setAside(i);
            }
            state.use(levels.first(), levels.last(), Token.Use.CONNECTIVE);
            state.token(levels.later()).use = Token.Use.SLOT;
        }
    }

    /** Widens the only rate of a message to the later one, or says that the later number was not used. */
    static void read(ParseState state) {
        FutureLevels reader = new FutureLevels(state);
        Levels levels = reader.levels();
        if (levels != null) {
            reader.read(levels);
        }
    }

    private void read(Levels levels) {
        List<SlotCandidates.Candidate> rates = state.candidates.of(SlotName.REQUESTS_PER_DAY);
        BigDecimal today = value(levels.now());
        if (rates.size() != 1 || rates.getFirst().numeral().isRange() || today.signum() <= 0) {
            state.add(new Problem.UnknownWord(
                    state.typed(levels.first(), levels.last()), List.of(), state.span(levels.first(), levels.last())));
            return;
        }
        SlotCandidates.Candidate rate = rates.getFirst();
        BigDecimal low = rate.numeral().value();
        BigDecimal high = low.multiply(value(levels.later()))
                .divide(today, MathContext.DECIMAL32)
                .stripTrailingZeros();
        Numeral range = low.compareTo(high) <= 0
                ? Numeral.of(low).to(Numeral.of(high))
                : Numeral.of(high).to(Numeral.of(low));
        state.candidates.withdraw(rate.token());
        state.candidates.addDerived(SlotName.REQUESTS_PER_DAY, range, rate.token());
        state.candidates.settle(rate.token());
        state.candidates.explain(
                SlotName.REQUESTS_PER_DAY,
                range.value(),
                CountArithmetic.number(low) + " today, " + CountArithmetic.number(high) + " later");
        state.token(rate.token()).use = Token.Use.SLOT;
    }

    private @Nullable Levels levels() {
        boolean open = state.remembered.isEmpty() && state.hasTypedAnywhere(Trait.TODAY);
        for (int i = 0; open && i < state.size(); i++) {
            if (state.isPlainCount(i) && isOfTraffic(i) && isOfToday(i)) {
                return behind(i);
            }
        }
        return null;
    }

    /** Returns the later number behind that of today, which counts the same or nothing. */
    private @Nullable Levels behind(int now) {
        int end = Math.min(state.sentence(now).end(), now + REACH_OF_LATER);
        for (int later = now + 1; later < end; later++) {
            if (!state.isPlainCount(later) || state.measureAt(later + 1) == Measure.TOKEN) {
                continue;
            }
            int last = dateBehind(later);
            int first = last < 0 ? dateBefore(later) : later;
            if ((last >= 0 || first >= 0) && !isOther(now, later)) {
                return new Levels(now, later, first, Math.max(last, later));
            }
        }
        return null;
    }

    private boolean isOther(int now, int later) {
        boolean noun = state.isPluralAt(later + 1) || state.isAt(later + 1, Measure.REQUEST);
        return (noun && !state.typed(later + 1, later + 1).equals(state.typed(now + 1, now + 1)))
                || state.clause(later).namesTraining()
                || state.clause(now).namesTraining();
    }

    private boolean isOfTraffic(int number) {
        return state.isAt(number + 1, Measure.REQUEST)
                || state.hasTyped(number + 1, Trait.HEADS)
                || (state.isItemAt(number + 1) && state.isRateAt(number + 2))
                || isDaily(number);
    }

    /** {@code 10k/day}. */
    private boolean isDaily(int number) {
        return state.isRateAt(number + 1) && state.hasTypedAnywhere(Trait.MONTH_NAME);
    }

    private boolean isOfToday(int number) {
        for (int i = number + 1; i <= number + REACH && !state.isNumberAt(i) && !state.isSymbolAt(i, ','); i++) {
            if (state.hasTyped(i, Trait.TODAY)) {
                return true;
            }
        }
        for (int i = number - 1; i >= number - REACH && !state.isBreakAt(i) && !state.isNumberAt(i); i--) {
            if (state.hasTyped(i, Trait.TODAY)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the last word of {@code in a year}, {@code by the end of next year} behind a number, or -1. */
    private int dateBehind(int number) {
        for (int i = number + 1; i <= number + REACH && !state.isNumberAt(i) && !state.isSymbolAt(i, ','); i++) {
            int last = lastOfDate(i);
            if (last >= 0) {
                return last;
            }
        }
        return -1;
    }

    /** Returns the first word of the {@code in a year} right before a number, or -1. */
    private int dateBefore(int number) {
        for (int i = number - 1; i >= number - REACH; i--) {
            int last = lastOfDate(i);
            if (last >= 0) {
                return last >= number - 2 && last < number ? i : -1;
            }
        }
        return -1;
    }

    /** Returns the last word of {@code in a year}, {@code in 12 months}, {@code next year}, {@code a year from now}, {@code from april}, or -1. */
    private int lastOfDate(int i) {
        if (state.at(i) == null || state.isNumberAt(i)) {
            return -1;
        }
        if (state.isAt(i, Cue.FROM)
                && state.at(i + 1) != null
                && !state.isNumberAt(i + 1)
                && state.hasTyped(i + 1, Trait.MONTH_NAME)) {
            return i + 1;
        }
        boolean in = state.isAt(i, Cue.IN) || state.isAt(i, Cue.OVER);
        boolean some = state.isAt(i + 1, Cue.ARTICLE) || isSmall(i + 1);
        if (in && some && isLong(i + 2)) {
            return i + 2;
        }
        boolean one = state.isAt(i, Cue.ARTICLE) && isLong(i + 1) && state.hasTyped(i + 2, Trait.LATER);
        if (one) {
            return state.hasTyped(i + 3, Trait.TODAY) ? i + 3 : i + 2;
        }
        return state.hasTyped(i, Trait.LATER) && isLong(i + 1) ? i + 1 : -1;
    }

    private boolean isLong(int i) {
        TimeUnit unit = state.isNumberAt(i) ? null : state.timeAt(i);
        return unit != null && unit.days().isPresent() && unit.compareTo(TimeUnit.MONTH) >= 0;
    }

    private boolean isSmall(int i) {
        return state.isCountAt(i)
                && !state.token(i).numeral().isRange()
                && value(i).compareTo(BigDecimal.valueOf(MOST_MONTHS)) <= 0;
    }

    private BigDecimal value(int number) {
        return Amounts.counted(state.token(number).numeral()).value();
    }
}
