package io.tunetally.interpreter.role;

import io.tunetally.interpreter.count.CountedThings;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.part.Contradictions;
import io.tunetally.interpreter.sentence.OnlyNumber;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import io.tunetally.request.SlotTrait;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells of which numbers of a message the weights may decide the role, and which roles their units and signs allow. */
final class PossibleRoles {
    /** The units without which a number fills none of these. */
    static final Map<SlotName<?>, Measure> UNITS =
            Map.of(SlotName.MONTHS, Measure.MONTH, SlotName.TRAINING_HOURS, Measure.HOUR);

    /** The words between a verb of change and its number. */
    private static final int CHANGE_REACH = 3;

    private final ParseState state;
    private final NumberFeatures features;
    private final Set<Integer> contradicting;

    PossibleRoles(ParseState state, NumberFeatures features) {
        this.state = state;
        this.features = features;
        contradicting = Contradictions.numbers(state);
    }

    /** True if the weights may say what a number is: the readers have not settled it. */
    boolean isOpen(int number, @Nullable SlotName<?> claim) {
        // "20% too few" counts nothing.
        boolean share = claim == null && state.isPercentAt(number + 1);
        BigDecimal value = features.value(features.numbers().indexOf(number));
        // A GPU that is named by a number, "our 4090", counts nothing without a unit.
        boolean gpu = claim == null && state.isGpuNumber(number);
        // "The 300 was the hourly figure" says a remembered value again.
        boolean settled = state.candidates.isSettled(number) || contradicting.contains(number);
        if (share
                || gpu
                || settled
                || isNamedLength(number, claim)
                || (claim == null && OnlyNumber.namesThing(state, number))
                || state.remembersNumber(value)) {
            return false;
        }
        return claim == null
                ? !isChange(number) && !isRepeated(number) && !(state.terse && isBare(number))
                : NumberRoles.ROLES.contains(claim) || claim == SlotName.HELD_OUT_EXAMPLES;
    }

    /** {@code 250 output tokens}, {@code 900 input tokens}: the unit names the slot. */
    private boolean isNamedLength(int number, @Nullable SlotName<?> claim) {
        boolean input = claim == SlotName.INPUT_TOKENS && state.isAt(number + 1, Cue.INPUT);
        boolean output = claim == SlotName.OUTPUT_TOKENS && state.isAt(number + 1, Cue.OUTPUT);
        return (input || output) && state.isAt(number + 2, Measure.TOKEN);
    }

    /** The numbers of {@code gpt-4o 3000 1200}: the readers ask what they are. */
    private boolean isBare(int number) {
        boolean named = isNamed(number - 1) || isNamed(number + 1) || state.isAssignmentAt(number - 1);
        return state.candidates.openCounts().contains(number) || !named;
    }

    /** The last number of {@code 3 replicas during the sale, so 3}: it says again what an edit has said with its unit. */
    private boolean isRepeated(int number) {
        BigDecimal value = features.value(features.numbers().indexOf(number));
        return !state.remembered.isEmpty()
                && features.numbers().stream()
                        .anyMatch(other -> other < number
                                && features.claim(other) != null
                                && features.value(features.numbers().indexOf(other))
                                                .compareTo(value)
                                        == 0);
    }

    /** {@code we lost 300 of them}, {@code we have 300 more}: what a number does to a remembered value, the readers of edits say. */
    private boolean isChange(int number) {
        if (state.remembered.isEmpty()) {
            return false;
        }
        if (state.hasTyped(number + 1, Trait.GROWS) || state.hasTyped(number + 1, Trait.SHRINKS)) {
            return true;
        }
        for (int i = number - 1; i >= Math.max(0, number - CHANGE_REACH); i--) {
            if (!state.isNumberAt(i) && (state.hasTyped(i, Trait.LOSES) || state.hasTyped(i, Trait.CHANGES))) {
                return true;
            }
        }
        return false;
    }

    /** True if two sources say these of one value: only the asker can choose. */
    boolean contradict(int one, int other) {
        return contradicting.contains(one) && contradicting.contains(other);
    }

    /** A budget is an amount in US dollars, and nothing else is one. */
    boolean fits(int number, String label) {
        boolean money = false;
        boolean dollars = false;
        for (SlotCandidates.Money amount : state.candidates.money()) {
            if (amount.number() == number) {
                money = true;
                dollars = amount.currency().equals("USD");
            }
        }
        boolean count = label.equals(SlotName.EXAMPLES.word()) || NumberRoles.OF_COUNTS.contains(label);
        if (count && (isShareOfOne(number) || state.hasTyped(number + 1, Trait.MEMORY_UNIT))) {
            return false;
        }
        return label.equals(NumberRoles.NONE)
                || (label.equals(SlotName.BUDGET_USD.word())
                        ? dollars
                        : !money && !CountedThings.isOfOther(state, number));
    }

    /** {@code F1 from 0.81 to 0.89}: a number below one counts nothing. */
    private boolean isShareOfOne(int number) {
        Numeral numeral = state.token(number).numeral();
        return !numeral.isAmbiguous() && numeral.value().compareTo(BigDecimal.ONE) < 0;
    }

    /** A number of months or hours is said with its unit, and no other number has it; hours beside a deadline are those that there are. */
    boolean hasUnitOf(int number, String label) {
        SlotName<?> slot = NumberRoles.slot(label);
        if (slot == SlotName.TRAINING_HOURS && state.slots.has(SlotName.DEADLINE_HOURS)) {
            return false;
        }
        Measure unit = state.measureAt(state.unitFinder.right(number));
        Measure own = slot == null ? null : UNITS.get(slot);
        if (NumberRoles.OF_COUNTS.contains(label)) {
            // "After 40 minutes of meeting: scrap the retraining"
            return unit == null || !unit.isTime();
        }
        if (slot == SlotName.EXAMPLES && unit == Measure.TOKEN) {
            return false;
        }
        return slot == null || (own == null ? unit == null || !UNITS.containsValue(unit) : unit == own);
    }

    /**
     * True unless a number that no reader has given a unit cannot be a length, or data of a conversation: the result behind a name
     * ({@code gpt-4.1-mini 188 1.9}), a rate ({@code he charges 95 an hour}), the count of other things ({@code 480 comments}).
     */
    boolean hasEvidenceOf(int number, @Nullable SlotName<?> claim, String label) {
        SlotName<?> slot = NumberRoles.slot(label);
        boolean length = slot != null && slot.is(SlotTrait.LENGTH);
        boolean data = slot == SlotName.EXAMPLES && state.mayEdit();
        if (state.terse || !(length || data) || state.isAt(number + 1, Measure.TOKEN)) {
            return true;
        }
        boolean result = claim == null && state.isOfMention(number - 1) && !state.isUnitAt(number + 1);
        boolean rate =
                slot == SlotName.TOKENS_PER_EXAMPLE && state.unitFinder.right(number) < 0 && state.isRateAt(number + 1);
        boolean noun = state.isPluralAt(number + 1)
                && !state.isOfThemAt(number + 1)
                && !state.hasTyped(number + 1, Trait.COMES_IN)
                && !state.hasTyped(number + 1, Trait.AFTERWARDS);
        boolean things =
                (slot == SlotName.TOKENS_PER_EXAMPLE || slot == SlotName.INPUT_TOKENS) && claim == null && noun;
        return !(result || rate || things);
    }

    /** True of the word for what a number counts: {@code 800 calls}. */
    boolean isNamed(int word) {
        return state.isUnitAt(word) || (state.at(word) != null && state.token(word).kind == Token.Kind.WORD);
    }
}
