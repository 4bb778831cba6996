package io.tunetally.interpreter.rate;

import io.tunetally.interpreter.derivation.CountArithmetic;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Problem;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the month that has a multiple of the traffic: {@code 7,500 chats a month, 3x in December}. Over whole years the mean counts it;
 * elsewhere it is not known whether that month is among those that are priced, and the answer says that it was not used.
 */
public final class SeasonalMultiples {
    private static final BigDecimal MONTHS_OF_YEAR = BigDecimal.valueOf(12);
    private static final int DECIMALS = 6;

    /** The most words between a multiple and its month: {@code twice that in a December}. */
    private static final int REACH = 4;

    private final ParseState state;

    private SeasonalMultiples(ParseState state) {
        this.state = state;
    }

    private record Season(int first, int last, BigDecimal factor, int months) {}

    /** Takes the multiple from the readers of a growth, before these. */
    public static void claim(ParseState state) {
        Season season = new SeasonalMultiples(state).season();
        if (season != null) {
            state.use(season.first(), season.last(), Token.Use.SLOT);
            for (int i = season.first(); i <= season.last(); i++) {
                state.candidates.settle(i);
            }
        }
    }

    /** Puts the mean of a year in the place of the usual traffic, or says that the month was not used. */
    static void read(ParseState state) {
        SeasonalMultiples multiples = new SeasonalMultiples(state);
        Season season = multiples.season();
        if (season != null) {
            multiples.read(season);
        }
    }

    private void read(Season season) {
        SlotCandidates.Candidate usual =
                state.candidates.of(SlotName.REQUESTS_PER_DAY).getFirst();
        if (!isOfYears()) {
            state.add(new Problem.UnknownWord(
                    state.typed(season.first(), season.last()), List.of(), state.span(season.first(), season.last())));
            return;
        }
        String before = usual.arithmetic() == null
                ? CountArithmetic.number(usual.numeral().value())
                : usual.arithmetic();
        BigDecimal months = BigDecimal.valueOf(season.months());
        BigDecimal parts = MONTHS_OF_YEAR.subtract(months).add(season.factor().multiply(months));
        BigDecimal mean = usual.numeral()
                .value()
                .multiply(parts)
                .divide(MONTHS_OF_YEAR, MathContext.DECIMAL64)
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        state.candidates.withdraw(usual.token());
        state.candidates.addDerived(SlotName.REQUESTS_PER_DAY, Numeral.of(mean), usual.token());
        state.candidates.explain(
                SlotName.REQUESTS_PER_DAY,
                mean,
                before + ", " + season.factor().toPlainString() + CountArithmetic.TIMES + "that in " + season.months()
                        + " of 12 months");
        state.candidates.settle(usual.token());
        state.token(usual.token()).use = Token.Use.SLOT;
    }

    private boolean isOfYears() {
        List<SlotCandidates.Candidate> months = state.candidates.of(SlotName.MONTHS);
        Slot<Long> year = state.slots.get(SlotName.MONTHS);
        if (months.isEmpty() && year != null && year.high() == null) {
            return year.value() % MONTHS_OF_YEAR.longValueExact() == 0;
        }
        return months.size() == 1
                && !months.getFirst().numeral().isRange()
                && months.getFirst().numeral().value().remainder(MONTHS_OF_YEAR).signum() == 0;
    }

    /** Returns the only multiple that stands beside the name of a month, or null. */
    private @Nullable Season season() {
        List<SlotCandidates.Candidate> rates = state.candidates.of(SlotName.REQUESTS_PER_DAY);
        boolean open =
                rates.size() == 1 && !rates.getFirst().numeral().isRange() && state.hasTypedAnywhere(Trait.MONTH_NAME);
        Season found = null;
        for (int i = 0; open && i < state.size(); i++) {
            Season season = seasonAt(i);
            if (season != null && (found != null || state.isPast(i) || state.isReported(i))) {
                return null;
            }
            found = season == null ? found : season;
        }
        return found;
    }

    private @Nullable Season seasonAt(int i) {
        BigDecimal factor = factorAt(i);
        if (factor == null || factor.compareTo(BigDecimal.ONE) <= 0) {
            return null;
        }
        int last = state.isNumberAt(i) ? i + 1 : i;
        for (int k = last + 1; k <= last + REACH && !state.isNumberAt(k) && !state.isBreakAt(k); k++) {
            if (isMonth(k)) {
                YearWithSeason.Part months = YearWithSeason.named(state, k);
                return months == null ? null : new Season(i, months.last(), factor, months.months());
            }
        }
        for (int k = i - 1; k >= i - REACH && !state.isNumberAt(k) && !state.isBreakAt(k); k--) {
            if (isMonth(k)) {
                return new Season(k, last, factor, 1);
            }
        }
        return null;
    }

    /** The name of a month that opens no range. */
    private boolean isMonth(int i) {
        return state.at(i) != null
                && state.hasTyped(i, Trait.MONTH_NAME)
                && !state.isAt(i - 1, Cue.FROM)
                && !state.isAt(i + 1, Cue.TO);
    }

    private @Nullable BigDecimal factorAt(int i) {
        Token token = state.token(i);
        if (!token.isNumber()) {
            return token.cue() == null ? null : token.cue().multiple();
        }
        boolean times = state.isSymbolAt(i + 1, 'x') || state.isAt(i + 1, Measure.TIMES);
        return times && !token.numeral().isRange() ? token.numeral().value() : null;
    }
}
