package io.tunetally.interpreter.derivation;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a new total that stands beside its difference to the remembered count: {@code so 2,400 in total with the 400 new ones} about
 * 2,000. That the numbers add up says more than the words around them.
 */
public final class StatedTotals {
    /** A smaller difference may be of anything. */
    private static final BigDecimal LEAST = BigDecimal.TEN;

    /** Words that take a part off, set it apart, or add it. */
    private static final List<Trait> CHANGES = List.of(
            Trait.LOSES,
            Trait.DISCARDED,
            Trait.SHRINKS,
            Trait.GROWS,
            Trait.GOES,
            Trait.SETS_APART,
            Trait.EVALUATES,
            Trait.NARROWS,
            Trait.SOLE,
            Trait.PLUS);

    private final ParseState state;
    private final SaidBefore before;

    private StatedTotals(ParseState state) {
        this.state = state;
        before = new SaidBefore(state);
    }

    /** Reads a total or a share, and what says that a count stays; before other numbers are read. */
    public static void read(ParseState state) {
        boolean counts = SaidBefore.COUNTS.stream().anyMatch(state.remembered::has);
        if (state.mayEdit() && state.language == null && counts && !state.hasQuestionMark() && !state.statesChange()) {
            StatedTotals totals = new StatedTotals(state);
            new KeptCounts(state, totals.before).read();
            new StatedShares(state, totals.before).read();
            totals.read();
        }
    }

    private void read() {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < state.size(); i++) {
            if (state.isNumberAt(i) && i != before.again() && state.token(i).use == Token.Use.NOTHING) {
                if (!before.isCount(i)) {
                    return;
                }
                numbers.add(i);
            }
        }
        if (numbers.size() != 2 || state.statesChange()) {
            return;
        }
        int first = numbers.getFirst();
        int second = numbers.getLast();
        int tests = tests();
        if (tests < state.size()) {
            split(first, second, tests);
        }
        if (state.has(Cue.VALIDATION) || state.statesChange() || addUp(first, second)) {
            return;
        }
        List<Sum> told = Stream.of(sum(first, second), sum(second, first))
                .flatMap(List::stream)
                .filter(this::isTold)
                .toList();
        if (told.size() == 1) {
            Sum sum = told.getFirst();
            before.state(sum.slot(), before.number(sum.total()), sum.arithmetic(), numbers);
        }
    }

    /** {@code we'll train on 6.5k only and keep 1.5k for eval} about 8,000: both parts of what is known, of which the one beside the word for tests is held out. */
    private void split(int first, int second, int tests) {
        BigDecimal whole = before.value(SlotName.EXAMPLES);
        BigDecimal sum = before.number(first).add(before.number(second));
        if (whole == null || whole.compareTo(sum) != 0) {
            return;
        }
        boolean firstIsHeldOut = tests < second
                && (tests > first || Math.abs(tests - first) < Math.abs(tests - second))
                && !trainsBetween(first, tests);
        int heldOut = firstIsHeldOut ? first : second;
        int trained = firstIsHeldOut ? second : first;
        before.state(
                SlotName.EXAMPLES,
                before.number(trained),
                before.number(heldOut).longValue(),
                List.of(first, second));
    }

    /** Returns the index of the first word for tests, or the size of the message. */
    private int tests() {
        int tests = 0;
        while (tests < state.size()
                && (state.isNumberAt(tests)
                        || !(state.isAt(tests, Cue.VALIDATION)
                                || state.hasTyped(tests, Trait.TESTS)
                                || state.hasTyped(tests, Trait.EVALUATES)))) {
            tests++;
        }
        return tests;
    }

    /** The train of {@code 6.5k to train, for eval 1.5k}. */
    private boolean trainsBetween(int from, int end) {
        for (int i = from + 1; i < end; i++) {
            if (state.isAt(i, Cue.TRAINING) || state.hasTyped(i, Trait.TRAINS)) {
                return true;
            }
        }
        return false;
    }

    /** {@code we have 1,500 old and 500 new ones} about 2,000: the parts of what is known, unless one of them changes it. */
    private boolean addUp(int first, int second) {
        BigDecimal whole = before.value(SlotName.EXAMPLES);
        BigDecimal sum = before.number(first).add(before.number(second));
        boolean joined = false;
        for (int i = first + 1; i < second; i++) {
            joined |= state.isAt(i, Cue.AND);
        }
        boolean changes = state.has(Cue.DROP)
                || state.has(Cue.ADD)
                || state.has(Cue.NOT)
                || CHANGES.stream().anyMatch(state::hasTypedAnywhere);
        boolean parts = whole != null && whole.compareTo(sum) == 0 && joined && !changes;
        if (parts) {
            String arithmetic = CountArithmetic.number(before.number(first))
                    + " + "
                    + CountArithmetic.number(before.number(second));
            before.state(SlotName.EXAMPLES, sum, arithmetic, List.of(first, second));
        }
        return parts;
    }

    /** A total that adds up. */
    private record Sum(SlotName<?> slot, int total, int part, String arithmetic) {}

    /**
     * True if words say that it is a total, or that the part is in it: {@code 1,900 all in all}, {@code with the 800 late letters we're at 4,800}; {@code 2,500, and 500 of
     * them are duplicates} begins with another total.
     */
    private boolean isTold(Sum sum) {
        int behind = behind(sum.total());
        boolean total = state.isAt(behind, Cue.TOTAL)
                || state.hasTyped(sum.total() - 1, Trait.CONCLUDES)
                || state.hasTyped(sum.total() - 1, Trait.TURNS_TO_NOW)
                || state.hasTyped(behind, Trait.TURNS_TO_NOW);
        int led = state.hasTyped(sum.part() - 1, Trait.DEFINITE_ARTICLE) ? sum.part() - 2 : sum.part() - 1;
        boolean within = state.hasTyped(led, Trait.HAVING)
                || state.hasTyped(led, Trait.INCLUDES)
                || state.hasTyped(led, Trait.COUNTS_IN);
        return (total || within) && !state.isOfThemAt(behind(sum.part()));
    }

    private int behind(int number) {
        return state.isUnitAt(number + 1) ? number + 2 : number + 1;
    }

    private List<Sum> sum(int total, int part) {
        List<Sum> sums = new ArrayList<>(1);
        for (SlotName<?> slot : SaidBefore.COUNTS) {
            String arithmetic = arithmetic(before.value(slot), before.number(total), before.number(part));
            if (arithmetic != null) {
                sums.add(new Sum(slot, total, part, arithmetic));
            }
        }
        return sums;
    }

    private static @Nullable String arithmetic(@Nullable BigDecimal earlier, BigDecimal total, BigDecimal part) {
        if (earlier == null || part.compareTo(LEAST) < 0) {
            return null;
        }
        boolean more = earlier.add(part).compareTo(total) == 0;
        boolean less = earlier.subtract(part).compareTo(total) == 0 && total.signum() > 0;
        return more || less
                ? CountArithmetic.number(earlier) + (more ? " + " : " - ") + CountArithmetic.number(part)
                : null;
    }
}
