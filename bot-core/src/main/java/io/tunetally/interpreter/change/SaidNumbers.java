package io.tunetally.interpreter.change;

import io.tunetally.interpreter.derivation.CountArithmetic;
import io.tunetally.interpreter.derivation.SaidBefore;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.OnlyNumber;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The numbers of a message that may change remembered ones, and which remembered number the words beside them name. */
final class SaidNumbers {
    /** The most words from a number or a share to the noun that says of what it is. */
    private static final int REACH_OF_NOUN = 5;

    /** The most words from a word that takes off to the pronoun or particle that belongs to it. */
    private static final int REACH_OF_FATE = 4;

    private static final int FRACTION_DIGITS = 6;

    final ParseState state;
    final SaidBefore before;

    /** The numbers that may be new values or parts of them. */
    private final List<Integer> open = new ArrayList<>();

    /** The numbers that say a remembered one again. */
    private final List<Integer> again = new ArrayList<>();

    /** The numbers that name a thing: {@code road 61}. */
    private final List<Integer> names = new ArrayList<>(0);

    /** The index of the last word that says that what was said before goes away, or -1: {@code drop those}, {@code must go out}. */
    private int gone = -1;

    /** The same of what is added: {@code add them}. */
    private int added = -1;

    SaidNumbers(ParseState state) {
        this.state = state;
        before = new SaidBefore(state);
        for (int i = 0; i < state.size(); i++) {
            if (state.isNumberAt(i)) {
                if (isSaidBefore(i)) {
                    again.add(i);
                } else if (!isAside(i)) {
                    open.add(i);
                } else if (isNamedByWord(i)) {
                    names.add(i);
                }
            }
            gone = isGoneAt(i) ? i : gone;
            added = isAddedAt(i) ? i : added;
        }
    }

    List<Integer> open() {
        return open;
    }

    List<Integer> again() {
        return again;
    }

    /** True if words behind an index say that what stands there goes away. */
    boolean isGoneBehind(int i) {
        return gone > i;
    }

    boolean isGone() {
        return gone >= 0;
    }

    boolean isAdded() {
        return added >= 0;
    }

    BigDecimal number(int i) {
        return before.number(i);
    }

    @Nullable BigDecimal value(SlotName<?> slot) {
        return before.value(slot);
    }

    /** States a value, and takes the numbers and words that say it from other readers. */
    void state(SlotName<?> slot, BigDecimal value, String arithmetic, Integer... tokens) {
        List<Integer> used = new ArrayList<>(Arrays.asList(tokens));
        again.stream().filter(i -> !used.contains(i)).forEach(used::add);
        used.sort(Integer::compare);
        before.state(slot, value, arithmetic, used);
        names.forEach(this::ignore);
        state.impliesEdit();
    }

    /** States one of two values of a message, which is said by one token alone. */
    void stateBeside(SlotName<?> slot, BigDecimal value, int token) {
        before.state(slot, value, "", List.of(token));
        state.impliesEdit();
    }

    /** States how many examples are trained on where the others are kept for testing. */
    void holdOut(BigDecimal examples, long heldOut, int number) {
        List<Integer> used = new ArrayList<>(again);
        used.add(number);
        used.sort(Integer::compare);
        state.add(ParseState.WorkedOut.stated(SlotName.EXAMPLES, examples, "", used)
                .holding(heldOut));
        used.forEach(before::take);
        names.forEach(this::ignore);
        state.impliesEdit();
    }

    /** Takes numbers that count other things from other readers. */
    void ignore(int... numbers) {
        for (int number : numbers) {
            before.take(number);
            state.ignore(number);
        }
    }

    /** True of requests and of things without a unit of their own, not of money. */
    boolean mayBeTraffic(int number) {
        Measure unit = state.measureAt(number + 1);
        return !state.isMoneyAt(number)
                && (unit == null || unit == Measure.REQUEST || unit == Measure.ITEM || unit == Measure.OTHER);
    }

    /** Returns a number of requests without the digits of a division. */
    static BigDecimal rounded(BigDecimal number) {
        return number.setScale(FRACTION_DIGITS, RoundingMode.HALF_UP).stripTrailingZeros();
    }

    static String text(BigDecimal number) {
        return CountArithmetic.number(number);
    }

    private boolean isSaidBefore(int i) {
        BigDecimal said = number(i);
        if (SaidBefore.COUNTS.stream()
                .map(this::value)
                .anyMatch(known -> known != null && known.compareTo(said) == 0)) {
            return true;
        }
        BigDecimal perDay = value(SlotName.REQUESTS_PER_DAY);
        TimeUnit unit = perDay == null ? null : periodBehind(i);
        return unit != null && unit.perDay(said).compareTo(perDay) == 0;
    }

    /** True of a year, of a part of a name, of a unit of its own, and of the one of {@code one page is one example}. */
    private boolean isAside(int i) {
        Token token = state.token(i);
        return token.use != Token.Use.NOTHING
                || token.numeral().isRange()
                || (token.isYear() && !state.isUnitAt(i + 1))
                || state.isOfMention(i)
                || state.isSize(i)
                || state.isPercentAt(i + 1)
                || OnlyNumber.namesThing(state, i)
                || isNamedByWord(i)
                || state.isAt(i + 1, Measure.EPOCH)
                || isOne(i)
                || number(i).signum() == 0;
    }

    private boolean isOne(int i) {
        return number(i).compareTo(BigDecimal.ONE) == 0 && periodBehind(i) == null;
    }

    /** The 61 of {@code road 61 was shut}: a word before it, and nothing behind it that it counts. */
    private boolean isNamedByWord(int i) {
        Token word = state.at(i - 1);
        boolean each = state.isAt(i + 1, Cue.IN) || state.isAt(i + 1, Cue.TO) || state.isAt(i + 1, Cue.EACH);
        boolean change = state.hasTyped(i + 1, Trait.GROWS) || state.hasTyped(i + 1, Trait.SHRINKS);
        if (word == null || each || change || state.isUnitAt(i + 1) || state.isRateAt(i + 1)) {
            return false;
        }
        if (state.timeAt(i - 1) != null && !state.isNumberAt(i - 2)) {
            return true;
        }
        boolean noun = word.kind == Token.Kind.WORD && !word.is(Category.UNITS) && !isThing(i + 1);
        return (noun || state.hasTyped(i - 1, Trait.COUNT_NOUN))
                && !state.isPluralAt(i + 1)
                && !state.hasTyped(i - 1, Trait.THERE)
                && !state.hasTyped(i - 1, Trait.ADDS_TRAFFIC)
                && !state.hasTyped(i - 1, Trait.STATES)
                && !state.hasTyped(i - 1, Trait.SETS_APART)
                && !state.hasTyped(i - 1, Trait.LUMPED);
    }

    /** True of a word that may be what a number counts: {@code 5 trays}. */
    private boolean isThing(int i) {
        Token token = state.at(i);
        return token != null && token.kind == Token.Kind.WORD;
    }

    /** Returns the period of the rate behind a number, the day of {@code 90 questions a day}, or null. */
    @Nullable TimeUnit periodBehind(int number) {
        for (int i = number + 1; i <= number + 3 && !state.isNumberAt(i) && !state.isBreakAt(i); i++) {
            if (state.isRateAt(i) || (state.isAt(i, Cue.EVERY) && state.timeAt(i + 1) != null)) {
                return state.isAt(i, Category.PERIODS) ? state.timeAt(i) : state.timeAt(i + 1);
            }
        }
        return null;
    }

    /**
     * Returns the remembered number that the words behind an index name, or null: {@code of the daily calls}, {@code of the training files}.
     * A noun that may be either is that of the only count that is remembered.
     */
    @Nullable SlotName<?> named(int from) {
        boolean data = false;
        for (int i = from; i < from + REACH_OF_NOUN && i < state.size() && !state.isBreakAt(i); i++) {
            boolean daily = state.isAt(i, Category.PERIODS) || state.isRateAt(i);
            if (daily && value(SlotName.REQUESTS_PER_DAY) != null) {
                return SlotName.REQUESTS_PER_DAY;
            }
            data |= isOfData(i);
            if (state.isAt(i, Measure.TOKEN)) {
                return state.remembered.has(SlotName.TOTAL_TOKENS) ? SlotName.TOTAL_TOKENS : null;
            }
            if (isNoun(i)) {
                return ofNoun(i, data);
            }
        }
        return null;
    }

    /** True if the words behind an index say a period beside what comes in it: {@code the daily texts}, {@code questions a day}. */
    boolean saysPeriod(int from) {
        for (int i = from; i < from + REACH_OF_NOUN && i < state.size() && !state.isBreakAt(i); i++) {
            if (state.isAt(i, Category.PERIODS) || state.isRateAt(i)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable SlotName<?> ofNoun(int noun, boolean data) {
        boolean examples = value(SlotName.EXAMPLES) != null;
        boolean requests = value(SlotName.REQUESTS_PER_DAY) != null;
        if (examples != requests) {
            return examples ? SlotName.EXAMPLES : SlotName.REQUESTS_PER_DAY;
        }
        boolean daily = state.isRateAt(noun + 1) || state.isAt(noun + 1, Cue.EACH);
        boolean traffic = isTraffic(noun) || daily;
        return !examples || data == traffic
                ? null
                : data || isOfData(noun) ? SlotName.EXAMPLES : SlotName.REQUESTS_PER_DAY;
    }

    /** True of a word for requests, calls and questions, and of things in a message about a season or about callers. */
    private boolean isTraffic(int noun) {
        return state.isAt(noun, Measure.REQUEST)
                || state.isAt(noun, Trait.TRAFFIC)
                || state.hasTyped(noun, Trait.TRAFFIC)
                || state.hasTyped(noun, Trait.ASKED)
                || state.hasTypedAnywhere(Trait.SEASON);
    }

    private boolean isOfData(int i) {
        return state.isAt(i, Cue.TRAINING)
                || state.isAt(i, Measure.EXAMPLE)
                || state.isAt(i, Trait.TRAINING_DATA)
                || state.hasTyped(i, Trait.MATERIAL)
                || state.hasTyped(i, Trait.DATA_IF_MANY);
    }

    boolean isNoun(int i) {
        Token token = state.at(i);
        return token != null
                && !token.isNumber()
                && state.timeAt(i) == null
                && (state.isItemAt(i)
                        || state.isAt(i, Measure.REQUEST)
                        || state.isAt(i, Measure.OTHER)
                        || state.hasTyped(i, Trait.DATA_IF_MANY)
                        || state.isAt(i, Trait.TRAFFIC)
                        || (token.kind == Token.Kind.WORD && state.isPluralAt(i)));
    }

    private boolean isThem(int i) {
        return state.isAt(i, Cue.THEM) || state.hasTyped(i, Trait.PRONOUN);
    }

    private boolean losesAt(int i) {
        return state.isAt(i, Cue.DROP)
                || state.hasTyped(i, Trait.LOSES)
                || state.hasTyped(i, Trait.MINUS)
                || state.hasTyped(i, Trait.REFUSES);
    }

    /** {@code drop those}, {@code leave them out}, {@code take that off}, {@code without them}, {@code must go out}, {@code have to be removed}. */
    private boolean isGoneAt(int i) {
        if (isThem(i)) {
            // "Scrap that count" names another thing.
            boolean noun = state.hasTyped(i, Trait.PRONOUN) && (isNoun(i + 1) || state.hasTyped(i + 1, Trait.QUANTITY));
            boolean off = state.hasTyped(i + 1, Trait.PARTICLE_AWAY) || state.isAt(i + 1, Cue.OUT);
            return (losesAt(i - 1) && !noun)
                    || (off && (state.hasTyped(i - 1, Trait.TAKES_OFF) || state.isAt(i - 1, Cue.DROP)));
        }
        if (state.hasTyped(i, Trait.GOES)) {
            return !state.isAt(i - 1, Cue.NOT);
        }
        if (isOrderAlone(i)) {
            return true;
        }
        // "So count without."
        if (state.hasTyped(i, Trait.MINUS) && state.isBreakAt(i + 1)) {
            return true;
        }
        for (int k = i + 1; state.hasTyped(i, Trait.OBLIGES) && k <= i + REACH_OF_FATE && !state.isBreakAt(k); k++) {
            if (state.isAt(k, Cue.NOT)) {
                return false;
            }
            boolean away = state.isAt(k, Cue.OUT) || state.hasTyped(k, Trait.PARTICLE_AWAY);
            if (away || losesAt(k) || state.hasTyped(k, Trait.DISCARDED) || state.hasTyped(k, Trait.GOES)) {
                return true;
            }
        }
        return false;
    }

    /** {@code ..., remove please}, {@code ..., please drop}: what stands before it goes. */
    private boolean isOrderAlone(int verb) {
        boolean pleads = state.isAt(verb - 1, Category.COURTESIES);
        int end = state.isAt(verb + 1, Category.COURTESIES) ? verb + 2 : verb + 1;
        return state.isAt(verb, Cue.DROP)
                && state.isBreakAt(end)
                && state.clause(verb).first() == (pleads ? verb - 1 : verb)
                && verb > 1;
    }

    /** {@code add them}, {@code put them on top}. */
    private boolean isAddedAt(int i) {
        return isThem(i) && (state.isAt(i - 1, Cue.ADD) || state.isAt(i + 1, Cue.ADD));
    }
}
