package io.tunetally.dataset.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A record as it stands in the file. */
public final class RawRecord {
    /** An object on a line of its own, perhaps the last of an array. */
    private static final Pattern OBJECT_LINE = Pattern.compile("\\s*(\\{.*\\})\\s*,?\\s*\\]?\\s*");

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

    /** Returns the lines after the first that are whole objects and begin with the same key. */
    List<RawRecord> linesLikeTheFirst() {
        String text = text();
        List<RawRecord> alike = new ArrayList<>();
        if (text == null || text.indexOf(':') < 0) {
            return alike;
        }
        String key = text.substring(0, text.indexOf(':'));
        long at = line;
        for (String each : text.lines().toList()) {
            Matcher whole = OBJECT_LINE.matcher(each);
            if (at > line && whole.matches() && whole.group(1).startsWith(key)) {
                alike.add(of(at, whole.group(1).getBytes(StandardCharsets.UTF_8)));
            }
            at++;
        }
        return alike;
    }
}
