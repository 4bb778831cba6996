package io.tunetally.interpreter.role;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * Groups of data that are numbered: {@code batches 1 to 6 are complete, 1,500 acts per batch} are 9,000 examples. The numbers
 * themselves count nothing.
 */
public final class NumberedGroups {
    /** The most words from the number of examples to the group that each of them is for. */
    private static final int REACH = 4;

    /** A higher number is no number of a group. */
    private static final BigDecimal HIGHEST = BigDecimal.valueOf(100);

    /** The letters of a group's name that its plural keeps: {@code batches}, {@code entries}. */
    private static final int SHORTEST_STEM = 2;

    private final ParseState state;

    private NumberedGroups(ParseState state) {
        this.state = state;
    }

    /** Reads the numbered groups of a message that begins a conversation. */
    public static void read(ParseState state) {
        if (state.remembered.isEmpty() && state.speaksOfTuning() && mayBeIn(state)) {
            new NumberedGroups(state).read();
        }
    }

    /** True if a word says that examples are of each group, or if a range was read as their number. */
    private static boolean mayBeIn(ParseState state) {
        return state.has(Cue.PER)
                || state.has(Cue.EACH)
                || state.has(Cue.EVERY)
                || state.candidates.all().stream()
                        .anyMatch(each -> each.slot() == SlotName.EXAMPLES
                                && each.numeral().isRange());
    }

    private void read() {
        for (int i = 1; i < state.size(); i++) {
            if (isNumbering(i)) {
                if (isOf(SlotName.EXAMPLES, i)) {
                    state.withdraw(i);
                }
                state.candidates.settle(i);
                multiply(i);
            }
        }
    }

    /** The 1 to 6 of {@code batches 1 to 6}. */
    private boolean isNumbering(int i) {
        Token token = state.token(i);
        if (!token.isNumber() || !token.numeral().isRange() || state.isAssignmentAt(i - 1)) {
            return false;
        }
        BigDecimal high = token.numeral().high();
        boolean numbers = high != null && high.compareTo(HIGHEST) <= 0 && isNumber(low(i)) && isNumber(high);
        boolean open = token.use != Token.Use.SLOT || isOf(SlotName.EXAMPLES, i);
        return numbers && open && state.isPluralAt(i - 1) && !state.isNumberAt(i - 1) && state.unitFinder.right(i) < 0;
    }

    private static boolean isNumber(BigDecimal value) {
        return value.signum() > 0 && value.stripTrailingZeros().scale() <= 0;
    }

    /** Multiplies the number of examples of each group, unless another number is that of all of them. */
    private void multiply(int numbering) {
        int count = countOfEach(numbering);
        boolean other = state.candidates.all().stream()
                .anyMatch(each -> each.slot() == SlotName.EXAMPLES && !each.replaced() && each.token() != count);
        if (count < 0 || other) {
            return;
        }
        BigDecimal high =
                Objects.requireNonNull(state.token(numbering).numeral().high());
        BigDecimal groups = high.subtract(low(numbering)).add(BigDecimal.ONE);
        BigDecimal all = Amounts.counted(state.token(count).numeral()).value().multiply(groups);
        state.candidates.withdraw(count);
        state.candidates.addDerived(SlotName.EXAMPLES, Numeral.of(all), count);
        state.candidates.settle(count);
        state.token(count).use = Token.Use.SLOT;
        state.use(numbering, numbering, Token.Use.CONNECTIVE);
    }

    /** Returns the index of the 1,500 of {@code 1,500 acts per batch} for {@code batches 1 to 6}, or -1. */
    private int countOfEach(int numbering) {
        String groups = state.typed(numbering - 1, numbering - 1);
        for (int i = 0; i < state.size(); i++) {
            boolean open = state.isCountAt(i) && (state.token(i).use != Token.Use.SLOT || isOf(SlotName.EXAMPLES, i));
            Numeral each = open ? state.token(i).numeral() : null;
            if (each != null && !each.isRange() && !each.isAmbiguous() && isOfEach(i, groups)) {
                return i;
            }
        }
        return -1;
    }

    /** {@code 1,500 acts per batch}, {@code 1,100 records in each part}. */
    private boolean isOfEach(int count, String groups) {
        for (int i = count + 1; i <= count + REACH && !state.isBreakAt(i + 1); i++) {
            boolean per = state.isAt(i, Cue.PER) || state.isAt(i, Cue.EACH) || state.isAt(i, Cue.EVERY);
            String group = per ? state.typed(i + 1, i + 1) : "";
            int stem = group.length() - 1;
            if (stem >= SHORTEST_STEM && groups.startsWith(group.substring(0, stem))) {
                return true;
            }
        }
        return false;
    }

    private BigDecimal low(int range) {
        return state.token(range).numeral().value();
    }

    private boolean isOf(SlotName<?> slot, int number) {
        return state.candidates.all().stream().anyMatch(each -> each.slot() == slot && each.token() == number);
    }
}
