package io.tunetally.interpreter.quantity;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Sense;
import io.tunetally.interpreter.sentence.Claims;
import io.tunetally.interpreter.sentence.Draft;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Intent;
import io.tunetally.request.Problem;
import io.tunetally.request.SlotName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Amounts of money. They are budgets only with a cue or as the only quantity; a price that is reported is none. */
public final class MoneyQuantities {
    private static final int REACH = 4;

    private final Draft draft;
    /** Where a later sentence last asks what can be had; 0 where none does, negative before it is known. */
    private int lastAbility = -1;

    MoneyQuantities(Draft draft) {
        this.draft = draft;
    }

    /** Whether the number is money; what it is for is settled later, when all quantities are known. */
    boolean read(int i) {
        int first = i;
        int last = i;
        String currency = null;
        boolean negative = false;
        if (isDollarSign(i - 1)) {
            first = i - 1;
            negative = draft.isSymbolAt(first - 1, '-') && isLoneSign(first - 1);
            currency = "USD";
        } else if (draft.isAt(i - 1, Sense.CURRENCIES) && !draft.token(i).spaced) {
            first = i - 1;
            currency = code(i - 1);
        }
        int after = i + 1;
        Token next = draft.at(after);
        if (next != null && next.isSymbol('-') && !next.spaced) {
            next = draft.at(++after);
        }
        String behind = next == null
                ? null
                : next.is(Measure.DOLLAR)
                        ? "USD"
                        : next.is(Sense.CURRENCIES)
                                ? code(after)
                                : isDollarSign(after) && after == i + 1 && !next.spaced ? "USD" : null;
        if (behind != null) {
            last = after;
            currency = behind;
        }
        if (currency == null) {
            return false;
        }
        draft.use(first, last, Token.Use.CONNECTIVE);
        if (isPrice(last)) {
            draft.use(first, last, Token.Use.KNOWN_NON_SLOT);
        } else {
            if (negative) {
                Token number = draft.token(i);
                number.numeral = number.numeral().negated();
            }
            draft.claims.addMoney(new Claims.Money(currency, i, first, last));
        }
        return true;
    }

    /** The sign of {@code -$5}, but not the dash of {@code $100-$200}. */
    private boolean isLoneSign(int index) {
        return draft.token(index).spaced && !draft.token(index + 1).spaced;
    }

    private boolean isDollarSign(int index) {
        Token token = draft.at(index);
        boolean word = token != null && token.is(Measure.DOLLAR) && !draft.isNumberAt(index - 1);
        return token != null && (token.isSymbol('$') || word);
    }

    private @Nullable String code(int index) {
        Token token = draft.at(index);
        return token == null || token.lexeme == null ? null : token.lexeme.value();
    }

    /** {@code $4/hr}, {@code $3 per 1M tokens}, {@code $20 a month}. */
    private boolean isPrice(int last) {
        Token next = draft.at(last + 1);
        if (next == null) {
            return false;
        }
        Measure unit = draft.measureAt(last + 2);
        boolean article = next.is(Cue.ARTICLE) && unit != null && unit.isTime();
        boolean each = next.is(Cue.EACH) || next.is(Sense.PERIODS);
        return next.is(Cue.PER) || article || each;
    }

    /** Settles which amount is the budget. */
    public static void settle(Draft draft) {
        List<Claims.Money> amounts = draft.claims.money();
        if (amounts.isEmpty()) {
            return;
        }
        MoneyQuantities reader = new MoneyQuantities(draft);
        for (int i = 0; i < amounts.size(); i++) {
            boolean linked = i + 1 < amounts.size() && reader.isLinked(amounts.get(i), amounts.get(i + 1));
            boolean ascending = linked && reader.isAscending(amounts.get(i), amounts.get(i + 1));
            if (reader.isBudget(amounts.get(i), linked ? 2 : 1)) {
                reader.claim(amounts.get(i), ascending ? amounts.get(i + 1) : null);
                if (linked && !ascending) {
                    // "$1m - $5k" has no lower and upper end: both are claimed, and contradict each other.
                    reader.claim(amounts.get(i + 1), null);
                }
            }
            i += linked ? 1 : 0;
        }
    }

    /** {@code between $100 and $200}, {@code $100-$200}, {@code $100 to $200}. */
    private boolean isLinked(Claims.Money low, Claims.Money high) {
        int link = low.last() + 1;
        boolean linked = draft.isAt(link, Cue.TO)
                || draft.isSymbolAt(link, '-')
                || (draft.isAt(link, Cue.AND) && draft.isAt(low.first() - 1, Cue.BETWEEN));
        return linked
                && high.first() == link + 1
                && low.currency().equals(high.currency())
                && !draft.token(low.number()).numeral().isRange();
    }

    private boolean isAscending(Claims.Money low, Claims.Money high) {
        Numeral from = Amounts.counted(draft.token(low.number()).numeral());
        Numeral to = Amounts.counted(draft.token(high.number()).numeral());
        return !to.isRange() && from.value().compareTo(to.value()) < 0;
    }

    /**
     * Whether an amount is a budget.
     *
     * @param ends how many amounts of the message belong to it: the ends of a range are two
     */
    private boolean isBudget(Claims.Money money, int ends) {
        Token next = draft.at(money.last() + 1);
        if (next != null && isBudgetWord(next)) {
            return true;
        }
        boolean ability = hasAbility(money);
        for (int i = money.first() - 1; i >= Math.max(0, money.first() - REACH); i--) {
            Token token = draft.token(i);
            if (token.isNumber() || draft.isBreakAt(i)) {
                break;
            }
            if ((token.is(Cue.REPORT) && !ability)
                    || (!draft.terse && token.is(Sense.INTENTS) && !isBudgetWord(token))) {
                return false;
            }
            boolean given = token.is(Cue.OF) && draft.has(Intent.RECOMMEND) && draft.isTyped(i, "with");
            if (isBudgetWord(token) || given) {
                return true;
            }
            if (token.is(Cue.FOR) && ability) {
                return true;
            }
        }
        boolean only = draft.claims.money().size() == ends;
        return ability || (only && (draft.terse || draft.remembered.has(SlotName.BUDGET_USD)));
    }

    /** Whether the sentence of an amount, or a later one, asks what can be had. */
    private boolean hasAbility(Claims.Money money) {
        if (!draft.has(Cue.ABILITY)) {
            return false;
        }
        if (lastAbility < 0) {
            for (int i = 0; i < draft.size(); i++) {
                lastAbility = draft.isAt(i, Cue.ABILITY) && !draft.typed(i, i).startsWith("what w") ? i : lastAbility;
            }
            lastAbility = Math.max(lastAbility, 0);
        }
        return draft.sentence(money.first()).asksWhatCanBeHad()
                || lastAbility >= draft.sentence(money.first()).end();
    }

    public static boolean isBudgetWord(Token token) {
        return token.is(Cue.BUDGET) || (token.lexeme != null && token.lexeme.intent() == Intent.BUDGET);
    }

    private void claim(Claims.Money money, Claims.@Nullable Money upper) {
        Token number = draft.token(money.number());
        Numeral amount = Amounts.counted(number.numeral());
        if (upper != null) {
            Token end = draft.token(upper.number());
            amount = amount.to(Amounts.counted(end.numeral()));
            draft.use(money.last() + 1, upper.last(), Token.Use.CONNECTIVE);
            end.use = Token.Use.SLOT;
        }
        if (money.currency().equals("USD")) {
            draft.claims.add(SlotName.BUDGET_USD, amount, money.number());
            number.use = Token.Use.SLOT;
        } else {
            draft.add(new Problem.ForeignCurrency(
                    draft.text.typed(draft.token(money.first()).start, draft.token(money.last()).end),
                    money.currency(),
                    amount.value(),
                    draft.span(money.first(), money.last())));
        }
    }
}
