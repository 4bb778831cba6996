package io.tunetally.interpreter.token;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * The notation of the numbers of one message. A point before three digits is open alone ({@code 1.000}); of several such numbers,
 * or beside a decimal comma, a number with two points or a smaller number that it falls to, it groups: {@code 6.000 reports of 1.500 tokens}. A decimal point or
 * a comma that groups elsewhere in the message leaves it open.
 */
final class NumberStyle {
    /** One number of this form may have three decimals. */
    private static final int LEAST_GROUPED = 2;

    private final Token[] tokens;
    private final String text;
    private int grouped;
    private boolean continental;
    private boolean contradicted;

    private NumberStyle(Token[] tokens, String text) {
        this.tokens = tokens;
        this.text = text;
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
            if (!token.isNumber() || isPrice(i)) {
                continue;
            }
            int point = indexWithin('.', token);
            int comma = indexWithin(',', token);
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

    /** The 3.000 of {@code from 3.000 to 300 tokens}: nobody writes one end of a pair with three decimals and the other with none. */
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
                Numeral open = token.numeral();
                BigDecimal value = indexWithin('.', token) >= 0
                        ? open.readings().getLast().setScale(0, RoundingMode.UNNECESSARY)
                        : open.readings().getFirst();
                token.numeral =
                        new Numeral(value, open.high(), open.scaled(), open.suffix(), open.approximate(), List.of());
            }
        }
    }
}
