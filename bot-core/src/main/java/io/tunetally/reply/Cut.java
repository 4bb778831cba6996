package io.tunetally.reply;

/** Shortens a text. */
public final class Cut {
    private Cut() {}

    /** Limits a text to a number of characters, with an ellipsis if it is cut; words, and so numbers, are not broken. */
    public static String to(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        int end = text.lastIndexOf(' ', limit - 1);
        if (end <= 0) {
            end = limit - 1;
            while (end > 0 && (Character.isLowSurrogate(text.charAt(end)) || inNumber(text, end))) {
                end--;
            }
        }
        return text.substring(0, end) + "…";
    }

    private static boolean inNumber(String text, int at) {
        return Character.isDigit(text.charAt(at)) && ".,0123456789".indexOf(text.charAt(at - 1)) >= 0;
    }
}
