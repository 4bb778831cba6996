package io.tunetally.interpreter.money;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Lexeme;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Problem;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.List;

/** Takes an exchange rate from the readers of sums and says that it is not used: {@code in euros at 1.08 dollars}, {@code 1 EUR = 1.08 USD}. */
public final class ExchangeRates {
    private final ParseState state;

    private ExchangeRates(ParseState state) {
        this.state = state;
    }

    /** Reads all of them, before other numbers are read. */
    public static void read(ParseState state) {
        if (state.has(Category.CURRENCIES)) {
            ExchangeRates rates = new ExchangeRates(state);
            for (int i = 0; i < state.size(); i++) {
                rates.read(i);
            }
        }
    }

    private void read(int currency) {
        if (state.isNumberAt(currency) || !state.isAt(currency, Category.CURRENCIES) || isDollar(currency)) {
            return;
        }
        int sign = currency + 1;
        boolean one = isOne(currency - 1);
        boolean equals = state.isSymbolAt(sign, '=') && one;
        boolean at = state.isSymbolAt(sign, '@') || state.hasTyped(sign, Trait.LOCATIVE) || (one && isVerb(sign));
        int number = state.isSymbolAt(sign + 1, '$') ? sign + 2 : sign + 1;
        boolean rate = (equals || at)
                && state.isNumberAt(number)
                && state.token(number).use == Token.Use.NOTHING
                && !state.token(number).numeral().isRange()
                && (isDollar(number + 1) || !state.isUnitAt(number + 1));
        if (!rate) {
            return;
        }
        int first = one ? currency - 1 : currency;
        int last = isDollar(number + 1) ? number + 1 : number;
        boolean sum = state.isNumberAt(currency - 1) && !one;
        state.use(sum ? sign : first, last, Token.Use.CONNECTIVE);
        for (int i = first; i <= last; i++) {
            if (state.isNumberAt(i) && !(sum && i < sign)) {
                state.candidates.setAside(i);
                state.token(i).use = Token.Use.SLOT;
            }
        }
        if (sum) {
            state.add(new Problem.UnknownWord(state.typed(sign, last), List.of(), state.span(sign, last)));
            return;
        }
        Lexeme name = state.token(currency).lexeme;
        state.add(new Problem.ForeignCurrency(
                state.typed(first, last),
                name == null ? "" : name.value(),
                null,
                SlotName.BUDGET_USD,
                state.span(first, last)));
    }

    private boolean isVerb(int i) {
        return state.isAt(i, Trait.FORM_OF_BE) || state.hasTyped(i, Trait.FORM_OF_BE);
    }

    private boolean isOne(int i) {
        return state.isNumberAt(i) && state.token(i).numeral().value().compareTo(BigDecimal.ONE) == 0;
    }

    private boolean isDollar(int i) {
        Token token = state.at(i);
        return state.isAt(i, Measure.DOLLAR)
                || state.isSymbolAt(i, '$')
                || (token != null
                        && token.lexeme != null
                        && token.is(Category.CURRENCIES)
                        && token.lexeme.value().equals("USD"));
    }
}
