package io.tunetally.interpreter.token;

import io.tunetally.interpreter.lexicon.CompiledLexicon;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.text.FoldedText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes how long a run took as one number of hours, so that it is read like hours: {@code 11h 20m}, {@code 2 days 4 hours},
 * {@code wall=01:52:33}, and the {@code "train_runtime": 8123.4} of a log, which is in seconds. Any other text stays as it is.
 */
public final class DurationText {
    /** A billionth of an hour is far below a cent on any number of GPUs. */
    private static final MathContext DIGITS = new MathContext(12);

    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(Span.HOURS.seconds);
    private static final String BETWEEN = " ,";
    private static final String BEFORE_VALUE = " \"':=";
    private static final int MOST_BETWEEN = 2;
    private static final int MOST_BEFORE_VALUE = 6;
    private static final int MOST_DIGITS = 12;
    private static final int CLOCK_DIGITS = 2;
    private static final int THOUSANDS = 3;

    private final CompiledLexicon lexicon;
    private final FoldedText folded;
    private final String text;
    private final List<Edit> edits = new ArrayList<>(0);

    private DurationText(CompiledLexicon lexicon, FoldedText folded) {
        this.lexicon = lexicon;
        this.folded = folded;
        this.text = folded.text();
    }

    private record Edit(int from, int to, String hours) {}

    /** The units of a duration, the longest first. */
    private enum Span {
        DAYS(86_400, 1_000, Trait.SPAN_OF_DAYS),
        HOURS(3_600, 24, Trait.SPAN_OF_HOURS),
        MINUTES(60, 60, Trait.SPAN_OF_MINUTES),
        SECONDS(1, 60, Trait.SPAN_OF_SECONDS);

        private final long seconds;
        private final long most;
        private final Trait trait;

        /**
         * Creates a unit.
         *
         * @param most how many of it make the next longer unit
         */
        Span(long seconds, long most, Trait trait) {
            this.seconds = seconds;
            this.most = most;
            this.trait = trait;
        }

        BigDecimal of(BigDecimal count) {
            return count.multiply(BigDecimal.valueOf(seconds));
        }
    }

    /** Returns the text with its durations in hours. */
    public static FoldedText written(CompiledLexicon lexicon, FoldedText folded) {
        return new DurationText(lexicon, folded).written();
    }

    private FoldedText written() {
        int at = 0;
        while (at < text.length()) {
            if (isDigit(at) && !isDigit(at - 1)) {
                at = Math.max(number(at), numberEnd(at));
            } else {
                at++;
            }
        }
        return edits.isEmpty()
                ? folded
                : folded.replacing(
                        edits.stream().mapToInt(Edit::from).toArray(),
                        edits.stream().mapToInt(Edit::to).toArray(),
                        edits.stream().map(Edit::hours).toArray(String[]::new),
                        edits.size());
    }

    /** Returns the end of a duration that begins here; if there is none, the place itself. */
    private int number(int at) {
        if (at > 0 && (isWord(at - 1) || text.charAt(at - 1) == '.')) {
            return at;
        }
        int end = parts(at);
        return end > at ? end : timed(at);
    }

    /** Several units one after the other, of which the first is days or hours. */
    private int parts(int at) {
        BigDecimal seconds = BigDecimal.ZERO;
        int units = 0;
        int last = at;
        int next = at;
        Span before = null;
        while (next >= 0 && isDigit(next)) {
            int number = numberEnd(next);
            int unitEnd = unitEnd(number);
            Span span = span(number, unitEnd);
            if (before == Span.HOURS && next == last && number - next == CLOCK_DIGITS && isEnd(number)) {
                // "3h30"
                unitEnd = number;
                span = Span.MINUTES;
            }
            if (span == null) {
                break;
            }
            BigDecimal count = value(next, number);
            if (!(before == null ? opens(span) : goesOn(before, span, count))) {
                break;
            }
            seconds = seconds.add(span.of(count));
            units++;
            last = unitEnd;
            before = span;
            next = afterJoint(unitEnd);
        }
        return units < 2 || countsThings(last) ? at : write(at, last, seconds);
    }

    private boolean isEnd(int at) {
        return at >= text.length() || !(isWord(at) || text.charAt(at) == '.' || text.charAt(at) == ':');
    }

    private static boolean opens(Span span) {
        return span == Span.DAYS || span == Span.HOURS;
    }

    /** A part is less than one of the next longer unit, unlike the number of {@code 4 h100s}. */
    private static boolean goesOn(Span before, Span span, BigDecimal count) {
        return span.compareTo(before) > 0 && count.compareTo(BigDecimal.valueOf(span.most)) < 0;
    }

    /** A clock's digits or a number behind a word for the time of a run. */
    private int timed(int at) {
        Trait.Bits led = led(at);
        if (!led.contains(Trait.RUN_TIME)) {
            return at;
        }
        int clock = clock(at);
        if (clock > at) {
            return clock;
        }
        int number = numberEnd(at);
        int unitEnd = unitEnd(number);
        Span span = span(number, unitEnd);
        if (span == Span.SECONDS || span == Span.MINUTES) {
            return write(at, unitEnd, span.of(value(at, number)));
        }
        boolean logged = led.contains(Trait.IN_SECONDS) && unitEnd == number;
        return logged ? write(at, number, value(at, number)) : at;
    }

    /** {@code 01:52:33}, {@code 52:33}. */
    private int clock(int at) {
        BigDecimal total = BigDecimal.ZERO;
        int fields = 0;
        int end = at;
        int next = at;
        while (isDigit(next)) {
            int field = digitsEnd(next);
            if (fields > 0 && field - next != CLOCK_DIGITS) {
                return at;
            }
            total = total.multiply(BigDecimal.valueOf(Span.MINUTES.seconds))
                    .add(new BigDecimal(text.substring(next, field)));
            fields++;
            end = field;
            next = field < text.length() && text.charAt(field) == ':' ? field + 1 : text.length();
        }
        boolean clock = (fields == 2 || fields == 3) && end - at <= MOST_DIGITS;
        return clock ? write(at, numberEnd(end), total) : at;
    }

    private int write(int from, int to, BigDecimal seconds) {
        BigDecimal hours = seconds.divide(SECONDS_PER_HOUR, DIGITS).stripTrailingZeros();
        // Three decimals could be thousands: 1.875.
        BigDecimal written = hours.scale() == THOUSANDS ? hours.setScale(THOUSANDS + 1) : hours;
        edits.add(new Edit(from, to, written.toPlainString() + " " + TimeUnit.HOUR.letter()));
        return to;
    }

    /** The {@code 5m} of {@code in 24h 5m tokens} is a number of them. */
    private boolean countsThings(int end) {
        int word = end < text.length() && text.charAt(end) == ' ' ? end + 1 : end;
        boolean rate = end < text.length() && text.charAt(end) == '/';
        // 5M is a number, 5m may be minutes.
        boolean millions = folded.isUpperCase(end - 1) && folded.hasLowerCase();
        return rate || millions || lexicon.isUnit(text.substring(word, lettersEnd(word)));
    }

    /** Returns the traits of the one or two words before a value. */
    private Trait.Bits led(int at) {
        int end = at;
        while (end > Math.max(0, at - MOST_BEFORE_VALUE) && BEFORE_VALUE.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        int start = wordStart(end);
        Trait.Bits one = lexicon.traits(text, start, end);
        return one.contains(Trait.RUN_TIME) || start < 2 ? one : lexicon.traits(text, wordStart(start - 1), end);
    }

    private @Nullable Span span(int numberEnd, int end) {
        int start = numberEnd < end && text.charAt(numberEnd) == ' ' ? numberEnd + 1 : numberEnd;
        if (start == end) {
            return null;
        }
        Trait.Bits traits = lexicon.traits(text, start, end);
        for (Span span : Span.values()) {
            if (traits.contains(span.trait)) {
                return span;
            }
        }
        return null;
    }

    /** Returns the end of a word behind a number, or the number's end if there is none. */
    private int unitEnd(int number) {
        int start = number < text.length() && text.charAt(number) == ' ' ? number + 1 : number;
        int end = lettersEnd(start);
        return end == start ? number : end;
    }

    /** Returns the place of the next number behind a space, a comma or a word that joins; -1 if there is none. */
    private int afterJoint(int end) {
        int at = afterSpace(end);
        int word = lettersEnd(at);
        if (word > at && lexicon.traits(text, at, word).contains(Trait.JOINS)) {
            at = afterSpace(word);
        }
        return isDigit(at) ? at : -1;
    }

    private int afterSpace(int from) {
        int at = from;
        while (at < Math.min(text.length(), from + MOST_BETWEEN) && BETWEEN.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private BigDecimal value(int from, int to) {
        return new BigDecimal(text.substring(from, to).replace(",", ""));
    }

    private int numberEnd(int from) {
        int end = digitsEnd(from);
        while (end + 1 < text.length() && isPoint(end) && isDigit(end + 1) && end - from < MOST_DIGITS) {
            boolean point = text.charAt(end) == '.';
            end = digitsEnd(end + 1);
            if (point) {
                break;
            }
        }
        return end;
    }

    private boolean isPoint(int at) {
        return text.charAt(at) == '.' || text.charAt(at) == ',';
    }

    private int digitsEnd(int from) {
        int end = from;
        while (isDigit(end)) {
            end++;
        }
        return end;
    }

    private int lettersEnd(int from) {
        int end = from;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private int wordStart(int end) {
        int start = end;
        while (start > 0 && (isWord(start - 1) || text.charAt(start - 1) == '-')) {
            start--;
        }
        return start;
    }

    private boolean isWord(int at) {
        return Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_';
    }

    private boolean isDigit(int at) {
        return at >= 0 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }
}
