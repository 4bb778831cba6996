package io.tunetally.interpreter.rate;

import io.tunetally.interpreter.derivation.CountArithmetic;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.Clause;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.interpreter.traffic.Periods;
import io.tunetally.request.Intent;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads parts of a year by their names, where a price is asked for them: {@code cost for Q1 and Q2}, {@code 600k requests in H1},
 * {@code 250,000 requests in the first year}.
 */
final class NamedQuarters {
    private static final int DECIMALS = 6;
    private static final int MONTHS_OF_QUARTER = 3;
    private static final int MONTHS_OF_HALF = 6;
    private static final int MONTHS_OF_YEAR = 12;

    private static final BigDecimal DAYS_OF_A_MONTH = TimeUnit.MONTH.days().orElseThrow();

    private final ParseState state;

    private NamedQuarters(ParseState state) {
        this.state = state;
    }

    /**
     * A part of a year, or several.
     *
     * @param quarter the number in the name of the last quarter, or 0
     */
    private record Part(int first, int last, int months, int quarter) {}

    /** Reads the first part that is asked about, where no other time is said. */
    static void read(ParseState state) {
        boolean named = state.hasTypedAnywhere(Trait.QUARTER_NAME)
                || state.hasTypedAnywhere(Trait.HALF_YEAR_NAME)
                || (state.has(Measure.YEAR) && state.has(Measure.REQUEST));
        if (named && !state.slots.has(SlotName.MONTHS) && state.remembered.isEmpty()) {
            new NamedQuarters(state).read();
        }
    }

    private void read() {
        for (int i = 0; i < state.size(); i++) {
            Part part = partAt(i);
            if (part != null) {
                Part all = joined(part);
                SlotCandidates.Candidate total = totalOf(all);
                if (isOpen(total) && (total != null || isAsked(all)) && !isTold(all)) {
                    claim(all, total);
                    return;
                }
                i = all.last();
            }
        }
    }

    /** True if no time is said, or only the month in which requests come that no time was known for. */
    private boolean isOpen(SlotCandidates.@Nullable Candidate total) {
        return state.candidates.amounts(SlotName.DAYS).findAny().isEmpty()
                && state.candidates
                        .amounts(SlotName.MONTHS)
                        .allMatch(months -> total != null && months.token() == total.token());
    }

    private @Nullable Part partAt(int i) {
        if (state.at(i) == null || state.isNumberAt(i)) {
            return null;
        }
        if (state.hasTyped(i, Trait.QUARTER_NAME)) {
            String name = state.typed(i, i);
            return new Part(i, i, MONTHS_OF_QUARTER, Character.digit(name.charAt(name.length() - 1), 10));
        }
        if (state.hasTyped(i, Trait.HALF_YEAR_NAME)) {
            return new Part(i, i, MONTHS_OF_HALF, 0);
        }
        boolean coming = state.isAt(i, Cue.PAST) && state.hasTyped(i, Trait.WHOLE_PERIOD);
        if (coming && state.timeAt(i + 1) == TimeUnit.YEAR) {
            return new Part(i, i + 1, MONTHS_OF_YEAR, 0);
        }
        boolean number =
                state.isNumberAt(i + 1) && state.token(i + 1).numeral().value().compareTo(BigDecimal.ONE) == 0;
        boolean first = (number || state.isOneAt(i + 1)) && !state.isUnitAt(i + 2);
        return first && state.timeAt(i) == TimeUnit.YEAR && !state.isNumberAt(i - 1)
                ? new Part(i, i + 1, MONTHS_OF_YEAR, 0)
                : null;
    }

    /** Returns {@code Q1, Q2 and Q3}, {@code Q1 to Q3}, {@code H1 + H2} from its first part on. */
    private Part joined(Part first) {
        Part all = first;
        while (true) {
            int link = all.last() + 1;
            link = state.isSymbolAt(link, ',') && state.isAt(link + 1, Cue.AND) ? link + 1 : link;
            boolean through = state.isAt(link, Cue.TO) || state.isSymbolAt(link, '-');
            boolean and = state.isAt(link, Cue.AND)
                    || state.isSymbolAt(link, ',')
                    || state.isSymbolAt(link, '+')
                    || state.isSymbolAt(link, '&')
                    || (!state.isNumberAt(link) && state.hasTyped(link, Trait.PLUS));
            Part next = through || and ? partAt(link + 1) : null;
            if (next == null) {
                return all;
            }
            int quarters = next.quarter() - all.quarter();
            boolean range = through && all.quarter() > 0 && quarters > 0;
            int months = range ? quarters * MONTHS_OF_QUARTER : next.months();
            all = new Part(first.first(), next.last(), all.months() + months, next.quarter());
        }
    }

    /** Returns the requests that are counted in a part of a year, or null. */
    private SlotCandidates.@Nullable Candidate totalOf(Part part) {
        List<SlotCandidates.Candidate> rates = state.candidates.of(SlotName.REQUESTS_PER_DAY);
        if (rates.size() != 1 || rates.getFirst().numeral().isRange()) {
            return null;
        }
        SlotCandidates.Candidate rate = rates.getFirst();
        int number = rate.token();
        int unit = state.isCountAt(number) ? state.unitFinder.right(number) : -1;
        if (!state.isAt(unit, Measure.REQUEST)) {
            return null;
        }
        boolean beside = beforePart(part) == unit;
        boolean open = beside || new Periods(state).timeAfter(unit) == null;
        boolean withoutTime = state.candidates
                .amounts(SlotName.MONTHS)
                .anyMatch(months -> months.token() == number
                        && months.derived()
                        && months.numeral().value().compareTo(BigDecimal.ONE) == 0);
        return open && (beside || withoutTime) ? rate : null;
    }

    /** Returns the index of the word before the {@code in the} of a part. */
    private int beforePart(Part part) {
        int before = part.first() - 1;
        while (state.isAt(before, Trait.DEFINITE_ARTICLE) || isLed(before)) {
            before--;
        }
        return before;
    }

    private boolean isLed(int before) {
        return state.isAt(before, Cue.IN) || state.isAt(before, Cue.FOR) || state.isAt(before, Cue.OVER);
    }

    /** {@code cost for Q1 and Q2}, {@code total cost H1 2027}: a price is asked for it. */
    private boolean isAsked(Part part) {
        int before = part.first() - 1;
        while (state.isAt(before, Trait.DEFINITE_ARTICLE)) {
            before--;
        }
        boolean several = part.months() > MONTHS_OF_HALF || part.last() > part.first();
        boolean led = state.isAt(before, Cue.FOR) || state.isAt(before, Cue.OVER) || state.isBreakAt(before);
        return isPriced(part)
                || (led
                        && isOfTraffic()
                        && (several || state.clause(part.first()).namesRequests()));
    }

    private boolean isPriced(Part part) {
        int behind = part.last() + 1;
        boolean open = !state.isBreakAt(behind) && !state.isNumberAt(behind);
        boolean ofNoun = open && state.hasTyped(behind, Trait.FORECAST);
        return (isPrice(beforePart(part)) && !ofNoun) || isPrice(behind) || (open && isPrice(behind + 1));
    }

    private boolean isPrice(int i) {
        Token token = state.at(i);
        boolean price = token != null && (token.intent() == Intent.ESTIMATE || token.intent() == Intent.TCO);
        return price || state.isAt(i, Cue.TOTAL);
    }

    private boolean isOfTraffic() {
        return state.candidates.has(SlotName.REQUESTS_PER_DAY) || state.has(Measure.REQUEST);
    }

    /** {@code since Q2}, {@code we spent $900 in Q3}: a time of which something is told. */
    private boolean isTold(Part part) {
        Clause clause = state.clause(part.first());
        boolean training = clause.namesTrainingWork() && !clause.namesRequests();
        return state.isAt(part.first() - 1, Cue.FROM)
                || state.isReported(part.first())
                || (training && !isPriced(part));
    }

    private void claim(Part part, SlotCandidates.@Nullable Candidate total) {
        BigDecimal months = BigDecimal.valueOf(part.months());
        int at = part.last();
        if (total != null) {
            int number = total.token();
            BigDecimal days = months.multiply(DAYS_OF_A_MONTH);
            Numeral perDay = Amounts.counted(state.token(number).numeral())
                    .converted(all ->
                            all.divide(days, DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros());
            state.candidates.withdraw(number);
            state.candidates.addDerived(SlotName.REQUESTS_PER_DAY, perDay, number);
            state.candidates.explain(
                    SlotName.REQUESTS_PER_DAY,
                    perDay.value(),
                    CountArithmetic.number(state.token(number).numeral().value()) + " / "
                            + CountArithmetic.count(days.longValue()) + " days");
            state.candidates.settle(number);
            state.token(number).use = Token.Use.SLOT;
        }
        state.use(part.first(), at, Token.Use.CONNECTIVE);
        state.candidates.withdraw(at);
        state.candidates.addDerived(SlotName.MONTHS, Numeral.of(months), at);
        state.candidates.settle(at);
        state.token(at).use = Token.Use.SLOT;
    }
}
