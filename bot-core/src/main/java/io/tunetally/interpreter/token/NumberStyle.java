package io.tunetally.interpreter.token;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * The notation of the numbers of one message. A point before three digits is open alone ({@code 1.000}); of several such numbers,
 * or beside a decimal comma or a number with two points, it groups: {@code 6.000 reports of 1.500 tokens}. A decimal point or
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
                continental |= comma >= 0;
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
