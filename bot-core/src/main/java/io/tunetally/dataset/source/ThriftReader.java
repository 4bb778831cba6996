package io.tunetally.dataset.source;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads Thrift's compact protocol, in which the footer of a Parquet file is written. */
final class ThriftReader {
    static final int BINARY = 8;
    static final int LIST = 9;

    private static final int SET = 10;
    private static final int MAP = 11;
    private static final int STRUCT = 12;
    private static final int DEEPEST = 64;

    private final ByteBuffer in;
    private int depth;

    ThriftReader(ByteBuffer in) {
        this.in = in;
    }

    /** Handles one field: it must read or skip the value. */
    interface FieldHandler {
        void field(int id, int type);
    }

    void struct(FieldHandler handler) {
        nested(() -> fields(handler));
    }

    private void fields(FieldHandler handler) {
        int id = 0;
        for (int header = in.get() & 0xFF; header != 0; header = in.get() & 0xFF) {
            int delta = header >>> 4;
            id = delta == 0 ? (int) number() : id + delta;
            handler.field(id, header & 0x0F);
        }
    }

    private void nested(Runnable content) {
        if (++depth > DEEPEST) {
            throw new IllegalArgumentException("nested too deep");
        }
        content.run();
        depth--;
    }

    void list(Runnable element) {
        int header = in.get() & 0xFF;
        long size = header >>> 4 == 15 ? varint() : header >>> 4;
        for (long i = 0; i < size; i++) {
            element.run();
        }
    }

    /** Reads a signed integer of any width. */
    long number() {
        long zigzag = varint();
        return (zigzag >>> 1) ^ -(zigzag & 1);
    }

    String text() {
        byte[] bytes = new byte[length()];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    void skip(int type) {
        switch (type) {
            case 1, 2 -> {} // A boolean is in its header.
            case 3 -> in.get();
            case 4, 5, 6 -> varint();
            case 7 -> in.position(in.position() + 8);
            case BINARY -> in.position(in.position() + length());
            case LIST, SET -> nested(this::skipList);
            case MAP -> nested(this::skipMap);
            case STRUCT -> struct((_, inner) -> skip(inner));
            default -> throw new IllegalArgumentException("unknown type " + type);
        }
    }

    private void skipList() {
        int type = in.get(in.position()) & 0x0F;
        list(() -> skipElement(type));
    }

    private void skipMap() {
        long size = varint();
        int types = size == 0 ? 0 : in.get() & 0xFF;
        for (long i = 0; i < size; i++) {
            skipElement(types >>> 4);
            skipElement(types & 0x0F);
        }
    }

    /** In a list a boolean has a byte of its own. */
    private void skipElement(int type) {
        skip(type <= 2 ? 3 : type);
    }

    private int length() {
        long length = varint();
        if (length < 0 || length > in.remaining()) {
            throw new IllegalArgumentException("a text longer than the footer");
        }
        return (int) length;
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte read = in.get();
            value |= (long) (read & 0x7F) << shift;
            if (read >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number longer than 64 bits");
    }
}
