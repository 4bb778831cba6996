package io.tunetally.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Arrays one after the other in bytes, each with its length before it: they are copied and not parsed at a start. */
public final class ArrayBytes {
    private static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;

    private ArrayBytes() {}

    /** Writes arrays. */
    public static final class Writer {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        public Writer longs(long[] values) {
            byte[] bytes = new byte[values.length * Long.BYTES];
            ByteBuffer.wrap(bytes).order(ORDER).asLongBuffer().put(values);
            return array(values.length, bytes);
        }

        public Writer ints(int[] values) {
            byte[] bytes = new byte[values.length * Integer.BYTES];
            ByteBuffer.wrap(bytes).order(ORDER).asIntBuffer().put(values);
            return array(values.length, bytes);
        }

        public Writer bytes(byte[] values) {
            return array(values.length, values);
        }

        public Writer text(String text) {
            return bytes(text.getBytes(UTF_8));
        }

        private Writer array(int length, byte[] bytes) {
            byte[] size = new byte[Integer.BYTES];
            ByteBuffer.wrap(size).order(ORDER).putInt(length);
            out.writeBytes(size);
            out.writeBytes(bytes);
            return this;
        }

        public byte[] written() {
            return out.toByteArray();
        }
    }

    /** Reads the same arrays in the same order. */
    public static final class Reader {
        private final ByteBuffer in;

        public Reader(byte[] written) {
            in = ByteBuffer.wrap(written).order(ORDER);
        }

        public long[] longs() {
            long[] values = new long[in.getInt()];
            in.asLongBuffer().get(values);
            in.position(in.position() + values.length * Long.BYTES);
            return values;
        }

        public int[] ints() {
            int[] values = new int[in.getInt()];
            in.asIntBuffer().get(values);
            in.position(in.position() + values.length * Integer.BYTES);
            return values;
        }

        public byte[] bytes() {
            byte[] values = new byte[in.getInt()];
            in.get(values);
            return values;
        }

        public String text() {
            return new String(bytes(), UTF_8);
        }
    }
}
