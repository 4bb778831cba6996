package io.tunetally.interpreter.token;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.EnglishWords;
import io.tunetally.interpreter.lexicon.Measure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * The notation of the numbers of one message. A point before three digits is open alone ({@code 1.000}), unless ten thousand things or more are counted; of several such numbers,
 * or beside a decimal comma, a number with two points or a smaller number that it falls to, it groups: {@code 6.000 reports of 1.500 tokens}. A decimal point or
 * a comma that groups elsewhere in the message leaves it open.
 */
final class NumberStyle {
    /** The most words that describe a thing that is counted. */
    private static final int REACH_OF_NOUN = 2;

    /** One number of this form may have three decimals. */
    private static final int LEAST_GROUPED = 2;

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    /** The end of a round number. */
    private static final String ROUND = "00";

    /** The three decimals that a whole number of things never has. */
    private static final String WHOLE = ".000";

    private final Token[] tokens;
    private final String text;
    private int grouped;
    private boolean continental;
    private boolean contradicted;

    private NumberStyle(Token[] tokens, String text) {
        this.tokens = tokens;
        this.text = text;
    }

    /**
     * Reads open numbers as thousands in a conversation about thousands, in place: {@code add 20.000 more} to 180,000. What ends in other than
     * two zeros may be measured; a price and a length are left open.
     */
    static void settleLike(Token[] tokens, String text, BigDecimal remembered) {
        NumberStyle style = new NumberStyle(tokens, text);
        for (int i = 0; i < tokens.length && remembered.compareTo(THOUSAND) >= 0; i++) {
            Token token = tokens[i];
            boolean open = token.isNumber() && token.numeral().isAmbiguous() && style.indexWithin('.', token) >= 0;
            boolean round = open && text.startsWith(ROUND, token.end - ROUND.length());
            if (round && !style.isPrice(i) && style.mayCount(i)) {
                style.settle(token);
            }
        }
    }

    /**
     * Reads the open number of things as thousands, in place: {@code 20.000 segments}, since a count has no decimals; {@code 1.000 examples}
     * stays open. What is measured may have three decimals ({@code 12.250 tokens}), and so may a mean ({@code 20.500 requests a day}) and a number without a thing.
     */
    static void settleCounts(Token[] tokens, String text) {
        NumberStyle style = new NumberStyle(tokens, text);
        for (int i = 0; i < tokens.length; i++) {
            Token token = tokens[i];
            boolean open = token.isNumber() && token.numeral().isAmbiguous() && style.indexWithin('.', token) >= 0;
            boolean whole = open && text.startsWith(WHOLE, token.end - WHOLE.length());
            boolean many = whole && style.indexWithin('.', token) - token.start > 1;
            if (many && !style.isPrice(i) && style.countsThing(i)) {
                style.settle(token);
            }
        }
    }

    /** {@code 20.000 segments}, {@code 10.000 HS code examples}. */
    private boolean countsThing(int number) {
        int noun = number + 1;
        while (noun <= number + REACH_OF_NOUN && !isThing(noun) && isWord(noun)) {
            noun++;
        }
        return isThing(noun);
    }

    private boolean isThing(int index) {
        if (index >= tokens.length) {
            return false;
        }
        Token token = tokens[index];
        boolean unknown = token.kind == Token.Kind.WORD && EnglishWords.isPlural(text, token.start, token.end);
        return unknown || token.is(Measure.EXAMPLE) || token.is(Measure.ITEM) || token.is(Measure.REQUEST);
    }

    private boolean isWord(int index) {
        return index < tokens.length
                && (tokens[index].kind == Token.Kind.WORD || tokens[index].kind == Token.Kind.LEXEME)
                && tokens[index].measure() == null;
    }

    /** False of {@code 55.500 tokens}, which may be an average, and of {@code 1.200 s}. */
    private boolean mayCount(int number) {
        Measure unit = number + 1 < tokens.length ? tokens[number + 1].measure() : null;
        return unit == null || unit == Measure.EXAMPLE || unit == Measure.ITEM || unit == Measure.REQUEST;
    }

    /** Replaces open numbers by their value where the notation of the message is known, in place. */
    static void settle(Token[] tokens, String text) {
        NumberStyle style = new NumberStyle(tokens, text);
        style.look();
        if (!style.contradicted && style.grouped >= (style.continental ? 1 : LEAST_GROUPED)) {
            style.settle();
        }
    }

    private void look() {
        for (int i = 0; i < tokens.length; i++) {
            Token token = tokens[i];
            if (!token.isNumber()) {
                continue;
            }
            int point = indexWithin('.', token);
            int comma = indexWithin(',', token);
            if (point >= 0 && comma > point) {
                // "R$ 250.000,00": even a price with both marks tells which of them groups.
                continental = true;
                continue;
            }
            if (isPrice(i)) {
                continue;
            }
            boolean whole = token.numeral().value().stripTrailingZeros().scale() <= 0;
            if (token.numeral().isAmbiguous()) {
                grouped += point >= 0 ? 1 : 0;
                continental |= comma >= 0 || (point >= 0 && shrinks(i));
            } else {
                continental |= point >= 0 && whole && text.lastIndexOf('.', token.end - 1) > point;
                contradicted |= (point >= 0 && !whole) || comma >= 0;
            }
        }
    }

    private int indexWithin(char mark, Token token) {
        int index = text.indexOf(mark, token.start);
        return index < token.end ? index : -1;
    }

    /** The 3.000 of {@code from 3.000 to 300 tokens}: both ends of a pair have as many decimals. */
    private boolean shrinks(int number) {
        int to = number + 1 < tokens.length && tokens[number + 1].is(Category.UNITS) ? number + 2 : number + 1;
        if (to + 1 >= tokens.length || !tokens[to].is(Cue.TO) || !tokens[to + 1].isNumber()) {
            return false;
        }
        Numeral end = tokens[to + 1].numeral();
        BigDecimal grouped = tokens[number].numeral().readings().getLast();
        return indexWithin('.', tokens[to + 1]) < 0
                && end.suffix() == ' '
                && end.value().compareTo(BigDecimal.TEN) >= 0
                && end.value().compareTo(grouped) < 0;
    }

    /** {@code $3.000 per 1M tokens}. */
    private boolean isPrice(int index) {
        return index > 0 && tokens[index - 1].isSymbol('$');
    }

    private void settle() {
        for (int i = 0; i < tokens.length; i++) {
            Token token = tokens[i];
            if (token.isNumber() && token.numeral().isAmbiguous() && !isPrice(i)) {
                settle(token);
            }
        }
    }

    private void settle(Token token) {
        Numeral open = token.numeral();
        BigDecimal value = indexWithin('.', token) >= 0
                ? open.readings().getLast().setScale(0, RoundingMode.UNNECESSARY)
                : open.readings().getFirst();
        token.numeral = new Numeral(value, open.high(), open.scaled(), open.suffix(), open.approximate(), List.of());
    }
}
