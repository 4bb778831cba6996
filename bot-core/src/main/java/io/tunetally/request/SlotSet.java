package io.tunetally.request;

import java.util.ArrayList;
import java.util.List;

/**
 * A set of slot names as bits, in the order of canonical text.
 *
 * @param low the first 64 names
 * @param high the next 64
 */
public record SlotSet(long low, long high) {
    public static final SlotSet EMPTY = new SlotSet(0, 0);

    /** The most names that a set can hold. */
    static final int MOST = 2 * Long.SIZE;

    public boolean has(SlotName<?> name) {
        return ((isLow(name) ? low : high) & bit(name)) != 0;
    }

    public SlotSet with(SlotName<?> name) {
        return isLow(name) ? new SlotSet(low | bit(name), high) : new SlotSet(low, high | bit(name));
    }

    SlotSet without(SlotName<?> name) {
        return isLow(name) ? new SlotSet(low & ~bit(name), high) : new SlotSet(low, high & ~bit(name));
    }

    boolean isEmpty() {
        return (low | high) == 0;
    }

    int size() {
        return Long.bitCount(low) + Long.bitCount(high);
    }

    /** Returns how many names of the set precede a name. */
    int before(SlotName<?> name) {
        return isLow(name)
                ? Long.bitCount(low & (bit(name) - 1))
                : Long.bitCount(low) + Long.bitCount(high & (bit(name) - 1));
    }

    List<SlotName<?>> names() {
        List<SlotName<?>> names = new ArrayList<>(size());
        for (long left = low; left != 0; left &= left - 1) {
            names.add(SlotName.all().get(Long.numberOfTrailingZeros(left)));
        }
        for (long left = high; left != 0; left &= left - 1) {
            names.add(SlotName.all().get(Long.SIZE + Long.numberOfTrailingZeros(left)));
        }
        return names;
    }

    private static boolean isLow(SlotName<?> name) {
        return name.index() < Long.SIZE;
    }

    /** Shifts count modulo 64. */
    private static long bit(SlotName<?> name) {
        return 1L << name.index();
    }
}
