package io.tunetally.interpreter.role;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Intent;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the two sides of each example as the length of one: {@code 3,000 records, each with a prompt of 1,200 tokens and a
 * completion of 150}. Beside requests they are the lengths of a request.
 */
public final class ExampleSides {
    private static final Set<SlotName<?>> ASKED =
            Set.of(SlotName.PROMPT_TOKENS, SlotName.INPUT_TOKENS, SlotName.TOKENS_PER_EXAMPLE);

    /** The most tokens from the word for each example to the answer's length. */
    private static final int REACH = 18;

    private ExampleSides() {}

    /**
     * True of a message about training alone, whose lengths are those of its examples: {@code 2,200 questions, a question is 40
     * tokens and the answer 110. What does training cost?}
     */
    public static boolean areAllThatIsSaid(ParseState state) {
        boolean known = state.mayEdit() && state.remembered.has(SlotName.EXAMPLES);
        return isOfData(state)
                && (known || state.candidates.has(SlotName.EXAMPLES) || state.has(Measure.EXAMPLE))
                && !state.remembered.has(SlotName.REQUESTS_PER_DAY)
                && !state.remembered.has(SlotName.INPUT_TOKENS)
                && !state.remembered.has(SlotName.OUTPUT_TOKENS)
                && !state.remembered.has(SlotName.PROMPT_TOKENS)
                && !state.has(Intent.TCO)
                && !state.has(Intent.BREAKEVEN)
                && !namesRate(state);
    }

    /** {@code 36 obituaries a week}: a rate that is not yet read as one of requests. */
    private static boolean namesRate(ParseState state) {
        for (int i = 1; i < state.size(); i++) {
            Measure measure = state.measureAt(i);
            boolean time = measure != null && measure.isTime();
            boolean each = state.isAt(i - 1, Cue.ARTICLE)
                    || state.isAt(i - 1, Cue.PER)
                    || state.isAt(i - 1, Cue.EVERY)
                    || state.isAt(i - 1, Cue.EACH);
            if (state.isAt(i, Category.PERIODS) || (time && each)) {
                return true;
            }
        }
        return state.size() > 0 && state.isAt(0, Category.PERIODS);
    }

    private static boolean isOfData(ParseState state) {
        return !state.candidates.has(SlotName.TUNED_PROMPT_TOKENS)
                && !state.candidates.has(SlotName.REQUESTS_PER_DAY)
                && !state.candidates.has(SlotName.MONTHS)
                && !state.has(Category.RATES);
    }

    /** Puts the sum in the place of both lengths that are said to be those of each example. */
    public static void read(ParseState state) {
        boolean ofExamples = isOfData(state)
                && state.candidates.has(SlotName.EXAMPLES)
                && state.remembered.isEmpty()
                && !state.has(Measure.REQUEST);
        if (ofExamples) {
            read(state, false);
        }
    }

    /** Does the same in a message about training alone, once it is known that no number of it is one of requests. */
    public static void readAlone(ParseState state) {
        if (areAllThatIsSaid(state)) {
            read(state, true);
        }
    }

    private static void read(ParseState state, boolean alone) {
        if (!state.candidates.has(SlotName.OUTPUT_TOKENS)) {
            return;
        }
        List<SlotCandidates.Candidate> lengths = state.candidates.all().stream()
                .filter(each ->
                        !each.replaced() && (ASKED.contains(each.slot()) || each.slot() == SlotName.OUTPUT_TOKENS))
                .sorted(Comparator.comparingInt(SlotCandidates.Candidate::token))
                .toList();
        if (lengths.size() != 2) {
            return;
        }
        SlotCandidates.Candidate asked = lengths.getFirst();
        SlotCandidates.Candidate answered = lengths.getLast();
        boolean plain = !asked.numeral().isRange() && !answered.numeral().isRange();
        boolean sides = (alone && !isOfCall(state, asked.token()) && !isOfCall(state, answered.token()))
                || isOfEach(state, asked.token(), answered.token());
        if (plain && answered.slot() == SlotName.OUTPUT_TOKENS && sides) {
            join(state, asked.token(), answered.token());
        }
    }

    /** The {@code 300 in} and {@code 50 output tokens} of a request, whose traffic a message leaves out. */
    private static boolean isOfCall(ParseState state, int number) {
        int unit = state.isAt(number + 1, Measure.TOKEN) ? number + 2 : number + 1;
        return state.isAt(unit, Cue.INPUT)
                || state.isAt(unit, Cue.IN)
                || state.isAt(unit, Cue.OUT)
                || state.hasTyped(unit, Trait.PRODUCED)
                || (state.isAt(number + 1, Cue.OUTPUT) && state.isAt(number + 2, Measure.TOKEN))
                || state.isAt(number - 1, Cue.INPUT);
    }

    /** Puts the sum in the place of the length of a conversation's examples: {@code the prompts are 650 and the completions 150}. */
    public static void readOfRemembered(ParseState state) {
        int answered = isOfRemembered(state) ? answered(state) : -1;
        int asked = answered < 0 ? -1 : asked(state, answered);
        boolean plain = asked >= 0
                && !state.token(asked).numeral().isRange()
                && !state.token(answered).numeral().isRange();
        if (plain && state.sentence(asked) == state.sentence(answered)) {
            join(state, asked, answered);
        }
    }

    private static void join(ParseState state, int asked, int answered) {
        Numeral sum = Numeral.of(count(state, asked).add(count(state, answered)));
        for (int length : new int[] {asked, answered}) {
            state.candidates.withdraw(length);
            state.withdraw(length);
            state.candidates.settle(length);
            state.token(length).use = Token.Use.SLOT;
        }
        state.candidates.addDerived(SlotName.TOKENS_PER_EXAMPLE, sum, asked);
    }

    private static BigDecimal count(ParseState state, int number) {
        return Amounts.counted(state.token(number).numeral()).value();
    }

    /** Returns the index of the length of the answers, {@code 120 out} or {@code completions 150}, or -1. */
    private static int answered(ParseState state) {
        int found = state.candidates
                .amounts(SlotName.OUTPUT_TOKENS)
                .mapToInt(SlotCandidates.Candidate::token)
                .findFirst()
                .orElse(-1);
        for (int i = 1; found < 0 && i < state.size(); i++) {
            boolean led = state.isAt(i - 1, Cue.OUTPUT) || state.hasTyped(i - 1, Trait.ANSWERED);
            found = led && state.isNumberAt(i) ? i : -1;
        }
        return found;
    }

    /** Returns the index of the length before that of the answers, or -1. */
    private static int asked(ParseState state, int answered) {
        int found = -1;
        for (int i = 0; i < answered; i++) {
            @Nullable SlotName<?> slot = state.isNumberAt(i) ? state.candidates.slotOf(i) : null;
            boolean length = slot == null ? state.candidates.openTokens().contains(i) : ASKED.contains(slot);
            found = state.isNumberAt(i) && length ? i : found;
        }
        return found;
    }

    /** True of a message that says the sides of the examples whose length the conversation has. */
    private static boolean isOfRemembered(ParseState state) {
        return state.mayEdit()
                && state.remembered.has(SlotName.TOKENS_PER_EXAMPLE)
                && !state.remembered.has(SlotName.OUTPUT_TOKENS)
                && !state.remembered.has(SlotName.REQUESTS_PER_DAY)
                && (state.has(Measure.EXAMPLE) || state.has(Cue.TRAINING) || state.hasTypedAnywhere(Trait.EXTENT));
    }

    /** True if a word for each example stands before both lengths, in their sentence. */
    private static boolean isOfEach(ParseState state, int asked, int answered) {
        int first = Math.max(state.sentence(answered).first(), answered - REACH);
        for (int i = first; i < asked; i++) {
            if (state.isAt(i, Cue.EACH) || state.isAt(i, Cue.EVERY) || state.hasTyped(i, Trait.EACH_ONE)) {
                return true;
            }
        }
        return false;
    }
}
