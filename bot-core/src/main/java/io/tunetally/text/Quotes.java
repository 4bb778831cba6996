package io.tunetally.text;

import java.util.regex.Pattern;

/** Lines that are quotes: {@code > like this}. */
final class Quotes {
    private static final String PROMPT = ">>>";
    private static final Pattern PRINTED = Pattern.compile("(?:\\[1\\] )?+\\d[\\d.,_]*+[ ]*+(?:\\n|$)|\\{'");

    private Quotes() {}

    static boolean isQuote(String text, int at, int limit) {
        int mark = afterMark(text, at, limit);
        return mark > at
                && (mark == limit || text.charAt(mark) == ' ' || text.charAt(mark) == '>')
                && !isTyped(text, at, mark, limit);
    }

    /** {@code >>> len(df)}, {@code > nrow(train)}: what was typed into a program, above what it printed. */
    private static boolean isTyped(String text, int at, int mark, int limit) {
        int end = endOfLine(text, at, limit);
        boolean expression =
                mark - at == PROMPT.length() || text.substring(mark, end).contains("(");
        return expression
                && end < limit
                && PRINTED.matcher(text).region(end + 1, limit).lookingAt();
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

    /** True if a line is a quote. */
    static boolean isIn(String text, int limit) {
        int at = 0;
        while (at < limit) {
            if (isQuote(text, at, limit)) {
                return true;
            }
            at = endOfLine(text, at, limit) + 1;
        }
        return false;
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
