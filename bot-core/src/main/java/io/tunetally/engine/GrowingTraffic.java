package io.tunetally.engine;

import io.tunetally.units.Growth;
import java.math.BigDecimal;

/**
 * Traffic that grows from the first day on.
 *
 * @param requestsPerDay those of the first day
 */
public record GrowingTraffic(BigDecimal requestsPerDay, Growth growth) {
    /** Returns the mean requests a day of the first days. */
    public BigDecimal mean(long days) {
        return growth.mean(requestsPerDay, days);
    }
}
