package io.tunetally.interpreter.length;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * The tokens that a log has counted until some epoch, from which those of one epoch follow: {@code 'num_tokens': 18432512.0, 'epoch': 1.5} of a
 * run of 3 epochs. Until some step, those of the whole run follow: {@code step 3200/4800 tokens_seen=52428800}.
 */
public final class TokensSoFar {
    /** The most marks between a name and its value. */
    private static final int MOST_MARKS = 3;

    private static final int NONE = -1;

    private final ParseState state;

    private TokensSoFar(ParseState state) {
        this.state = state;
    }

    /** Claims both numbers before others take them for the tokens and the epochs of the whole run. */
    public static void read(ParseState state) {
        if (state.has(Cue.BILLED)) {
            new TokensSoFar(state).read();
        }
    }

    private void read() {
        int tokens = valueOf(Cue.BILLED);
        int epoch = NONE;
        for (int i = 0; i < state.size() && epoch < 0; i++) {
            boolean named = state.isAt(i, Measure.EPOCH) && (i - 1 == tokens || isReached(i - 1));
            epoch = named ? numberBehind(i) : NONE;
        }
        if (tokens < 0 || state.token(tokens).numeral().isRange()) {
            return;
        }
        if (epoch < 0) {
            readSteps(tokens);
            return;
        }
        BigDecimal passed = state.token(epoch).numeral().value();
        boolean fraction = passed.stripTrailingZeros().scale() > 0;
        if (passed.signum() > 0 && (fraction || goesOnBehind(tokens, epoch, passed))) {
            claim(tokens, epoch, passed);
        }
    }

    /** {@code step 3200/4800 tokens_seen=52428800}: the whole run has so many more as it has more steps. */
    private void readSteps(int tokens) {
        for (int i = 0; i < state.size(); i++) {
            int whole = i + 2;
            boolean progress = state.isCountAt(i)
                    && state.isSlash(i + 1)
                    && state.isCountAt(whole)
                    && state.at(i - 1) != null
                    && !state.isNumberAt(i - 1)
                    && state.hasTyped(i - 1, Trait.TRAINING_STEP);
            BigDecimal passed = progress ? state.token(i).numeral().value() : BigDecimal.ZERO;
            BigDecimal steps = progress ? state.token(whole).numeral().value() : BigDecimal.ZERO;
            if (passed.signum() > 0 && steps.compareTo(passed) > 0) {
                BigDecimal counted = state.token(tokens).numeral().value();
                BigDecimal all = counted.multiply(steps).divide(passed, 0, RoundingMode.HALF_UP);
                state.candidates.addDerived(SlotName.BILLED_TOKENS, Numeral.of(all), tokens);
                state.candidates.explain(
                        SlotName.BILLED_TOKENS,
                        all,
                        String.format(
                                Locale.ROOT,
                                "%,d × %,d / %,d steps",
                                counted.toBigInteger(),
                                steps.toBigInteger(),
                                passed.toBigInteger()));
                take(tokens);
                take(i);
                take(whole);
                return;
            }
        }
    }

    /** True before the epoch that a run has reached: {@code , 'epoch'}, {@code at epoch 2}; not in {@code the best epoch was 2}. */
    private boolean isReached(int lead) {
        Token token = state.at(lead);
        return token == null
                || token.kind == Token.Kind.SYMBOL
                || state.hasTyped(lead, Trait.LOCATIVE)
                || state.isAt(lead, Cue.AND)
                || state.isAt(lead, Cue.IN)
                || state.isAt(lead, Trait.AFTER);
    }

    private int valueOf(Cue name) {
        for (int i = 0; i < state.size(); i++) {
            int number = state.isAt(i, name) ? numberBehind(i) : NONE;
            if (number >= 0) {
                return number;
            }
        }
        return NONE;
    }

    private int numberBehind(int name) {
        int i = name + 1;
        while (i <= name + MOST_MARKS && state.at(i) != null && state.token(i).kind == Token.Kind.SYMBOL) {
            i++;
        }
        return state.isNumberAt(i) ? i : NONE;
    }

    /** True if the run has more epochs than have passed. */
    private boolean goesOnBehind(int tokens, int epoch, BigDecimal passed) {
        for (int i = 0; i < state.size(); i++) {
            boolean whole = i != epoch
                    && i != tokens
                    && state.isNumberAt(i)
                    && (state.isAt(i + 1, Measure.EPOCH) || isOfAll(i, epoch));
            if (whole && state.token(i).numeral().value().compareTo(passed) > 0) {
                return true;
            }
        }
        return false;
    }

    /** The 3 of {@code epoch 1.5 of 3}, {@code epoch 1.5/3}. */
    private boolean isOfAll(int number, int epoch) {
        return number == epoch + 2
                && (state.isAt(epoch + 1, Cue.OF) || state.isAt(epoch + 1, Trait.PART_OF) || state.isSlash(epoch + 1));
    }

    private void claim(int tokens, int epoch, BigDecimal passed) {
        BigDecimal counted = state.token(tokens).numeral().value();
        BigDecimal once = counted.divide(passed, 0, RoundingMode.HALF_UP);
        state.candidates.addDerived(SlotName.TOTAL_TOKENS, Numeral.of(once), tokens);
        state.candidates.explain(
                SlotName.TOTAL_TOKENS,
                once,
                String.format(
                        Locale.ROOT,
                        "%,d / %s epochs",
                        counted.toBigInteger(),
                        passed.stripTrailingZeros().toPlainString()));
        take(tokens);
        take(epoch);
        if (state.isNumberAt(epoch + 2) && isOfAll(epoch + 2, epoch)) {
            state.claim(SlotName.EPOCHS, epoch + 2, epoch + 1, epoch + 2);
            state.candidates.settle(epoch + 2);
        }
    }

    private void take(int number) {
        state.candidates.settle(number);
        state.token(number).use = Token.Use.SLOT;
    }
}
