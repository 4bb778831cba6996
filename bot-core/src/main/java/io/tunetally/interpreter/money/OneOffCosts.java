package io.tunetally.interpreter.money;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.Clause;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.Sentence;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is paid once for data and the work on it: {@code labelling costs us $5,000}, {@code $2 per example to
 * annotate}.
 */
final class OneOffCosts {
    /** The most words between an amount and the work that it pays. */
    private static final int REACH = 8;

    private final ParseState state;
    /** Of the clause that was read last: a clause may have hundreds of amounts. */
    private Remarks remarks = new Remarks(null, false, false);

    /**
     * What a clause says of its amounts.
     *
     * @param reports whether it tells of what was
     * @param limits whether it names a budget
     */
    private record Remarks(@Nullable Clause clause, boolean reports, boolean limits) {}

    OneOffCosts(ParseState state) {
        this.state = state;
    }

    /** Fills the slot if an amount in US dollars pays such work. */
    boolean read(SlotCandidates.Money money) {
        boolean possible = state.hasTypedAnywhere(Trait.PREPARES_DATA)
                || (state.hasTypedAnywhere(Trait.LABELS) && state.hasTypedAnywhere(Trait.COUNTS_SUM_IN))
                || isProject();
        if (!possible || !money.currency().equals("USD")) {
            return false;
        }
        if (isInBracketsBehindWork(money) || isNamedWork(money)) {
            claim(SlotName.PREPARATION_USD, money, money.last());
            return true;
        }
        Clause clause = state.clause(money.number());
        if (!clause.equals(remarks.clause())) {
            remarks = remarksIn(clause);
        }
        int end = ExamplePrice.end(state, money.last());
        boolean priced = end > money.last();
        if (isBudget(money, clause)
                || (isSpent(money) && !isCountedIn(money))
                || (!priced && isOfPeriod(money.last()))
                || !paysWork(money, clause)) {
            return false;
        }
        SlotName<?> slot = priced ? SlotName.PREPARATION_PER_EXAMPLE_USD : SlotName.PREPARATION_USD;
        claim(slot, money, end);
        return true;
    }

    private void claim(SlotName<?> slot, SlotCandidates.Money money, int end) {
        state.claim(slot, money.number(), money.first(), end);
        state.candidates.settle(money.number());
    }

    /** {@code Data prep: $700}. */
    private boolean isNamedWork(SlotCandidates.Money money) {
        int work = money.first() - 2;
        return state.isSymbolAt(work + 1, ':') && state.at(work) != null && isWork(work, false);
    }

    /** {@code the labelling ($600) comes on top}. */
    private boolean isInBracketsBehindWork(SlotCandidates.Money money) {
        int open = money.first() - 1;
        return state.isSymbolAt(open, '(')
                && state.isSymbolAt(money.last() + 1, ')')
                && !state.isNumberAt(open - 1)
                && isWork(open - 1, false)
                && isCountedIn(money);
    }

    /** {@code labelling came to $2,400 and management wants it included}: what was paid is asked for all the same. */
    private boolean isCountedIn(SlotCandidates.Money money) {
        Sentence sentence = state.sentence(money.number());
        for (int i = sentence.first(); i < sentence.end(); i++) {
            boolean comesOut =
                    state.isAt(i, Cue.OUT) && state.isAt(i + 1, Cue.OF) && state.hasTyped(i + 2, Trait.PRONOUN);
            if (comesOut || (!state.isNumberAt(i) && state.hasTyped(i, Trait.COUNTS_SUM_IN))) {
                return true;
            }
        }
        return false;
    }

    /** {@code would it pay back if the project costs $25,000}. */
    private boolean isProject() {
        return state.hasTypedAnywhere(Trait.PROJECT)
                && state.hasTypedAnywhere(Trait.COSTS)
                && Savings.asksForPayback(state);
    }

    private boolean isOfPeriod(int amount) {
        return state.isAt(amount + 1, Cue.PER)
                || state.isAt(amount + 1, Category.PERIODS)
                || state.isRateAt(amount + 1);
    }

    /** What has been paid decides nothing any more, and what another one quotes is no cost of ours. */
    private boolean isSpent(SlotCandidates.Money money) {
        return remarks.reports() || state.isReported(money.number());
    }

    /** An amount that may be spent is no cost. */
    private boolean isBudget(SlotCandidates.Money money, Clause clause) {
        if (MoneyQuantities.isRemaining(state, money.first(), money.last())) {
            return true;
        }
        return remarks.limits() || isOffered(money, clause);
    }

    /** {@code we could pay a one-off 400 dollars}: what may be paid at once, and not what work costs. */
    private boolean isOffered(SlotCandidates.Money money, Clause clause) {
        boolean once = state.hasTyped(money.first() - 1, Trait.ONE_TIME);
        boolean mayPay = state.hasTypedAnywhere(Trait.ASKS_ABILITY) && state.hasTypedAnywhere(Trait.PAYS);
        for (int i = clause.first(); (once || mayPay) && i < money.first(); i++) {
            if ((mayPay && state.hasTyped(i, Trait.ASKS_ABILITY) && state.hasTyped(i + 1, Trait.PAYS))
                    || (once && state.isAt(i - 1, Cue.PERSON) && state.hasTyped(i, Trait.AUXILIARY))) {
                return true;
            }
        }
        return false;
    }

    private Remarks remarksIn(Clause clause) {
        boolean reports = false;
        boolean limits = false;
        for (int i = clause.first(); i < clause.end(); i++) {
            reports |= state.isAt(i, Cue.REPORT) || state.hasTyped(i, Trait.STATES);
            limits |= state.isAt(i, Trait.BUDGET_NOUN) || state.hasTyped(i, Trait.SPENDING_LIMIT);
        }
        return new Remarks(clause, reports, limits);
    }

    /** True if the work is named beside an amount, with no other amount between. */
    private boolean paysWork(SlotCandidates.Money money, Clause clause) {
        boolean countedIn = isCountedIn(money);
        for (int i = money.last() + 1; i < Math.min(clause.end(), money.last() + REACH) && !isMoneyAt(i); i++) {
            if (isWork(i, countedIn)) {
                return true;
            }
        }
        for (int i = money.first() - 1; i >= Math.max(clause.first(), money.first() - REACH) && !isMoneyAt(i); i--) {
            if (isWork(i, countedIn)) {
                return true;
            }
        }
        return false;
    }

    /** Work that another amount pays is none; what {@code label} and {@code clean} say is work where its sum is to be included. */
    private boolean isWork(int index, boolean countedIn) {
        Token token = state.token(index);
        boolean named = state.hasTyped(index, Trait.PREPARES_DATA)
                || (countedIn && state.hasTyped(index, Trait.LABELS))
                || (isProject() && state.hasTyped(index, Trait.PROJECT));
        boolean work = named && token.use != Token.Use.CONNECTIVE;
        if (work && token.use == Token.Use.NOTHING) {
            token.use = Token.Use.CONNECTIVE;
        }
        return work;
    }

    private boolean isMoneyAt(int index) {
        return state.isSymbolAt(index, '$')
                || state.isAt(index, Measure.DOLLAR)
                || state.isAt(index, Category.CURRENCIES);
    }
}
