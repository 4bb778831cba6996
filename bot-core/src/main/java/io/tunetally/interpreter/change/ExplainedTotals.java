package io.tunetally.interpreter.change;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a new total with a difference behind it that only explains it: {@code 2,050 sheets now, that's 300 fewer than we thought},
 * {@code 2,050 in all, 300 short of the plan}. A total of before alone is set aside.
 */
final class ExplainedTotals {
    /** The most words from a difference to what it is one to: {@code 300 sheets fewer than}. */
    private static final int REACH = 4;

    /** The most numbers that are read as parts and what is left: one of more is easily the rest by chance. */
    private static final int MOST_NUMBERS = 4;

    /** The fewest numbers that need no word such as "left": of two, either may be the rest. */
    private static final int LEAST_NUMBERS = 3;

    /** The least number that is read as a rest: a smaller one is easily that by chance. */
    private static final BigDecimal LEAST_REST = BigDecimal.valueOf(100);

    private final SaidNumbers said;
    private final ParseState state;

    ExplainedTotals(SaidNumbers said) {
        this.said = said;
        state = said.state;
    }

    boolean read() {
        List<Integer> open = said.open();
        if (open.size() == 1 && isEarlier(open.getFirst())) {
            state.setAside(open.getFirst());
            return true;
        }
        if (readRest()) {
            return true;
        }
        if (open.size() != 2 || !said.again().isEmpty()) {
            return false;
        }
        int total = open.getFirst();
        int difference = open.getLast();
        boolean explained = isDifference(difference)
                && said.number(total).compareTo(said.number(difference)) > 0
                && state.clause(difference).first() > total;
        SlotName<?> slot = explained ? slotOf(total) : null;
        BigDecimal before = slot == null ? null : said.value(slot);
        if (slot == null || before == null) {
            return false;
        }
        state.setAside(difference);
        said.state(slot, said.number(total), "", total);
        return true;
    }

    /** {@code 320 of the files are photos and 2 are my shopping list. Without those it's 4,678}, of 5,000: what is left is said with what goes. */
    private boolean readRest() {
        BigDecimal before = said.value(SlotName.EXAMPLES);
        List<Integer> open = said.open();
        int rest = open.size() < 2 ? -1 : open.getLast();
        if (before == null
                || rest < 0
                || open.size() > MOST_NUMBERS
                || said.number(rest).compareTo(LEAST_REST) < 0
                || (open.size() < LEAST_NUMBERS
                        && !(isRest(rest) && said.again().isEmpty()))
                || said.again().size() > 1
                || state.has(Cue.VALIDATION)
                || said.periodBehind(rest) != null) {
            return false;
        }
        BigDecimal parts =
                open.subList(0, open.size() - 1).stream().map(said::number).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (before.subtract(parts).compareTo(said.number(rest)) != 0 || parts.signum() <= 0) {
            return false;
        }
        open.forEach(said::ignore);
        said.state(SlotName.EXAMPLES, said.number(rest), "", rest);
        return true;
    }

    /** {@code what's left is 4,960}, {@code that leaves 1,120}. */
    private boolean isRest(int number) {
        boolean is = state.isAt(number - 1, Cue.IS);
        int left = is ? number - 2 : number - 1;
        return state.hasTyped(left, Trait.REMAINS) || (!is && state.hasTyped(left, Trait.CONCLUDES));
    }

    /** {@code it was 2,400 last year}: told, and no change. */
    private boolean isEarlier(int number) {
        int behind = state.isUnitAt(number + 1) ? number + 2 : number + 1;
        boolean earlier = state.hasTyped(behind, Trait.EARLIER_OF_TWO) || state.hasTyped(behind, Trait.LAST_YEAR);
        return earlier && state.hasTyped(number - 1, Trait.FORMER);
    }

    private @Nullable SlotName<?> slotOf(int total) {
        if (said.periodBehind(total) == TimeUnit.DAY) {
            return SlotName.REQUESTS_PER_DAY;
        }
        boolean data = said.mayBeTraffic(total)
                && !state.isAt(total + 1, Measure.REQUEST)
                && !said.saysPeriod(total + 1)
                && (!state.remembered.has(SlotName.REQUESTS_PER_DAY) || said.isNoun(total + 1));
        return data ? SlotName.EXAMPLES : null;
    }

    private boolean isDifference(int number) {
        for (int i = number + 1; i < number + REACH && !state.isBreakAt(i); i++) {
            if (state.hasTyped(i, Trait.SHORT_OF) && state.isAt(i + 1, Cue.OF)) {
                return true;
            }
            boolean more = state.hasTyped(i, Trait.MORE_THAN)
                    || (state.hasTyped(i, Trait.COMPARES_TO) && state.hasTyped(i, Trait.CAPS));
            boolean than = i > number + 1 && state.hasTyped(i, Trait.THAN);
            if (more || than) {
                return isCompared(state.hasTyped(i + 1, Trait.THAN) ? i + 2 : i + 1);
            }
        }
        return false;
    }

    /** {@code than last year}, {@code than we thought}, and neither {@code than 2,000} nor {@code than that}. */
    private boolean isCompared(int i) {
        return !state.isNumberAt(i)
                && !state.isBreakAt(i)
                && !state.isAt(i, Cue.THEM)
                && !(state.hasTyped(i, Trait.PRONOUN) && state.isBreakAt(i + 1));
    }
}
