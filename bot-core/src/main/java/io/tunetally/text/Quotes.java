package io.tunetally.text;

/** Lines that are quotes: {@code > like this}. */
final class Quotes {
    private Quotes() {}

    static boolean isQuote(String text, int at, int limit) {
        int mark = afterMark(text, at, limit);
        return mark > at && (mark == limit || text.charAt(mark) == ' ' || text.charAt(mark) == '>');
    }

    /** Returns the position after a quote mark, or {@code at} if there is none. */
    static int afterMark(String text, int at, int limit) {
        if (text.startsWith("&gt;", at)) {
            return Math.min(at + 4, limit);
        }
        int end = at;
        while (end < limit && text.charAt(end) == '>') {
            end++;
        }
        return end;
    }

    static int endOfLine(String text, int at, int limit) {
        int end = text.indexOf('\n', at);
        return end < 0 || end > limit ? limit : end;
    }

    /** True if every line that is not blank is a quote. */
    static boolean onlyQuotes(String text, int limit) {
        int at = 0;
        boolean quoted = false;
        while (at < limit) {
            int end = endOfLine(text, at, limit);
            if (isQuote(text, at, limit)) {
                quoted = true;
            } else if (!text.substring(at, end).isBlank()) {
                return false;
            }
            at = end + 1;
        }
        return quoted;
    }
}
