package io.tunetally.interpreter.derivation;

import io.tunetally.interpreter.part.Part;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A number or a share of a message from which the number of examples may follow.
 *
 * @param first the index of its first token
 * @param last the index of its last token
 * @param value the number; 0 for a share
 * @param share the share, or null
 * @param place where it is among the numbers of the message; -1 for a share
 * @param noun the stem of what it counts, empty if that is not said
 * @param roles what it may be
 */
record Figure(int first, int last, long value, @Nullable Part share, int place, String noun, List<Role> roles) {
    /** True of the hours between two times. */
    boolean isOpening() {
        return place < 0 && share == null;
    }

    boolean isShare() {
        return share != null;
    }

    /** Returns the share. */
    Part shareOf() {
        return Objects.requireNonNull(share);
    }

    /** Returns its share of a whole, rounded to a whole number; the whole if it is none. */
    long of(long whole) {
        return share == null
                ? whole
                : Math.round(whole * share.of().doubleValue() / share.parts().doubleValue());
    }
}
