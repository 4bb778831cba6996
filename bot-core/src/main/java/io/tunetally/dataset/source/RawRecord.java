package io.tunetally.dataset.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A record as it stands in the file. */
public final class RawRecord {
    private final long line;
    private final byte[] bytes;
    private final @Nullable String fault;

    private RawRecord(long line, byte[] bytes, @Nullable String fault) {
        this.line = line;
        this.bytes = bytes;
        this.fault = fault;
    }

    /** Returns a record whose bytes are not changed any more. */
    static RawRecord of(long line, byte[] bytes) {
        return new RawRecord(line, bytes, null);
    }

    static RawRecord faulty(long line, String fault) {
        return new RawRecord(line, new byte[0], fault);
    }

    /** Returns the line it starts on, counted from 1. */
    public long line() {
        return line;
    }

    /** Returns the size of its content in bytes, without the end of the line. */
    public int size() {
        return bytes.length;
    }

    /** Returns why its content was not read, or null. */
    public @Nullable String fault() {
        return fault;
    }

    /** Returns the text, or null if it is not UTF-8. */
    public @Nullable String text() {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return null;
        }
    }

    boolean isBlank() {
        for (byte each : bytes) {
            if (each != ' ' && each != '\t' && each != '\r' && each != '\n') {
                return false;
            }
        }
        return fault == null;
    }
}
