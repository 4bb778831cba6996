package io.tunetally.catalog;

import java.util.Locale;

/** Compares spellings of a name. */
public final class Spelling {
    private Spelling() {}

    /** Removes case and separators: {@code Llama-3.1 8B} and {@code llama3.1:8b} fold to the same text. */
    public static String fold(String name) {
        StringBuilder folded = new StringBuilder(name.length());
        name.toLowerCase(Locale.ROOT)
                .chars()
                .filter(c -> "-_.: ".indexOf(c) < 0)
                .forEach(c -> folded.append((char) c));
        return folded.toString();
    }
}
