package io.tunetally.interpreter.derivation;

import io.tunetally.interpreter.part.Part;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A number or a share of a message, or the number that its conversation remembers, from which another number may follow.
 *
 * @param first the index of its first token; -1 for the number that the conversation remembers
 * @param last the index of its last token
 * @param number the number; 0 for a share
 * @param share the share, or null
 * @param place where it is among the numbers of the message; -1 for a share
 * @param noun the stem of what it counts, empty if that is not said
 * @param roles what it may be
 */
public record Figure(
        int first, int last, BigDecimal number, @Nullable Part share, int place, String noun, List<Role> roles) {
    private static final int BEFORE = -1;

    /** Creates a figure from a whole number. */
    public Figure(int first, int last, long number, @Nullable Part share, int place, String noun, List<Role> roles) {
        this(first, last, BigDecimal.valueOf(number), share, place, noun, roles);
    }

    /** Returns the number that a conversation remembers, which stands before the message. */
    public static Figure remembered(BigDecimal number, List<Role> roles) {
        return new Figure(BEFORE, BEFORE, number, null, BEFORE, "", roles);
    }

    /** Returns the whole part of the number. */
    public long value() {
        return number.longValue();
    }

    /** True of the number that a conversation remembers. */
    public boolean isRemembered() {
        return first == BEFORE;
    }

    /** True of the hours between two times. */
    public boolean isOpening() {
        return place < 0 && share == null && !isRemembered();
    }

    public boolean isShare() {
        return share != null;
    }

    /** Returns the share. */
    public Part shareOf() {
        return Objects.requireNonNull(share);
    }

    /** Returns its share of a whole, rounded to a whole number; the whole if it is none. */
    long of(long whole) {
        return share == null
                ? whole
                : Math.round(whole * share.of().doubleValue() / share.parts().doubleValue());
    }
}
