package io.tunetally.answer.advice;

import io.tunetally.engine.Horizon;
import io.tunetally.request.Intent;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.units.Growth;
import io.tunetally.units.Period;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Traffic that grows within the period of an answer. What is paid by the token is linear in the requests, so the whole
 * period costs as much as one in which every day has their mean.
 */
public final class GrowingRequests {
    /** The answers with a total over a period; a day on which tuning pays back needs the course of the traffic. */
    private static final Set<Intent> OVER_A_PERIOD =
            EnumSet.of(Intent.ESTIMATE, Intent.TCO, Intent.COMPARE, Intent.RECOMMEND, Intent.MIGRATE, Intent.BUDGET);

    private GrowingRequests() {}

    /** Returns filled slots without a growth that their answer cannot use, which is then said. */
    public static Slots usedBy(Intent intent, Slots filled) {
        boolean used = mayGrow(intent, filled)
                && mean(filled)
                        .map(mean -> SlotName.REQUESTS_PER_DAY.limits().allow(mean.highOrValue()))
                        .orElse(true);
        return used ? filled : filled.without(SlotName.GROWTH);
    }

    /** True if an answer can use growing traffic, as far as its mean is within the limit of requests a day. */
    public static boolean mayGrow(Intent intent, Slots filled) {
        return OVER_A_PERIOD.contains(intent) && filled.has(SlotName.REQUESTS_PER_DAY);
    }

    /** Returns the mean requests a day of the period; empty if every day is alike. */
    public static Optional<Slot<BigDecimal>> mean(Slots filled) {
        Slot<BigDecimal> requests = filled.get(SlotName.REQUESTS_PER_DAY);
        Slot<Growth> growth = filled.get(SlotName.GROWTH);
        boolean endless =
                !filled.has(SlotName.DAYS) && !filled.has(SlotName.MONTHS) && !filled.has(SlotName.HOSTING_HOURS);
        if (requests == null || growth == null || endless) {
            return Optional.empty();
        }
        long days = periodDays(filled);
        BigDecimal low = growth.value().mean(requests.value(), days);
        BigDecimal high = growth.highOrValue().mean(requests.highOrValue(), days);
        return Optional.of(new Slot<>(
                low.min(high),
                low.compareTo(high) == 0 ? null : low.max(high),
                requests.origin(),
                null,
                requests.approximate()));
    }

    /** Returns the traffic whose cost the engine has to cut with a period; empty if every day is alike. */
    public static Optional<Horizon.Growing> course(Slots filled) {
        Slot<BigDecimal> requests = filled.get(SlotName.REQUESTS_PER_DAY);
        Slot<Growth> growth = filled.get(SlotName.GROWTH);
        return requests == null || growth == null
                ? Optional.empty()
                : Optional.of(new Horizon.Growing(requests.highOrValue(), growth.highOrValue()));
    }

    /**
     * Returns the days of the period, of which the last may have begun only.
     *
     * @throws IllegalStateException if none was filled
     */
    public static long periodDays(Slots filled) {
        Slot<Long> days = filled.get(SlotName.DAYS);
        Slot<Long> months = filled.get(SlotName.MONTHS);
        BigDecimal hours = filled.value(SlotName.HOSTING_HOURS);
        if (days != null || hours != null) {
            return days != null ? days.highOrValue() : startedDays(Objects.requireNonNull(hours));
        }
        if (months == null) {
            throw new IllegalStateException("the period was not filled");
        }
        return Math.multiplyExact(months.highOrValue(), Period.DAYS_PER_MONTH);
    }

    private static long startedDays(BigDecimal hours) {
        return hours.divide(BigDecimal.valueOf(Period.HOURS_PER_DAY), 0, RoundingMode.CEILING)
                .longValueExact();
    }
}
