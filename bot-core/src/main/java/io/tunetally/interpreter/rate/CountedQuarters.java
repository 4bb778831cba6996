package io.tunetally.interpreter.rate;

import io.tunetally.interpreter.derivation.CountArithmetic;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Adds the requests of several quarters, each of which has its own count: {@code Q1 200k requests, Q2 260k, Q3 310k, Q4 500k} are the traffic
 * of a year.
 */
public final class CountedQuarters {
    private static final int DECIMALS = 6;
    private static final BigDecimal MONTHS = BigDecimal.valueOf(3);
    private static final BigDecimal DAYS = TimeUnit.QUARTER.days().orElseThrow();

    private CountedQuarters() {}

    /** Claims the counts before others take them for examples. */
    public static void read(ParseState state) {
        if (!state.hasTypedAnywhere(Trait.QUARTER_NAME)) {
            return;
        }
        CountsBeside counts = new CountsBeside(state);
        Map<Integer, Integer> quarters = new LinkedHashMap<>();
        for (int i = 0; i < state.size(); i++) {
            int number = isQuarter(state, i) ? counts.take(i, i) : CountsBeside.NONE;
            boolean counted = number >= 0 && counts.isCount(number);
            boolean told = counted && (state.isReported(number) || state.isPast(number));
            boolean other = counted && counts.timeOf(number) != null && counts.timeOf(number) != TimeUnit.QUARTER;
            if (told || other) {
                return;
            }
            if (counted) {
                quarters.put(i, number);
            }
        }
        long names = quarters.keySet().stream()
                .map(quarter -> state.typed(quarter, quarter))
                .distinct()
                .count();
        boolean sent = quarters.values().stream().anyMatch(counts::isOfRequests);
        if (quarters.size() > 1 && names == quarters.size() && sent) {
            claim(state, counts, quarters);
        }
    }

    private static boolean isQuarter(ParseState state, int i) {
        return !state.isNumberAt(i) && state.hasTyped(i, Trait.QUARTER_NAME);
    }

    private static void claim(ParseState state, CountsBeside counts, Map<Integer, Integer> quarters) {
        BigDecimal size = BigDecimal.valueOf(quarters.size());
        BigDecimal days = DAYS.multiply(size);
        BigDecimal mean = quarters.values().stream()
                .map(counts::value)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(days, DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        String sum = quarters.values().stream()
                .map(number -> CountArithmetic.number(counts.value(number)))
                .collect(Collectors.joining(" + "));
        int base = quarters.values().iterator().next();
        counts.claim(
                quarters.values(), base, mean, "(" + sum + ") / " + CountArithmetic.count(days.longValue()) + " days");
        quarters.keySet().forEach(quarter -> state.use(quarter, quarter, Token.Use.CONNECTIVE));
        int first = quarters.keySet().iterator().next();
        state.candidates.addDerived(SlotName.MONTHS, Numeral.of(MONTHS.multiply(size)), first);
        state.candidates.settle(first);
        state.token(first).use = Token.Use.SLOT;
    }
}
