package io.tunetally.interpreter.count;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.Mention;
import io.tunetally.interpreter.sentence.OnlyNumber;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of a conversation that count nothing: they name a thing ({@code the diaries of hive 10}), tell a year or a day ({@code the
 * 1784 register}, {@code after november 15}) or measure something else ({@code 31 m/s}). They change no request.
 */
public final class NamingNumbers {
    /** The words of Chinese and Japanese that make a number before them a name: of rooms, houses, floors, lines. */
    private static final String NAMING_SIGNS = "室号號番楼樓階館馆栋棟层層班";

    private static final String ADVERB = "ly";

    private static final char YEAR_SIGN = '年';

    private static final int YEAR_DIGITS = 4;
    private static final int HUNDRED = 100;
    private static final int SHORTEST_NOUN = 3;
    private static final int DAYS = 31;
    private static final int WEEKS = 53;
    private static final BigDecimal FIRST_YEAR = BigDecimal.valueOf(1700);
    private static final BigDecimal LAST_YEAR = BigDecimal.valueOf(2035);

    /** The lengths that models are called by. */
    private static final Set<BigDecimal> CONTEXTS = Set.of(
            new BigDecimal("8E+3"), new BigDecimal("1.6E+4"), new BigDecimal("3.2E+4"), new BigDecimal("1.28E+5"));

    private final ParseState state;
    /** The first number with a unit behind it, or -1; null until it is asked for. */
    private @Nullable Integer counted;

    private NamingNumbers(ParseState state) {
        this.state = state;
    }

    /** Finds them before any other reader of numbers. */
    public static void read(ParseState state) {
        NamingNumbers reader = new NamingNumbers(state);
        if (!state.mayEdit()) {
            reader.readYearsBesideCount();
            reader.readContexts();
            reader.readDates();
            NumberedSeries.read(state);
            return;
        }
        if (!state.any(Token::isNumber)) {
            return;
        }
        for (int i = 0; i < state.size(); i++) {
            if (state.isNumberAt(i)
                    && !state.isOfMention(i)
                    && state.token(i).use == Token.Use.NOTHING
                    && reader.countsNothing(i)) {
                state.setAside(i);
            }
        }
    }

    /** The 1891 of {@code what does it cost to train on the 1891 census cards, 2,400 of them}, in a message of its own. */
    private void readYearsBesideCount() {
        int year = -1;
        for (int i = 0; i < state.size() && !state.terse && state.remembered.isEmpty(); i++) {
            boolean number = state.isNumberAt(i) && state.token(i).use == Token.Use.NOTHING;
            if (number && year < 0 && isYearOfThings(i)) {
                year = i;
            } else if (number && year >= 0 && state.isOfThemAt(i + 1)) {
                state.setAside(year);
                return;
            }
        }
    }

    /** The 8k of {@code GPT-4 (8k)}, the 32K of {@code GPT4 32K costs more}: how much the model reads at once. */
    private void readContexts() {
        for (Mention mention : state.mentions) {
            boolean closed = mention.family() != null && !mention.family().open();
            boolean aside = state.isSymbolAt(mention.last() + 1, '(');
            int number = aside ? mention.last() + 2 : mention.last() + 1;
            boolean ends =
                    aside ? state.isSymbolAt(number + 1, ')') : !state.terse && state.hasTyped(number + 1, Trait.COSTS);
            if (closed
                    && ends
                    && state.isCountAt(number)
                    && isContext(state.token(number).numeral())) {
                state.setAside(number);
            }
        }
    }

    /** The 23 of {@code nur noch bis zum 23. September}. */
    private void readDates() {
        if (!state.hasTypedAnywhere(Trait.MONTH_NAME)) {
            return;
        }
        for (int i = 0; i < state.size(); i++) {
            boolean day = state.isCountAt(i)
                    && !state.isOfMention(i)
                    && state.token(i).use == Token.Use.NOTHING
                    && state.token(i).numeral().value().intValue() <= DAYS
                    && isBeforeMonth(i);
            if (day) {
                state.setAside(i);
            }
        }
    }

    private static boolean isContext(Numeral numeral) {
        return (numeral.scaled() > 0 || numeral.suffix() != ' ')
                && CONTEXTS.contains(Amounts.counted(numeral).value().stripTrailingZeros());
    }

    private boolean countsNothing(int i) {
        if (isMeasurement(i) || isRangeOfFew(i) || isFormerValue(i) || isRangeOfYears(i) || isSeason(i)) {
            return true;
        }
        Numeral numeral = state.token(i).numeral();
        boolean plain = state.isCountAt(i) && !numeral.isRange() && numeral.suffix() == ' ' && numeral.scaled() == 0;
        if (!plain) {
            return false;
        }
        // "The concession for route 7 runs out then"
        boolean verb = state.isAt(i + 1, Measure.RUN) && isNumberedNoun(i - 1);
        boolean open = (verb || !state.isUnitAt(i + 1))
                && !state.isRateAt(i + 1)
                && !state.isAt(i + 1, Cue.EACH)
                && !state.isAt(i + 1, Category.GPUS)
                && !state.isTimesSign(i + 1);
        return isOfSign(i)
                || isYearOfThings(i)
                || (open && (OnlyNumber.namesThing(state, i) || isName(i) || isOfPeriod(i) || isYear(i) || isDay(i)));
    }

    /** The 303 of {@code 在303室}, the 5 of {@code 5号館}, the 2019 of {@code 2019年の記録}. */
    private boolean isOfSign(int number) {
        Token token = state.token(number);
        int next = state.text.originalEnd(token.end);
        if (next >= state.text.original().length()) {
            return false;
        }
        char sign = state.text.original().charAt(next);
        return NAMING_SIGNS.indexOf(sign) >= 0 || (sign == YEAR_SIGN && isYearNumber(number));
    }

    /** The 10 of {@code diaries from hive 10}, the 7 of {@code since Grade 7 parents write}, the two of {@code barn number two}. */
    private boolean isName(int number) {
        int noun = state.hasTyped(number - 1, Trait.NUMBER_WORD) ? number - 2 : number - 1;
        if (!isSingularNoun(noun)) {
            return false;
        }
        if (noun < number - 1 && !state.hasTyped(noun, Trait.DEFINITE_ARTICLE)) {
            return true;
        }
        int lead = state.hasTyped(noun - 1, Trait.DEFINITE_ARTICLE) || isForeignArticle(noun - 1) ? noun - 2 : noun - 1;
        boolean placed = state.hasTyped(lead, Trait.LEADS_TO_PLACE)
                || (state.text.isTranslated() && state.hasTyped(lead, Trait.FOREIGN_PREPOSITION));
        boolean small = state.token(number).numeral().value().compareTo(OnlyNumber.FEWEST_EXAMPLES) < 0;
        // "Osaka sent 420, and Kobe 180" are parts of the data.
        boolean proper = small && (isProperNoun(noun) || state.hasTyped(noun, Trait.NUMBERED_PLACE));
        boolean changes = state.hasTyped(number + 1, Trait.GROWS) || state.hasTyped(number + 1, Trait.SHRINKS);
        return !changes && ((placed && !state.isPluralAt(number + 1)) || proper || (small && isSubject(noun, number)));
    }

    /** The 3 of {@code lathe 3 is down}, the 9 of {@code caller 9 won the goat}, but not {@code honestly 3 is better}. */
    private boolean isSubject(int noun, int number) {
        int first = state.sentence(noun).first();
        boolean opens = noun == first || (noun == first + 1 && state.hasTyped(first, Trait.DEFINITE_ARTICLE));
        boolean past = state.hasTyped(number + 1, Trait.PLAYS_GAME) || state.isPastAt(number + 1);
        return opens
                && isWord(noun)
                && !state.typed(noun, noun).endsWith(ADVERB)
                && (past || state.isAt(number + 1, Cue.IS))
                && !state.hasTypedAnywhere(Trait.IS_ENOUGH);
    }

    private boolean isWord(int i) {
        Token token = state.at(i);
        return token != null && token.kind == Token.Kind.WORD;
    }

    private boolean isNumberedNoun(int i) {
        return state.hasTyped(i, Trait.NUMBERED_PLACE) || state.hasTyped(i, Trait.NUMBERED_THING);
    }

    /** The 2 or 3 of {@code they paste 2 or 3 lines}: in a conversation about many examples so few are a part of each. */
    private boolean isRangeOfFew(int number) {
        BigDecimal high = state.token(number).numeral().high();
        BigDecimal examples = state.remembered.number(SlotName.EXAMPLES);
        return high != null
                && high.compareTo(BigDecimal.TEN) <= 0
                && examples != null
                && examples.compareTo(OnlyNumber.FEWEST_EXAMPLES) >= 0
                && state.isItemAt(number + 1);
    }

    /** The 1842 to 1871 of {@code the parish boxes, 1842 to 1871}, beside another number and nothing that they count. */
    private boolean isRangeOfYears(int number) {
        BigDecimal low = state.token(number).numeral().value();
        BigDecimal high = state.token(number).numeral().high();
        return high != null
                && isYearNotRound(low)
                && isYearNotRound(high)
                && low.compareTo(high) < 0
                && !state.isUnitAt(number + 1)
                && !isCountedNoun(number + 1)
                && saysSeveral();
    }

    /** The 2025 and the 26 of {@code the 2025/26 season}. */
    private boolean isSeason(int number) {
        int year = state.isSlash(number - 1) ? number - 2 : number;
        boolean pair =
                state.isNumberAt(year) && isYearNumber(year) && state.isSlash(year + 1) && state.isNumberAt(year + 2);
        return pair
                && (state.token(year).numeral().value().intValue() + 1) % HUNDRED
                        == state.token(year + 2).numeral().value().intValue() % HUNDRED;
    }

    private static boolean isYearNotRound(BigDecimal value) {
        return value.stripTrailingZeros().scale() <= 0
                && value.compareTo(FIRST_YEAR) >= 0
                && value.compareTo(LAST_YEAR) <= 0
                && value.intValue() % HUNDRED != 0;
    }

    private boolean saysSeveral() {
        int numbers = 0;
        for (int i = 0; i < state.size() && numbers < 2; i++) {
            numbers += state.isNumberAt(i) ? 1 : 0;
        }
        return numbers > 1;
    }

    /** The 160 of {@code forget the 160, it is 150}: it only says which value is to change. */
    private boolean isFormerValue(int number) {
        return state.isAt(number - 1, Cue.DROP)
                && state.hasTyped(number - 1, Trait.FORGETS)
                && state.isBreakAt(number + 1)
                && isRemembered(number);
    }

    /** The la of {@code de la oficina 210}. */
    private boolean isForeignArticle(int i) {
        return state.text.isTranslated() && state.hasTyped(i, Trait.FOREIGN_ARTICLE);
    }

    private boolean isSingularNoun(int i) {
        Token noun = state.at(i);
        boolean word = noun != null
                && (noun.kind == Token.Kind.WORD || isNumberedNoun(i))
                && noun.end - noun.start >= SHORTEST_NOUN;
        return word && !state.isPluralAt(i) && !state.hasTyped(i, Trait.NEVER_NUMBERED) && !state.isParticipleAt(i);
    }

    /** {@code Tanya from Depot 9}: a word with a capital in the middle of a sentence of small ones. */
    private boolean isProperNoun(int i) {
        Token noun = state.token(i);
        return i > state.sentence(i).first()
                && noun.kind == Token.Kind.WORD
                && state.text.isUpperCase(noun.start)
                && !state.text.isUpperCase(noun.start + 1);
    }

    /** The 6 of {@code week 6, when the road was shut}, of {@code from month 6 on}. */
    private boolean isOfPeriod(int number) {
        int unit = number - 1;
        Measure measure = state.measureAt(unit);
        boolean period = measure != null
                && measure.isTime()
                && !state.terse
                && !state.isPluralAt(unit)
                && state.token(number).numeral().value().intValue() <= WEEKS;
        return period && (unit == state.sentence(unit).first() || state.hasTyped(unit - 1, Trait.LEADS_TO_PLACE));
    }

    private boolean isYearNumber(int number) {
        Token token = state.token(number);
        BigDecimal value = token.numeral().value();
        return token.end - token.start == YEAR_DIGITS
                && value.compareTo(FIRST_YEAR) >= 0
                && value.compareTo(LAST_YEAR) <= 0;
    }

    /** The 1994 of {@code since 1994}, the 2023 of {@code the field books of 2023}, the 2020 of {@code the client from 2020 asks}. */
    private boolean isYear(int number) {
        int lead = number - 1;
        boolean led = state.hasTyped(lead, Trait.LEADS_TO_YEAR) || state.hasTyped(lead, Trait.TELLS_YEAR);
        if (!(led || isOfMonth(number))
                || !isYearNumber(number)
                || state.isAt(number + 1, Cue.TO)
                || isRemembered(number)
                || isCountedNoun(number + 1)) {
            return false;
        }
        boolean ofThings = !state.isAt(lead, Cue.OF) || isThing(lead - 1) || state.isAt(lead - 1, Cue.IS);
        // "It went down from 1950": what changes is a number.
        boolean changed = state.isAt(lead, Cue.FROM) && state.hasTyped(lead - 1, Trait.DOWNWARDS);
        return ofThings && !changed;
    }

    /** The 2027 of {@code the grant was extended to June 2027}; not the 2100 of {@code in August 2100 calls came in}. */
    private boolean isOfMonth(int number) {
        boolean month = state.hasTyped(number - 1, Trait.MONTH_NAME) || state.hasTyped(number - 1, Trait.MAY);
        return month && state.token(number).isYear() && !state.isUnitAt(number + 1) && !state.isRateAt(number + 1);
    }

    /** True of a word or of data in the plural that a year behind it dates, but not of a total. */
    private boolean isThing(int i) {
        Token token = state.at(i);
        boolean noun = token != null && (token.kind == Token.Kind.WORD || state.isItemAt(i));
        return noun
                && !state.hasTyped(i, Trait.COUNT_NOUN)
                && !state.hasTyped(i, Trait.TRAINING_DATA)
                && !state.hasTyped(i, Trait.LENGTH_NOUN);
    }

    /** The 2019 of {@code the 2019 samples}, the 1784 of {@code the 1784 register}; but not if the conversation has so many. */
    private boolean isYearOfThings(int number) {
        boolean led = state.hasTyped(number - 1, Trait.DEFINITE_ARTICLE) || state.hasTyped(number - 1, Trait.OWNER);
        if (!led
                || !isYearNumber(number)
                || state.token(number).numeral().value().intValue() % HUNDRED == 0) {
            return false;
        }
        Token thing = state.at(number + 1);
        boolean word = thing != null && thing.kind == Token.Kind.WORD;
        boolean ofData = state.isItemAt(number + 1);
        boolean recent =
                !state.isAt(number + 1, Measure.EXAMPLE) || state.token(number).isYear();
        return (word || (ofData && recent)) && (saysAnotherValue(number) || !remembersSuchACount());
    }

    /** {@code 2 epochs is plenty for the 2021 letters}: another number has its unit. */
    private boolean saysAnotherValue(int number) {
        if (counted == null) {
            counted = -1;
            for (int i = 0; i < state.size() && counted < 0; i++) {
                Measure unit = state.isNumberAt(i) ? state.measureAt(i + 1) : null;
                counted = unit == null || isYearNumber(i) ? -1 : i;
            }
        }
        return counted >= 0 && counted != number;
    }

    private boolean remembersSuchACount() {
        for (SlotName<?> name : state.remembered.names()) {
            BigDecimal value = state.remembered.number(name);
            boolean such = value != null && value.compareTo(FIRST_YEAR) >= 0 && value.compareTo(LAST_YEAR) <= 0;
            if (such && (name == SlotName.EXAMPLES || name == SlotName.REQUESTS_PER_DAY)) {
                return true;
            }
        }
        return false;
    }

    private boolean isRemembered(int number) {
        return state.remembersNumber(state.token(number).numeral().value());
    }

    private boolean isCountedNoun(int i) {
        Token token = state.at(i);
        return token != null && (state.isItemAt(i) || (token.kind == Token.Kind.WORD && state.isPluralAt(i)));
    }

    /** The 15 of {@code after november 15}, the 2 of {@code from 2 May}, the 23 of {@code bis zum 23. September}. */
    private boolean isDay(int number) {
        if (state.token(number).numeral().value().intValue() > DAYS || isCountedNoun(number + 1)) {
            return false;
        }
        boolean behind = state.hasTyped(number - 1, Trait.MONTH_NAME) && !state.hasTyped(number + 1, Trait.GROWS);
        boolean may = state.hasTyped(number + 1, Trait.MAY) && state.hasTyped(number - 1, Trait.LEADS_TO_DAY);
        return behind || isBeforeMonth(number) || may;
    }

    private boolean isBeforeMonth(int number) {
        int behindDot = state.isSymbolAt(number + 1, '.') ? number + 2 : number + 1;
        return state.hasTyped(behindDot, Trait.MONTH_NAME);
    }

    /** The 31 of {@code 31 m/s}, the 28 of {@code 28 knots}, the 4 of {@code 4 m of swell}. */
    private boolean isMeasurement(int number) {
        int unit = number + 1;
        boolean rate = state.hasTyped(unit, Trait.SHORT_UNIT)
                && ((state.isSlash(unit + 1) && !state.token(unit + 1).spaced) || state.isAt(unit + 1, Cue.OF));
        return rate || state.hasTyped(unit, Trait.PHYSICAL_UNIT);
    }
}
