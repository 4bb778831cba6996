package io.tunetally.answer.advice;

import io.tunetally.engine.Traffic;
import io.tunetally.request.Intent;
import io.tunetally.request.Origin;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.units.Range;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.Set;

/**
 * The cached share of requests of which only the whole input is known: {@code 3,000 tokens in, 60 % cached} repeats 1,800 of them. The parts
 * of an assumed input are unknown.
 */
public final class CachedInput {
    /** The answers that only run the model; the others ask what a shorter prompt saves, and need to know the prompt. */
    private static final Set<Intent> RUNS =
            EnumSet.of(Intent.ESTIMATE, Intent.TCO, Intent.COMPARE, Intent.RECOMMEND, Intent.MIGRATE, Intent.BUDGET);

    private CachedInput() {}

    /** True if the cached share of an answer that runs the model is one of the input. */
    public static boolean isSaid(Intent intent, Slots filled) {
        Slot<Long> input = filled.get(SlotName.INPUT_TOKENS);
        return RUNS.contains(intent)
                && filled.has(SlotName.CACHED_PERCENT)
                && !filled.has(SlotName.PROMPT_TOKENS)
                && !filled.has(SlotName.TUNED_PROMPT_TOKENS)
                && input != null
                && input.origin() != Origin.DEFAULT;
    }

    /** Returns traffic whose cached part is a prompt of its own. */
    public static Traffic split(Traffic traffic) {
        Range cached = share(traffic.inputTokens(), traffic.cachedShare());
        Range rest = new Range(
                traffic.inputTokens().low() - cached.low(),
                traffic.inputTokens().high() - cached.high());
        return new Traffic(
                traffic.requestsPerDayLow(),
                traffic.requestsPerDayHigh(),
                rest,
                traffic.outputTokens(),
                cached,
                cached,
                BigDecimal.ONE,
                traffic.batch());
    }

    private static Range share(Range tokens, BigDecimal share) {
        return new Range(
                share(tokens.lowDecimal(), share).longValue(),
                share(tokens.highDecimal(), share).longValue());
    }

    private static BigDecimal share(BigDecimal tokens, BigDecimal share) {
        return tokens.multiply(share).setScale(0, RoundingMode.HALF_UP);
    }
}
