package io.tunetally.interpreter.money;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Tells the tokens of a bill from those of the data: {@code billed $2.77 for 6.3M tokens}, {@code billed 18,400,000 training tokens},
 * {@code 18.4M tokens @ $5/M = $92}. What was billed has its epochs in it.
 */
public final class PaidTokens {
    private static final int MILLION = 6;

    /** The most words from the tokens to their price, and from the price to the sum. */
    private static final int REACH = 8;

    /** The share by which a sum may differ from the product, as prices are rounded. */
    private static final BigDecimal ROUNDED = new BigDecimal("0.01");

    private final ParseState state;

    private PaidTokens(ParseState state) {
        this.state = state;
    }

    /**
     * Returns whether a number of tokens is one that was billed.
     *
     * @param first its first word
     */
    public static boolean areBilled(ParseState state, int number, int first) {
        if (state.has(Measure.EPOCH)) {
            return false;
        }
        PaidTokens tokens = new PaidTokens(state);
        return tokens.isVerb(first - 1)
                || tokens.arePaidFor(first)
                || tokens.arePriced(number)
                || tokens.areJudged(number);
    }

    private boolean isVerb(int i) {
        return state.at(i) != null && state.isAt(i, Cue.BILLED) && state.hasTyped(i, Trait.PAID_SUM);
    }

    /** {@code billed $2.77 for 6.3M tokens}, {@code we were charged $40 for 9M tokens}. */
    private boolean arePaidFor(int first) {
        if (!state.isAt(first - 1, Cue.FOR) || !isSum(first - 2)) {
            return false;
        }
        for (int i = first - 4; i >= state.clause(first).first() && !state.isNumberAt(i); i--) {
            if (state.hasTyped(i, Trait.PAID_SUM)) {
                return true;
            }
        }
        return false;
    }

    /** {@code is $92 right for 18.4 million training tokens}: the tokens that a sum is held against were trained on. */
    private boolean areJudged(int number) {
        boolean trained = state.isAt(number + 1, Cue.TRAINING) || state.isAt(number + 1, Category.TUNING);
        return trained && state.isAt(number + 2, Measure.TOKEN) && state.asksWhetherSumIsRight();
    }

    /** {@code 18,400,000 tokens @ $5.00/M = $92.00}: the sum is the tokens times the price of a million. */
    private boolean arePriced(int number) {
        BigDecimal tokens = Amounts.counted(state.token(number).numeral()).value();
        int end = state.sentence(number).end();
        for (int price = number + 1; price < Math.min(end, number + REACH); price++) {
            BigDecimal product = isSum(price) ? tokens.multiply(value(price)).movePointLeft(MILLION) : BigDecimal.ZERO;
            for (int sum = price + 1; product.signum() > 0 && sum < Math.min(end, price + REACH); sum++) {
                if (isSum(sum) && isNear(product, value(sum))) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isSum(int i) {
        return state.isNumberAt(i) && state.isSymbolAt(i - 1, '$');
    }

    private BigDecimal value(int i) {
        return state.token(i).numeral().value();
    }

    private static boolean isNear(BigDecimal product, BigDecimal sum) {
        BigDecimal most = product.multiply(ROUNDED).setScale(2, RoundingMode.UP);
        return product.subtract(sum).abs().compareTo(most) <= 0;
    }
}
