package io.tunetally.interpreter.part;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds what two sources say of one value: {@code the PM says 3 epochs, the design doc says 5}. The number without a unit
 * is one more value of the slot, so that the two contradict each other and are asked about.
 */
public final class Contradictions {
    /** The most words between a verb of saying and its number. */
    private static final int REACH = 4;
    /** The most words between the two sources. */
    private static final int REACH_OF_OTHER = 12;

    private final ParseState state;

    private Contradictions(ParseState state) {
        this.state = state;
    }

    /**
     * Gives the slot of a number to the one that another source says of it, so that a question follows.
     *
     * @return whether there is such a number
     */
    public static boolean read(ParseState state) {
        if (!isOpen(state)) {
            return false;
        }
        Contradictions contradictions = new Contradictions(state);
        Map<Integer, Integer> pairs = contradictions.pairs();
        pairs.forEach((number, said) -> {
            SlotName<?> slot = state.candidates.slotOf(said);
            if (slot != null && state.candidates.slotOf(number) == null) {
                state.candidates.add(slot, Amounts.counted(state.token(number).numeral()), number);
                state.token(number).use = Token.Use.SLOT;
            }
        });
        return !pairs.isEmpty();
    }

    /** Returns the numbers that two sources say of one value: only the asker can choose one of them. */
    public static Set<Integer> numbers(ParseState state) {
        Set<Integer> numbers = new HashSet<>();
        if (isOpen(state) && state.hasTypedAnywhere(Trait.STATES)) {
            new Contradictions(state).pairs().forEach((number, said) -> numbers.addAll(List.of(number, said)));
        }
        return numbers;
    }

    private static boolean isOpen(ParseState state) {
        return !state.terse && !state.candidates.all().isEmpty();
    }

    /** Returns the numbers that another source says, each with the one that it contradicts. */
    private Map<Integer, Integer> pairs() {
        Map<Integer, Integer> pairs = new LinkedHashMap<>();
        int said = -1;
        boolean ownWords = false;
        for (int i = 0; i < state.size(); i++) {
            boolean states = state.hasTyped(i, Trait.STATES);
            int number = states || state.hasTyped(i, Trait.CONTAINS) ? numberBehind(i) : -1;
            if (number < 0) {
                continue;
            }
            SlotName<?> slot = said < 0 || number - said > REACH_OF_OTHER ? null : state.candidates.slotOf(said);
            // "I said 2,000 rows, it has 2,600 rows", "he said 5 epochs, I say 2 epochs": the asker corrects or
            // decides.
            boolean own = state.isAt(i - 1, Cue.PERSON) || state.isAt(i, Cue.PERSON);
            boolean same = state.candidates.slotOf(number) == slot && !ownWords && !own;
            boolean ofSame = slot != null && (isBare(number) || same);
            boolean contradicts = ofSame && isOther(number, said) && !isDecidedAfter(number);
            if (contradicts) {
                pairs.put(number, said);
            }
            if (states && (contradicts || state.candidates.slotOf(number) != null)) {
                said = number;
                ownWords = own;
            }
        }
        return pairs;
    }

    /** {@code his includes duplicates, so take mine}. */
    private boolean isDecidedAfter(int number) {
        for (int i = number + 1; i < state.size() - 1; i++) {
            if (Corrections.concludes(state, i) && !state.isAt(i + 1, Cue.QUESTION)) {
                return true;
            }
        }
        return false;
    }

    private int numberBehind(int verb) {
        for (int i = verb + 1; i <= verb + REACH && !state.isBreakAt(i); i++) {
            if (state.isNumberAt(i)) {
                return i;
            }
        }
        return -1;
    }

    private boolean isBare(int number) {
        boolean named = state.isSymbolAt(number - 1, '$') || state.isPercentAt(number + 1) || state.isSize(number);
        return state.token(number).use != Token.Use.SLOT && !named && state.unitFinder.right(number) < 0;
    }

    private boolean isOther(int number, int said) {
        BigDecimal value = Amounts.counted(state.token(number).numeral()).value();
        return value.compareTo(Amounts.counted(state.token(said).numeral()).value()) != 0;
    }
}
