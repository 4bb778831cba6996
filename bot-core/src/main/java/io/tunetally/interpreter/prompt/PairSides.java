package io.tunetally.interpreter.prompt;

import io.tunetally.catalog.Objective;
import io.tunetally.interpreter.lexicon.Category;
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
import java.util.Locale;
import java.util.Set;

/**
 * Reads the length of each side of a preference pair, which is twice as long: {@code 4k pairs, 800 tokens per side}; and, in a
 * conversation, what is said of both sides at once: {@code actually that's 800 for the pair in total}.
 */
public final class PairSides {
    /** The slots that a length of one side may have been taken for. */
    private static final Set<SlotName<?>> LENGTHS =
            Set.of(SlotName.TOKENS_PER_EXAMPLE, SlotName.PROMPT_TOKENS, SlotName.INPUT_TOKENS, SlotName.OUTPUT_TOKENS);

    /** The most words between a length and the side that it is of. */
    private static final int REACH = 7;

    /** The most words between a side and its length: {@code each response is about 350 tokens}. */
    private static final int REACH_BEFORE = 3;

    private final ParseState state;

    private PairSides(ParseState state) {
        this.state = state;
    }

    /** Claims what is said of both sides at once, before a verb takes it for a number of examples. */
    public static void readWhole(ParseState state) {
        boolean known = state.mayEdit() && state.remembered.has(SlotName.TOKENS_PER_EXAMPLE);
        if (known && state.hasTypedAnywhere(Trait.EXAMPLE_SIDE)) {
            PairSides sides = new PairSides(state);
            sides.claimWhole();
            if (state.remembered.value(SlotName.OBJECTIVE) == Objective.DPO) {
                sides.claimSide();
                sides.takeOne();
            }
        }
    }

    /** Doubles the only length of a message about preference pairs, if it is that of a side. */
    public static void read(ParseState state) {
        PairSides sides = new PairSides(state);
        if (state.hasTypedAnywhere(Trait.ONE_SIDE) && (sides.isOfPairs() || sides.isOfSides())) {
            sides.doubleLength();
        }
    }

    private void claimWhole() {
        for (int i = 0; i < state.size(); i++) {
            int unit = state.isAt(i + 1, Measure.TOKEN) ? i + 1 : i;
            if (state.isCountAt(i) && isWhole(unit + 1)) {
                state.claim(SlotName.TOKENS_PER_EXAMPLE, i, i, unit);
                state.candidates.settle(i);
                return;
            }
        }
    }

    /** {@code 500 per response, not 800}, whose unit the conversation knows. */
    private void claimSide() {
        for (int i = 0; i < state.size(); i++) {
            if (state.isCountAt(i) && isEach(i + 1) && state.hasTyped(i + 2, Trait.ONE_SIDE)) {
                addPair(i);
                return;
            }
        }
    }

    /** {@code vs sft on the chosen only}: one side of each pair is left. */
    private void takeOne() {
        Long pair = state.remembered.value(SlotName.TOKENS_PER_EXAMPLE);
        boolean other = state.has(Category.OBJECTIVES) && !names(Objective.DPO);
        for (int i = 0; other && pair != null && i < state.size(); i++) {
            if (state.hasTyped(i, Trait.CHOSEN_SIDE) && !state.has(Measure.TOKEN)) {
                BigDecimal side = BigDecimal.valueOf((pair + 1) / 2);
                state.candidates.addDerived(SlotName.TOKENS_PER_EXAMPLE, Numeral.of(side), i);
                state.candidates.explain(SlotName.TOKENS_PER_EXAMPLE, side, pair + " / 2");
                state.token(i).use = Token.Use.SLOT;
                return;
            }
        }
    }

    /** {@code for the pair}, {@code for both sides}, {@code for prompt and answer}. */
    private boolean isWhole(int link) {
        if (!state.isAt(link, Cue.FOR) && !state.isAt(link, Cue.PER)) {
            return false;
        }
        int first = state.isAt(link + 1, Trait.DEFINITE_ARTICLE)
                        || state.hasTyped(link + 1, Trait.DEFINITE_ARTICLE)
                        || state.isAt(link + 1, Cue.ARTICLE)
                ? link + 2
                : link + 1;
        boolean two = isSide(first)
                && (state.isAt(first + 1, Cue.AND) || state.isSymbolAt(first + 1, '+') || state.isSlash(first + 1))
                && isSide(first + 2);
        boolean both = state.hasTyped(first, Trait.TAKES_BOTH) && isSide(first + 1);
        return two || both || state.hasTyped(first, Trait.WHOLE_PAIR);
    }

    private boolean isSide(int i) {
        return !state.isNumberAt(i) && state.hasTyped(i, Trait.EXAMPLE_SIDE);
    }

    /** True if preference pairs are what the job is trained on. */
    private boolean isOfPairs() {
        return state.remembered.value(SlotName.OBJECTIVE) == Objective.DPO
                || state.hasTypedAnywhere(Trait.PREFERENCE)
                || names(Objective.DPO);
    }

    /** {@code 50k sentence pairs, 30 words a side}, {@code 85,000 segments with 45 tokens on each side}: what is said of a half. */
    private boolean isOfSides() {
        boolean data = state.candidates.has(SlotName.EXAMPLES) && !state.candidates.has(SlotName.REQUESTS_PER_DAY);
        return state.hasTypedAnywhere(Trait.PAIR_SIDE) && (data || state.hasTypedAnywhere(Trait.TWO_SIDED));
    }

    private boolean names(Objective objective) {
        return state.any(token -> token.is(Category.OBJECTIVES)
                && token.lexeme != null
                && objective.name().toLowerCase(Locale.ROOT).equals(token.lexeme.value()));
    }

    private void doubleLength() {
        List<SlotCandidates.Candidate> lengths = state.candidates.all().stream()
                .filter(each -> LENGTHS.contains(each.slot()) && !each.replaced())
                .toList();
        if (lengths.size() != 1
                || lengths.getFirst().derived()
                || lengths.getFirst().numeral().isRange()) {
            return;
        }
        int number = lengths.getFirst().token();
        int last = state.isAt(number + 1, Measure.TOKEN) ? number + 1 : number;
        if (!isBehind(last) && !isBefore(number)) {
            return;
        }
        addPair(number);
    }

    /** Puts twice the number of one side in its place. */
    private void addPair(int number) {
        Numeral side = Amounts.counted(state.token(number).numeral());
        Numeral pair = side.converted(value -> value.multiply(BigDecimal.TWO));
        state.candidates.withdraw(number);
        state.withdraw(number);
        state.candidates.settle(number);
        state.token(number).use = Token.Use.SLOT;
        state.candidates.addDerived(SlotName.TOKENS_PER_EXAMPLE, pair, number);
        state.candidates.explain(
                SlotName.TOKENS_PER_EXAMPLE, pair.value(), "2 × " + side.value().toPlainString());
    }

    /** {@code 800 tokens per side}, {@code 1.1k tokens prompt+chosen+rejected each side}. */
    private boolean isBehind(int last) {
        for (int i = last + 1; i <= last + REACH && !state.isBreakAt(i) && !state.isNumberAt(i); i++) {
            boolean each = isEach(i) || state.isAt(i, Cue.ARTICLE);
            if (each && state.hasTyped(i + 1, Trait.ONE_SIDE)) {
                return true;
            }
        }
        return false;
    }

    /** {@code each response about 350 tokens}, {@code every side has 400 tokens}. */
    private boolean isBefore(int number) {
        for (int i = number - 1; i >= number - REACH_BEFORE && !state.isBreakAt(i) && !state.isNumberAt(i); i--) {
            if (state.hasTyped(i, Trait.ONE_SIDE)) {
                return isEach(i - 1);
            }
        }
        return false;
    }

    private boolean isEach(int i) {
        return state.isAt(i, Cue.EACH) || state.isAt(i, Cue.EVERY) || state.isAt(i, Cue.PER) || state.isSlash(i);
    }
}
