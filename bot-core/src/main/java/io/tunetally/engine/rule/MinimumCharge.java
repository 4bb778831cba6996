package io.tunetally.engine.rule;

import io.tunetally.units.Band;

/** A job costs at least a minimum; a reported minimum that is not documented is a band from nothing to it. */
public final class MinimumCharge {
    private MinimumCharge() {}

    /** True if a job costs no less than the minimum at either end. */
    public static boolean isReached(Band computed, Band minimum) {
        return computed.low().compareTo(minimum.low()) >= 0 && computed.high().compareTo(minimum.high()) >= 0;
    }

    /** Returns the cost of a job: at each end, no less than the minimum of that end. */
    public static Band cost(Band computed, Band minimum) {
        return new Band(computed.low().max(minimum.low()), computed.high().max(minimum.high()));
    }
}
