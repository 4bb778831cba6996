package io.tunetally.dataset.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
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
            "response",
            "question",
            "answer");
    private static final Pattern SEPARATOR = Pattern.compile("[,\t]");

    private static final int LINES_COMPARED = 5;

    private static final Pattern YAML_KEY = Pattern.compile("[a-z_][a-z0-9_.-]*:(\\s.*)?");
    private static final Pattern YAML_BETWEEN = Pattern.compile("\\s*|\\s*#.*|\\s+.*|- .*|---");
    private static final int LEAST_KEYS = 3;

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
        refuseConfiguration(text);
        return table(text);
    }

    /** Distinct keys in small letters, each on a line of its own, are YAML; a dialogue repeats its speakers. */
    private static void refuseConfiguration(String text) {
        List<String> outer = text.lines()
                .filter(line -> !YAML_BETWEEN.matcher(line).matches())
                .toList();
        boolean yaml = outer.size() >= LEAST_KEYS
                && outer.stream().allMatch(line -> YAML_KEY.matcher(line).matches())
                && outer.stream()
                                .map(line -> line.substring(0, line.indexOf(':')))
                                .distinct()
                                .count()
                        == outer.size();
        if (yaml) {
            throw new DatasetException("is a training config, which is not read; name the training file inside it");
        }
    }

    private static Container table(String text) {
        String header = text.lines().findFirst().orElse("");
        boolean known = SEPARATOR
                .splitAsStream(header)
                .map(column -> column.replace("\"", "").strip().toLowerCase(Locale.ROOT))
                .anyMatch(COLUMNS::contains);
        if (!known) {
            return hasEqualTabs(text) ? Container.TSV : Container.TEXT;
        }
        if (header.indexOf('\t') >= 0) {
            return Container.TSV;
        }
        return header.indexOf(',') >= 0 ? Container.CSV : Container.TEXT;
    }

    private static boolean hasEqualTabs(String text) {
        List<String> lines = text.lines()
                .filter(line -> !line.isBlank())
                .limit(LINES_COMPARED)
                .toList();
        return lines.size() > 1
                && tabs(lines.getFirst()) > 0
                && lines.stream().mapToLong(ContentSniffer::tabs).distinct().count() == 1;
    }

    private static long tabs(String line) {
        return line.chars().filter(c -> c == '\t').count();
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
