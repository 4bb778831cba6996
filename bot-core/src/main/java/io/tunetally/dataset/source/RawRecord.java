package io.tunetally.dataset.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A record as it stands in the file.
 *
 * @param line the line it starts on, counted from 1
 * @param bytes its content without the end of the line; empty if there is a fault
 * @param fault why its content was not read, or null
 */
public record RawRecord(long line, byte[] bytes, @Nullable String fault) {
    static RawRecord faulty(long line, String fault) {
        return new RawRecord(line, new byte[0], fault);
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
