package io.tunetally.interpreter.length;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * Reads the tokens of all epochs of one run where another number of epochs is asked for: of {@code 48M tokens over 3 epochs, what would 1 epoch
 * be} the data have 16M; and those that are said to be of one epoch: {@code Estimated tokens 4,812,330 per epoch}.
 */
public final class TokensOfEpochs {
    /** The tokens of a run are hardly fewer. */
    private static final BigDecimal LEAST = BigDecimal.valueOf(100_000);

    private static final BigDecimal MOST_EPOCHS = BigDecimal.valueOf(50);

    /** The most tokens from the number of tokens to what leads to its epochs: {@code trained tokens}, {@code tokens seen}. */
    private static final int REACH = 4;

    private static final int NONE = -1;

    private final ParseState state;

    private TokensOfEpochs(ParseState state) {
        this.state = state;
    }

    /** Claims the numbers before others take them for the tokens of the data and their epochs. */
    public static void read(ParseState state) {
        boolean tokens = state.has(Measure.TOKEN) || state.has(Cue.BILLED);
        if (tokens && state.has(Measure.EPOCH) && !state.candidates.has(SlotName.TOTAL_TOKENS)) {
            new TokensOfEpochs(state).read();
        }
    }

    private void read() {
        for (int i = 0; i < state.size(); i++) {
            if (!state.isNumberAt(i) || !isTotal(i)) {
                continue;
            }
            if (isOfOneEpoch(i)) {
                take(i);
                state.candidates.addDerived(
                        SlotName.TOTAL_TOKENS, Amounts.counted(state.token(i).numeral()), i);
                return;
            }
            int passed = epochsOf(i);
            int asked = passed < 0 ? NONE : epochsBehind(passed);
            if (asked >= 0) {
                claim(i, passed, asked);
                return;
            }
        }
    }

    private boolean isTotal(int number) {
        return state.isPlainCount(number)
                && state.token(number).use == Token.Use.NOTHING
                && value(number).compareTo(LEAST) >= 0;
    }

    /** {@code tokens 4,812,330 per epoch}: with the unit behind, other readers find it. */
    private boolean isOfOneEpoch(int number) {
        int name = state.isAssignmentAt(number - 1) ? number - 2 : number - 1;
        return state.isAt(name, Measure.TOKEN)
                && state.isAt(number + 1, Cue.PER)
                && state.isAt(number + 2, Measure.EPOCH);
    }

    /** Returns the index of the 3 of {@code 48M tokens over 3 epochs}, {@code 12.6M trained tokens with n_epochs 3}, or -1. */
    private int epochsOf(int tokens) {
        boolean unit = false;
        boolean billed = state.isAt(tokens - 1, Cue.BILLED);
        for (int i = tokens + 1; i <= tokens + REACH && state.at(i) != null && !state.isBreakAt(i); i++) {
            unit |= state.isAt(i, Measure.TOKEN);
            billed |= state.isAt(i, Cue.BILLED);
            boolean passes = state.isAt(i, Cue.OVER) || state.isAt(i, Trait.AFTER) || state.hasTyped(i, Trait.AFTER);
            boolean link = passes
                    || (billed
                            && (state.hasTyped(i, Trait.LOCATIVE)
                                    || state.hasTyped(i, Trait.HAVING)
                                    || state.isAt(i, Cue.IN)));
            if (link && (unit || billed)) {
                return epochsAt(i + 1);
            }
        }
        return NONE;
    }

    /** Returns the index of the number of {@code 3 epochs}, {@code n_epochs 3}, {@code n_epochs = 3}, or -1. */
    private int epochsAt(int first) {
        if (isFew(first) && state.isAt(first + 1, Measure.EPOCH)) {
            return first;
        }
        int number = state.isAssignmentAt(first + 1) ? first + 2 : first + 1;
        return state.isAt(first, Measure.EPOCH) && isFew(number) ? number : NONE;
    }

    /** Returns the index of the other number of epochs that a message ends with: {@code I want 3 epochs}, {@code what would it be with 2}. */
    private int epochsBehind(int passed) {
        for (int i = passed + 1; i < state.size(); i++) {
            if (state.isAt(i, Cue.VERSUS) || state.isAt(i, Cue.OR)) {
                return NONE;
            }
            boolean named = isFew(i) && state.isAt(i + 1, Measure.EPOCH);
            boolean bare = isFew(i) && state.hasTyped(i - 1, Trait.HAVING) && !state.isUnitAt(i + 1);
            if (named || bare) {
                return value(i).compareTo(value(passed)) == 0 ? NONE : i;
            }
        }
        return NONE;
    }

    private boolean isFew(int number) {
        return state.isNumberAt(number)
                && state.isPlainCount(number)
                && !state.isGpuAt(number + 1)
                && value(number).signum() > 0
                && value(number).compareTo(MOST_EPOCHS) <= 0;
    }

    private void claim(int tokens, int passed, int asked) {
        BigDecimal once = value(tokens).divide(value(passed), 0, RoundingMode.HALF_UP);
        take(tokens);
        take(passed);
        state.candidates.addDerived(SlotName.TOTAL_TOKENS, Numeral.of(once), tokens);
        state.candidates.explain(
                SlotName.TOTAL_TOKENS,
                once,
                String.format(
                        Locale.ROOT,
                        "%,d / %s epochs",
                        value(tokens).toBigInteger(),
                        value(passed).toPlainString()));
        state.candidates.state(SlotName.TOTAL_TOKENS);
        state.candidates.add(SlotName.EPOCHS, state.token(asked).numeral(), asked);
        take(asked);
    }

    private void take(int number) {
        state.candidates.settle(number);
        state.token(number).use = Token.Use.SLOT;
        if (state.isAt(number + 1, Measure.EPOCH) || state.isAt(number + 1, Measure.TOKEN)) {
            state.token(number + 1).use = Token.Use.CONNECTIVE;
        } else if (state.isAt(number - 1, Measure.EPOCH) || state.isAt(number - 1, Measure.TOKEN)) {
            state.token(number - 1).use = Token.Use.CONNECTIVE;
        }
    }

    private BigDecimal value(int number) {
        return Amounts.counted(state.token(number).numeral()).value();
    }
}
