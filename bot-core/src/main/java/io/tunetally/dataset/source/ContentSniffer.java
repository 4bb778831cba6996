package io.tunetally.dataset.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Detects the container of a file by the beginning of its content; its name is not asked. */
final class ContentSniffer {
    static final int AHEAD = 1 << 14;

    private static final Set<String> COLUMNS = Set.of(
            "prompt",
            "completion",
            "instruction",
            "output",
            "input",
            "text",
            "chosen",
            "rejected",
            "label",
            "response");
    private static final Pattern SEPARATOR = Pattern.compile("[,\t]");

    private ContentSniffer() {}

    static Container detect(byte[] beginning) {
        if (startsWith(beginning, 'P', 'A', 'R', '1')) {
            return Container.PARQUET;
        }
        refuseOther(beginning);
        String text = new String(beginning, StandardCharsets.UTF_8).stripLeading();
        if (text.startsWith("[")) {
            return Container.JSON_ARRAY;
        }
        if (text.startsWith("{")) {
            return Container.JSONL;
        }
        return table(text.lines().findFirst().orElse(""));
    }

    private static Container table(String header) {
        boolean known = SEPARATOR
                .splitAsStream(header)
                .map(column -> column.replace("\"", "").strip().toLowerCase(Locale.ROOT))
                .anyMatch(COLUMNS::contains);
        if (!known) {
            return Container.TEXT;
        }
        if (header.indexOf('\t') >= 0) {
            return Container.TSV;
        }
        return header.indexOf(',') >= 0 ? Container.CSV : Container.TEXT;
    }

    private static void refuseOther(byte[] beginning) {
        if (startsWith(beginning, 0xFF, 0xFE) || startsWith(beginning, 0xFE, 0xFF)) {
            throw new DatasetException("is UTF-16 text; save it as UTF-8");
        }
        if (startsWith(beginning, 'P', 'K', 3, 4)) {
            throw new DatasetException("is a zip archive; unpack it and name the file inside (gzip is read as it is)");
        }
        if (startsWith(beginning, 0x28, 0xB5, 0x2F, 0xFD)) {
            throw new DatasetException("is compressed with zstd; unpack it first, or compress it with gzip");
        }
        long zeros = zeros(beginning);
        if (zeros > beginning.length / 4) {
            throw new DatasetException(
                    "is binary or UTF-16; training data is UTF-8 text: JSON Lines, CSV or plain text");
        }
        if (zeros > 0 && !startsLikeText(beginning)) {
            throw new DatasetException("is a binary file; training data is UTF-8 text: JSON Lines, CSV or plain text");
        }
    }

    private static boolean startsLikeText(byte[] beginning) {
        return beginning.length > 0 && (beginning[0] == '{' || beginning[0] == '[' || beginning[0] == '"');
    }

    private static long zeros(byte[] beginning) {
        long zeros = 0;
        for (byte each : beginning) {
            zeros += each == 0 ? 1 : 0;
        }
        return zeros;
    }

    static boolean startsWith(byte[] bytes, int... expected) {
        byte[] wanted = new byte[expected.length];
        for (int i = 0; i < expected.length; i++) {
            wanted[i] = (byte) expected[i];
        }
        return bytes.length >= wanted.length && Arrays.equals(bytes, 0, wanted.length, wanted, 0, wanted.length);
    }
}
