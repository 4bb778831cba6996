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
 * Tells shares and sums that change nothing of a request or do not say of what they are: {@code 25% off the price}, {@code we get 20% off},
 * {@code a third of the tokens are responses}, {@code $40 is gone}, {@code about 60% more after the merge}. The answer stays, and says that they were not understood.
 */
final class UnnamedShares {
    /** The numbers that stay. */
    private static final List<SlotName<?>> KEPT =
            List.of(SlotName.EXAMPLES, SlotName.TOKENS_PER_EXAMPLE, SlotName.REQUESTS_PER_DAY, SlotName.BUDGET_USD);

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
            if (part != null && (isOfPrice(part) || isDiscount(part) || isOfLearntTokens(part))) {
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

    /** {@code we get 20% off}, {@code they offered us a 15% discount}: what a seller takes off its price. */
    private boolean isDiscount(Part part) {
        int off = part.last() + 1;
        boolean given = state.hasTyped(part.first() - 1, Trait.RECEIVES_SUM)
                || state.hasTyped(part.first() - 1, Trait.GIVES_SUM)
                || state.hasTyped(part.first() - 2, Trait.GIVES_SUM);
        boolean ends = state.isBreakAt(off + 1)
                || state.hasTyped(off + 1, Trait.LOCATIVE)
                || state.hasTyped(off + 1, Trait.THERE)
                || state.isAt(off + 1, Cue.FROM);
        boolean named = state.hasTyped(off, Trait.CHANGES_PRICE)
                || (state.isAt(part.first() - 1, Cue.OF) && state.hasTyped(part.first() - 2, Trait.CHANGES_PRICE));
        boolean markedUp = state.hasTypedAnywhere(Trait.MARKS_UP);
        return state.isNumberAt(part.first())
                && ((named && !markedUp) || (given && ends && state.hasTyped(off, Trait.PARTICLE_AWAY)));
    }

    /** {@code about a third of the tokens are responses}: all tokens are billed, whether the loss counts them or not. */
    private boolean isOfLearntTokens(Part part) {
        int unit = part.last() + 1;
        while (state.isAt(unit, Cue.OF)
                || state.isAt(unit, Trait.PART_OF)
                || state.hasTyped(unit, Trait.DEFINITE_ARTICLE)) {
            unit++;
        }
        return state.isAt(unit, Measure.TOKEN)
                && state.isAt(unit + 1, Cue.IS)
                && (state.hasTyped(unit + 2, Trait.ANSWERED) || state.isAt(unit + 2, Cue.OUTPUT));
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
