package io.tunetally.interpreter.count;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;

/**
 * Multiplies the examples of each of several groups that are named and not counted: {@code english, spanish and polish queues, 2,000 examples
 * each}.
 */
public final class ListedGroups {
    /** Two names may be the two words of one thing ({@code terms and conditions}); languages are two. */
    private static final int FEWEST = 3;

    private static final Set<Category> OTHERS = Set.of(
            Category.MODELS,
            Category.FAMILIES,
            Category.PROVIDERS,
            Category.OTHER_PROVIDERS,
            Category.METHODS,
            Category.OBJECTIVES,
            Category.GPUS,
            Category.INTENTS,
            Category.PERIODS,
            Category.KNOBS);

    private final ParseState state;

    private ListedGroups(ParseState state) {
        this.state = state;
    }

    /** Claims the examples of all groups. */
    public static void read(ParseState state) {
        if (state.has(Cue.AND) && state.has(Cue.EACH) && !state.candidates.has(SlotName.EXAMPLES)) {
            new ListedGroups(state).read();
        }
    }

    private void read() {
        for (int i = 0; i < state.size(); i++) {
            int groups = isCountOfEach(i) ? groupsBefore(i) : 0;
            if (groups > 1) {
                claim(i, groups);
                return;
            }
        }
    }

    private boolean isCountOfEach(int number) {
        int unit = state.isItemAt(number + 1) ? number + 1 : number + 2;
        boolean each = state.isItemAt(unit) && !state.isNumberAt(number + 1) && state.isAt(unit + 1, Cue.EACH);
        return state.isCountAt(number)
                && each
                && !state.isRateAt(unit + 2)
                && state.token(number).use == Token.Use.NOTHING
                && !state.token(number).numeral().isRange();
    }

    /** Returns how many names the list right before a number has, with a noun of all at its end: 3 of {@code english, spanish and polish queues}. */
    private int groupsBefore(int number) {
        int end = number - 1;
        while (state.isSymbolAt(end, ',')
                || state.isSymbolAt(end, ':')
                || state.isSymbolAt(end, '-')
                || isHaving(end)) {
            end--;
        }
        int last = state.isAt(end - 1, Cue.AND) ? end : state.isAt(end - 2, Cue.AND) && isName(end) ? end - 1 : -1;
        if (last < 0 || end == number - 1 || !isName(last)) {
            return 0;
        }
        int groups = 1;
        boolean languages = isLanguage(last);
        int link = last - 1;
        while (isName(before(link))) {
            link = before(link);
            languages &= isLanguage(link);
            groups++;
            link--;
        }
        if (state.isNumberAt(link)) {
            // "3 languages, english, spanish and polish"
            return value(link).compareTo(BigDecimal.valueOf(groups - 1L)) == 0 ? groups - 1 : 0;
        }
        return groups >= FEWEST || languages ? groups : 0;
    }

    /** Returns the index of the name before a comma or an {@code and}, or -1. */
    private int before(int link) {
        if (state.isAt(link, Cue.AND)) {
            return state.isSymbolAt(link - 1, ',') ? link - 2 : link - 1;
        }
        return state.isSymbolAt(link, ',') ? link - 1 : -1;
    }

    private boolean isHaving(int i) {
        return state.isAt(i, Trait.HAVING) || state.hasTyped(i, Trait.HAVING) || state.isAt(i, Trait.PART_OF);
    }

    private boolean isName(int i) {
        Token token = state.at(i);
        boolean word = token != null && (token.kind == Token.Kind.WORD || token.kind == Token.Kind.LEXEME);
        return word
                && !state.isNumberAt(i)
                && !state.isOfMention(i)
                && !state.isAt(i, Measure.TOKEN)
                && !state.isAt(i, Measure.EPOCH)
                && !state.isAt(i, Cue.TRAINING)
                && !state.isAt(i, Cue.VALIDATION)
                && OTHERS.stream().noneMatch(category -> state.isAt(i, category));
    }

    private boolean isLanguage(int i) {
        return state.hasTyped(i, Trait.LANGUAGE);
    }

    private void claim(int number, int groups) {
        BigDecimal each = value(number);
        BigDecimal all = each.multiply(BigDecimal.valueOf(groups));
        state.candidates.addDerived(SlotName.EXAMPLES, Numeral.of(all), number);
        state.candidates.explain(
                SlotName.EXAMPLES, all, String.format(Locale.ROOT, "%d × %,d", groups, each.toBigInteger()));
        state.candidates.settle(number);
        state.candidates.state(SlotName.EXAMPLES);
        state.token(number).use = Token.Use.SLOT;
    }

    private BigDecimal value(int number) {
        return Amounts.counted(state.token(number).numeral()).value();
    }
}
