package io.tunetally.dataset.source;

import java.util.Arrays;

/** Keeps the last bytes of a stream: a ring that grows up to a number of bytes. */
final class LastBytes {
    private final int most;
    private byte[] ring = new byte[0];
    private long seen;

    LastBytes(int most) {
        this.most = most;
    }

    void add(byte[] from, int offset, int bytes) {
        if (seen + bytes > ring.length && ring.length < most) {
            // The ring has not been filled before, so that its bytes stay at their places.
            ring = Arrays.copyOf(ring, (int) Math.min(most, Math.max(2L * ring.length, seen + bytes)));
        }
        int kept = Math.min(bytes, ring.length);
        seen += bytes - kept;
        int at = (int) (seen % ring.length);
        int first = Math.min(kept, ring.length - at);
        System.arraycopy(from, offset + bytes - kept, ring, at, first);
        System.arraycopy(from, offset + bytes - kept + first, ring, 0, kept - first);
        seen += kept;
    }

    /** Returns the bytes in the order of the stream. */
    byte[] bytes() {
        int length = (int) Math.min(seen, ring.length);
        byte[] bytes = new byte[length];
        int start = seen <= ring.length ? 0 : (int) (seen % ring.length);
        int first = Math.min(length, ring.length - start);
        System.arraycopy(ring, start, bytes, 0, first);
        System.arraycopy(ring, 0, bytes, first, length - first);
        return bytes;
    }
}
