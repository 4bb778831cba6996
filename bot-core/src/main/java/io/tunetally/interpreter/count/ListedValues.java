package io.tunetally.interpreter.count;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Intent;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;

/**
 * Joins the values of a list to a range, whose ends are both priced: {@code with 1k, 5k and 10k examples}, {@code cost of 1, 2, 3, 5
 * epochs}.
 */
public final class ListedValues {
    private static final BigDecimal MOST_EPOCHS = BigDecimal.valueOf(100);

    /** Parts of a data set are rarely each twice as large as the one before; sizes that are tried are. */
    private static final BigDecimal GROWS_BY = BigDecimal.TWO;

    private static final int FEWEST = 3;

    private final ParseState state;

    private ListedValues(ParseState state) {
        this.state = state;
    }

    /** Claims the first list of rising values before a unit. */
    public static void read(ParseState state) {
        ListedValues lists = new ListedValues(state);
        boolean asked = state.terse || state.asks();
        boolean epochs = (asked || state.mayEdit()) && state.has(Measure.EPOCH);
        if (epochs) {
            lists.readAlternative();
        }
        if (asked) {
            if (epochs) {
                lists.read(Measure.EPOCH, SlotName.EPOCHS);
                lists.readBehindEpochs();
            }
            lists.read(Measure.EXAMPLE, SlotName.EXAMPLES);
            lists.readSizesOfRuns();
        }
    }

    /** {@code 3 epochs or 5}, {@code the difference between 1 epoch and 3}: the unit is said once, with the first of two. */
    private void readAlternative() {
        for (int first = 0; first + 3 < state.size() && !state.candidates.has(SlotName.EPOCHS); first++) {
            int other = state.isSymbolAt(first + 2, ',') ? first + 4 : first + 3;
            boolean either = state.isCountAt(first)
                    && state.isAt(first + 1, Measure.EPOCH)
                    && isAlternative(first, other - 1)
                    && state.isCountAt(other)
                    && !isTaken(first)
                    && !isTaken(other)
                    && isAlone(other);
            if (either && isEpochs(first) && isEpochs(other) && value(first).compareTo(value(other)) != 0) {
                boolean rises = value(first).compareTo(value(other)) < 0;
                claim(SlotName.EPOCHS, first, other, rises ? first : other, rises ? other : first);
            }
        }
    }

    /** The or of {@code 3 epochs or 5}, the and of {@code the difference between 3 epochs and 5}. */
    private boolean isAlternative(int first, int join) {
        boolean between = state.isAt(first - 1, Cue.BETWEEN)
                || (!state.isNumberAt(first - 1) && state.hasTyped(first - 1, Trait.DIFFERENCE))
                || state.has(Intent.COMPARE);
        return state.isAt(join, Cue.OR) || state.isAt(join, Cue.VERSUS) || (between && state.isAt(join, Cue.AND));
    }

    private boolean isEpochs(int number) {
        BigDecimal value = value(number);
        return value.signum() > 0
                && value.compareTo(MOST_EPOCHS) <= 0
                && value.stripTrailingZeros().scale() <= 0;
    }

    /** True of a number that counts nothing behind it. */
    private boolean isAlone(int number) {
        int next = number + 1;
        return state.isBreakAt(next)
                || state.isAt(next, Cue.FOR)
                || state.isAt(next, Cue.ON)
                || (state.isAt(next, Cue.OF) && !state.isOfThemAt(next));
    }

    private void read(Measure unit, SlotName<?> slot) {
        if (!state.has(unit) || state.candidates.has(slot)) {
            return;
        }
        for (int last = 1; last < state.size(); last++) {
            int first = state.isAt(last + 1, unit) ? first(last, slot) : last;
            if (first < last) {
                if (!isSaidElsewhere(unit, first, last)) {
                    claim(slot, first, last);
                }
                return;
            }
        }
    }

    /** {@code runs at 1k and 10k rows}: each run has its size. */
    private void readSizesOfRuns() {
        for (int i = 0; state.has(Measure.RUN) && i < state.size() && !state.candidates.has(SlotName.EXAMPLES); i++) {
            int first = i + 2;
            int last = first + 2;
            boolean sizes = state.isAt(i, Measure.RUN)
                    && !state.isNumberAt(i - 1)
                    && (state.isAt(i + 1, Trait.LOCATIVE) || state.isAt(i + 1, Cue.ON))
                    && state.isCountAt(first)
                    && state.isAt(first + 1, Cue.AND)
                    && state.isAt(last + 1, Measure.EXAMPLE);
            if (sizes && isValue(first, last, SlotName.EXAMPLES)) {
                claim(SlotName.EXAMPLES, first, last);
            }
        }
    }

    /** {@code epochs 1, 2, 3 and 5}, {@code sweep epochs 1 2 3 5}: the values behind their unit. */
    private void readBehindEpochs() {
        for (int unit = 0; unit < state.size() && !state.candidates.has(SlotName.EPOCHS); unit++) {
            int first = state.isAssignmentAt(unit + 1) ? unit + 2 : unit + 1;
            if (!state.isAt(unit, Measure.EPOCH) || !state.isCountAt(first) || !isEpochs(first)) {
                continue;
            }
            int last = first;
            int values = 1;
            for (int next = next(last); next >= 0 && isValue(last, next, SlotName.EPOCHS); next = next(last)) {
                last = next;
                values++;
            }
            if (values >= FEWEST && !state.isUnitAt(last + 1) && !isSaidElsewhere(Measure.EPOCH, first, last)) {
                claim(SlotName.EPOCHS, first, last);
            }
        }
    }

    /** Returns the index of the value behind one, which in a command only a space may part from it; or -1. */
    private int next(int value) {
        int link = value + 1;
        int next = state.isSymbolAt(link, ',') || state.isSlash(link) ? link + 1 : link;
        next = state.isAt(next, Cue.AND) || state.isAt(next, Cue.OR) ? next + 1 : next;
        return state.isCountAt(next) && (next > link || state.terse) ? next : -1;
    }

    /** {@code for 1, 2 and 4 epochs. What does the 4 epoch run cost}: one of them is asked about. */
    private boolean isSaidElsewhere(Measure unit, int first, int last) {
        for (int i = 0; i < state.size(); i++) {
            if ((i < first || i > last) && state.isNumberAt(i) && state.isAt(i + 1, unit)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the index of the first value of a list of at least three that ends at a number, or that number's. */
    private int first(int last, SlotName<?> slot) {
        int first = last;
        int values = 1;
        for (int before = before(first); isValue(before, first, slot); before = before(first)) {
            first = before;
            values++;
        }
        return values >= FEWEST ? first : last;
    }

    /** Returns the index of the value before one, behind which stand a comma, an {@code and} or an {@code or}; or -1. */
    private int before(int value) {
        int link = value - 1;
        boolean word = state.isAt(link, Cue.AND) || state.isAt(link, Cue.OR);
        int comma = word ? link - 1 : link;
        boolean listed = state.isSymbolAt(comma, ',') || state.isSlash(comma);
        return listed ? comma - 1 : word ? link - 1 : -1;
    }

    private boolean isValue(int before, int next, SlotName<?> slot) {
        if (before < 0 || !state.isCountAt(before) || !state.isCountAt(next) || isTaken(before) || isTaken(next)) {
            return false;
        }
        BigDecimal value = value(before);
        boolean epochs = slot == SlotName.EPOCHS;
        BigDecimal least = epochs ? value : value.multiply(GROWS_BY);
        int order = value(next).compareTo(least);
        return value.signum() > 0
                && (epochs ? order > 0 && value(next).compareTo(MOST_EPOCHS) <= 0 : order >= 0)
                && !state.isSize(before);
    }

    private boolean isTaken(int number) {
        return state.token(number).use == Token.Use.SLOT
                || state.isOfMention(number)
                || state.token(number).numeral().isRange();
    }

    private void claim(SlotName<?> slot, int first, int last) {
        claim(slot, first, last, first, last);
    }

    /** Claims the numbers between two indexes for a range from a low one to a high one. */
    private void claim(SlotName<?> slot, int first, int last, int low, int high) {
        for (int i = first; i <= last; i++) {
            state.candidates.withdraw(i);
            state.candidates.settle(i);
            state.token(i).use = state.isNumberAt(i) ? Token.Use.SLOT : Token.Use.CONNECTIVE;
        }
        state.candidates.add(slot, Numeral.of(value(low)).to(Numeral.of(value(high))), last);
    }

    private BigDecimal value(int number) {
        return Amounts.counted(state.token(number).numeral()).value();
    }
}
