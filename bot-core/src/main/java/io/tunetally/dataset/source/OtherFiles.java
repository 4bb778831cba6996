package io.tunetally.dataset.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The kinds of files that are often sent in place of training data, each with what to do about it. */
final class OtherFiles {
    private static final String UNPACK = "; unpack it first, or compress it with gzip";
    private static final String TEXT = "; training data is UTF-8 text: JSON Lines, CSV or plain text";

    private static final List<Kind> KINDS = List.of(
            new Kind("\u00FF\u00FE", "is UTF-16 text; save it as UTF-8"),
            new Kind("\u00FE\u00FF", "is UTF-16 text; save it as UTF-8"),
            new Kind("PK\u0003\u0004", OtherFiles::archive),
            new Kind("(\u00B5/\u00FD", "is compressed with zstd" + UNPACK),
            new Kind("BZh", "is compressed with bzip2" + UNPACK),
            new Kind("\u00FD7zXZ", "is compressed with xz" + UNPACK),
            new Kind("7z\u00BC\u00AF", "is a 7-Zip archive; unpack it and name the file inside"),
            new Kind("\u001F\u008B", "is compressed with gzip twice; unpack it once"),
            new Kind("%PDF-", "is a PDF; copy its text into examples, as JSON Lines or CSV"),
            new Kind("\u00D0\u00CF\u0011\u00E0", "is a document of an old Office; save it as CSV in UTF-8"),
            new Kind("ARROW1", "is an Arrow file; write it as JSON Lines: dataset.to_json(\"train.jsonl\")"),
            new Kind(
                    "\u00FF\u00FF\u00FF\u00FF",
                    "is an Arrow stream; write it as JSON Lines: dataset.to_json(\"train.jsonl\")"),
            new Kind("\u0089PNG", "is a picture; name it in an example, and send the examples"),
            new Kind("\u00FF\u00D8\u00FF", "is a picture; name it in an example, and send the examples"),
            new Kind("SQLite format", "is a database of SQLite; export a table of it as CSV"),
            new Kind(
                    "version https://git-lfs.github.com/",
                    "is a pointer of Git LFS, not the file itself; get that with: git lfs pull"));

    private static final Pattern WEB_PAGE = Pattern.compile("(?is)\\s*(<!doctype html|<html\\b).*");
    private static final int ENOUGH = 400;

    /**
     * A kind of file.
     *
     * @param beginning its first bytes, each as a character
     * @param why a predicate about the file, by its beginning
     */
    private record Kind(String beginning, UnaryOperator<String> why) {
        Kind(String beginning, String why) {
            this(beginning, _ -> why);
        }
    }

    private OtherFiles() {}

    /**
     * Refuses what is no training data.
     *
     * @throws DatasetException if the beginning of a file is that of another kind
     */
    static void refuse(byte[] beginning) {
        String bytes = new String(beginning, StandardCharsets.ISO_8859_1);
        KINDS.stream()
                .filter(kind -> bytes.startsWith(kind.beginning()))
                .findFirst()
                .ifPresent(kind -> {
                    throw new DatasetException(kind.why().apply(bytes));
                });
        if (WEB_PAGE.matcher(bytes.substring(0, Math.min(ENOUGH, bytes.length())))
                .matches()) {
            throw new DatasetException("is a web page, perhaps one to sign in; download the file itself");
        }
        refuseBinary(beginning);
    }

    /** A workbook is a zip archive, too. */
    private static String archive(String bytes) {
        String names = bytes.toLowerCase(Locale.ROOT);
        return names.contains("[content_types].xml") || names.contains("xl/")
                ? "is a workbook or document of Office; save its table as CSV in UTF-8"
                : "is a zip archive; unpack it and name the file inside (gzip is read as it is)";
    }

    private static void refuseBinary(byte[] beginning) {
        long zeros = zeros(beginning);
        if (zeros > beginning.length / 4) {
            throw new DatasetException("is binary or UTF-16" + TEXT);
        }
        if (zeros > 0 && !startsLikeText(beginning)) {
            throw new DatasetException("is a binary file" + TEXT);
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
