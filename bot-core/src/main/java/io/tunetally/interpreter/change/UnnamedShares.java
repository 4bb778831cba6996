package io.tunetally.interpreter.change;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.part.Part;
import io.tunetally.interpreter.part.Parts;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Problem;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells shares and sums that change nothing of a request or do not say of what they are: {@code a third off the bill},
 * {@code a third of the tokens are responses}, {@code $40 is gone}, {@code about 60% more after the merge}. The answer stays, and says that they were not understood.
 */
final class UnnamedShares {
    /** The numbers that stay. */
    private static final List<SlotName<?>> KEPT = List.of(
            SlotName.EXAMPLES,
            SlotName.TOKENS_PER_EXAMPLE,
            SlotName.TOTAL_TOKENS,
            SlotName.REQUESTS_PER_DAY,
            SlotName.BUDGET_USD);

    /** The most words from a share to the price that it is of. */
    private static final int REACH = 4;

    private final SaidNumbers said;
    private final ParseState state;
    private final Parts parts;

    UnnamedShares(SaidNumbers said) {
        this.said = said;
        state = said.state;
        parts = new Parts(state);
    }

    boolean read() {
        for (int i = 0; i < state.size(); i++) {
            Part part = parts.at(i);
            if (part != null && (isOfPrice(part) || isOfNothing(part) || isOfLearntTokens(part))) {
                tell(part.first(), part.last(), List.of());
                return true;
            }
            if (part != null && isOfEither(part)) {
                tell(part.first(), part.last(), either(part));
                return true;
            }
            if (isSpent(i)) {
                tell(i, i + 1, List.of());
                return true;
            }
        }
        return false;
    }

    /** {@code 25% off the price}, {@code a third less for the bill}: a price follows from the values, and is none. */
    private boolean isOfPrice(Part part) {
        int off = part.last() + 1;
        if (!state.hasTyped(off, Trait.PARTICLE_AWAY) && !state.isAt(off, Cue.OUT)) {
            return false;
        }
        for (int i = off + 1; i <= off + REACH && !state.isBreakAt(i); i++) {
            if (state.hasTyped(i, Trait.PRICE_NOUN)) {
                return true;
            }
        }
        return false;
    }

    /** {@code take 10 percent off}, which names neither a price nor a count. */
    private boolean isOfNothing(Part part) {
        int verb = part.first() - 1;
        boolean behind = state.hasTyped(part.last() + 1, Trait.OFF_PRICE);
        boolean before = state.hasTyped(verb, Trait.OFF_PRICE);
        if (before) {
            verb--;
        }
        int end = behind ? part.last() + 2 : part.last() + 1;
        boolean led = verb < 0 || (state.hasTyped(verb, Trait.TAKES_OFF) && isLed(verb - 1));
        return state.isPercentAt(part.last())
                && behind != before
                && led
                && state.isBreakAt(end)
                && end >= state.size() - 1;
    }

    /** {@code ok take}, {@code and then take}: nothing before it names what it is said of. */
    private boolean isLed(int last) {
        for (int i = last; i >= 0; i--) {
            if (state.isNumberAt(i)
                    || !(state.isBreakAt(i) || state.isAt(i, Category.COURTESIES) || state.isAt(i, Cue.AND))) {
                return false;
            }
        }
        return true;
    }

    /**
     * {@code about a third of the tokens are responses}, {@code only 30% of the tokens carry loss}, {@code loss on completions only, a third of
     * each sample}: all tokens are billed, whether the loss counts them or not.
     */
    private boolean isOfLearntTokens(Part part) {
        int unit = part.last() + 1;
        while (state.isAt(unit, Cue.OF)
                || state.isAt(unit, Trait.PART_OF)
                || state.hasTyped(unit, Trait.DEFINITE_ARTICLE)) {
            unit++;
        }
        boolean masked = state.hasTypedAnywhere(Trait.MASKS_LOSS);
        if (state.isAt(unit, Measure.TOKEN)) {
            boolean answers = state.isAt(unit + 1, Cue.IS)
                    && (state.hasTyped(unit + 2, Trait.ANSWERED) || state.isAt(unit + 2, Cue.OUTPUT));
            return masked || answers;
        }
        boolean each = unit > part.last() + 1 && (state.isAt(unit, Cue.EACH) || state.isAt(unit, Cue.EVERY));
        int lead = state.isAt(part.first() - 1, Cue.ABOUT) ? part.first() - 2 : part.first() - 1;
        boolean alone = unit == part.last() + 1 && state.isBreakAt(unit) && state.isBreakAt(lead);
        return masked && (each || alone);
    }

    /** {@code expect about 40% more after the two offices merge}: of two remembered counts it may be either. */
    private boolean isOfEither(Part part) {
        int more = part.last() + 1;
        boolean changes = state.hasTyped(more, Trait.GROWS) || state.hasTyped(more, Trait.SHRINKS);
        int next = more + 1;
        boolean alone = state.isBreakAt(next) || state.hasTyped(next, Trait.AFTERWARDS) || state.isAt(next, Cue.FROM);
        boolean told = state.hasTyped(part.first() - 1, Trait.EXPECTS)
                || state.isAt(part.first() - 1, Cue.ABOUT)
                || state.has(Category.COURTESIES);
        return changes
                && alone
                && told
                && !state.hasTypedAnywhere(Trait.PRICE_NOUN)
                && !state.hasTypedAnywhere(Trait.GROWS_BESIDE)
                && !speaksOfEither(part.first())
                && said.value(SlotName.EXAMPLES) != null
                && said.value(SlotName.REQUESTS_PER_DAY) != null;
    }

    private boolean speaksOfEither(int share) {
        for (int i = 0; i < share; i++) {
            if (said.isNoun(i) || state.hasTyped(i, Trait.TRAFFIC) || state.hasTyped(i, Trait.MATERIAL)) {
                return true;
            }
        }
        return false;
    }

    private List<String> either(Part part) {
        boolean more = state.hasTyped(part.last() + 1, Trait.GROWS);
        return Stream.of(SlotName.EXAMPLES, SlotName.REQUESTS_PER_DAY)
                .map(slot -> {
                    BigDecimal before = said.value(slot);
                    BigDecimal share = before == null ? BigDecimal.ZERO : part.portion(before);
                    BigDecimal after =
                            before == null ? BigDecimal.ZERO : more ? before.add(share) : before.subtract(share);
                    return SaidNumbers.text(SaidNumbers.rounded(after))
                            + (slot == SlotName.EXAMPLES ? " examples" : " requests per day");
                })
                .toList();
    }

    /** {@code $40 is gone}, where no sum is said to be left. */
    private boolean isSpent(int sign) {
        int is = sign + 2;
        return state.isSymbolAt(sign, '$')
                && state.isNumberAt(sign + 1)
                && state.isAt(is, Cue.IS)
                && state.hasTyped(is + 1, Trait.GOES)
                && !state.hasTypedAnywhere(Trait.REST);
    }

    private void tell(int first, int last, List<String> either) {
        for (SlotName<?> slot : KEPT) {
            BigDecimal before = said.value(slot);
            if (before != null) {
                said.state(slot, before, "", first, first == last || !state.isNumberAt(last) ? first : last);
            }
        }
        state.use(first, last, Token.Use.SLOT);
        state.add(new Problem.UnknownWord(state.typed(first, last), either, state.span(first, last)));
    }
}
