package io.tunetally.text;

/** UTF-16 offsets into the message as received: {@code start} inclusive, {@code end} exclusive. */
public record TextSpan(int start, int end) {
    /** True if no character of it is outside another. */
    public boolean isWithin(TextSpan other) {
        return start >= other.start && end <= other.end;
    }

    /** True if a character is in both. */
    public boolean overlaps(TextSpan other) {
        return start < other.end && other.start < end;
    }
}
