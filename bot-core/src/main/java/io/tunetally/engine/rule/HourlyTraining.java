package io.tunetally.engine.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Reinforcement fine-tuning is billed by wall-clock hours of core training, kept to two decimals. */
public final class HourlyTraining {
    private HourlyTraining() {}

    /** Returns the billed hours: vendors round half up to a hundredth of an hour. */
    public static BigDecimal billedHours(BigDecimal hours) {
        return hours.setScale(2, RoundingMode.HALF_UP);
    }
}
