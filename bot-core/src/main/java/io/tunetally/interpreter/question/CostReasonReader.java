package io.tunetally.interpreter.question;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SmallWords;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Intent;
import io.tunetally.request.Problem;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Reads the question why an answer costs what it does, {@code why is it so expensive}, {@code why so dear??}, and that for its arithmetic,
 * {@code how did you get to that number}. A number or a model of the same clause makes it another question.
 */
public final class CostReasonReader {
    /** A longer clause asks something else. */
    private static final int MOST_WORDS = 24;

    private final ParseState state;
    private final SmallWords smallWords;

    private CostReasonReader(ParseState state) {
        this.state = state;
        smallWords = new SmallWords(state);
    }

    /** Fills the slots in a conversation, and in a command that ends with the question. */
    public static void read(ParseState state) {
        boolean afterAnswer = !state.remembered.isEmpty();
        if (afterAnswer || (state.terse && state.hasTypedAnywhere(Trait.ASKS_WHY))) {
            new CostReasonReader(state).read(afterAnswer);
        }
    }

    private void read(boolean afterAnswer) {
        for (int i = 0; i < state.size(); i++) {
            int end = state.clause(i).end();
            if (asksWhy(i) && (afterAnswer || end == state.size()) && isAbout(i, end, Trait.JUDGES_PRICE)) {
                say(SlotName.ASKS_WHY, i, end);
                leaveOutBill();
                return;
            }
            if (afterAnswer && asksForParts(i, end)) {
                say(SlotName.ASKS_WHY, i, end);
                say(SlotName.EXPLAIN, i, end);
                leaveOutBill();
                return;
            }
        }
    }

    /** {@code how did you get to that number}, {@code what is included in that price}. */
    private boolean asksForParts(int i, int end) {
        boolean origin = asksHow(i) && isAbout(i, end, Trait.REACHES_FIGURE);
        boolean parts = !origin && asksWhat(i) && isAbout(i, end, Trait.INCLUDED_IN_FIGURE);
        return (origin || parts) && has(i, end, Trait.FIGURE_OR_PRONOUN);
    }

    private void say(SlotName<Boolean> name, int first, int end) {
        state.slots.put(name, Slot.said(true, state.span(first, end - 1)));
        state.use(first, end - 1, Token.Use.CONNECTIVE);
    }

    /** {@code how did you get to that number, our bill says 640}: the sum of a bill changes nothing of the job, and is told. */
    private void leaveOutBill() {
        for (int i = 0; i < state.size(); i++) {
            int first = state.clause(i).first();
            if (state.isNumberAt(i) && has(first, i, Trait.PRICE_NOUN)) {
                state.setAside(i);
                state.add(new Problem.UnknownWord(state.typed(first, i), List.of(), state.span(first, i)));
            }
        }
    }

    private boolean asksWhy(int i) {
        boolean howCome = state.hasTyped(i, Trait.ASKS_HOW) && state.hasTyped(i + 1, Trait.CAUSES);
        boolean whatMakes = state.hasTyped(i, Trait.ASKS_WHICH) && state.hasTyped(i + 1, Trait.BRINGS_ABOUT);
        return (state.hasTyped(i, Trait.ASKS_COST_REASON) || howCome || whatMakes) && isFirst(i);
    }

    private boolean asksHow(int i) {
        return state.hasTyped(i, Trait.ASKS_ORIGIN) && isFirst(i);
    }

    private boolean asksWhat(int i) {
        return state.hasTyped(i, Trait.ASKS_WHICH) && isFirst(i);
    }

    /** True behind nothing but small words of its clause. */
    private boolean isFirst(int i) {
        int first = state.clause(i).first();
        return state.hasTyped(i, Trait.ASKS_WHY)
                || (i - first <= MOST_WORDS && IntStream.range(first, i).allMatch(smallWords::isAt));
    }

    private boolean isAbout(int first, int end, Trait what) {
        return end - first <= MOST_WORDS
                && has(first + 1, end, what)
                && IntStream.range(first + 1, end).allMatch(i -> isSmall(i, what));
    }

    private boolean has(int first, int end, Trait what) {
        IntPredicate is = i -> !state.isNumberAt(i) && state.hasTyped(i, what);
        return IntStream.range(first, end).anyMatch(is);
    }

    private boolean isSmall(int i, Trait what) {
        Token token = state.token(i);
        return !token.isNumber()
                && !smallWords.isNamed(i)
                && !state.hasTyped(i, Trait.THAN)
                && (smallWords.isAt(i)
                        || state.hasTyped(i, what)
                        || state.hasTyped(i, Trait.FIGURE_OR_PRONOUN)
                        || state.hasTyped(i, Trait.PRICE_NOUN)
                        || state.hasTyped(i, Trait.PAYS)
                        || state.hasTyped(i, Trait.BRINGS_ABOUT)
                        || state.isBreakAt(i)
                        || state.isAt(i, Cue.THEM)
                        || state.isAt(i, Cue.REPORT)
                        || state.isAt(i, Cue.FROM)
                        || state.isAt(i, Cue.EXPLAIN)
                        || state.timeAt(i) != null
                        || state.isAt(i, Cue.TOTAL)
                        || token.intent() == Intent.ESTIMATE);
    }
}
