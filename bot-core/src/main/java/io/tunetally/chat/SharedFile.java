package io.tunetally.chat;

import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;

/**
 * A file that a person sends, read once and never kept.
 *
 * @param name as the person named it
 * @param sizeBytes as the platform says
 */
public record SharedFile(String name, long sizeBytes, Opener opener) {
    private static final Pattern DATA = Pattern.compile(
            ".*\\.(jsonl|ndjson|json|csv|tsv|txt|parquet)(\\.gz)?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** True if a file of this name may hold training data: a picture beside a question is no part of it. */
    public static boolean mayBeData(String name) {
        return DATA.matcher(name).matches();
    }

    /** Opens the content. */
    @FunctionalInterface
    public interface Opener {
        /**
         * Returns the content, which ends with an exception at a limit.
         *
         * @throws FileRefusedException with a sentence for the person
         */
        InputStream open() throws IOException;
    }
}
