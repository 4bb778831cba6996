package io.tunetally.interpreter.language;

import io.tunetally.interpreter.lexicon.Boundary;
import io.tunetally.interpreter.lexicon.Category;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Composes a number of digits, number words and multipliers: {@code zweitausendfuenfhundert}, {@code 2 mil 500},
 * {@code 1.5\u4e07}. Parts add up; a multiplier multiplies the smaller parts before it.
 */
final class NumberWords {
    /** The number of parts of any real number. */
    private static final int MOST_PARTS = 16;

    private static final int HIGHEST_POWER = 12;

    /** Words for some more, between the parts of a number in a language without spaces. */
    private static final String MORE = "多几幾余餘来來";

    private final Glossary glossary;
    private final NumberStyle style;
    private final String text;
    private final List<BigDecimal> parts = new ArrayList<>();
    private BigDecimal multiplier = BigDecimal.ONE;
    private boolean digits;
    private boolean weak;
    private int count;
    private int lastPower;
    /** Whether the last part is the word for a digit. */
    private boolean digitWord;

    private @Nullable BigDecimal lowerDigit;
    private BigDecimal upperDigit = BigDecimal.ONE;

    private NumberWords(Glossary glossary, NumberStyle style, String text) {
        this.glossary = glossary;
        this.style = style;
        this.text = text;
    }

    /**
     * A number in a text.
     *
     * @param multiplier the product of its multipliers, 1 without one
     * @param digits whether it begins with digits
     * @param weak whether it is a single word that is also an article or the like
     * @param lower the lower end of {@code 三四百}, 300 to 400; null of a number without a range
     */
    record Composed(
            BigDecimal value,
            BigDecimal multiplier,
            int end,
            boolean digits,
            boolean weak,
            int parts,
            @Nullable BigDecimal lower) {
        boolean isMultiplied() {
            return multiplier.compareTo(BigDecimal.ONE) > 0;
        }
    }

    /** Returns the number that begins at a position, or null. */
    static @Nullable Composed read(Glossary glossary, NumberStyle style, String text, int from) {
        return new NumberWords(glossary, style, text).compose(from);
    }

    private @Nullable Composed compose(int from) {
        int end = -1;
        int at = from;
        while (count < MOST_PARTS) {
            int next = part(at);
            if (next < 0) {
                break;
            }
            count++;
            end = next;
            at = afterLink(next);
        }
        boolean cut = end < 0
                || (end < text.length()
                        && !Script.isUnspaced(text.charAt(end - 1))
                        && !Script.isUnspaced(text.charAt(end))
                        && !Boundary.isDigit(text.charAt(end - 1))
                        && Boundary.isLetterOrDigit(text.charAt(end)));
        if (cut) {
            return null;
        }
        if (glossary.language().shortenedNumbers()) {
            completeLastDigit();
        }
        BigDecimal value = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Composed(value, multiplier, end, digits, weak && count == 1, count, lower(value));
    }

    /** Returns the lower end of two digits in a row and what multiplies them, or null. */
    private @Nullable BigDecimal lower(BigDecimal value) {
        BigDecimal first = lowerDigit;
        return first == null || parts.size() > 1
                ? null
                : value.divide(upperDigit, 0, RoundingMode.HALF_UP).multiply(first);
    }

    /** Reads one part and returns its end, or -1. */
    private int part(int at) {
        if (at >= text.length()) {
            return -1;
        }
        // "1万2": behind a multiplier; "Gemma 2 9B" are two numbers.
        boolean mayHaveDigits = count == 0
                || (!glossary.isSpaced() && multiplier.compareTo(BigDecimal.ONE) > 0 && text.charAt(at - 1) != ' ');
        if (Boundary.isDigit(text.charAt(at))) {
            NumberStyle.Written written = mayHaveDigits ? style.read(text, at) : null;
            if (written == null) {
                return -1;
            }
            digits |= count == 0;
            parts.add(written.value());
            return written.end();
        }
        Glossary.Match match = glossary.number(text, behindMore(at));
        if (match == null
                || (digits && match.gloss().is(Category.NUMBERS) && multiplier.compareTo(BigDecimal.ONE) == 0)) {
            return -1;
        }
        BigDecimal meaning = new BigDecimal(match.gloss().english());
        if (match.gloss().is(Category.NUMBERS)) {
            weak = match.gloss().weak();
            if (isNextDigit(meaning)) {
                lowerDigit = parts.removeLast();
                upperDigit = meaning;
            }
            digitWord = true;
            parts.add(meaning);
        } else {
            digitWord = false;
            lastPower = Math.min(meaning.intValue(), HIGHEST_POWER);
            multiply(BigDecimal.ONE.scaleByPowerOfTen(lastPower));
        }
        return match.end();
    }

    /** Returns the position of the 万 of {@code 200多万}, {@code 二十几万}: the word for some more within a number changes nothing; or the same position. */
    private int behindMore(int at) {
        Glossary.Match next = count > 0 && !glossary.isSpaced() && MORE.indexOf(text.charAt(at)) >= 0
                ? glossary.number(text, at + 1)
                : null;
        return next != null && next.gloss().is(Category.MULTIPLIERS) ? at + 1 : at;
    }

    /** {@code 一两天}, {@code 三四百}, {@code 三五轮}: without spaces a digit behind a somewhat smaller one makes a range. */
    private boolean isNextDigit(BigDecimal digit) {
        return !glossary.isSpaced()
                && digitWord
                && count == 1
                && parts.size() == 1
                && parts.getLast().signum() > 0
                && digit.compareTo(parts.getLast()) > 0
                && digit.subtract(parts.getLast()).compareTo(BigDecimal.TWO) <= 0;
    }

    private void multiply(BigDecimal by) {
        BigDecimal smaller = BigDecimal.ZERO;
        while (!parts.isEmpty() && parts.getLast().compareTo(by) < 0) {
            smaller = smaller.add(parts.removeLast());
        }
        parts.add(smaller.signum() == 0 ? by : smaller.multiply(by));
        multiplier = multiplier.multiply(by);
    }

    /** The 5 of {@code 1万5} and of {@code 两万五} stands for thousands; behind a zero, as in {@code 一百零五}, it stands for itself. */
    private void completeLastDigit() {
        int last = parts.size() - 1;
        BigDecimal digit = last < 1 ? BigDecimal.ZERO : parts.get(last);
        boolean behindUnit = lastPower > 1 && last > 0 && parts.get(last - 1).signum() > 0;
        if (behindUnit && digit.signum() > 0 && digit.compareTo(BigDecimal.TEN) < 0 && digit.scale() <= 0) {
            parts.set(last, digit.scaleByPowerOfTen(lastPower - 1));
        }
    }

    /** Returns the position after a space, a hyphen, or a word for "and" between two parts. */
    private int afterLink(int from) {
        int at = afterGap(from);
        Glossary.Match link = at < text.length() ? glossary.linkOfNumbers(text, at) : null;
        return link == null ? at : afterGap(link.end());
    }

    private int afterGap(int at) {
        boolean gap = at + 1 < text.length()
                && (text.charAt(at) == ' ' || (text.charAt(at) == '-' && !Boundary.isDigit(text.charAt(at + 1))));
        return gap ? at + 1 : at;
    }
}
