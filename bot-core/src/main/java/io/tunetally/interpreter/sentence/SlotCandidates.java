package io.tunetally.interpreter.sentence;

import io.tunetally.interpreter.token.Numeral;
import io.tunetally.request.SlotName;
import io.tunetally.request.SlotSet;
import io.tunetally.request.SlotTrait;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The possible slots of a message's numbers, before the final decision. */
public final class SlotCandidates {
    /**
     * A number as the value of a slot.
     *
     * @param numeral in the slot's unit
     * @param token the index of the number
     * @param derived whether it was converted from another unit
     * @param replaced whether the message itself replaces it ({@code 2 instead of 3})
     * @param arithmetic how it follows from other numbers of the message, {@code 14 × 120}; null if that is not known
     */
    public record Candidate(
            SlotName<?> slot,
            Numeral numeral,
            int token,
            boolean derived,
            boolean replaced,
            @Nullable String arithmetic) {
        public Candidate(SlotName<?> slot, Numeral numeral, int token, boolean derived, boolean replaced) {
            this(slot, numeral, token, derived, replaced, null);
        }

        /** Returns the same number for another slot. */
        public Candidate as(SlotName<?> other) {
            return new Candidate(other, numeral, token, derived, replaced, arithmetic);
        }

        Candidate explained(String by) {
            return new Candidate(slot, numeral, token, derived, replaced, by);
        }

        public Candidate takenBack() {
            return new Candidate(slot, numeral, token, derived, true, arithmetic);
        }
    }

    /** No one states a length of text or a day's traffic as a few and three decimals. */
    private static final BigDecimal LEAST_MEAN_WITH_DECIMALS = BigDecimal.TEN;

    private final List<Candidate> all = new ArrayList<>(2);
    /** The slots that have a valid candidate. */
    private SlotSet claimed = SlotSet.EMPTY;
    /** Whether a candidate was replaced since the set was computed. */
    private boolean replaced;

    /**
     * An amount of money.
     *
     * @param currency its ISO code
     */
    public record Money(String currency, int number, int first, int last) {}

    private List<Money> money = new ArrayList<>();
    private final List<Candidate> foreign = new ArrayList<>(0);
    private final Set<Integer> settled = new HashSet<>(0);
    private final Set<Integer> setAside = new HashSet<>(0);
    private SlotSet stated = SlotSet.EMPTY;
    private List<Integer> openCounts = new ArrayList<>();
    private List<Integer> openTokens = new ArrayList<>();

    public void add(SlotName<?> slot, Numeral numeral, int token) {
        all.add(new Candidate(slot, settled(slot, numeral), token, false, false));
        claimed = claimed.with(slot);
    }

    public void addDerived(SlotName<?> slot, Numeral numeral, int token) {
        all.add(new Candidate(slot, settled(slot, numeral), token, true, false));
        claimed = claimed.with(slot);
    }

    /**
     * Returns the number with its only reading as such a count: {@code 4.500 letters} are 4,500, since no letter is half a
     * letter, while {@code 1.000} stays open, and so does a mean ({@code 612.375 tokens}).
     */
    private static Numeral settled(SlotName<?> slot, Numeral numeral) {
        return numeral.isAmbiguous() ? numeral.settled(reading -> canBe(slot, reading)) : numeral;
    }

    private static boolean canBe(SlotName<?> slot, BigDecimal reading) {
        boolean whole = reading.stripTrailingZeros().scale() <= 0;
        boolean small = reading.compareTo(LEAST_MEAN_WITH_DECIMALS) < 0;
        return slot.is(SlotTrait.MEAN) ? whole || !small : slot.limits().allow(reading);
    }

    /** Adds an amount in a currency without prices, whose slot stays empty. */
    public void addForeign(SlotName<?> slot, Numeral numeral, int token) {
        foreign.add(new Candidate(slot, numeral, token, false, false));
    }

    /** Returns the values of a slot that are not taken back. Loops, not streams: most readers find none. */
    public List<Candidate> of(SlotName<?> slot) {
        if (!has(slot)) {
            return List.of();
        }
        List<Candidate> found = new ArrayList<>(all.size());
        for (Candidate candidate : all) {
            if (candidate.slot() == slot && !candidate.replaced()) {
                found.add(candidate);
            }
        }
        return found;
    }

    /** Returns the indexes of the numbers that are values of a slot, each once. */
    public List<Integer> numbersOf(SlotName<?> slot) {
        if (!has(slot)) {
            return List.of();
        }
        List<Integer> numbers = new ArrayList<>(all.size());
        for (Candidate candidate : all) {
            if (candidate.slot() == slot && !candidate.replaced() && !numbers.contains(candidate.token())) {
                numbers.add(candidate.token());
            }
        }
        return numbers;
    }

    /** Returns the amounts of a slot, those in other currencies too. */
    public Stream<Candidate> amounts(SlotName<?> slot) {
        if (foreign.isEmpty() && !has(slot)) {
            return Stream.empty();
        }
        return Stream.concat(all.stream(), foreign.stream())
                .filter(candidate -> candidate.slot() == slot && !candidate.replaced());
    }

    /** Adds a number of tokens that could be per example or in total. */
    public void addOpenTokens(int token) {
        openTokens.add(token);
    }

    /** Adds an amount, in the order of the message. */
    public void addMoney(Money amount) {
        money.add(amount);
    }

    public List<Money> money() {
        return money;
    }

    /** True if an amount of money begins between two positions. */
    public boolean hasMoneyWithin(int first, int last) {
        int low = 0;
        int high = money.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (money.get(middle).first() < first) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < money.size() && money.get(low).first() <= last;
    }

    /** Adds a count with an unknown unit. */
    public void addOpenCount(int token) {
        openCounts.add(token);
    }

    /** Records that words say what a number is, so that nothing has to be weighed. */
    public void settle(int token) {
        settled.add(token);
    }

    /** Returns the slot that a number was read as a value of, or null. */
    public @Nullable SlotName<?> slotOf(int token) {
        for (Candidate each : all) {
            if (each.token() == token && !each.replaced()) {
                return each.slot();
            }
        }
        return null;
    }

    /** True if a number was read as a value of a slot. */
    public boolean isOf(SlotName<?> slot, int token) {
        for (Candidate each : all) {
            if (each.token() == token && each.slot() == slot && !each.replaced()) {
                return true;
            }
        }
        return false;
    }

    /**
     * Records that a number names a thing ({@code hive 10}, {@code the 1784 register}) or is told of another time or of other
     * people: nothing follows from it.
     */
    public void setAside(int token) {
        settled.add(token);
        setAside.add(token);
    }

    /** True if nothing follows from a number. */
    public boolean isSetAside(int token) {
        return setAside.contains(token);
    }

    /** Records that an equation of the message says the value of a slot, so that no weights are asked. */
    public void state(SlotName<?> slot) {
        stated = stated.with(slot);
    }

    /** True if an equation of the message says the value of a slot. */
    public boolean isStated(SlotName<?> slot) {
        return stated.has(slot);
    }

    public boolean isSettled(int token) {
        return settled.contains(token);
    }

    /** Forgets what a number was read as. */
    public void withdraw(int token) {
        if (!openTokens.isEmpty()) {
            openTokens.removeIf(open -> open == token);
        }
        if (!openCounts.isEmpty()) {
            openCounts.removeIf(open -> open == token);
        }
        replaced |= all.removeIf(candidate -> candidate.token() == token);
    }

    public List<Integer> openCounts() {
        return openCounts;
    }

    public List<Integer> openTokens() {
        return openTokens;
    }

    /** Records that their unit has been determined. */
    public void settleOpenTokens() {
        openTokens = new ArrayList<>();
    }

    /** Keeps how the derived value of a slot follows from the numbers of the message: {@code 14 × 120}. */
    public void explain(SlotName<?> slot, BigDecimal value, String arithmetic) {
        all.replaceAll(candidate -> candidate.slot() == slot
                        && candidate.derived()
                        && candidate.numeral().value().compareTo(value) == 0
                ? candidate.explained(arithmetic)
                : candidate);
    }

    public void replace(int index, Candidate candidate) {
        all.set(index, candidate);
        replaced = true;
    }

    public List<Candidate> all() {
        return all;
    }

    /** True if the data are counted, as examples or as tokens. */
    public boolean hasData() {
        return has(SlotName.EXAMPLES) || has(SlotName.TOTAL_TOKENS);
    }

    /** Returns the only candidate of a slot, or null if there is none, or are several, or it has several values. */
    public @Nullable Candidate only(SlotName<?> slot) {
        List<Candidate> said = of(slot);
        boolean one = said.size() == 1
                && !said.getFirst().numeral().isRange()
                && !said.getFirst().numeral().isAmbiguous();
        return one ? said.getFirst() : null;
    }

    public boolean has(SlotName<?> slot) {
        if (replaced) {
            claimed = SlotSet.EMPTY;
            for (Candidate candidate : all) {
                claimed = candidate.replaced() ? claimed : claimed.with(candidate.slot());
            }
            replaced = false;
        }
        return claimed.has(slot);
    }
}
