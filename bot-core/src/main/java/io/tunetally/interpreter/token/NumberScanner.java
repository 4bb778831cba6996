package io.tunetally.interpreter.token;

import io.tunetally.interpreter.lexicon.Boundary;
import java.math.BigDecimal;
import java.util.List;

/**
 * Reads one number from its first digit: groups, decimals, exponent. Detects text that only looks like one (dates,
 * times, versions). The digits are parsed by hand; a number with more digits than any count keeps its magnitude but not
 * its last digits.
 */
public final class NumberScanner {
    private static final int DIGITS_KEPT = 18;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal HOURS_OF_DAY = BigDecimal.valueOf(24);
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(31);
    /** The length of {@code /10/10}. */
    private static final int MOST_OF_A_SPLIT = 6;

    private final String text;
    private final int limit;
    private int at;
    /** Between these two positions there are only characters that may be within a range of numbers. */
    private int rangeStart;

    private int rangeEnd = -1;
    private boolean code;
    private boolean named;
    private boolean ofName;
    private BigDecimal value = BigDecimal.ZERO;
    private List<BigDecimal> readings = List.of();

    public NumberScanner(String text, int limit) {
        this.text = text;
        this.limit = limit;
    }

    public int end() {
        return at;
    }

    /** True if it was a date, a time or a version instead of a number. */
    public boolean isCode() {
        return code;
    }

    /**
     * Reads the number that begins at a position.
     *
     * @param named whether a unit precedes it; then {@code epochs: 3 500 tokens} are two numbers
     * @param ofName whether its digits end a name: {@code v3 500 examples}
     */
    public void scan(int from, boolean named, boolean ofName) {
        this.named = named;
        this.ofName = ofName;
        code = false;
        readings = List.of();
        at = digits(from);
        int comma = commaBehindGroups(from);
        BigDecimal read = comma > 0 ? withComma(from, comma) : grouped(from);
        if (comma < 0 && at < limit && (text.charAt(at) == '.' || text.charAt(at) == ',') && isDigitAt(at + 1)) {
            read = fraction(from, read);
        }
        value = power(exponent(read));
        code |= isDateOrTime();
    }

    /** Returns the number. */
    public Numeral numeral() {
        return suffixed(' ');
    }

    /** Returns the number with a letter whose meaning depends on the context. */
    Numeral suffixed(char suffix) {
        return new Numeral(value, null, 0, suffix, false, readings);
    }

    /** Returns the number times a power of ten. */
    Numeral times(int power) {
        return readings.isEmpty()
                ? new Numeral(Numeral.scaled(value, power), null, power, ' ', false, readings)
                : numeral().times(power);
    }

    /** Returns the index of the comma of {@code 1.200,50}, which only cents can follow, or -1. */
    private int commaBehindGroups(int from) {
        int end = at;
        boolean groups = end - from <= 3;
        while (groups && end < limit && text.charAt(end) == '.' && digits(end + 1) == end + 4) {
            end += 4;
        }
        int cents = end > at && end < limit && text.charAt(end) == ',' ? digits(end + 1) - end - 1 : 0;
        int last = end + 1 + cents;
        boolean goesOn = last + 1 < limit && ".,".indexOf(text.charAt(last)) >= 0 && isDigitAt(last + 1);
        return (cents == 1 || cents == 2) && !goesOn ? end : -1;
    }

    private BigDecimal withComma(int from, int comma) {
        at = digits(comma + 1);
        return whole(from, comma).add(decimals(comma + 1, at));
    }

    private BigDecimal grouped(int from) {
        int first = at - from;
        if (first > 3 || text.charAt(from) == '0') {
            return whole(from, at);
        }
        char separator = at < limit ? text.charAt(at) : ' ';
        int end = separator == ',' ? endOfPairs(from) : -1;
        if (end > 0) {
            at = end;
            return whole(from, at);
        }
        if (!isGroupSeparator(separator) || !isGroup(at + 1)) {
            return whole(from, at);
        }
        while (at < limit && text.charAt(at) == separator && isGroup(at + 1)) {
            at += 4;
        }
        return whole(from, at);
    }

    /** Returns the end of {@code 1,00,000} and {@code 12,50,000}, as India groups digits, or -1; {@code 4,16,128} is a list. */
    private int endOfPairs(int from) {
        int group = at - from > 2 ? -1 : from;
        int end = at;
        boolean ascends = true;
        while (group >= 0 && end < limit && text.charAt(end) == ',' && isDigitAt(end + 1)) {
            int next = digits(end + 1);
            ascends &= whole(group, end).compareTo(whole(end + 1, next)) < 0;
            group = end + 1;
            end = next;
            if (end - group == 3) {
                boolean ends = !(end + 1 < limit && text.charAt(end) == ',' && isDigitAt(end + 1));
                return ends && !ascends && end - from > 6 ? end : -1;
            }
            group = end - group == 2 ? group : -1;
        }
        return -1;
    }

    private static boolean isGroupSeparator(char c) {
        return c == ',' || c == '_' || c == '\'' || c == ' ';
    }

    private boolean isGroup(int start) {
        boolean round = start + 2 < limit
                && text.charAt(start) == '0'
                && text.charAt(start + 1) == '0'
                && text.charAt(start + 2) == '0';
        boolean name = ofName && !round && start < limit && text.charAt(start - 1) == ' ';
        boolean joins =
                start < limit && !name && (!named || round || text.charAt(start - 1) != ' ' || !isCounted(start + 3));
        return joins
                && digits(start) == start + 3
                && !(start + 3 < limit && isGlued(start + 3, text.charAt(start - 1)));
    }

    /** In {@code epochs 3 500 tokens} the second part counts the following unit; in {@code rows 1 800, epochs 2} there is none. */
    private boolean isCounted(int after) {
        // Characters skipped for one number are not skipped again for the next.
        if (after < rangeStart || after > rangeEnd) {
            rangeStart = after;
            rangeEnd = after;
            while (rangeEnd < limit && isWithinRange(text.charAt(rangeEnd))) {
                rangeEnd++;
            }
        }
        return rangeEnd < limit && Boundary.isLetter(text.charAt(rangeEnd));
    }

    // The second part may be the lower end of a range: "sequence length 292 744-3903 output tokens".
    private static boolean isWithinRange(char c) {
        return c == ' ' || c == '-' || c == '.' || Boundary.isDigit(c);
    }

    // "1 000" is a number; in "3 500k" and "4 100b" the second part is a number of its own.
    private boolean isGlued(int after, char separator) {
        return separator == ' '
                && (Boundary.isLetter(text.charAt(after)) || (text.charAt(after) == '.' && isDigitAt(after + 1)));
    }

    private BigDecimal whole(int from, int to) {
        long part = 0;
        int count = 0;
        for (int i = from; i < to; i++) {
            if (Boundary.isDigit(text.charAt(i))) {
                if (count < DIGITS_KEPT) {
                    part = part * 10 + (text.charAt(i) - '0');
                }
                count++;
            }
        }
        BigDecimal value = BigDecimal.valueOf(part);
        return count > DIGITS_KEPT ? value.scaleByPowerOfTen(Math.min(count - DIGITS_KEPT, 300)) : value;
    }

    private BigDecimal fraction(int from, BigDecimal whole) {
        char mark = text.charAt(at);
        int start = at + 1;
        int end = digits(start);
        int length = end - start;
        if (end < limit && text.charAt(end) == mark && isDigitAt(end + 1)) {
            return severalParts(from, mark);
        }
        BigDecimal decimal = whole.add(decimals(start, end));
        boolean grouping = whole.signum() > 0 && at - from <= 3;
        if (mark == '.' && length == 3 && grouping) {
            readings = List.of(decimal, decimal.scaleByPowerOfTen(3));
        } else if (mark == ',') {
            readings = List.of(decimal, decimal.scaleByPowerOfTen(length));
        }
        at = end;
        return decimal;
    }

    /** {@code 1.000.000} is a million in German notation; {@code 3.11.2} is a version and {@code 1,5,10} a list. */
    private BigDecimal severalParts(int from, char mark) {
        int start = at;
        boolean groups = at - from <= 3;
        while (at < limit && text.charAt(at) == mark && isDigitAt(at + 1)) {
            int end = digits(at + 1);
            groups &= end - at == 4;
            at = end;
        }
        code = !groups;
        return groups ? whole(from, at) : whole(from, start);
    }

    private BigDecimal decimals(int start, int end) {
        int kept = Math.min(end, start + 15);
        long value = 0;
        for (int i = start; i < kept; i++) {
            value = value * 10 + (text.charAt(i) - '0');
        }
        return BigDecimal.valueOf(value, kept - start);
    }

    private BigDecimal exponent(BigDecimal value) {
        if (at >= limit || text.charAt(at) != 'e') {
            return value;
        }
        int start = at + 1;
        boolean negative = start < limit && text.charAt(start) == '-';
        if (start < limit && (text.charAt(start) == '-' || text.charAt(start) == '+')) {
            start++;
        }
        int end = digits(start);
        if (end == start
                || end - start > 3
                || (end < limit && Boundary.isLetter(text.charAt(end)) && text.charAt(end) != 'x')) {
            return value;
        }
        int power = (int) Math.min(whole(start, end).longValue(), 300);
        at = end;
        return value.scaleByPowerOfTen(negative ? -power : power);
    }

    /** {@code 10^3}; a power of any other base is not a count. */
    private BigDecimal power(BigDecimal base) {
        if (at + 1 >= limit || text.charAt(at) != '^' || !isDigitAt(at + 1)) {
            return base;
        }
        int end = digits(at + 1);
        int power = (int) Math.min(whole(at + 1, end).longValue(), 300);
        at = end;
        code |= base.compareTo(BigDecimal.TEN) != 0;
        return BigDecimal.ONE.scaleByPowerOfTen(power);
    }

    private boolean isDateOrTime() {
        if (at + 1 >= limit || !isDigitAt(at + 1)) {
            return false;
        }
        char mark = text.charAt(at);
        if (mark == ':' || isDayAndNight(mark)) {
            return skipCode(mark);
        }
        boolean dateMark = mark == '-' || mark == '/';
        int second = digits(at + 1);
        return dateMark
                && second < limit
                && text.charAt(second) == mark
                && isDigitAt(second + 1)
                && !isSplit(second)
                && skipCode(mark);
    }

    /** {@code 24/7}. */
    private boolean isDayAndNight(char mark) {
        return mark == '/' && value.compareTo(HOURS_OF_DAY) == 0 && text.charAt(at + 1) == '7' && !isDigitAt(at + 2);
    }

    /** {@code 80/10/10}: three shares are no date. */
    private boolean isSplit(int second) {
        int third = digits(second + 1);
        return text.charAt(second) == '/'
                && third - at <= MOST_OF_A_SPLIT
                && value.compareTo(LAST_DAY) > 0
                && value.add(whole(at + 1, second))
                                .add(whole(second + 1, third))
                                .compareTo(HUNDRED)
                        == 0;
    }

    private boolean skipCode(char mark) {
        while (at < limit
                && (text.charAt(at) == mark
                        || text.charAt(at) == '.'
                        || text.charAt(at) == ':'
                        || text.charAt(at) == 't')
                && isDigitAt(at + 1)) {
            at = digits(at + 1);
        }
        if (at < limit
                && text.charAt(at) == 'z'
                && !(at + 1 < limit && Boundary.isLetterOrDigit(text.charAt(at + 1)))) {
            at++;
        }
        return true;
    }

    private int digits(int from) {
        int i = from;
        while (i < limit && Boundary.isDigit(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private boolean isDigitAt(int i) {
        return i < limit && Boundary.isDigit(text.charAt(i));
    }
}
