package io.tunetally.interpreter.intent;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.quantity.SlotFiller;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Origin;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.text.TextSpan;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Numbers without a unit that a first message would take for counts of examples, or for nothing, where the conversation
 * is about something else: {@code volumes went up, 3,100 now} is traffic, {@code I cut the traces at 4k} their length,
 * {@code recounted with tiktoken: 1.46M} the tokens of the data.
 */
final class MovedCounts {
    /** The most words between a verb and its number. */
    private static final int REACH = 5;

    /** The same from a comparison: {@code the letters are much longer than I had thought they were, 620}. */
    private static final int REACH_OF_LENGTH = 12;

    /** A message with more numbers is a table or a list, not a change. */
    private static final int MOST_NUMBERS = 4;

    /** Below it a number is no count of requests or tokens. */
    private static final BigDecimal FEWEST = BigDecimal.valueOf(30);

    /** Of fewer tokens no data consist. */
    private static final BigDecimal FEWEST_TOTAL_TOKENS = BigDecimal.valueOf(10_000);

    /** What a number may have been read as that is the whole of a budget. */
    private static final List<SlotName<?>> COUNTS =
            List.of(SlotName.EXAMPLES, SlotName.TOKENS_PER_EXAMPLE, SlotName.TOTAL_TOKENS);

    private final ParseState state;
    private final Slots remembered;

    MovedCounts(ParseState state, Slots remembered) {
        this.state = state;
        this.remembered = remembered;
    }

    /** True if words around a number say which remembered value it replaces. */
    static boolean isIn(ParseState state) {
        MovedCounts moved = new MovedCounts(state, state.remembered);
        boolean few = moved.hasFewNumbers();
        for (int i = 0; few && i < state.size(); i++) {
            if ((moved.isOpen(i) && moved.named(i) != null) || moved.isTotalOfBudget(i)) {
                return true;
            }
        }
        return false;
    }

    void read() {
        boolean few = hasFewNumbers();
        for (int i = 0; few && i < state.size(); i++) {
            boolean open = isOpen(i);
            SlotName<?> slot = open ? named(i) : null;
            if (slot == null && open && isCountOfExamples(i)) {
                slot = subject(i);
            }
            boolean known = slot == SlotName.INPUT_TOKENS || (slot != null && remembered.has(slot));
            if (slot != null && known && !state.slots.has(slot)) {
                move(slot, i);
            }
        }
        lengths();
        joined();
        grownPrompt();
        shrunkPrompt();
        totalOfBudget();
    }

    /** {@code the 400 is for all six shops already} about 400 requests a day: no examples. */
    void saidAgain() {
        Slot<Long> examples = state.slots.get(SlotName.EXAMPLES);
        BigDecimal requests = remembered.number(SlotName.REQUESTS_PER_DAY);
        if (examples == null
                || requests == null
                || !remembered.has(SlotName.EXAMPLES)
                || requests.compareTo(BigDecimal.valueOf(examples.value())) != 0) {
            return;
        }
        for (int i = 1; i < state.size(); i++) {
            if (isCountOfExamples(i) && state.hasTyped(i - 1, Trait.DEFINITE_ARTICLE) && !state.isItemAt(i + 1)) {
                state.slots.remove(SlotName.EXAMPLES);
                return;
            }
        }
    }

    /** {@code our prompt has grown to 2,600 tokens}: tuning makes no prompt longer, so it is the one before. */
    private void grownPrompt() {
        Slot<Long> tuned = state.slots.get(SlotName.TUNED_PROMPT_TOKENS);
        Long before = remembered.value(SlotName.PROMPT_TOKENS);
        if (tuned != null
                && before != null
                && tuned.value() >= before
                && !state.slots.has(SlotName.PROMPT_TOKENS)
                && !state.has(Cue.TUNED_PROMPT)) {
            state.slots.remove(SlotName.TUNED_PROMPT_TOKENS);
            state.slots.put(SlotName.PROMPT_TOKENS, tuned);
        }
    }

    /** {@code they gave us another 100, so 140 altogether} in a conversation about a budget. */
    private void totalOfBudget() {
        for (int i = 0; i < state.size(); i++) {
            if (isTotalOfBudget(i)) {
                TextSpan span = state.span(i, i);
                for (SlotName<?> name : COUNTS) {
                    Slot<?> slot = state.slots.get(name);
                    if (slot != null && span.equals(slot.span())) {
                        state.slots.remove(name);
                    }
                }
                Numeral value = Amounts.counted(state.token(i).numeral());
                SlotFiller.settle(state, SlotName.BUDGET_USD, value, Origin.SAID, i);
                state.token(i).use = Token.Use.SLOT;
            }
        }
    }

    private boolean isTotalOfBudget(int i) {
        return remembered.has(SlotName.BUDGET_USD)
                && !remembered.has(SlotName.EXAMPLES)
                && state.isNumberAt(i)
                && state.isAt(i + 1, Cue.TOTAL)
                && state.isBreakAt(i + 2)
                && !state.token(i).numeral().isRange();
    }

    /** {@code make the short prompt 250}, {@code the tuned one gets by with 90 tokens of prompt}: of two remembered prompts the one after tuning. */
    private void shrunkPrompt() {
        Slot<Long> prompt = state.slots.get(SlotName.PROMPT_TOKENS);
        Long before = remembered.value(SlotName.PROMPT_TOKENS);
        Long after = remembered.value(SlotName.TUNED_PROMPT_TOKENS);
        boolean shorter = state.hasTypedAnywhere(Trait.SHRINKS) || state.hasTypedAnywhere(Trait.TUNED);
        if (prompt != null
                && before != null
                && after != null
                && shorter
                && Math.abs(prompt.value() - after) < Math.abs(prompt.value() - before)
                && !state.slots.has(SlotName.TUNED_PROMPT_TOKENS)) {
            state.slots.remove(SlotName.PROMPT_TOKENS);
            state.slots.put(SlotName.TUNED_PROMPT_TOKENS, prompt);
        }
    }

    /**
     * {@code each question has 120 tokens and each answer 60}, {@code the rulings are summarised in 250 tokens}: where the conversation has
     * the lengths of requests and none of examples, a length is that of the text which the words around it name.
     */
    private void lengths() {
        Slot<Long> length = state.slots.get(SlotName.TOKENS_PER_EXAMPLE);
        boolean ofRequests = remembered.has(SlotName.REQUESTS_PER_DAY)
                && !remembered.has(SlotName.TOKENS_PER_EXAMPLE)
                && !state.slots.has(SlotName.EXAMPLES);
        if (length == null || !ofRequests) {
            return;
        }
        boolean answered = state.slots.has(SlotName.OUTPUT_TOKENS);
        boolean asked = state.slots.has(SlotName.INPUT_TOKENS);
        SlotName<Long> slot = answered && !asked
                ? SlotName.INPUT_TOKENS
                : !answered && remembered.has(SlotName.OUTPUT_TOKENS) && speaksOfAnswer()
                        ? SlotName.OUTPUT_TOKENS
                        : null;
        if (slot != null) {
            state.slots.remove(SlotName.TOKENS_PER_EXAMPLE);
            state.slots.put(slot, length);
        } else if (remembered.has(SlotName.TUNED_PROMPT_TOKENS) && state.slots.has(SlotName.TUNED_PROMPT_TOKENS)) {
            // "The notice of 300 tokens stays in the tuned prompt, thus 900 there": a part of it.
            state.slots.remove(SlotName.TOKENS_PER_EXAMPLE);
        }
    }

    private boolean speaksOfAnswer() {
        boolean answer = false;
        for (int i = 0; i < state.size(); i++) {
            answer |=
                    state.isAt(i, Cue.OUTPUT) || state.hasTyped(i, Trait.ANSWERED) || state.hasTyped(i, Trait.PRODUCED);
        }
        return answer && !state.has(Cue.INPUT) && !state.hasTypedAnywhere(Trait.ASKED);
    }

    /** {@code the society across the valley joins with 400 farmers, two questions each per day}: they come beside those of before. */
    private void joined() {
        Slot<BigDecimal> now = state.slots.get(SlotName.REQUESTS_PER_DAY);
        BigDecimal before = remembered.value(SlotName.REQUESTS_PER_DAY);
        boolean more = state.hasTypedAnywhere(Trait.JOINS_US)
                && !state.has(Cue.TOTAL)
                && !state.hasTypedAnywhere(Trait.CONCLUDES);
        // Arithmetic on the value of before is no value of theirs.
        boolean theirs = now != null
                && state.candidates
                        .amounts(SlotName.REQUESTS_PER_DAY)
                        .anyMatch(
                                said -> said.derived() && said.numeral().value().compareTo(now.value()) == 0);
        if (now != null && theirs && before != null && more) {
            state.slots.put(
                    SlotName.REQUESTS_PER_DAY,
                    new Slot<>(now.value().add(before), null, Origin.DERIVED, now.span(), now.approximate()));
        }
    }

    private boolean hasFewNumbers() {
        int numbers = 0;
        for (int i = 0; i < state.size() && numbers <= MOST_NUMBERS; i++) {
            numbers += state.token(i).isNumber() ? 1 : 0;
        }
        return numbers > 0 && numbers <= MOST_NUMBERS;
    }

    private void move(SlotName<?> slot, int number) {
        if (isCountOfExamples(number)) {
            state.slots.remove(SlotName.EXAMPLES);
        }
        Numeral value = Amounts.counted(state.token(number).numeral());
        SlotFiller.settle(state, slot, value, Origin.SAID, number);
        state.token(number).use = Token.Use.SLOT;
    }

    /** True for a number without a unit that is large enough. */
    private boolean isOpen(int i) {
        Token token = state.token(i);
        return token.isNumber()
                && (token.use != Token.Use.SLOT || isCountOfExamples(i))
                && !token.numeral().isInBillions()
                && !token.numeral().isRange()
                && !state.isPercentAt(i + 1)
                && !state.isSymbolAt(i - 1, '$')
                && (state.unitFinder.right(i) < 0 || (isCountOfExamples(i) && isOfTraffic() && !state.has(Cue.RETRAIN)))
                && value(i).compareTo(FEWEST) >= 0;
    }

    private boolean isCountOfExamples(int i) {
        Slot<?> examples = state.slots.get(SlotName.EXAMPLES);
        return examples != null && state.span(i, i).equals(examples.span());
    }

    /** Returns the remembered slot that the words before a number name, or null. */
    private @Nullable SlotName<?> named(int number) {
        if (remembered.has(SlotName.TOKENS_PER_EXAMPLE) && (isCut(number) || state.isAt(number + 1, Cue.LONG))) {
            return SlotName.TOKENS_PER_EXAMPLE;
        }
        if (isOfComparedLength(number)) {
            return SlotName.TOKENS_PER_EXAMPLE;
        }
        if (remembered.has(SlotName.BUDGET_USD) && isGiven(number)) {
            return SlotName.BUDGET_USD;
        }
        // "The answers are 300 tokens, the questions 80".
        if (state.slots.has(SlotName.OUTPUT_TOKENS) && state.hasTyped(number - 1, Trait.ASKED)) {
            return SlotName.INPUT_TOKENS;
        }
        boolean tokens = remembered.has(SlotName.TOTAL_TOKENS) && value(number).compareTo(FEWEST_TOTAL_TOKENS) >= 0;
        if (tokens && isNearBefore(number, Trait.RECOUNTS)) {
            return SlotName.TOTAL_TOKENS;
        }
        boolean traffic = remembered.has(SlotName.REQUESTS_PER_DAY) && !speaksOfData(number);
        return traffic && isNearBefore(number, Trait.TRAFFIC) ? SlotName.REQUESTS_PER_DAY : null;
    }

    /** {@code another donor came: we have 500 now}: nothing but money is given in the sentence. */
    private boolean isGiven(int number) {
        boolean donor = state.hasTypedAnywhere(Trait.DONOR) && !speaksOfData(number);
        int end = Math.min(state.sentence(number).end(), state.size());
        for (int i = state.sentence(number).first(); donor && i < end; i++) {
            if (state.hasTyped(i, Trait.DONOR)) {
                return true;
            }
        }
        return false;
    }

    /** {@code the letters are shorter than I thought, 310}, {@code the average is 410}, in a conversation about the length of examples of that order. */
    private boolean isOfComparedLength(int number) {
        Long before = remembered.value(SlotName.TOKENS_PER_EXAMPLE);
        if (before == null
                || state.hasTyped(number - 1, Trait.THAN)
                || !(state.hasTypedAnywhere(Trait.COMPARES_LENGTH) || state.has(Cue.AVERAGE))) {
            return false;
        }
        BigDecimal length = BigDecimal.valueOf(before);
        boolean alike = value(number).compareTo(length.multiply(BigDecimal.TEN)) < 0
                && length.compareTo(value(number).multiply(BigDecimal.TEN)) < 0;
        boolean compared = false;
        for (int i = Math.max(state.sentence(number).first(), number - REACH_OF_LENGTH); alike && i < number; i++) {
            if (isOtherText(i)) {
                return false;
            }
            compared |= state.hasTyped(i, Trait.COMPARES_LENGTH) || state.isAt(i, Cue.AVERAGE);
        }
        return compared;
    }

    /** A word for a prompt, an answer or the data as a whole. */
    private boolean isOtherText(int i) {
        return state.isAt(i, Cue.PROMPT)
                || state.isAt(i, Cue.OUTPUT)
                || state.hasTyped(i, Trait.PROMPTS)
                || state.hasTyped(i, Trait.ANSWERED)
                || state.hasTyped(i, Trait.TRAINING_DATA)
                || state.isNumberAt(i);
    }

    /** {@code I cut the traces at 4k}, {@code truncated to 512}. */
    private boolean isCut(int number) {
        return (state.hasTyped(number - 1, Trait.LOCATIVE) && isNearBefore(number, Trait.SHORTENS))
                || ((state.isAt(number - 1, Cue.TO) || state.isAt(number - 1, Cue.IS))
                        && isNearBefore(number, Trait.TRUNCATES));
    }

    /** In a conversation about traffic without examples a count is of requests. */
    private @Nullable SlotName<?> subject(int number) {
        return isOfTraffic() && !speaksOfData(number) ? SlotName.REQUESTS_PER_DAY : null;
    }

    private boolean isOfTraffic() {
        return remembered.has(SlotName.REQUESTS_PER_DAY)
                && !remembered.has(SlotName.EXAMPLES)
                && !remembered.has(SlotName.TOTAL_TOKENS);
    }

    private boolean speaksOfData(int number) {
        int end = Math.min(state.sentence(number).end(), state.size());
        for (int i = state.sentence(number).first(); i < end; i++) {
            boolean data = state.isAt(i, Cue.TRAINING)
                    || state.isAt(i, Measure.EXAMPLE)
                    || state.hasTyped(i, Trait.TRAINING_DATA)
                    || state.hasTyped(i, Trait.TRAINS);
            if (data) {
                return true;
            }
        }
        return false;
    }

    private boolean isNearBefore(int number, Trait trait) {
        int first = Math.max(state.sentence(number).first(), number - 1 - REACH);
        for (int i = number - 1; i >= first && !state.isNumberAt(i); i--) {
            if (state.hasTyped(i, trait)) {
                return true;
            }
        }
        return false;
    }

    private BigDecimal value(int i) {
        return Amounts.counted(state.token(i).numeral()).value();
    }
}
