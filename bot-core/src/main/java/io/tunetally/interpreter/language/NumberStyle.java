package io.tunetally.interpreter.language;

import io.tunetally.interpreter.lexicon.Boundary;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Reads the digits of a number in a language's notation: {@code 2.500,5} where the comma is the decimal mark. Spaces
 * between groups are left to the reader of numbers, which knows them.
 */
final class NumberStyle {
    private static final int GROUP = 3;
    /** No count has more digits; a longer run is left as it is. */
    private static final int LONGEST = 30;

    private final char decimalMark;

    NumberStyle(char decimalMark) {
        this.decimalMark = decimalMark;
    }

    /** A number's value and the position after it. */
    record Written(BigDecimal value, int end) {}

    /** Returns the number that begins at a digit, or null for a date, a version, a list or a number with two readings. */
    @Nullable Written read(String text, int from) {
        int end = digits(text, from);
        int first = end - from;
        StringBuilder plain = new StringBuilder(text.substring(from, end));
        char group = ' ';
        boolean fraction = false;
        while (isMark(text, end) && end - from <= LONGEST) {
            char mark = text.charAt(end);
            int next = digits(text, end + 1);
            boolean grouping = next - end - 1 == GROUP
                    && (group == mark
                            || (group == ' ' && isGroupMark(mark) && first <= GROUP && text.charAt(from) != '0'));
            if (fraction || (!grouping && group == mark) || (!grouping && isOnlyGroups(mark))) {
                return null;
            }
            fraction = !grouping;
            group = grouping ? mark : group;
            plain.append(grouping ? "" : ".").append(text, end + 1, next);
            end = next;
        }
        boolean other = end + 1 < text.length() && ":/".indexOf(text.charAt(end)) >= 0 && isDigit(text, end + 1);
        return other || end - from > LONGEST ? null : new Written(new BigDecimal(plain.toString()), end);
    }

    /** Three digits after a comma are a group of thousands everywhere; a point groups only where the comma is decimal. */
    private boolean isGroupMark(char mark) {
        return mark == ',' || decimalMark == ',';
    }

    private boolean isOnlyGroups(char mark) {
        return mark == ',' && decimalMark == '.';
    }

    private static boolean isMark(String text, int at) {
        return at + 1 < text.length() && ".,".indexOf(text.charAt(at)) >= 0 && isDigit(text, at + 1);
    }

    private static boolean isDigit(String text, int at) {
        return at < text.length() && Boundary.isDigit(text.charAt(at));
    }

    private static int digits(String text, int from) {
        int end = from;
        while (isDigit(text, end)) {
            end++;
        }
        return end;
    }
}
