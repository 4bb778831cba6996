package io.tunetally.answer.advice;

import io.tunetally.request.Origin;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.units.Exact;
import io.tunetally.units.Period;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a month, from which the requests a day and the tokens of each follow. The price depends on their products
 * alone, so the lengths are chosen near the assumed ones and the totals are kept.
 */
public final class MonthlyVolume {
    private static final BigDecimal DAYS = BigDecimal.valueOf(Period.DAYS_PER_MONTH);

    /** A length further from the assumed one keeps the totals hardly better. */
    private static final long FARTHEST = 250;

    private final Slots said;
    private final Slots filled;
    /** The prompt sent with every request, which the input of a month includes. */
    private final long prompt;

    private final long usualInput;
    private final long usualOutput;

    private MonthlyVolume(Slots said, Slots filled) {
        this.said = said;
        this.filled = filled;
        prompt = valueOr(SlotName.PROMPT_TOKENS, 0);
        usualInput = valueOr(SlotName.INPUT_TOKENS, 1);
        usualOutput = valueOr(SlotName.OUTPUT_TOKENS, 1);
    }

    /** True if the traffic of filled slots follows from the tokens of a month. */
    public static boolean isSaid(Slots slots) {
        return slots.has(SlotName.MONTHLY_INPUT_TOKENS)
                || slots.has(SlotName.MONTHLY_OUTPUT_TOKENS)
                || slots.has(SlotName.MONTHLY_TOKENS);
    }

    /**
     * Returns filled slots with the traffic that the tokens of a month make, in place of the assumed one.
     *
     * @param said the slots of the request, without defaults
     */
    public static Slots inRequests(Slots said, Slots filled) {
        boolean assumed = filled.has(SlotName.REQUESTS_PER_DAY);
        return assumed && isSaid(filled) ? new MonthlyVolume(said, filled).inRequests() : filled;
    }

    private Slots inRequests() {
        Month input = month(SlotName.MONTHLY_INPUT_TOKENS, prompt + usualInput);
        Month output = month(SlotName.MONTHLY_OUTPUT_TOKENS, usualOutput);
        Month first = input == null ? output : input;
        if (first == null) {
            return filled;
        }
        return said.has(SlotName.REQUESTS_PER_DAY) ? inTokens(input, output) : inBoth(first, input, output);
    }

    /** Both ends of the tokens of a month. */
    private record Month(BigDecimal low, BigDecimal high) {
        /** Returns a part of both ends. */
        Month times(long part, long whole) {
            BigDecimal of = BigDecimal.valueOf(whole);
            BigDecimal share = BigDecimal.valueOf(part);
            return new Month(Exact.quotient(low.multiply(share), of), Exact.quotient(high.multiply(share), of));
        }
    }

    /** Returns the tokens of one side; of a sum the share that the usual lengths give it. */
    private @Nullable Month month(SlotName<Long> side, long usual) {
        Slot<Long> slot = filled.get(side);
        Slot<Long> sum = filled.get(SlotName.MONTHLY_TOKENS);
        if (slot != null) {
            return ends(slot);
        }
        return sum == null ? null : ends(sum).times(usual, prompt + usualInput + usualOutput);
    }

    private static Month ends(Slot<Long> slot) {
        return new Month(BigDecimal.valueOf(slot.value()), BigDecimal.valueOf(slot.highOrValue()));
    }

    /** Divides the tokens among the requests that were said. */
    private Slots inTokens(@Nullable Month input, @Nullable Month output) {
        Slots slots = filled;
        if (input != null && !said.has(SlotName.INPUT_TOKENS)) {
            slots = slots.with(SlotName.INPUT_TOKENS, perRequest(input, prompt));
        }
        return output == null || said.has(SlotName.OUTPUT_TOKENS)
                ? slots
                : slots.with(SlotName.OUTPUT_TOKENS, perRequest(output, 0));
    }

    private Slot<Long> perRequest(Month month, long included) {
        Slot<BigDecimal> requests = requests();
        long low = Math.max(1, whole(month.low(), requests.highOrValue()) - included);
        long high = Math.max(low, whole(month.high(), requests.value()) - included);
        return new Slot<>(low, low == high ? null : high, Origin.DERIVED, null, true);
    }

    private Slot<BigDecimal> requests() {
        Slot<BigDecimal> requests = filled.get(SlotName.REQUESTS_PER_DAY);
        if (requests == null) {
            throw new IllegalStateException("requests a day are filled before they are measured");
        }
        return requests;
    }

    private static long whole(BigDecimal month, BigDecimal requestsPerDay) {
        return month.divide(requestsPerDay.multiply(DAYS), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /** Chooses the lengths of a request, and as many requests as the tokens need. */
    private Slots inBoth(Month first, @Nullable Month input, @Nullable Month output) {
        long in = prompt + usualInput;
        long out = usualOutput;
        if (input != null && output != null) {
            BigDecimal ratio = Exact.quotient(output.low(), input.low());
            if (said.has(SlotName.INPUT_TOKENS)) {
                out = rounded(in, ratio);
            } else if (said.has(SlotName.OUTPUT_TOKENS)) {
                in = Math.max(prompt + 1, rounded(out, Exact.quotient(input.low(), output.low())));
            } else {
                in = bestInput(ratio);
                out = rounded(in, ratio);
            }
        }
        BigDecimal each = BigDecimal.valueOf(input == null ? out : in).multiply(DAYS);
        BigDecimal low = Exact.quotient(first.low(), each);
        BigDecimal high = Exact.quotient(first.high(), each);
        Slot<BigDecimal> requests = new Slot<>(low, low.compareTo(high) < 0 ? high : null, Origin.DERIVED, null, true);
        return derived(
                derived(filled.with(SlotName.REQUESTS_PER_DAY, requests), SlotName.INPUT_TOKENS, in - prompt),
                SlotName.OUTPUT_TOKENS,
                out);
    }

    private Slots derived(Slots slots, SlotName<Long> name, long tokens) {
        return said.has(name) || valueOr(name, 0) == tokens
                ? slots
                : slots.with(name, new Slot<>(tokens, null, Origin.DERIVED, null, false));
    }

    /** Returns the length near the assumed one for which a whole number of output tokens keeps both totals best. */
    private long bestInput(BigDecimal ratio) {
        long usual = prompt + usualInput;
        long best = usual;
        BigDecimal least = null;
        for (long distance = 0; distance <= Math.min(usualInput / 2, FARTHEST); distance++) {
            for (long in : new long[] {usual - distance, usual + distance}) {
                BigDecimal error = error(in, ratio);
                if (in > prompt && (least == null || error.compareTo(least) < 0)) {
                    best = in;
                    least = error;
                }
            }
        }
        return best;
    }

    /** Returns the part of the output that rounding adds or takes. */
    private static BigDecimal error(long in, BigDecimal ratio) {
        BigDecimal exact = ratio.multiply(BigDecimal.valueOf(in));
        return Exact.quotient(
                BigDecimal.valueOf(rounded(in, ratio)).subtract(exact).abs(), exact);
    }

    private static long rounded(long tokens, BigDecimal ratio) {
        return Math.max(
                1,
                ratio.multiply(BigDecimal.valueOf(tokens))
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact());
    }

    private long valueOr(SlotName<Long> name, long otherwise) {
        Long value = filled.value(name);
        return value == null ? otherwise : value;
    }
}
