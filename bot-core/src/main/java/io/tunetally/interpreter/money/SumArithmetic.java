package io.tunetally.interpreter.money;

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
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Works out a budget that follows from a sum and what becomes of it: {@code $2,000, and half of it is already gone} leaves 1,000,
 * {@code $220, and the school matched half of that} makes 330, and six people who {@code each chip in $75} give 450. It goes through
 * the message behind the first sum, up to the first count of data, and applies each change in turn.
 */
public final class SumArithmetic {
    private static final List<Trait> WORDS = List.of(
            Trait.SPENT,
            Trait.TAKES_PART,
            Trait.MATCHES_SUM,
            Trait.GIVES_SUM,
            Trait.ADDS_SUM,
            Trait.SELLS,
            Trait.LEFT_OF_SUM,
            Trait.MINUS,
            Trait.OURS,
            Trait.MORE_THAN,
            Trait.OUT_OF);

    /** The most tokens from a sum to what becomes of a part of it. */
    private static final int REACH = 60;

    private final ParseState state;
    private final SumGivers givers;
    private final SumChanges changes;

    private SumArithmetic(ParseState state) {
        this.state = state;
        givers = new SumGivers(state);
        changes = new SumChanges(state, givers);
    }

    /** Makes the result the budget, before the sum itself is. */
    public static void read(ParseState state) {
        if (WORDS.stream().noneMatch(state::hasTypedAnywhere)) {
            return;
        }
        if (state.mayEdit() && state.remembered.has(SlotName.BUDGET_USD)) {
            new SumArithmetic(state).readRemembered();
        } else if (!state.terse && asks(state)) {
            new SumArithmetic(state).read();
        }
    }

    /** {@code 500 of the money is already gone}, {@code three sponsors put in 100 dollars each}: of the budget of the conversation. */
    private void readRemembered() {
        BigDecimal before = state.remembered.number(SlotName.BUDGET_USD);
        if (before == null || sizesAreSaid() || isRestSaid()) {
            return;
        }
        BigDecimal value = before;
        List<SumChange> applied = new ArrayList<>(1);
        for (int i = 0; i < state.size() && !changes.isDataAt(i); i++) {
            SumChange change = changes.ofRemembered(i, value);
            if (change != null && change.result().signum() > 0) {
                applied.add(change);
                value = change.result();
                i = change.last();
            }
        }
        if (!applied.isEmpty()) {
            int first = applied.getFirst().first();
            take(new SlotCandidates.Money("USD", first, first, first), value, applied);
        }
    }

    /** {@code only 90 dollars left}: what is left is said, and nothing goes off it. */
    private boolean isRestSaid() {
        return state.candidates.money().stream()
                .anyMatch(rest -> MoneyQuantities.isRemaining(state, rest.first(), rest.last()));
    }

    /** A message with other values has hardly room for arithmetic of its sum. */
    private boolean sizesAreSaid() {
        return state.candidates.has(SlotName.EXAMPLES)
                || state.candidates.has(SlotName.EPOCHS)
                || state.candidates.has(SlotName.TOKENS_PER_EXAMPLE);
    }

    private static boolean asks(ParseState state) {
        return state.has(Intent.BUDGET)
                || state.has(Cue.ABILITY)
                || state.hasTypedAnywhere(Trait.SUFFICES)
                || state.hasTypedAnywhere(Trait.COVERS)
                || state.hasTypedAnywhere(Trait.COVERS_SUM)
                || state.hasTypedAnywhere(Trait.LEFT_OF_SUM)
                || asksWhetherPossible(state)
                || state.hasTypedAnywhere(Trait.FUNDS);
    }

    /** {@code can we tune gpt-4o with that?} */
    private static boolean asksWhetherPossible(ParseState state) {
        for (int i = 0; i < state.size(); i++) {
            boolean first = i == 0 || state.isBreakAt(i - 1);
            if (first && state.hasTyped(i, Trait.CAN) && state.sentence(i).asks()) {
                return true;
            }
        }
        return false;
    }

    private void read() {
        SlotCandidates.Money sum = sum();
        if (sum == null || !sum.currency().equals("USD") || isRestSaid(sum)) {
            return;
        }
        Numeral numeral = Amounts.counted(state.token(sum.number()).numeral());
        if (numeral.isRange() || numeral.isAmbiguous()) {
            return;
        }
        List<SumChange> applied = new ArrayList<>(2);
        SumChange each = givers.timesGivers(sum, numeral.value());
        BigDecimal value = numeral.value();
        if (each != null) {
            applied.add(each);
            value = each.result();
        }
        int end = Math.min(state.size(), sum.last() + REACH);
        for (int i = sum.last() + 1; i < end && !changes.isDataAt(i); i++) {
            SumChange change = each != null && each.holds(i) ? null : changes.at(i, value, sum);
            if (change != null && change.result().signum() > 0) {
                applied.add(change);
                value = change.result();
                i = change.last();
            }
        }
        if (!applied.isEmpty()) {
            take(sum, value, applied);
        }
    }

    /** Returns the first sum, with or without its sign, that something may become of; a price of a thing is none. */
    private SlotCandidates.@Nullable Money sum() {
        List<SlotCandidates.Money> sums = state.candidates.money();
        for (int i = 0; i < state.size(); i++) {
            for (SlotCandidates.Money money : sums) {
                if (money.number() == i && isOfOthers(money)) {
                    return null;
                }
                if (money.number() == i) {
                    return money;
                }
            }
            if (state.isNumberAt(i) && !changes.isDataAt(i) && isSum(i)) {
                int first = state.isSymbolAt(i - 1, '$') ? i - 1 : i;
                return new SlotCandidates.Money("USD", i, first, state.isAt(i + 1, Measure.DOLLAR) ? i + 1 : i);
            }
        }
        return null;
    }

    /** {@code a friend's tune came to $12, I've put $8 aside}: what others paid, where our own sum follows; nothing becomes of it. */
    private boolean isOfOthers(SlotCandidates.Money sum) {
        return isSaid(sum, Trait.PAID)
                && !isOfUs(sum)
                && state.candidates.money().stream()
                        .anyMatch(ours -> ours.number() > sum.number()
                                && isOfUs(ours)
                                && (state.hasTyped(ours.last() + 1, Trait.SETS_ASIDE) || isSaid(ours, Trait.HAS_SUM)));
    }

    private boolean isSaid(SlotCandidates.Money sum, Trait verb) {
        for (int i = state.clause(sum.first()).first(); i < sum.first(); i++) {
            if (!state.isNumberAt(i) && state.hasTyped(i, verb)) {
                return true;
            }
        }
        return false;
    }

    private boolean isOfUs(SlotCandidates.Money sum) {
        for (int i = state.clause(sum.first()).first(); i < sum.first(); i++) {
            if (state.isAt(i, Cue.PERSON) || state.hasTyped(i, Trait.OWNS)) {
                return true;
            }
        }
        return false;
    }

    /** {@code of $1,800 the roof takes 900, so 900 is left}: the message has worked it out itself. */
    private boolean isRestSaid(SlotCandidates.Money sum) {
        return state.candidates.money().stream()
                .anyMatch(rest -> rest.number() > sum.number()
                        && rest.currency().equals(sum.currency())
                        && MoneyQuantities.isRemaining(state, rest.first(), rest.last()));
    }

    private boolean isSum(int i) {
        boolean dollars = state.isSymbolAt(i - 1, '$') || state.isAt(i + 1, Measure.DOLLAR);
        int last = state.isAt(i + 1, Measure.DOLLAR) ? i + 1 : i;
        if (dollars) {
            SlotCandidates.Money sum = new SlotCandidates.Money("USD", i, i, last);
            return givers.timesGivers(sum, BigDecimal.ONE) != null || state.candidates.slotOf(i) == SlotName.QUOTED_USD;
        }
        boolean credits =
                state.isAt(i + 1, Cue.IN) && (state.hasTyped(i + 2, Trait.FUNDS) || state.hasTyped(i + 3, Trait.FUNDS));
        boolean given = state.has(Measure.DOLLAR)
                && !state.isNumberAt(i - 1)
                && state.hasTyped(i - 1, Trait.GIVES_SUM)
                && state.unitFinder.right(i) < 0;
        return credits || given;
    }

    private void take(SlotCandidates.Money sum, BigDecimal result, List<SumChange> applied) {
        for (SumChange change : applied) {
            for (int i = change.first(); i <= change.last(); i++) {
                if (state.isNumberAt(i) && i != sum.number()) {
                    state.candidates.withdraw(i);
                    state.withdraw(i);
                    state.candidates.settle(i);
                    state.token(i).use = Token.Use.CONNECTIVE;
                }
            }
            state.use(change.first(), change.last(), Token.Use.CONNECTIVE);
        }
        state.candidates.withdraw(sum.number());
        state.candidates.addDerived(SlotName.BUDGET_USD, Numeral.of(result.stripTrailingZeros()), sum.number());
        state.candidates.settle(sum.number());
        state.use(sum.first(), sum.last(), Token.Use.CONNECTIVE);
        state.token(sum.number()).use = Token.Use.SLOT;
    }
}
