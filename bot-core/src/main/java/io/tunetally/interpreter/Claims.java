package io.tunetally.interpreter;

import java.util.ArrayList;
import java.util.List;

/** What the numbers of a message were read as, before it is settled which of them count. */
final class Claims {
    /**
     * A number read as a value of a slot.
     *
     * @param numeral in the slot's unit
     * @param token where the number stands
     * @param derived whether it was converted from what was said
     * @param replaced whether the message itself takes it back ({@code 2 instead of 3})
     */
    record Claim(SlotName<?> slot, Numeral numeral, int token, boolean derived, boolean replaced) {
        Claim takenBack() {
            return new Claim(slot, numeral, token, derived, true);
        }
    }

    private final List<Claim> all = new ArrayList<>(2);
    /**
     * An amount of money.
     *
     * @param currency its ISO code
     */
    record Money(String currency, int number, int first, int last) {}

    private List<Money> money = List.of();
    private Places openCounts = Places.NONE;
    private Places openTokens = Places.NONE;

    void add(SlotName<?> slot, Numeral numeral, int token) {
        all.add(new Claim(slot, numeral, token, false, false));
    }

    void addDerived(SlotName<?> slot, Numeral numeral, int token) {
        all.add(new Claim(slot, numeral, token, true, false));
    }

    /** A number of tokens that could be per example or in total. */
    void addOpenTokens(int token) {
        openTokens = openTokens.with(token);
    }

    void addMoney(Money amount) {
        money = Rare.with(money, amount);
    }

    List<Money> money() {
        return money;
    }

    /** A count of which it is not known what it counts. */
    void addOpenCount(int token) {
        openCounts = openCounts.with(token);
    }

    Places openCounts() {
        return openCounts;
    }

    Places openTokens() {
        return openTokens;
    }

    /** What they count has been found out. */
    void settleOpenTokens() {
        openTokens = Places.NONE;
    }

    void replace(int index, Claim claim) {
        all.set(index, claim);
    }

    List<Claim> all() {
        return all;
    }

    boolean has(SlotName<?> slot) {
        for (Claim claim : all) {
            if (claim.slot() == slot && !claim.replaced()) {
                return true;
            }
        }
        return false;
    }
}
