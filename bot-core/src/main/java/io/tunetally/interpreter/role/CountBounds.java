package io.tunetally.interpreter.role;

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
import java.util.List;

/**
 * The bounds of the number of examples: {@code 1,600 letters at the least and 2,000 if the board agrees} is a range, not two
 * counts; and of epochs: {@code min 2 max 4 epochs}.
 */
public final class CountBounds {
    /** The most words between a number and the word that makes it a bound. */
    private static final int REACH = 3;

    /** The most words between the bounds. */
    private static final int REACH_OF_BOUND = 12;

    private static final BigDecimal FEWEST = BigDecimal.valueOf(30);

    private final ParseState state;

    private CountBounds(ParseState state) {
        this.state = state;
    }

    /** Reads them before the parts of a sum. */
    public static void read(ParseState state) {
        boolean bounds = state.hasTypedAnywhere(Trait.LOWER_BOUND) && state.hasTypedAnywhere(Trait.UPPER_BOUND);
        if (bounds && state.candidates.has(SlotName.EPOCHS)) {
            new CountBounds(state).readEpochs();
        }
        boolean range = state.hasTypedAnywhere(Trait.ASKS_RANGE);
        if ((bounds || range) && state.candidates.has(SlotName.EXAMPLES)) {
            CountBounds counts = new CountBounds(state);
            if (range) {
                counts.readAlternatives();
            }
            if (bounds) {
                counts.read();
            }
        }
    }

    /** {@code min 2 max 4 epochs}: each bound right before its number. */
    private void readEpochs() {
        for (SlotCandidates.Candidate epochs : state.candidates.of(SlotName.EPOCHS)) {
            int high = epochs.token();
            int low = state.isAt(high - 2, Measure.EPOCH) || state.isSymbolAt(high - 2, ',') ? high - 3 : high - 2;
            boolean bounds = state.isNumberAt(low)
                    && state.hasTyped(low - 1, Trait.LOWER_BOUND)
                    && state.hasTyped(high - 1, Trait.UPPER_BOUND)
                    && value(low).compareTo(value(high)) < 0;
            if (bounds) {
                join(SlotName.EPOCHS, low, high);
                return;
            }
        }
    }

    /** {@code we might get 4,000 pairs or we might get 6,000, what's the spread}: two counts of one sentence, of which either may come. */
    private void readAlternatives() {
        List<SlotCandidates.Candidate> counts = counts();
        if (counts.isEmpty() || counts.size() > 2 || counts.stream().anyMatch(SlotCandidates.Candidate::derived)) {
            return;
        }
        int one = counts.getFirst().token();
        int other = counts.size() == 2 ? counts.getLast().token() : alternative(one);
        int first = Math.min(one, other);
        int last = Math.max(one, other);
        if (first >= 0 && last - first <= REACH_OF_BOUND && isOpen(first) && isOpen(last) && isEither(first, last)) {
            boolean rises = value(first).compareTo(value(last)) < 0;
            join(SlotName.EXAMPLES, rises ? first : last, rises ? last : first);
        }
    }

    /** Returns the index of the only other number that may count data in the sentence, or -1. */
    private int alternative(int count) {
        int found = -1;
        for (int i = state.sentence(count).first(); i < state.sentence(count).end(); i++) {
            if (i != count && state.isNumberAt(i) && !state.isOfMention(i) && isOpen(i)) {
                if (found >= 0) {
                    return -1;
                }
                found = i;
            }
        }
        return found;
    }

    /** True if {@code or}, or a word of chance before either, is said of two numbers. */
    private boolean isEither(int first, int last) {
        boolean chance = false;
        for (int i = first + 1; i < last; i++) {
            if (state.isAt(i, Cue.OR)) {
                return true;
            }
            chance |= state.hasTyped(i, Trait.MAYBE);
        }
        return chance;
    }

    private void read() {
        List<SlotCandidates.Candidate> counts = counts();
        for (SlotCandidates.Candidate count : counts) {
            int other = counts.size() > 2 || count.derived() ? -1 : other(count.token());
            if (other >= 0
                    && counts.stream().allMatch(each -> each.token() == count.token() || each.token() == other)) {
                join(SlotName.EXAMPLES, Math.min(count.token(), other), Math.max(count.token(), other));
                return;
            }
        }
    }

    private List<SlotCandidates.Candidate> counts() {
        return state.candidates.of(SlotName.EXAMPLES);
    }

    /** Returns the index of the other bound, before or behind a count in its sentence, or -1. */
    private int other(int count) {
        int first = Math.max(state.sentence(count).first(), count - REACH_OF_BOUND);
        int last = Math.min(state.sentence(count).end(), count + REACH_OF_BOUND);
        for (int i = first; i < last; i++) {
            if (i != count && isOpen(i)) {
                int low = Math.min(i, count);
                int high = Math.max(i, count);
                boolean bounds = value(low).compareTo(value(high)) < 0
                        && value(high).compareTo(value(low).multiply(BigDecimal.TEN)) <= 0
                        && isNear(low, Trait.LOWER_BOUND)
                        && isNear(high, Trait.UPPER_BOUND);
                if (bounds) {
                    return i;
                }
            }
        }
        return -1;
    }

    private boolean isOpen(int i) {
        Token token = state.token(i);
        if (!token.isNumber() || token.numeral().isRange() || token.numeral().isAmbiguous()) {
            return false;
        }
        boolean counted = counts().stream().anyMatch(count -> count.token() == i);
        Measure unit = state.measureAt(i + 1);
        boolean other = unit != null && unit != Measure.EXAMPLE && unit != Measure.ITEM;
        return (counted || token.use != Token.Use.SLOT)
                && !other
                && !token.numeral().isInBillions()
                && !state.isSymbolAt(i - 1, '$')
                && !state.isPercentAt(i + 1)
                && value(i).compareTo(FEWEST) >= 0;
    }

    /** True if a word for a bound is nearby, with no number between. */
    private boolean isNear(int number, Trait bound) {
        for (int i = number - 1; i >= number - REACH && !state.isNumberAt(i) && !state.isBreakAt(i); i--) {
            if (state.hasTyped(i, bound)) {
                return true;
            }
        }
        for (int i = number + 1; i <= number + REACH + 1 && !state.isNumberAt(i) && !state.isBreakAt(i); i++) {
            if (state.hasTyped(i, bound)) {
                return true;
            }
        }
        return false;
    }

    private void join(SlotName<?> slot, int low, int high) {
        Numeral range = Amounts.counted(state.token(low).numeral())
                .to(Amounts.counted(state.token(high).numeral()));
        state.candidates.withdraw(low);
        state.candidates.withdraw(high);
        state.candidates.add(slot, range, high);
        state.candidates.settle(high);
        state.use(low, low, Token.Use.CONNECTIVE);
        state.token(high).use = Token.Use.SLOT;
    }

    private BigDecimal value(int i) {
        return Amounts.counted(state.token(i).numeral()).value();
    }
}
