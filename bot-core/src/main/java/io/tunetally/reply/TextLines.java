package io.tunetally.reply;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines. */
public final class TextLines {
    private TextLines() {}

    /** Breaks at spaces so that no line is wider than the width; a longer word gets its own line, unbroken. */
    public static List<String> wrap(String text, int width, String indent) {
        List<String> lines = new ArrayList<>();
        int end = lineEnd(text, 0, width);
        lines.add(text.substring(0, end).stripTrailing());
        while (end < text.length()) {
            int start = nextLine(text, end);
            String before = text.charAt(end) == '\n' ? "" : indent;
            end = lineEnd(text, start, width - before.length());
            lines.add((before + text.substring(start, end)).stripTrailing());
        }
        return lines;
    }

    /** Returns the number of the same lines without an indent. */
    static int count(String text, int width) {
        int lines = 1;
        int end = lineEnd(text, 0, width);
        while (end < text.length()) {
            end = lineEnd(text, nextLine(text, end), width);
            lines++;
        }
        return lines;
    }

    /** Returns the end of the line that starts here; it has at least one word of its paragraph. */
    private static int lineEnd(String text, int start, int width) {
        int end = start;
        boolean blank = true;
        while (end < text.length() && text.charAt(end) != '\n') {
            int wordEnd = wordEnd(text, end);
            int wordStart = skipBlanks(text, end, wordEnd);
            if (!blank && (wordStart == wordEnd ? end : wordEnd) - start > width) {
                return end;
            }
            blank &= wordStart == wordEnd;
            end = wordEnd;
        }
        return end;
    }

    /** A paragraph keeps the spaces that it starts with. */
    private static int nextLine(String text, int end) {
        return text.charAt(end) == '\n' ? end + 1 : skipBlanks(text, end, wordEnd(text, end));
    }

    private static int skipBlanks(String text, int start, int end) {
        int at = start;
        while (at < end && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Returns the end of the spaces and the word that start here. */
    private static int wordEnd(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) == ' ') {
            end++;
        }
        while (end < text.length() && text.charAt(end) != ' ' && text.charAt(end) != '\n') {
            end++;
        }
        return end;
    }
}
