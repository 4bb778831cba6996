package io.tunetally.interpreter.rate;

import io.tunetally.interpreter.derivation.CountArithmetic;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.interpreter.traffic.Periods;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Adds the traffic of several places of one kind that the message names one by one: {@code client A does 300 requests a day, client B 4,000 a
 * day}, {@code the Lyon shop 120 requests a day and the Nantes shop 80}, {@code three clients: 400/day, 2,000/day and 60/day}.
 */
public final class NamedPlaces {
    /** The most words from a place to its traffic. */
    private static final int REACH = 6;

    /** More places are a table. */
    private static final int MOST = 12;

    private final ParseState state;
    private final Periods periods;

    private NamedPlaces(ParseState state) {
        this.state = state;
        periods = new Periods(state);
    }

    /**
     * A number that may be the traffic of a place.
     *
     * @param last its last token
     * @param time its period; null if none is said
     */
    private record Rate(int number, int last, @Nullable TimeUnit time) {}

    /** Claims the numbers before others take the first one for all the traffic. */
    public static void read(ParseState state) {
        boolean known = state.mayEdit() && state.remembered.has(SlotName.REQUESTS_PER_DAY);
        boolean timed = state.has(Measure.DAY) || state.has(Measure.WEEK) || state.has(Measure.MONTH);
        if (!known && timed && state.language == null && !state.hasTypedAnywhere(Trait.ONLY_THESE)) {
            NamedPlaces places = new NamedPlaces(state);
            List<Rate> rates = places.listed();
            places.add(rates.isEmpty() ? places.named() : rates);
        }
    }

    /** Returns the rates behind {@code three clients:}, as many as are counted; empty if there are none. */
    private List<Rate> listed() {
        for (int i = 0; i + 3 < state.size(); i++) {
            boolean list = state.isCountAt(i)
                    && !state.token(i).numeral().isRange()
                    && state.isPluralAt(i + 1)
                    && state.isSymbolAt(i + 2, ':');
            List<Rate> rates = list ? ratesFrom(i + 3) : List.of();
            if (rates.size() > 1 && state.token(i).numeral().value().compareTo(BigDecimal.valueOf(rates.size())) == 0) {
                return rates;
            }
        }
        return List.of();
    }

    private List<Rate> ratesFrom(int first) {
        List<Rate> rates = new ArrayList<>();
        int i = first;
        while (rates.size() < MOST) {
            Rate rate = rateAt(i);
            if (rate == null || rate.time() == null) {
                return List.of();
            }
            rates.add(rate);
            int next = rate.last() + 1;
            while (state.isSymbolAt(next, ',') || state.isAt(next, Cue.AND)) {
                next++;
            }
            if (next == rate.last() + 1 || !state.isNumberAt(next)) {
                return rates;
            }
            i = next;
        }
        return List.of();
    }

    /** Returns the rates of places that have a noun in common, each of its own name; empty if one of them has none. */
    private List<Rate> named() {
        for (int i = 0; i < state.size(); i++) {
            if (nameOf(i) != null) {
                List<Rate> rates = ratesOf(state.typed(i, i), i);
                if (rates.size() > 1) {
                    return rates;
                }
            }
        }
        return List.of();
    }

    private List<Rate> ratesOf(String noun, int first) {
        List<Rate> rates = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = first; i < state.size(); i++) {
            String name = !state.isNumberAt(i) && state.typed(i, i).equals(noun) ? nameOf(i) : null;
            if (name == null) {
                continue;
            }
            Rate rate = rateBehind(i, noun);
            if (rate == null || !names.add(name) || rates.size() == MOST || isTold(i)) {
                return List.of();
            }
            rates.add(rate);
        }
        boolean timed = !rates.isEmpty() && rates.getFirst().time() != null;
        return timed && !isOther(first, rates.getLast().last()) ? rates : List.of();
    }

    /** True of models, and of words for one of several, between the first and the last place: these are no sum. */
    private boolean isOther(int first, int last) {
        boolean other = state.mentions.stream().anyMatch(mention -> mention.first() > first && mention.first() < last);
        for (int i = first; i <= last && !other; i++) {
            other = state.isAt(i, Cue.OR) || state.isAt(i, Cue.VERSUS) || state.isAt(i, Cue.INSTEAD_OF);
        }
        return other;
    }

    private boolean isTold(int i) {
        return state.isPast(i) || state.isReported(i) || state.clause(i).namesTrainingWork();
    }

    /** Returns the {@code a} of {@code client A}, the {@code lyon} of {@code the Lyon shop}, or null. */
    private @Nullable String nameOf(int noun) {
        if (!isNoun(noun)) {
            return null;
        }
        Token behind = state.at(noun + 1);
        if (isOrdinal(noun + 1)) {
            return state.typed(noun + 1, noun + 1);
        }
        String letter = behind == null || behind.isNumber() ? "" : state.typed(noun + 1, noun + 1);
        if (letter.length() == 1 && Character.isLetter(letter.charAt(0))) {
            return letter;
        }
        Token before = state.at(noun - 1);
        boolean own = before != null
                && before.kind == Token.Kind.WORD
                && before.lexeme == null
                && state.typedAt(noun - 1).isEmpty()
                && state.text.isUpperCase(before.start);
        return own ? state.typed(noun - 1, noun - 1) : null;
    }

    /** The 2 of {@code site 2 sends 500 a day}. */
    private boolean isOrdinal(int i) {
        return state.isNumberAt(i)
                && state.token(i).numeral().scaled() == 0
                && state.token(i).numeral().value().compareTo(BigDecimal.valueOf(MOST)) <= 0
                && state.at(i + 1) != null
                && !state.isNumberAt(i + 1)
                && !state.isUnitAt(i + 1)
                && !state.isRateAt(i + 1)
                && !state.isBreakAt(i + 1);
    }

    private boolean isNoun(int i) {
        Token token = state.at(i);
        return token != null
                && !token.isNumber()
                && token.kind != Token.Kind.SYMBOL
                && !state.isOfMention(i)
                && !state.isItemAt(i)
                && !state.isAt(i, Measure.REQUEST)
                && token.cue() == null;
    }

    private @Nullable Rate rateBehind(int noun, String same) {
        int end = Math.min(state.size(), noun + 2 + REACH);
        for (int i = isOrdinal(noun + 1) ? noun + 2 : noun + 1; i < end; i++) {
            if (state.isNumberAt(i)) {
                return rateAt(i);
            }
            if (state.typed(i, i).equals(same) || state.isSymbolAt(i, '?') || state.isSymbolAt(i, '.')) {
                return null;
            }
        }
        return null;
    }

    private @Nullable Rate rateAt(int number) {
        boolean count = state.isCountAt(number)
                && state.token(number).use == Token.Use.NOTHING
                && !state.token(number).numeral().isRange()
                && !state.token(number).numeral().isAmbiguous()
                && !state.isSize(number)
                && !state.isMoneyAt(number)
                && !state.isPercentAt(number + 1);
        if (!count) {
            return null;
        }
        boolean sent = state.isAt(number + 1, Measure.REQUEST) || state.isItemAt(number + 1);
        int unit = sent ? number + 1 : number;
        TimeUnit time = periods.timeAfter(unit);
        if (time != null) {
            return time.days().isPresent() ? new Rate(number, periods.lastOfPeriod(unit), time) : null;
        }
        boolean ends = state.at(unit + 1) == null || state.isBreakAt(unit + 1) || state.isAt(unit + 1, Cue.AND);
        return ends && !state.isUnitAt(number + 1) ? new Rate(number, unit, null) : null;
    }

    private void add(List<Rate> rates) {
        if (rates.isEmpty()) {
            return;
        }
        TimeUnit first = rates.getFirst().time();
        BigDecimal sum = BigDecimal.ZERO;
        List<BigDecimal> parts = new ArrayList<>();
        for (Rate rate : rates) {
            TimeUnit time = rate.time() == null ? first : rate.time();
            BigDecimal said =
                    Amounts.counted(state.token(rate.number()).numeral()).value();
            BigDecimal perDay = time == null || time == TimeUnit.DAY ? said : time.perDay(said);
            parts.add(perDay);
            sum = sum.add(perDay);
        }
        for (Rate rate : rates) {
            state.use(rate.number(), rate.last(), Token.Use.CONNECTIVE);
            state.token(rate.number()).use = Token.Use.SLOT;
            state.candidates.settle(rate.number());
            if (rate.number() != rates.getFirst().number()) {
                state.candidates.setAside(rate.number());
            }
        }
        int base = rates.getFirst().number();
        state.candidates.addDerived(SlotName.REQUESTS_PER_DAY, Numeral.of(sum.stripTrailingZeros()), base);
        state.candidates.explain(
                SlotName.REQUESTS_PER_DAY,
                sum.stripTrailingZeros(),
                parts.stream().map(CountArithmetic::number).collect(Collectors.joining(" + ")));
    }
}
