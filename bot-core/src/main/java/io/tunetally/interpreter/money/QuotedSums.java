package io.tunetally.interpreter.money;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.Clause;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.Sentence;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Problem;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Finds the sum that a seller asks for a training, or that was paid for one, where the message asks whether it is right:
 * {@code the agency wants $15k for tuning gpt-4o-mini, is that fair?}
 */
public final class QuotedSums {
    /** The most words between an amount and the word behind it that says what it is. */
    private static final int REACH = 6;

    /** The most words from the verb of a calculation to its sum: {@code I came up with about 3.60}. */
    private static final int REACH_OF_RECKONING = 4;

    /** A message with more amounts asks for more than one sum; a few looks along their sentence stay linear. */
    private static final int MOST_AMOUNTS = 8;

    /** The smallest sum that is asked for without a sign. */
    private static final BigDecimal LEAST_SUM = BigDecimal.valueOf(100);

    private final ParseState state;
    private int amounts;

    QuotedSums(ParseState state) {
        this.state = state;
    }

    /** True if a message asks whether a sum is right, or changes the sum of its conversation. */
    public static boolean isJudged(ParseState state) {
        for (SlotName<?> sum : SlotName.JUDGED_SUMS) {
            if (state.slots.has(sum)) {
                return true;
            }
        }
        for (Problem problem : state.problems()) {
            if (problem instanceof Problem.ForeignCurrency money && money.isJudged()) {
                return true;
            }
        }
        return false;
    }

    /** True if the conversation has such a sum. */
    public static boolean isRemembered(ParseState state) {
        return SlotName.JUDGED_SUMS.stream().anyMatch(state.remembered::has);
    }

    /** True of a number that can only be the sum, though no sign says so. */
    boolean isWithoutSign(int number) {
        boolean large = Amounts.counted(state.token(number).numeral()).value().compareTo(LEAST_SUM) >= 0;
        return (large && (isAsked(number) || isNextAsked(number)))
                || (isReckoned(number, number) && state.asksWhetherSumIsRight());
    }

    /** The 3.60 of {@code I came to 3.60}, {@code I get $3.60} behind a price: what the asker worked out for the job. */
    private boolean isReckoned(int sum, int last) {
        int reached = sum - 1;
        while (reached > sum - REACH_OF_RECKONING
                && (state.isAt(reached, Cue.TO)
                        || state.isAt(reached, Cue.ABOUT)
                        || state.hasTyped(reached, Trait.LOCATIVE)
                        || state.hasTyped(reached, Trait.HAVING))) {
            reached--;
        }
        boolean reckons = state.mayEdit()
                && !state.isNumberAt(reached)
                && state.hasTyped(reached, Trait.RECKONS_SUM)
                && state.hasTyped(reached - 1, Trait.I_OR_WE);
        return reckons && state.isBreakAt(last + 1);
    }

    /** {@code we were quoted 12k for 50k rows, is that fair}: the number behind the verb. */
    private boolean isAsked(int number) {
        int verb = state.hasTyped(number - 1, Trait.ASKS_SUM) ? number - 1 : number - 2;
        return state.at(verb) != null
                && !state.isNumberAt(verb)
                && state.hasTyped(verb, Trait.ASKS_SUM)
                && (state.isAt(number + 1, Cue.FOR) || state.isAt(number + 1, Cue.TO) || state.isBreakAt(number + 1))
                && state.asksWhetherSumIsRight();
    }

    /** {@code they came down to 3,500}, {@code now they say 3,900}: the next sum of a conversation about one. */
    private boolean isNextAsked(int number) {
        boolean remembered = state.remembered.has(SlotName.QUOTED_USD);
        if (!remembered || !state.mayEdit()) {
            return false;
        }
        boolean asks = false;
        boolean seller = false;
        for (int i = number - 1; i >= state.clause(number).first() && !state.isNumberAt(i); i--) {
            asks |= state.hasTyped(i, Trait.ASKS_SUM) || state.hasTyped(i, Trait.ASKS_ANEW);
            seller |= state.hasTyped(i, Trait.WHO_ASKS);
        }
        return asks && seller;
    }

    /** Fills the slot if an amount is such a sum; one in another currency is named as it was said. */
    boolean read(SlotCandidates.Money money) {
        amounts++;
        boolean judged = isRemembered(state) || state.asksWhetherSumIsRight();
        if (amounts > MOST_AMOUNTS || !(judged || isAskedBySeller(money))) {
            return false;
        }
        int end = ExamplePrice.end(state, money.last());
        boolean each = end > money.last();
        SlotName<BigDecimal> slot = isOfOther(money, each) ? null : slotOf(money, each);
        if (slot == null) {
            return false;
        }
        if (money.currency().equals("USD")) {
            state.claim(slot, money.number(), money.first(), end);
            state.candidates.settle(money.number());
        } else {
            Numeral amount = Amounts.counted(state.token(money.number()).numeral());
            state.use(money.first(), end, Token.Use.CONNECTIVE);
            state.candidates.addForeign(slot, amount, money.number());
            state.add(new Problem.ForeignCurrency(
                    state.text.typed(state.token(money.first()).start, state.token(money.last()).end),
                    money.currency(),
                    amount.value(),
                    slot,
                    state.span(money.first(), money.last())));
        }
        return true;
    }

    /** {@code an agency wants $12,500 to fine-tune something, should we do this?}: what a seller asks for a training. */
    private boolean isAskedBySeller(SlotCandidates.Money money) {
        if (!state.asks()) {
            return false;
        }
        boolean asks = false;
        boolean names = false;
        boolean seller = false;
        for (int i = money.first() - 1; i >= state.clause(money.number()).first() && !state.isNumberAt(i); i--) {
            // "they want to pay $500 for the training" is a budget.
            if (state.hasTyped(i, Trait.PAYS)) {
                return false;
            }
            asks |= state.hasTyped(i, Trait.ASKS_SUM);
            // "The vendor came back with $18,000": of those who work for others, no verb of asking needs to be said.
            names |= state.hasTyped(i, Trait.ASKS_ANEW);
            boolean outside = state.hasTyped(i, Trait.OUTSIDE_HELP);
            seller |= (asks && (outside || state.hasTyped(i, Trait.WHO_ASKS))) || (names && outside);
        }
        boolean trains = false;
        for (int i = money.last() + 2; seller && i <= money.last() + REACH && !state.isBreakAt(i); i++) {
            trains |= state.isAt(i, Category.TUNING) || state.isAt(i, Cue.TRAINING);
        }
        return trains && (state.isAt(money.last() + 1, Cue.TO) || state.isAt(money.last() + 1, Cue.FOR));
    }

    /** Returns the slot of an amount, or null. */
    private @Nullable SlotName<BigDecimal> slotOf(SlotCandidates.Money money, boolean each) {
        if (isRemembered(state) && !isToSpend(money)) {
            return each
                    ? SlotName.QUOTED_PER_EXAMPLE_USD
                    : state.remembered.has(SlotName.PAID_USD) ? SlotName.PAID_USD : SlotName.QUOTED_USD;
        }
        Boolean paid = isPaid(money);
        return paid == null
                ? null
                : each ? SlotName.QUOTED_PER_EXAMPLE_USD : paid ? SlotName.PAID_USD : SlotName.QUOTED_USD;
    }

    /** A price of time or of tokens is none of a job, nor is that of other work. */
    private boolean isOfOther(SlotCandidates.Money money, boolean each) {
        int next = money.last() + 1;
        boolean rate = !each
                && (state.isAt(next, Cue.PER)
                        || state.isSlash(next)
                        || state.isAt(next, Category.PERIODS)
                        || state.isRateAt(next));
        return rate || isFeeBesideSum(money) || SumPurpose.isSaidToSuffice(state, next) || isOfPreparation(money);
    }

    /** The $1,224 of {@code billed: 18.4M tokens $92, plus hosting $1,224. Is that right?} */
    boolean isFeeBesideSum(SlotCandidates.Money money) {
        return state.asksWhetherSumIsRight() && HostingSums.isFee(state, money.first(), money.last());
    }

    /** {@code they charge $1 per example to label}: the work on data without the training. */
    private boolean isOfPreparation(SlotCandidates.Money money) {
        Clause clause = state.clause(money.number());
        boolean prepares = false;
        boolean trains = clause.namesTraining();
        for (int i = clause.first(); i < clause.end() && !trains; i++) {
            prepares |= state.hasTyped(i, Trait.PREPARES_DATA)
                    || (state.isAt(i - 1, Cue.TO) && state.hasTyped(i, Trait.LABELS));
            trains = state.isOfMention(i) || state.isAt(i, Category.METHODS);
        }
        return prepares && !trains;
    }

    /** Returns whether a sum was paid or is asked for; null if it is neither: {@code we have $340, is that reasonable?} */
    private @Nullable Boolean isPaid(SlotCandidates.Money money) {
        if (isBudget(money.last() + 1) || state.hasTyped(money.last() + 1, Trait.FUNDS)) {
            return null;
        }
        if (isReckoned(money.first(), money.last())) {
            return true;
        }
        Sentence sentence = state.sentence(money.number());
        boolean fundsNamed = false;
        boolean quoted = false;
        for (int i = money.first() - 1; i >= sentence.first(); i--) {
            if (state.isNumberAt(i)) {
                continue;
            }
            // "The invoice says $48": the noun before the verb tells what it is.
            if (state.hasTyped(i, Trait.PAID_SUM) && (!quoted || state.hasTyped(i, Trait.PAYS_TODAY))) {
                return true;
            }
            quoted |= state.hasTyped(i, Trait.ASKS_SUM);
            fundsNamed |= !quoted && isBudget(i);
        }
        if (quoted) {
            return false;
        }
        if (isBilledBefore(sentence) || asksWhetherCharged()) {
            return true;
        }
        boolean asked = !fundsNamed && !isToSpend(money);
        for (int i = money.last() + 1; asked && i < Math.min(sentence.end(), money.last() + REACH); i++) {
            if (state.hasTyped(i, Trait.ASKS_SUM) || state.isAt(i, Cue.FOR) || state.isAt(i, Cue.TO)) {
                return false;
            }
        }
        return null;
    }

    /** {@code OpenAI sent the bill for last week's job. $87.40 for gpt-4.1-mini}: the sentence before names the bill. */
    private boolean isBilledBefore(Sentence sentence) {
        boolean opens =
                sentence.first() > 0 && (state.isSymbolAt(sentence.first(), '$') || state.isNumberAt(sentence.first()));
        Sentence before = opens ? state.sentence(sentence.first() - 1) : sentence;
        for (int i = before.first(); opens && i < before.end(); i++) {
            if (!state.isNumberAt(i)
                    && state.hasTyped(i, Trait.PAID_SUM)
                    && state.hasTyped(i, Trait.PAYS_TODAY)
                    && !state.isPluralAt(i)) {
                return true;
            }
        }
        return false;
    }

    /** {@code Was I charged correctly?} */
    private boolean asksWhetherCharged() {
        for (int i = 1; i < state.size(); i++) {
            if (state.sentence(i).asks()
                    && !state.isNumberAt(i)
                    && state.hasTyped(i, Trait.PAID_SUM)
                    && state.isAt(i - 1, Cue.PERSON)
                    && state.hasTyped(i - 2, Trait.FORM_OF_BE)) {
                return true;
            }
        }
        return false;
    }

    private boolean isBudget(int i) {
        return state.at(i) != null
                && (MoneyQuantities.isBudgetWord(state.token(i))
                        || state.isAt(i, Trait.BUDGET_NOUN)
                        || state.hasTyped(i, Trait.SPENDING_LIMIT)
                        || state.hasTyped(i, Trait.SETS_ASIDE)
                        || state.hasTyped(i, Trait.AFFORDS)
                        || state.hasTyped(i, Trait.IN_HAND)
                        || state.isAt(i, Cue.ABILITY));
    }

    private boolean isToSpend(SlotCandidates.Money money) {
        Sentence sentence = state.sentence(money.number());
        for (int i = sentence.first(); i < sentence.end(); i++) {
            if (isBudget(i)) {
                return true;
            }
        }
        return false;
    }
}
