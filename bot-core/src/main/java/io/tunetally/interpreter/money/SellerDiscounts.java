package io.tunetally.interpreter.money;

import io.tunetally.catalog.ProviderId;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.Clause;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SellerDiscount;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a seller takes off its prices for the asker: {@code we get 20% off}, {@code Together gives us a 15% discount}, {@code and Fireworks
 * 10%} behind another. Nothing of the data follows from it.
 */
public final class SellerDiscounts {
    /** The most words between the share and the word for what is taken off. */
    private static final int REACH = 3;

    /** The most words from what a seller does to the share. */
    private static final int REACH_OF_VERB = 5;

    private final ParseState state;
    private List<SellerDiscount> all;

    private SellerDiscounts(ParseState state) {
        this.state = state;
        List<SellerDiscount> before = state.remembered.value(SlotName.DISCOUNTS);
        all = before == null ? List.of() : before;
    }

    /** Takes the shares before others take them for some of the data. */
    public static void read(ParseState state) {
        boolean ofJob =
                !state.remembered.isEmpty() || state.speaksOfTuning() || state.terse || state.has(Category.INTENTS);
        boolean named = state.hasTypedAnywhere(Trait.DISCOUNT)
                || state.hasTypedAnywhere(Trait.OFF_PRICE)
                || state.remembered.has(SlotName.DISCOUNTS);
        if (ofJob && named && !state.has(Cue.BATCH) && !state.has(Cue.CACHED)) {
            new SellerDiscounts(state).read();
        }
    }

    private void read() {
        int first = -1;
        boolean judged = !state.terse && state.asksWhetherSumIsRight();
        boolean quoted = judged || SlotName.JUDGED_SUMS.stream().anyMatch(state.remembered::has);
        for (int i = 0; i + 1 < state.size(); i++) {
            boolean share = state.isNumberAt(i)
                    && state.isPercentAt(i + 1)
                    && state.token(i).use == Token.Use.NOTHING
                    && !state.token(i).numeral().isRange()
                    && SellerDiscount.isPossible(state.token(i).numeral().value());
            boolean ofQuote = share && quoted && sellerAt(i) < 0 && !isKnown(i) && (isNamed(i) || isOff(i));
            if (ofQuote) {
                // It is taken off the offer that is judged, and not off the price that judges it.
                state.saysBack(i, i + 1);
            } else if (share && (isNamed(i) || isOff(i) || isOfAnotherSeller(i, first >= 0))) {
                take(i);
                first = first < 0 ? i : first;
            }
        }
        if (first >= 0) {
            state.slots.put(SlotName.DISCOUNTS, Slot.said(all, state.span(first, first + 1)));
            if (!state.remembered.isEmpty()) {
                state.impliesEdit();
            }
        }
    }

    /** True of a discount that the conversation has. */
    private boolean isKnown(int number) {
        BigDecimal percent = state.token(number).numeral().value();
        return all.stream().anyMatch(discount -> discount.percent().compareTo(percent) == 0);
    }

    private void take(int number) {
        BigDecimal percent = state.token(number).numeral().value();
        all = new SellerDiscount(percent, seller(number)).after(all);
        state.setAside(number);
        Clause clause = state.clause(number);
        for (int i = Math.max(clause.first(), number - REACH); i < Math.min(clause.end(), number + 2 + REACH); i++) {
            boolean word =
                    !state.isNumberAt(i) && (state.hasTyped(i, Trait.DISCOUNT) || state.hasTyped(i, Trait.OFF_PRICE));
            if (word || i == number + 1) {
                state.token(i).use = Token.Use.CONNECTIVE;
            }
        }
        state.token(number).use = Token.Use.SLOT;
    }

    /** {@code a 20% discount}, {@code 12 % volume discount}, {@code a discount of 20%}. */
    private boolean isNamed(int number) {
        if (state.isAt(number - 1, Cue.NOT)) {
            return false;
        }
        for (int i = number + 2; i < number + 2 + REACH && !state.isBreakAt(i) && !state.isNumberAt(i); i++) {
            if (state.hasTyped(i, Trait.DISCOUNT)) {
                return true;
            }
        }
        int before = number - 1;
        while (before > number - REACH
                && (state.isAt(before, Cue.OF) || state.isAt(before, Cue.IS) || state.isSymbolAt(before, ':'))) {
            before--;
        }
        return before >= 0 && !state.isNumberAt(before) && state.hasTyped(before, Trait.DISCOUNT);
    }

    /** {@code we get 20% off}, {@code 18% off the list price}: not {@code 20% off the examples}. */
    private boolean isOff(int number) {
        int off = number + 2;
        if (!state.hasTyped(off, Trait.OFF_PRICE) || !isBrought(number)) {
            return false;
        }
        int next = off + 1;
        while (state.isAt(next, Trait.DEFINITE_ARTICLE)
                || state.hasTyped(next, Trait.DEFINITE_ARTICLE)
                || state.isAt(next, Cue.OF)
                || state.isAt(next, Cue.ARTICLE)) {
            next++;
        }
        boolean ofThings = state.isItemAt(next)
                || state.isUnitAt(next)
                || state.isAt(next, Cue.DATA_SET)
                || (state.isPluralAt(next) && !state.hasTyped(next, Trait.PRONOUN));
        return !ofThings || state.hasTyped(next, Trait.PRICE_NOUN);
    }

    private boolean isBrought(int number) {
        Clause clause = state.clause(number);
        boolean alone = number == 0 || state.isBreakAt(number - 1) || state.isAt(number - 1, Cue.AND);
        for (int i = number - 1; i >= Math.max(clause.first(), number - REACH_OF_VERB) && !alone; i--) {
            alone = !state.isNumberAt(i)
                    && (state.hasTyped(i, Trait.BRINGS_DISCOUNT) || state.isAt(i, Category.PROVIDERS));
        }
        return alone;
    }

    /** {@code and Fireworks 10%}, where another discount was said. */
    private boolean isOfAnotherSeller(int number, boolean said) {
        boolean another = said || !all.isEmpty();
        return another
                && (state.isBreakAt(number + 2) || state.isAt(number + 2, Cue.AND))
                && (state.isAt(number - 1, Category.PROVIDERS) || state.isAt(number - 2, Category.PROVIDERS));
    }

    /** Returns the seller that is named beside the share, or that of the conversation; null if it may be any. */
    private @Nullable ProviderId seller(int number) {
        int seller = sellerAt(number);
        if (seller < 0) {
            ProviderId before = all.size() == 1 ? all.getFirst().seller() : null;
            return before == null ? state.remembered.value(SlotName.PROVIDER) : before;
        }
        Token token = state.token(seller);
        ProviderId id = token.lexeme == null ? null : new ProviderId(token.lexeme.value());
        if (id != null && staysAmong(id)) {
            token.use = Token.Use.CONNECTIVE;
        }
        return id;
    }

    /** True if the sellers of the conversation are the same after one of them is named. */
    private boolean staysAmong(ProviderId id) {
        ProviderId one = state.remembered.value(SlotName.PROVIDER);
        List<ProviderId> several = state.remembered.value(SlotName.PROVIDERS);
        return !state.remembered.isEmpty() && (one == null ? several == null || several.contains(id) : one.equals(id));
    }

    private int sellerAt(int number) {
        Clause clause = state.clause(number);
        for (int i = number - 1; i >= clause.first() && !state.isNumberAt(i); i--) {
            if (state.isAt(i, Category.PROVIDERS)) {
                return i;
            }
        }
        for (int i = number + 2; i < clause.end() && !state.isNumberAt(i); i++) {
            boolean led = state.hasTyped(i - 1, Trait.LOCATIVE)
                    || state.isAt(i - 1, Cue.FROM)
                    || state.isAt(i - 1, Cue.ON)
                    || state.hasTyped(i - 1, Trait.BRINGS_DISCOUNT);
            if (led && state.isAt(i, Category.PROVIDERS)) {
                return i;
            }
        }
        return -1;
    }
}
