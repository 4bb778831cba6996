package io.tunetally.wording.part;

import java.util.Locale;

/** Small helpers for English text. */
public final class Text {
    private Text() {}

    public static String capitalised(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** {@code 1 month}, {@code 6 months}. */
    public static String counted(long count, String noun) {
        return Numbers.count(count) + " " + noun + (count == 1 ? "" : "s");
    }
}
