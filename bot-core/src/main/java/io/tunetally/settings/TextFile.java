package io.tunetally.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Configuration files: UTF-8, limited to the size of a hand-written file, and named {@code *.yaml}. */
public final class TextFile {
    private static final long MOST_BYTES = 1 << 20;
    private static final Pattern OTHER_ENDING = Pattern.compile("(?i)(.*)\\.ya?ml");
    private static final String ENDING = ".yaml";

    private TextFile() {}

    /**
     * Returns the text of a file of at most 1 MiB, without a byte order mark.
     *
     * @throws SettingsException naming the file and, if it is not UTF-8, the line
     */
    public static String read(Path file) {
        return read(file, MOST_BYTES);
    }

    /**
     * Returns the text of a file with another size limit.
     *
     * @throws SettingsException naming the file and, if it is not UTF-8, the line
     */
    public static String read(Path file, long mostBytes) {
        try {
            long size = Files.size(file);
            if (size > mostBytes) {
                throw refusal(file + ": has " + mebibytes(size) + " MiB; at most " + mebibytes(mostBytes)
                        + " MiB is read. Split it, or remove unneeded parts");
            }
            return decoded(file.toString(), Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw refusal(file + ": cannot be read (" + unreadable + ")");
        }
    }

    /** Returns mebibytes, rounded up. */
    private static long mebibytes(long bytes) {
        return Math.ceilDiv(bytes, 1L << 20);
    }

    /**
     * Returns the text of bytes from another place than a file, without a byte order mark.
     *
     * @param name their origin in messages
     * @throws SettingsException naming the origin and, if they are not UTF-8, the line
     */
    public static String decoded(String name, byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        out.flip();
        String text = out.toString();
        if (result.isError()) {
            long line = 1 + text.chars().filter(c -> c == '\n').count();
            throw refusal(name + ":" + line + ": is not UTF-8 text (byte 0x"
                    + String.format(Locale.ROOT, "%02X", bytes[in.position()]) + "); save it as UTF-8");
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /**
     * Returns the fault in the name of a configuration file: one with another extension would not be read.
     *
     * @return empty if it is a {@code .yaml}, or not YAML at all
     */
    public static Optional<String> misnamed(Path file) {
        String name = String.valueOf(file.getFileName());
        String plain = OTHER_ENDING.matcher(name).replaceFirst("$1" + ENDING);
        return name.endsWith(ENDING) || plain.equals(name)
                ? Optional.empty()
                : Optional.of(file + ": is not read under this name; rename it to " + plain);
    }

    private static SettingsException refusal(String why) {
        return new SettingsException(List.of(why));
    }
}
