package io.tunetally.engine;

import io.tunetally.units.Exact;
import io.tunetally.units.Range;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;

/**
 * The requests to the model once it runs. All tokens are per request.
 *
 * @param requestsPerDayLow requests per day, above 0
 * @param inputTokens the user's part
 * @param promptTokens instructions and few-shot examples sent along before tuning
 * @param tunedPromptTokens the same after tuning
 * @param cachedShare the share of the prompt tokens served from the provider's cache, 0 to 1
 * @param batch whether requests are sent as batch jobs, at the batch price if there is one
 */
public record Traffic(
        BigDecimal requestsPerDayLow,
        BigDecimal requestsPerDayHigh,
        Range inputTokens,
        Range outputTokens,
        Range promptTokens,
        Range tunedPromptTokens,
        BigDecimal cachedShare,
        boolean batch) {
    private static final BigDecimal SECONDS_PER_DAY = BigDecimal.valueOf(86_400);

    public Traffic {
        if (requestsPerDayLow.signum() <= 0 || requestsPerDayLow.compareTo(requestsPerDayHigh) > 0) {
            throw new IllegalArgumentException(
                    "requests per day must be above 0, found " + requestsPerDayLow + ".." + requestsPerDayHigh);
        }
        if (cachedShare.signum() < 0 || cachedShare.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("cached share must be 0 to 1, found " + cachedShare);
        }
    }

    /** Returns traffic without a shared prompt. */
    public static Traffic of(long requestsPerDay, long inputTokens, long outputTokens) {
        BigDecimal requests = BigDecimal.valueOf(requestsPerDay);
        return new Traffic(
                requests,
                requests,
                Range.exactly(inputTokens),
                Range.exactly(outputTokens),
                Range.exactly(0),
                Range.exactly(0),
                BigDecimal.ZERO,
                false);
    }

    /** Returns the same requests to the tuned model, with its own, usually shorter prompt. */
    public Traffic tuned() {
        return isOfOnePrompt()
                ? this
                : new Traffic(
                        requestsPerDayLow,
                        requestsPerDayHigh,
                        inputTokens,
                        outputTokens,
                        tunedPromptTokens,
                        tunedPromptTokens,
                        cachedShare,
                        batch);
    }

    /** Returns the same requests with another prompt after tuning. */
    public Traffic withTunedPrompt(Range tokens) {
        return new Traffic(
                requestsPerDayLow,
                requestsPerDayHigh,
                inputTokens,
                outputTokens,
                promptTokens,
                tokens,
                cachedShare,
                batch);
    }

    /** Returns the same requests with other lengths of the user's part and of the answer. */
    public Traffic withTokens(Range input, Range output) {
        return new Traffic(
                requestsPerDayLow,
                requestsPerDayHigh,
                input,
                output,
                promptTokens,
                tunedPromptTokens,
                cachedShare,
                batch);
    }

    /** Returns the tokens before tuning, in and out, as an average over the day at the high ends. */
    public BigDecimal tokensPerSecond() {
        long tokens = inputTokens.high() + outputTokens.high() + promptTokens.high();
        return Exact.quotient(requestsPerDayHigh.multiply(BigDecimal.valueOf(tokens)), SECONDS_PER_DAY);
    }

    /** True if tuning does not change the prompt. */
    public boolean isOfOnePrompt() {
        return promptTokens.equals(tunedPromptTokens);
    }

    /** Returns the names of factors that are ranges; they are the same with either prompt. */
    public Set<Factor.Name> ranges() {
        Set<Factor.Name> ranges = EnumSet.noneOf(Factor.Name.class);
        if (requestsPerDayLow.compareTo(requestsPerDayHigh) < 0) {
            ranges.add(Factor.Name.REQUESTS_PER_DAY);
        }
        if (!inputTokens.isExact()) {
            ranges.add(Factor.Name.INPUT_TOKENS);
        }
        if (!outputTokens.isExact()) {
            ranges.add(Factor.Name.OUTPUT_TOKENS);
        }
        if (!promptTokens.isExact() || !tunedPromptTokens.isExact()) {
            ranges.add(Factor.Name.PROMPT_TOKENS);
        }
        return ranges;
    }

    /** Returns the same requests sent one by one. */
    Traffic withoutBatch() {
        return new Traffic(
                requestsPerDayLow,
                requestsPerDayHigh,
                inputTokens,
                outputTokens,
                promptTokens,
                tunedPromptTokens,
                cachedShare,
                false);
    }

    /** Returns the longest context of a request before the answer: prompt and input. */
    long contextTokens() {
        return Math.addExact(inputTokens.high(), promptTokens.high());
    }

    public Traffic withRequestsPerDay(BigDecimal requestsPerDay) {
        return new Traffic(
                requestsPerDay,
                requestsPerDay,
                inputTokens,
                outputTokens,
                promptTokens,
                tunedPromptTokens,
                cachedShare,
                batch);
    }
}
