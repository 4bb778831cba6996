package io.tunetally.interpreter.sentence;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Estimates tokens from words and pages of English text: {@code 500 emails of 200 words}, {@code letters of 2 pages}. */
public final class TextLengths {
    private static final BigDecimal WORDS_OF_A_PAGE = BigDecimal.valueOf(500);
    /** A token is about three quarters of an English word. */
    private static final BigDecimal TOKENS_OF_THREE_WORDS = BigDecimal.valueOf(4);

    private static final BigDecimal THREE = BigDecimal.valueOf(3);

    private final ParseState state;

    public TextLengths(ParseState state) {
        this.state = state;
    }

    /** True if the words are the text to train on, whose tokens the message leaves open; a rate or an extreme is not. */
    public boolean areData(int number, int unit) {
        return state.isAt(unit, Measure.WORD)
                && unit > number
                && !state.has(Measure.TOKEN)
                && !state.isRateAt(unit + 1)
                && !state.isAt(unit + 1, Cue.OUT)
                && !isExtreme(number)
                && (state.speaksOfTuning() || state.unitFinder.countsExamples());
    }

    /** {@code 300 letters of 2 pages}, {@code 2 pages each}: the length of an example, beside their count. */
    public boolean areOfExample(int number, int unit) {
        boolean each = state.isAt(unit + 1, Cue.EACH);
        boolean ofThings = state.isAt(number - 1, Cue.OF)
                && (state.isAt(number - 2, Measure.EXAMPLE) || state.isAt(number - 2, Measure.ITEM));
        return state.hasTyped(unit, Trait.PAGE) && (each || ofThings) && !state.has(Measure.TOKEN);
    }

    /** {@code the longest about 90 words}. */
    private boolean isExtreme(int number) {
        for (int i = number - 1; i >= state.clause(number).first() && !state.isNumberAt(i); i--) {
            if (state.hasTyped(i, Trait.SPREAD)) {
                return true;
            }
        }
        return false;
    }

    /** Replaces a number of words by the number of their tokens. */
    public void toTokens(int number) {
        convert(number, BigDecimal.ONE);
    }

    /** Replaces a number of pages by the number of their tokens. */
    public void pagesToTokens(int number) {
        convert(number, WORDS_OF_A_PAGE);
    }

    private void convert(int number, BigDecimal words) {
        Token token = state.token(number);
        Numeral said = token.numeral();
        BigDecimal high = said.high();
        token.numeral = new Numeral(
                tokens(said.value(), words),
                high == null ? null : tokens(high, words),
                said.scaled(),
                ' ',
                true,
                said.readings().stream().map(each -> tokens(each, words)).toList());
    }

    private static BigDecimal tokens(BigDecimal count, BigDecimal words) {
        return count.multiply(words).multiply(TOKENS_OF_THREE_WORDS).divide(THREE, 0, RoundingMode.HALF_UP);
    }
}
