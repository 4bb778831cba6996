package io.tunetally.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Files of configuration: UTF-8, no larger than what a person writes, and named {@code *.yaml}. */
public final class TextFile {
    private static final long MOST_BYTES = 1 << 20;
    private static final Pattern OTHER_ENDING = Pattern.compile("(?i)(.*)\\.ya?ml");
    private static final String ENDING = ".yaml";

    private TextFile() {}

    /**
     * The text of a file of 1 MiB at most, without a byte order mark.
     *
     * @throws SettingsException naming the file and, where it is not UTF-8, the line
     */
    public static String read(Path file) {
        return read(file, MOST_BYTES);
    }

    /**
     * The same with a limit of its own.
     *
     * @throws SettingsException naming the file and, where it is not UTF-8, the line
     */
    public static String read(Path file, long mostBytes) {
        try {
            long size = Files.size(file);
            if (size > mostBytes) {
                throw refusal(file + ": has " + mebibytes(size) + " MiB; at most " + mebibytes(mostBytes)
                        + " MiB is read. Split it, or take out what is not needed");
            }
            return decoded(file, Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw refusal(file + ": cannot be read (" + unreadable + ")");
        }
    }

    /** Rounded up. */
    private static long mebibytes(long bytes) {
        return Math.ceilDiv(bytes, 1L << 20);
    }

    private static String decoded(Path file, byte[] bytes) throws CharacterCodingException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        out.flip();
        String text = out.toString();
        if (result.isError()) {
            long line = 1 + text.chars().filter(c -> c == '\n').count();
            throw refusal(file + ":" + line + ": is not UTF-8 text (byte 0x"
                    + String.format(Locale.ROOT, "%02X", bytes[in.position()]) + "); save it as UTF-8");
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /**
     * What is wrong with the name of a file of configuration: one that ends otherwise would not be read.
     *
     * @return empty where it is a {@code .yaml}, or no YAML at all
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
