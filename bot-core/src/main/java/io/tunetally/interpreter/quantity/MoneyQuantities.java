package io.tunetally.interpreter.quantity;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Intent;
import io.tunetally.request.Problem;
import io.tunetally.request.SlotName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Amounts of money. They are budgets only with a cue or as the only quantity; a reported price is not. */
public final class MoneyQuantities {
    private static final int REACH = 4;

    private final ParseState state;
    /** The index where a later sentence last asks what is possible; 0 if none does, negative if unknown. */
    private int lastAbility = -1;

    private @Nullable Boolean funds;

    MoneyQuantities(ParseState state) {
        this.state = state;
    }

    /** True if the number is money; its purpose is decided later, with all quantities known. */
    boolean read(int i) {
        int first = i;
        int last = i;
        String currency = null;
        boolean negative = false;
        if (isDollarSign(i - 1)) {
            first = i - 1;
            negative = state.isSymbolAt(first - 1, '-') && isLoneSign(first - 1);
            currency = "USD";
        } else if (state.isAt(i - 1, Category.CURRENCIES) && !state.token(i).spaced) {
            first = i - 1;
            currency = code(i - 1);
        }
        int after = i + 1;
        Token next = state.at(after);
        if (next != null && next.isSymbol('-') && !next.spaced) {
            next = state.at(++after);
        }
        String behind = next == null
                ? null
                : next.is(Measure.DOLLAR)
                        ? "USD"
                        : next.is(Category.CURRENCIES)
                                ? code(after)
                                : isDollarSign(after) && after == i + 1 && !next.spaced ? "USD" : null;
        if (behind != null) {
            last = after;
            currency = behind;
        } else if (isDollarInBrackets(i)) {
            last = i + 3;
            currency = "USD";
        }
        if (currency == null) {
            currency = speaksOfFunds() ? withoutCurrency(i) : null;
        }
        if (currency == null) {
            return false;
        }
        state.use(first, last, Token.Use.CONNECTIVE);
        if (isPrice(last) && !followsBudget(first)) {
            state.use(first, last, Token.Use.KNOWN_NON_SLOT);
        } else {
            if (negative) {
                Token number = state.token(i);
                number.numeral = number.numeral().negated();
            }
            state.candidates.addMoney(new SlotCandidates.Money(currency, i, first, last));
        }
        return true;
    }

    /** {@code 5k (dollars)}. */
    private boolean isDollarInBrackets(int number) {
        return state.isSymbolAt(number + 1, '(')
                && state.isAt(number + 2, Measure.DOLLAR)
                && state.isSymbolAt(number + 3, ')');
    }

    /** True if any word of the message can make a number without a currency an amount of money. */
    private boolean speaksOfFunds() {
        if (funds == null) {
            funds = false;
            for (int i = 0; i < state.size() && !funds; i++) {
                funds = state.isAt(i, Trait.BUDGET_NOUN)
                        || state.hasTyped(i, Trait.SPENDING_LIMIT)
                        || state.hasTyped(i, Trait.REMAINING);
            }
        }
        return funds;
    }

    /** Returns the currency of {@code budget: 50}, {@code our limit is 80 a month}, {@code so 750 left}, or null. */
    private @Nullable String withoutCurrency(int number) {
        List<SlotCandidates.Money> amounts = state.candidates.money();
        if (!amounts.isEmpty() && isRemaining(number, number) && isBare(number)) {
            return amounts.getLast().currency();
        }
        int name = number - 1;
        Token before = state.at(name);
        if (before == null || before.isNumber()) {
            return null;
        }
        while (leadsFromName(name)) {
            name--;
        }
        boolean budget = state.isAt(name, Trait.BUDGET_NOUN);
        boolean limit = isTyped(name, Trait.SPENDING_LIMIT)
                && (state.isAt(number + 1, Cue.ARTICLE) || state.isAt(number + 1, Cue.PER))
                && isLongTime(state.measureAt(number + 2));
        return (budget || limit) && isBare(number) ? "USD" : null;
    }

    /** True if nothing after a number says what it counts. */
    private boolean isBare(int number) {
        Token next = state.at(number + 1);
        Cue cue = next == null ? null : next.cue();
        boolean ends = cue == null
                || cue == Cue.FOR
                || cue == Cue.ON
                || cue == Cue.ARTICLE
                || cue == Cue.PER
                || cue == Cue.AND
                || cue == Cue.TOTAL;
        return ends
                && state.unitFinder.right(number) < 0
                && !state.isSymbolAt(number + 1, '%')
                && !state.isSize(number)
                && !state.isTimesSign(number + 1);
    }

    private boolean leadsFromName(int index) {
        return state.isSymbolAt(index, '=')
                || state.isSymbolAt(index, ':')
                || state.isAt(index, Cue.IS)
                || state.isAt(index, Cue.OF)
                || state.isAt(index, Cue.ABOUT);
    }

    private static boolean isLongTime(@Nullable Measure measure) {
        return measure != null && measure.time() != null && measure.time().isLong();
    }

    private boolean isTyped(int index, Trait trait) {
        return state.at(index) != null && state.hasTyped(index, trait);
    }

    /** {@code 750 left}, {@code the remaining $550}. */
    private boolean isRemaining(int first, int last) {
        return isTyped(last + 1, Trait.REMAINING) || isTyped(first - 1, Trait.REMAINING);
    }

    /** The sign of {@code -$5}, but not the dash of {@code $100-$200}. */
    private boolean isLoneSign(int index) {
        return state.token(index).spaced && !state.token(index + 1).spaced;
    }

    private boolean isDollarSign(int index) {
        Token token = state.at(index);
        boolean word = token != null && token.is(Measure.DOLLAR) && !state.isNumberAt(index - 1);
        return token != null && (token.isSymbol('$') || word);
    }

    private @Nullable String code(int index) {
        Token token = state.at(index);
        return token == null || token.lexeme == null ? null : token.lexeme.value();
    }

    /** {@code $4/hr}, {@code $3 per 1M tokens}, {@code $20 a month}. */
    private boolean isPrice(int last) {
        Token next = state.at(last + 1);
        if (next == null) {
            return false;
        }
        Measure unit = state.measureAt(last + 2);
        boolean article = next.is(Cue.ARTICLE) && unit != null && unit.isTime();
        boolean each = next.is(Cue.EACH) || next.is(Category.PERIODS);
        return next.is(Cue.PER) || article || each;
    }

    /** {@code a budget of $300 a month}. */
    private boolean followsBudget(int first) {
        for (int i = first - 1; i >= Math.max(0, first - REACH) && !state.isBreakAt(i); i--) {
            if (state.isAt(i, Trait.BUDGET_NOUN) || isTyped(i, Trait.SPENDING_LIMIT)) {
                return true;
            }
        }
        return false;
    }

    /** Decides which amount is the budget. */
    public static void settle(ParseState state) {
        List<SlotCandidates.Money> amounts = state.candidates.money();
        if (amounts.isEmpty()) {
            return;
        }
        MoneyQuantities reader = new MoneyQuantities(state);
        SlotCandidates.Money remaining = reader.onlyRemaining();
        if (remaining != null) {
            reader.claim(remaining, null);
            return;
        }
        for (int i = 0; i < amounts.size(); i++) {
            boolean linked = i + 1 < amounts.size() && reader.isLinked(amounts.get(i), amounts.get(i + 1));
            boolean ascending = linked && reader.isAscending(amounts.get(i), amounts.get(i + 1));
            if (reader.isBudget(amounts.get(i), linked ? 2 : 1)) {
                reader.claim(amounts.get(i), ascending ? amounts.get(i + 1) : null);
                if (linked && !ascending) {
                    // "$1m - $5k" has no lower and upper end: both are candidates, and contradict each other.
                    reader.claim(amounts.get(i + 1), null);
                }
            }
            i += linked ? 1 : 0;
        }
    }

    /**
     * Fills the budget once it is known that a message asks what an amount buys: the only one that is neither a price nor
     * paid in the past, whatever words stand around it.
     */
    public static void settle(ParseState state, Intent decided) {
        boolean asks = decided == Intent.BUDGET || decided == Intent.RECOMMEND;
        if (!asks || state.candidates.has(SlotName.BUDGET_USD) || state.isForeignMoney()) {
            return;
        }
        MoneyQuantities reader = new MoneyQuantities(state);
        List<SlotCandidates.Money> amounts = state.candidates.money().stream()
                .filter(amount -> !reader.isPaid(amount))
                .toList();
        boolean range = amounts.size() == 2 && reader.isLinked(amounts.get(0), amounts.get(1));
        if (amounts.size() != 1 && !(range && reader.isAscending(amounts.get(0), amounts.get(1)))) {
            return;
        }
        reader.claim(amounts.getFirst(), range ? amounts.getLast() : null);
        SlotFiller.fill(state, SlotName.BUDGET_USD);
    }

    /** Returns the one amount that is left of others, or null. */
    private SlotCandidates.@Nullable Money onlyRemaining() {
        List<SlotCandidates.Money> remaining = state.candidates.money().stream()
                .filter(amount -> isRemaining(amount.first(), amount.last()))
                .toList();
        return remaining.size() == 1 ? remaining.getFirst() : null;
    }

    /** {@code we paid $40}, {@code the run cost us $12}, {@code the invoice said $90}. */
    private boolean isPaid(SlotCandidates.Money money) {
        for (int i = money.first() - 1; i >= Math.max(0, money.first() - REACH) && !state.isBreakAt(i); i--) {
            Token token = state.token(i);
            if (isBudgetWord(token) || state.hasTyped(i, Trait.SETS_ASIDE)) {
                return false;
            }
            if (state.hasTyped(i, Trait.PAID)) {
                return true;
            }
        }
        return false;
    }

    /** {@code a $50 voucher}, {@code 900 dollars of cloud credit}, {@code $800 in the pot}. */
    private boolean isOfFunds(int last) {
        for (int i = last + 1; i <= Math.min(state.size() - 1, last + REACH); i++) {
            if (state.isBreakAt(i) || state.isNumberAt(i)) {
                return false;
            }
            if (state.hasTyped(i, Trait.FUNDS)) {
                return true;
            }
        }
        return false;
    }

    /** {@code between $100 and $200}, {@code $100-$200}, {@code $100 to $200}. */
    private boolean isLinked(SlotCandidates.Money low, SlotCandidates.Money high) {
        int link = low.last() + 1;
        boolean linked = state.isAt(link, Cue.TO)
                || state.isSymbolAt(link, '-')
                || (state.isAt(link, Cue.AND) && state.isAt(low.first() - 1, Cue.BETWEEN));
        return linked
                && high.first() == link + 1
                && low.currency().equals(high.currency())
                && !state.token(low.number()).numeral().isRange();
    }

    private boolean isAscending(SlotCandidates.Money low, SlotCandidates.Money high) {
        Numeral from = Amounts.counted(state.token(low.number()).numeral());
        Numeral to = Amounts.counted(state.token(high.number()).numeral());
        return !to.isRange() && from.value().compareTo(to.value()) < 0;
    }

    /**
     * True if an amount is a budget.
     *
     * @param ends the number of amounts in the message that belong to it: a range has two
     */
    private boolean isBudget(SlotCandidates.Money money, int ends) {
        Token next = state.at(money.last() + 1);
        if (next != null && isBudgetWord(next)) {
            return true;
        }
        if (!state.terse && isPaid(money)) {
            return false;
        }
        if (isOfFunds(money.last())) {
            return true;
        }
        boolean ability = hasAbility(money);
        for (int i = money.first() - 1; i >= Math.max(0, money.first() - REACH); i--) {
            Token token = state.token(i);
            if (token.isNumber() || state.isBreakAt(i)) {
                break;
            }
            if ((state.hasTyped(i, Trait.SETS_ASIDE) && !state.isSymbolAt(i + 1, ':'))
                    || (i == money.first() - 1 && token.isSymbol('<'))) {
                return true;
            }
            if ((token.is(Cue.REPORT) && !ability)
                    || (!state.terse && token.is(Category.INTENTS) && !isBudgetWord(token))) {
                return false;
            }
            boolean given = token.is(Trait.HAVING) && state.has(Intent.RECOMMEND);
            if (isBudgetWord(token) || given) {
                return true;
            }
            if (token.is(Cue.FOR) && ability) {
                return true;
            }
        }
        boolean only = state.candidates.money().size() == ends;
        boolean recommends = state.has(Intent.RECOMMEND) && !state.has(Cue.REPORT);
        return ability || (only && (state.terse || recommends || state.remembered.has(SlotName.BUDGET_USD)));
    }

    /** True if the sentence of an amount, or a later one, asks what is possible. */
    private boolean hasAbility(SlotCandidates.Money money) {
        if (!state.has(Cue.ABILITY)) {
            return false;
        }
        if (lastAbility < 0) {
            for (int i = 0; i < state.size(); i++) {
                lastAbility = state.isAt(i, Cue.ABILITY) && !state.token(i).is(Trait.ASKS_WHAT_WOULD) ? i : lastAbility;
            }
            lastAbility = Math.max(lastAbility, 0);
        }
        return state.sentence(money.first()).asksWhatCanBeHad()
                || lastAbility >= state.sentence(money.first()).end();
    }

    public static boolean isBudgetWord(Token token) {
        return token.is(Cue.BUDGET) || (token.lexeme != null && token.lexeme.intent() == Intent.BUDGET);
    }

    private void claim(SlotCandidates.Money money, SlotCandidates.@Nullable Money upper) {
        Token number = state.token(money.number());
        Numeral amount = Amounts.counted(number.numeral());
        if (upper != null) {
            Token end = state.token(upper.number());
            amount = amount.to(Amounts.counted(end.numeral()));
            state.use(money.last() + 1, upper.last(), Token.Use.CONNECTIVE);
            end.use = Token.Use.SLOT;
        }
        if (money.currency().equals("USD")) {
            state.candidates.add(SlotName.BUDGET_USD, amount, money.number());
            number.use = Token.Use.SLOT;
        } else {
            state.add(new Problem.ForeignCurrency(
                    state.text.typed(state.token(money.first()).start, state.token(money.last()).end),
                    money.currency(),
                    amount.value(),
                    state.span(money.first(), money.last())));
        }
    }
}
