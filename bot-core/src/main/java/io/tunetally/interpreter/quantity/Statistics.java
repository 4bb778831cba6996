package io.tunetally.interpreter.quantity;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Statistics of a data set as tools print them: {@code count 7800, mean 220.4, max 1333}, {@code n=2,840}. The count is
 * the number of examples; the mean is their length where the message speaks of tokens.
 */
final class Statistics {
    /** The most words between a count and its number: {@code scene count after the rewrite: 740}. */
    private static final int REACH = 6;

    private final ParseState state;

    private Statistics(ParseState state) {
        this.state = state;
    }

    static void read(ParseState state) {
        new Statistics(state).read();
    }

    private void read() {
        for (int i = 1; i < state.size(); i++) {
            if (isFree(i) && !state.candidates.has(SlotName.EXAMPLES) && isCount(i)) {
                claim(SlotName.EXAMPLES, i);
            }
        }
        if (state.has(Measure.TOKEN)
                && (!state.candidates.has(SlotName.TOKENS_PER_EXAMPLE) || state.any(Statistics::isAverage))) {
            means();
        }
    }

    /** Of a median and a mean the mean is paid for. */
    private void means() {
        int mean = average(Trait.MEAN);
        if (mean < 0 && !has(SlotName.TOKENS_PER_EXAMPLE)) {
            mean = average(null);
        }
        if (mean >= 0) {
            replace(mean);
        }
    }

    /** Returns the index of the first free number behind {@code mean}, or behind any average; -1 if there is none. */
    private int average(@Nullable Trait trait) {
        for (int i = 1; i < state.size(); i++) {
            boolean assigned = isAssigned(i);
            int name = assigned ? i - 2 : i - 1;
            boolean named = state.isAt(name, Cue.AVERAGE) && (trait == null || state.hasTyped(name, trait));
            if (named && (isFree(i) || (trait != null && isLength(i)))) {
                return i;
            }
        }
        return -1;
    }

    private boolean isLength(int i) {
        return state.candidates.all().stream()
                .anyMatch(candidate -> candidate.slot() == SlotName.TOKENS_PER_EXAMPLE && candidate.token() == i);
    }

    private boolean isFree(int i) {
        return isOpen(i) || (isAssigned(i) && state.token(i).use != Token.Use.SLOT);
    }

    private static boolean isAverage(Token token) {
        return token.is(Cue.AVERAGE);
    }

    private boolean has(SlotName<?> slot) {
        return state.candidates.has(slot);
    }

    /** {@code median 140 tokens, mean 190}: what is paid for is the mean. */
    private void replace(int mean) {
        state.candidates.all().stream()
                .filter(candidate -> candidate.slot() == SlotName.TOKENS_PER_EXAMPLE)
                .map(SlotCandidates.Candidate::token)
                .toList()
                .forEach(state.candidates::withdraw);
        state.candidates.settleOpenTokens();
        claim(SlotName.TOKENS_PER_EXAMPLE, mean);
    }

    private boolean isOpen(int i) {
        Token token = state.token(i);
        return token.isNumber()
                && token.use == Token.Use.NOTHING
                && token.numeral().suffix() != 'b';
    }

    private boolean isAssigned(int i) {
        Token mark = state.at(i - 1);
        return mark != null && (mark.isSymbol('=') || mark.isSymbol(':')) && state.isNumberAt(i);
    }

    /** A count beside a mean, or one that its name assigns. */
    private boolean isCount(int i) {
        boolean assigned = isAssigned(i);
        int name = assigned ? i - 2 : i - 1;
        boolean named = (name >= 0 && state.hasTyped(name, Trait.COUNT_NAME)) || isCountOfClause(name, assigned);
        boolean evaluates = state.has(Cue.VALIDATION) || state.has(Measure.EVALUATION);
        return named && (state.has(Cue.AVERAGE) || state.isAt(name, Cue.SIZE) || (assigned && !evaluates));
    }

    /** {@code scene count after the rewrite: 740}, {@code set size 8,250}. */
    private boolean isCountOfClause(int name, boolean assigned) {
        if (state.isAt(name, Cue.SIZE) && state.isAt(name - 1, Category.TOPICS)) {
            return true;
        }
        boolean count = false;
        int first = Math.max(state.clause(Math.max(name, 0)).first(), name - REACH);
        for (int i = first; assigned && i <= name; i++) {
            count |= state.hasTyped(i, Trait.COUNT_NOUN);
        }
        return count;
    }

    /** Counts are whole: a mean of 220.4 tokens is 220. */
    private void claim(SlotName<?> slot, int i) {
        Numeral numeral = Amounts.counted(state.token(i).numeral());
        Numeral whole = numeral.isRange() || numeral.isAmbiguous()
                ? numeral
                : Numeral.of(numeral.value().setScale(0, RoundingMode.HALF_UP).max(BigDecimal.ONE));
        state.candidates.add(slot, whole, i);
        state.token(i).use = Token.Use.SLOT;
    }
}
