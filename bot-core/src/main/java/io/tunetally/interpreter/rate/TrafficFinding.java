package io.tunetally.interpreter.rate;

import io.tunetally.interpreter.derivation.Figure;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The requests of a day that the readers found.
 *
 * @param perDay them; null if they found none or several
 * @param kind 0 for none, 1 for a number of the message, 2 for one that follows from these
 * @param sure whether it is a sum that readers have settled: {@code HR 200, sales 500, support 1500 requests per day}
 */
record TrafficFinding(@Nullable BigDecimal perDay, int kind, boolean sure) {
    private static final int AGREES = 3;

    static TrafficFinding of(ParseState state) {
        List<SlotCandidates.Candidate> rates = state.candidates.of(SlotName.REQUESTS_PER_DAY);
        boolean one = rates.stream()
                                .map(each -> each.numeral().value().stripTrailingZeros())
                                .distinct()
                                .count()
                        == 1
                && rates.stream()
                        .noneMatch(each ->
                                each.numeral().isRange() || each.numeral().isAmbiguous());
        if (!one) {
            return new TrafficFinding(null, 0, false);
        }
        SlotCandidates.Candidate rate = rates.getFirst();
        boolean sum = rate.derived() && state.candidates.isSettled(rate.token());
        return new TrafficFinding(rate.numeral().value(), rate.derived() ? 2 : 1, sum);
    }

    /** Returns what a derivation is to what was found: 0 for no traffic, 1 for a number of the message, 2 for a product, 3 if it is found. */
    int agreement(TrafficDerivation derivation, List<Figure> figures) {
        if (isFound(derivation, figures)) {
            return AGREES;
        }
        return !derivation.hasTraffic() ? 0 : derivation.isPlain() ? 1 : 2;
    }

    boolean isFound(TrafficDerivation derivation, List<Figure> figures) {
        return isSame(perDay, derivation.perDay(figures));
    }

    /** True of two numbers that are equal but for rounding, or of none twice. */
    static boolean isSame(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        double ratio = one.doubleValue() / other.doubleValue();
        return Math.abs(ratio - 1) < 1e-5;
    }
}
