package io.tunetally.interpreter.traffic;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The traffic of several places in one list: {@code HR 200, sales 500, support 1500 requests per day}, {@code US 500 tickets a day, UK 200},
 * {@code 10k tickets a month in the UK plus 6k in Ireland}.
 */
final class ListedTraffic {
    /** The most words of a place's name. */
    private static final int WORDS = 2;

    private static final int DECIMALS = 6;

    private final ParseState state;
    private final Periods periods;

    ListedTraffic(ParseState state) {
        this.state = state;
        periods = new Periods(state);
    }

    /** Adds what the list has beside the only rate; one other place needs a colon before the list, or both the names of places. */
    void settle() {
        if (!state.candidates.has(SlotName.REQUESTS_PER_DAY)) {
            return;
        }
        List<SlotCandidates.Candidate> traffic = state.candidates
                .amounts(SlotName.REQUESTS_PER_DAY)
                .filter(each -> !each.replaced())
                .toList();
        if (traffic.size() != 1 || !state.isNumberAt(traffic.getFirst().token())) {
            return;
        }
        SlotCandidates.Candidate rate = traffic.getFirst();
        List<Integer> others = before(rate.token());
        if (others.isEmpty()) {
            others = behind(rate.token());
        }
        if (!others.isEmpty()) {
            add(rate, others);
        }
    }

    private List<Integer> before(int rate) {
        List<Integer> others = new ArrayList<>(0);
        int name = firstOfName(rate);
        boolean places = name >= 0 && isPlace(name, rate);
        while (name > 0 && isSeparator(name - 1)) {
            int number = lastOfRate(name - 2);
            if (number < 0) {
                break;
            }
            others.add(number);
            name = firstOfName(number);
            places &= isPlace(name, number);
        }
        boolean list = others.size() > 1 || state.isSymbolAt(name - 1, ':') || places;
        return list && name >= 0 ? others : List.of();
    }

    /** Returns the number of the place that ends at an index, or -1. */
    private int lastOfRate(int number) {
        return isNumberOfPlace(number) ? number : -1;
    }

    /** Returns the numbers of the places behind the only rate, whose own place is named before it or behind its period. */
    private List<Integer> behind(int rate) {
        int unit = unitOf(rate);
        int last = Math.max(unit, periods.lastOfPeriod(unit));
        int name = firstOfName(rate);
        boolean led = name >= 0 && isPlace(name, rate);
        int end = endOfPlaceBehind(last + 1);
        List<Integer> others = new ArrayList<>(0);
        int next = end > last + 1 ? end : led ? last + 1 : -1;
        while (next >= 0 && next < state.size() && isSeparator(next)) {
            while (isSeparator(next)) {
                next++;
            }
            int number = led ? numberBehindName(next) : next;
            int behind = number < 0 || !isPlain(number) ? -1 : unitOf(number) + 1;
            next = behind < 0 ? -1 : led ? behind : endOfPlaceBehind(behind);
            boolean ends = next > 0 && (led || next > behind) && (state.isBreakAt(next) || isSeparator(next));
            if (!ends) {
                break;
            }
            others.add(number);
        }
        return others;
    }

    /** Returns the index behind the {@code in the UK} at an index, or that index. */
    private int endOfPlaceBehind(int in) {
        if (state.hasTyped(in, Trait.IN_COUNTRY)) {
            return in + 1;
        }
        int name = state.hasTyped(in + 1, Trait.DEFINITE_ARTICLE) ? in + 2 : in + 1;
        boolean led = state.isAt(in, Cue.IN)
                || state.hasTyped(in, Trait.LOCATIVE)
                || state.isAt(in, Cue.FROM)
                || state.isAt(in, Cue.FOR);
        return led && isPlaceName(name) ? name + 1 : in;
    }

    private int numberBehindName(int name) {
        int number = name;
        while (number < name + WORDS && isPlaceName(number)) {
            number++;
        }
        int said = state.isSymbolAt(number, ':') ? number + 1 : number;
        return number > name && state.isNumberAt(said) ? said : -1;
    }

    private int unitOf(int number) {
        return state.isAt(number + 1, Measure.REQUEST) || state.isItemAt(number + 1) ? number + 1 : number;
    }

    /** The others come in the period of the rate, so that all are as many times a day as it is. */
    private void add(SlotCandidates.Candidate rate, List<Integer> others) {
        BigDecimal said = counted(rate.token());
        if (said.signum() == 0) {
            return;
        }
        List<BigDecimal> parts = new ArrayList<>(List.of(said));
        for (int number : others) {
            parts.add(counted(number));
            state.candidates.withdraw(number);
            state.candidates.settle(number);
            state.token(number).use = Token.Use.SLOT;
            useNames(number);
        }
        useNames(rate.token());
        BigDecimal sum = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal daily = perDay(rate, said, sum);
        state.candidates.withdraw(rate.token());
        state.candidates.addDerived(SlotName.REQUESTS_PER_DAY, Numeral.of(daily), rate.token());
        state.candidates.explain(
                SlotName.REQUESTS_PER_DAY,
                daily,
                parts.stream()
                        .map(part -> String.format(Locale.ROOT, "%,.0f", part))
                        .collect(Collectors.joining(" + ")));
        state.candidates.settle(rate.token());
    }

    private BigDecimal perDay(SlotCandidates.Candidate rate, BigDecimal said, BigDecimal sum) {
        TimeUnit time = periods.timeAfter(unitOf(rate.token()));
        BigDecimal perDay = rate.numeral().value();
        BigDecimal daily = time != null && time.perDay(said).compareTo(perDay) == 0
                ? time.perDay(sum)
                : sum.multiply(perDay).divide(said, MathContext.DECIMAL64);
        return daily.setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
    }

    /** A name that belongs to a number of the list is no word that the answer has to ask about. */
    private void useNames(int number) {
        for (int i = number - 1; i >= Math.max(0, number - WORDS - 1); i--) {
            useName(i);
        }
        int unit = unitOf(number);
        int in = Math.max(unit, periods.lastOfPeriod(unit)) + 1;
        int end = endOfPlaceBehind(in);
        if (end > in) {
            state.use(in, end - 1, Token.Use.CONNECTIVE);
        }
    }

    private void useName(int i) {
        if (isPlaceName(i) && state.token(i).use == Token.Use.NOTHING) {
            state.token(i).use = Token.Use.CONNECTIVE;
        }
    }

    private BigDecimal counted(int number) {
        return Amounts.counted(state.token(number).numeral()).value();
    }

    /** Returns the first word of the name before a number, or -1. */
    private int firstOfName(int number) {
        boolean colon = state.isSymbolAt(number - 1, ':') && isPlaceName(number - 2);
        int end = colon ? number - 1 : number;
        int first = end;
        while (first > 0 && end - first < WORDS && isName(first - 1)) {
            first--;
        }
        return first < end ? first : -1;
    }

    private boolean isName(int i) {
        return !state.isBreakAt(i)
                && !state.isSymbolAt(i, ':')
                && !state.isNumberAt(i)
                && !isSeparator(i)
                && !state.hasTyped(i, Trait.TODAY)
                && !state.isOfMention(i);
    }

    /** True if the name that begins at an index, before a number, is that of a place. */
    private boolean isPlace(int name, int number) {
        for (int i = name; i >= 0 && i < number; i++) {
            if (!isPlaceName(i) && !state.isSymbolAt(i, ':')) {
                return false;
            }
        }
        return name >= 0;
    }

    /** True of a country, and of a word with a capital letter that is no English one: {@code Lyon}. */
    private boolean isPlaceName(int i) {
        Token token = state.at(i);
        if (token == null || token.isNumber() || token.kind == Token.Kind.SYMBOL || state.isOfMention(i)) {
            return false;
        }
        boolean capital = state.text.isUpperCase(token.start);
        if (state.hasTyped(i, Trait.COUNTRY)) {
            return true;
        }
        boolean unknown = token.kind == Token.Kind.WORD
                && token.lexeme == null
                && state.typedAt(i).isEmpty()
                && !state.isEnglish(token);
        return capital && (unknown || state.hasTyped(i, Trait.COUNTRY_CODE));
    }

    private boolean isSeparator(int i) {
        return state.isSymbolAt(i, ',') || state.isAt(i, Cue.AND) || state.isSymbolAt(i, '+');
    }

    private boolean isNumberOfPlace(int i) {
        return i > 0 && isPlain(i) && firstOfName(i) >= 0;
    }

    private boolean isPlain(int i) {
        return state.isCountAt(i) && !state.isSize(i) && !state.isOfMention(i);
    }
}
