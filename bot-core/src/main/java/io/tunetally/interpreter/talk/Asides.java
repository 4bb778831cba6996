package io.tunetally.interpreter.talk;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.OnlyNumber;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.Sentence;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Numbers of a conversation that are said in passing: scores ({@code we won 27-24}), ages and delays ({@code 31 years late}), one of
 * many ({@code one of 13}), and counts of things of which nothing says that they are data ({@code 400 ewes}). They change no request.
 */
public final class Asides {
    /** The words beside a count and its noun that make a message more than a value. */
    private static final int MOST_OTHER_WORDS = 1;

    /** The most words outside the lexicon of a message whose number is a value without a word that says so. */
    private static final int MOST_WORDS_OF_EDIT = 3;

    /** The most words between a number and the noun that it counts: {@code 27 wedding cakes}. */
    private static final int REACH_OF_NOUN = 2;

    /** The most words from an amount verb to its number: {@code we have collected 1,200 labels}. */
    private static final int REACH_OF_VERB = 4;

    /** More passes over the data are none: {@code ep 212 is out}. */
    private static final BigDecimal MOST_EPOCHS = BigDecimal.valueOf(100);

    /** The letters of the shortest noun that a number stands behind as a name: {@code badge 2207}. */
    private static final int SHORTEST_NOUN = 3;

    private static final List<String> ORDINAL_ENDS = List.of("st", "nd", "rd", "th");

    private static final Set<Category> OF_JOB = EnumSet.of(
            Category.TUNING,
            Category.METHODS,
            Category.PROVIDERS,
            Category.DEPLOYMENTS,
            Category.GPUS,
            Category.OBJECTIVES);

    private static final Set<Cue> CHANGES = EnumSet.of(
            Cue.INSTEAD,
            Cue.INSTEAD_OF,
            Cue.CORRECTION,
            Cue.WHAT_ABOUT,
            Cue.TRAINING,
            Cue.TOTAL,
            Cue.PROMPT,
            Cue.TUNED_PROMPT,
            Cue.CACHED,
            Cue.RETRAIN,
            Cue.VALIDATION);

    private static final Set<Cue> CHANGES_BESIDE = EnumSet.of(
            Cue.SAME,
            Cue.ADD,
            Cue.DROP,
            Cue.BUDGET,
            Cue.HALF,
            Cue.DOUBLE,
            Cue.TRIPLE,
            Cue.QUADRUPLE,
            Cue.AVERAGE,
            Cue.EACH);

    private static final List<Measure> UNITS_OF_JOB =
            List.of(Measure.EXAMPLE, Measure.EPOCH, Measure.TOKEN, Measure.REQUEST, Measure.RUN, Measure.PERCENT);

    /** Words that say beside a number that it is a new value, or changes one. */
    private static final List<Trait> SIGNS_BESIDE = List.of(
            Trait.TODAY,
            Trait.ADDED,
            Trait.GROWS,
            Trait.SHRINKS,
            Trait.CHANGES_COUNT,
            Trait.LOSES,
            Trait.MINUS,
            Trait.REMAINS,
            Trait.DISCARDED,
            Trait.LENGTH,
            Trait.AS_MANY,
            Trait.AFFORDS,
            Trait.IS_ENOUGH,
            Trait.USUAL);

    /** Words that say so before a number only: {@code just 40}, {@code so 40}. */
    private static final List<Trait> SIGNS_BEFORE =
            List.of(Trait.PLANS_WITH, Trait.NARROWS, Trait.CONCLUDES, Trait.THAN);

    /** Words that say so in the same sentence. */
    private static final List<Trait> SIGNS_OF_SENTENCE = List.of(
            Trait.CORRECTS,
            Trait.TRAINING_DATA,
            Trait.DATA_SIZE,
            Trait.DEMANDS,
            Trait.FUNDER,
            Trait.EACH_ONE,
            Trait.COUNT_NOUN,
            Trait.LENGTH_NOUN,
            Trait.SAYS_NO,
            Trait.ADMITS_ERROR);

    /** The most words from a number to a word that says what becomes of it. */
    private static final int REACH_BEFORE = 4;

    private static final int REACH_BEHIND = 3;

    private final ParseState state;

    private Asides(ParseState state) {
        this.state = state;
    }

    /** Sets numbers said in passing aside before any reader takes them for values. */
    public static void read(ParseState state) {
        if (state.mayEdit() && state.any(Token::isNumber)) {
            new Asides(state).read();
        }
    }

    private void read() {
        boolean asks = asksOrNames(state);
        int sentence = -1;
        boolean changes = false;
        for (int i = 0; i < state.size(); i++) {
            boolean number = state.isNumberAt(i) || state.hasTyped(i, Trait.REPEATS);
            if (!number || state.token(i).use != Token.Use.NOTHING || state.isOfMention(i)) {
                continue;
            }
            int first = state.sentence(i).first();
            if (first != sentence) {
                sentence = first;
                changes = asks || saysChange(state, first, state.sentence(i).end());
            }
            boolean counts = OtherMatters.isSoon(state, i)
                    || OtherMatters.isOfCode(state, i)
                    || OtherMatters.isRating(state, i)
                    || OtherMatters.isOfTrillions(state, i)
                    || OtherMatters.isToldDeed(state, i)
                    || OtherMatters.isStay(state, i)
                    || OtherMatters.isDenied(state, i)
                    || (!changes && (isOfOtherThings(i) || OtherMatters.has(state, i)));
            if (counts || isOneOf(i) || isOrdinal(i) || isAge(i) || isEpisode(i) || isFrost(i) || isName(i)) {
                state.setAside(i);
            } else if (isScore(i)) {
                state.setAside(i);
                state.setAside(i + 2);
            } else if (endOfTally(i) > i) {
                state.setAside(endOfTally(i));
                state.setAside(i);
            }
        }
    }

    /**
     * True if a word of a message says that a value changes, or what it is about: {@code now}, {@code rather than}, {@code more}, an
     * old value, a model, a unit of the job, a question.
     */
    public static boolean saysChange(ParseState state) {
        return asksOrNames(state) || saysChange(state, 0, state.size());
    }

    /** True if a message names a model that it means, asks, or says a value of the request again. */
    private static boolean asksOrNames(ParseState state) {
        return (!state.mentions.isEmpty() && !Proof.lacks(state))
                || state.hasQuestionMark()
                || state.asks()
                || namesQuestion(state)
                || saysRemembered(state);
    }

    /** True if a word between two indexes says that a value changes, or what it is about. */
    private static boolean saysChange(ParseState state, int first, int end) {
        return (hasSign(state) && (end - first == state.size() || hasSign(state, first, end)))
                || isSaidBeside(state, first, end);
    }

    private static boolean hasSign(ParseState state) {
        return OF_JOB.stream().anyMatch(state::has)
                || CHANGES.stream().anyMatch(state::has)
                || UNITS_OF_JOB.stream().anyMatch(state::has)
                || SIGNS_OF_SENTENCE.stream().anyMatch(state::hasTypedAnywhere);
    }

    private static boolean hasSign(ParseState state, int first, int end) {
        for (int i = first; i < end; i++) {
            Token token = state.token(i);
            if (OF_JOB.stream().anyMatch(token::is)
                    || CHANGES.stream().anyMatch(token::is)
                    || UNITS_OF_JOB.stream().anyMatch(token::is)
                    || SIGNS_OF_SENTENCE.stream().anyMatch(isTyped(state, i))) {
                return true;
            }
        }
        return false;
    }

    /** True if it names a question of ours by more than a word of every day: {@code Suresh is paying} asks for no price. */
    static boolean namesQuestion(ParseState state) {
        return state.any(token -> token.is(Category.INTENTS) && token.lexeme != null && !token.lexeme.weak());
    }

    /** True if it says a value of the request again; the 12 of {@code room 12} is none. */
    private static boolean saysRemembered(ParseState state) {
        for (int i = 0; i < state.size(); i++) {
            if (state.isNumberAt(i)
                    && !state.candidates.isSetAside(i)
                    && state.remembersNumber(state.token(i).numeral().value())) {
                return true;
            }
        }
        return false;
    }

    /** True of a message with a number that no word makes a value, among words of its own: {@code the invoice for 60 lilies says 600}. */
    public static boolean is(ParseState state) {
        if (!state.mayEdit() || state.language != null || !state.any(Token::isNumber) || saysChange(state)) {
            return false;
        }
        Asides asides = new Asides(state);
        boolean amount = false;
        for (int i = 0; i < state.size(); i++) {
            amount |= state.isNumberAt(i) && asides.isAmount(i);
        }
        Slots said = state.slots.build();
        boolean chooses = said.names().stream().anyMatch(name -> said.number(name) == null);
        return !amount && !chooses && asides.otherWords(state.size(), -1) > MOST_WORDS_OF_EDIT;
    }

    /** True if a sign of change stands beside a number. */
    private static boolean isSaidBeside(ParseState state, int first, int end) {
        int number = first - REACH_BEHIND - 1;
        int sign = first - REACH_BEFORE - 1;
        for (int i = first; i < end; i++) {
            if (commands(state, i)) {
                return true;
            }
            if (OtherMatters.isOfGoods(state, i)) {
                continue;
            }
            if (state.isNumberAt(i) || state.hasTyped(i, Trait.REPEATS)) {
                if (isOfJob(state, i) || i - sign <= REACH_BEFORE) {
                    return true;
                }
                number = i;
            } else if (isSign(state, i)) {
                if (i - number <= REACH_BEHIND) {
                    return true;
                }
                sign = i;
            } else if (SIGNS_BEFORE.stream().anyMatch(isTyped(state, i))) {
                sign = i;
            }
        }
        return false;
    }

    /** {@code 80 slips have rain on them, remove}. */
    private static boolean commands(ParseState state, int i) {
        return (state.isAt(i, Cue.DROP) || state.isAt(i, Cue.ADD) || state.isAt(i, Cue.SAME))
                && state.clause(i).first() == i;
    }

    /** The word, but not the sign of {@code 95 km/h}. */
    private static boolean isPer(ParseState state, int i) {
        return state.isAt(i, Cue.PER) && !state.isSlash(i);
    }

    private static Predicate<Trait> isTyped(ParseState state, int i) {
        return trait -> state.hasTyped(i, trait);
    }

    private static boolean isSign(ParseState state, int i) {
        Cue cue = state.token(i).cue();
        boolean sign = (cue != null && CHANGES_BESIDE.contains(cue))
                || (SIGNS_BESIDE.stream().anyMatch(isTyped(state, i)) && !isEaten(state, i));
        // "The lamp room is 119 steps up"
        boolean half = state.isAt(i, Cue.HALF) && state.isNumberAt(i + 1);
        boolean way = state.hasTyped(i, Trait.WAY) && !state.isAt(i + 1, Cue.TO) && !state.isNumberAt(i + 1);
        // "The build is red again"
        Token before = state.at(i - 1);
        boolean relapse = state.hasTyped(i, Trait.AGAIN) && before != null && before.kind == Token.Kind.WORD;
        return (sign && !way && !relapse && !half)
                || (state.isAt(i, Measure.TIMES) && state.isPluralAt(i))
                || isPer(state, i);
    }

    /** The verb of {@code the auditors ate 40 sandwiches}, but not of {@code the printer ate 40 letters}. */
    private static boolean isEaten(ParseState state, int verb) {
        int number = verb + 1;
        boolean counted = state.isNumberAt(number) && state.hasTyped(verb, Trait.LOSES);
        int noun = counted ? noun(state, number) : -1;
        return noun == number + 1 && !state.isItemAt(noun) && !state.hasTyped(noun, Trait.DATA_IF_MANY);
    }

    /** {@code 420 texts}, {@code 1,150 questions a day}, {@code 25%}, {@code 70 of these}; few of many are none: {@code two of them}. */
    static boolean isOfJob(ParseState state, int number) {
        boolean through = state.hasTyped(number, Trait.REPEATS) && state.hasTyped(number + 1, Trait.PASSES_OVER);
        if (state.isPercentAt(number + 1) || through) {
            return true;
        }
        BigDecimal examples = state.remembered.number(SlotName.EXAMPLES);
        boolean few = examples != null
                && examples.compareTo(OnlyNumber.FEWEST_EXAMPLES) > 0
                && state.isNumberAt(number)
                && state.token(number).numeral().value().compareTo(BigDecimal.TEN) < 0;
        boolean ofJob = !few && state.isOfThemAt(number + 1);
        for (int i = number + 1; i <= number + 1 + REACH_OF_NOUN && !state.isBreakAt(i) && !ofJob; i++) {
            boolean data = state.isItemAt(i) || state.hasTyped(i, Trait.DATA_IF_MANY);
            ofJob = (!few && data && !OtherMatters.isDealtIn(state, i)) || state.isRateAt(i);
        }
        return ofJob;
    }

    /** {@code 400 ewes and one of me}: an unknown noun, in a message with words of its own, and no verb that says whose they are. */
    private boolean isOfOtherThings(int number) {
        int noun = noun(state, number);
        return noun > 0 && !isAmount(number) && otherWords(number, noun) > MOST_OTHER_WORDS;
    }

    /** Returns the index of the unknown noun that a number counts, or -1. */
    static int noun(ParseState state, int number) {
        for (int i = number + 1; i <= number + 1 + REACH_OF_NOUN; i++) {
            Token token = state.at(i);
            if (token == null || token.kind != Token.Kind.WORD) {
                return -1;
            }
            if (state.isPluralAt(i)) {
                return i;
            }
        }
        return -1;
    }

    /** {@code we have 1,200 labels}, {@code I found 350}: an amount that is there. */
    private boolean isAmount(int number) {
        if (OtherMatters.isOfGoods(state, number)) {
            return false;
        }
        int first = Math.max(state.clause(number).first(), number - REACH_OF_VERB);
        for (int i = first; i < number; i++) {
            if (state.hasTyped(i, Trait.THERE)
                    || state.hasTyped(i, Trait.OWNS)
                    || state.hasTyped(i, Trait.COLLECTS)
                    || state.hasTyped(i, Trait.SUPPLIES)
                    || state.hasTyped(i, Trait.POSSESSES)) {
                return true;
            }
        }
        return false;
    }

    private int otherWords(int first, int last) {
        int words = 0;
        for (int i = 0; i < state.size(); i++) {
            Token token = state.token(i);
            words += (i < first || i > last) && token.kind == Token.Kind.WORD ? 1 : 0;
        }
        return words;
    }

    /** The 2207 of {@code it was Delgado, badge 2207}: behind a noun of another matter, the only number of its sentence names one of many. */
    private boolean isName(int number) {
        Token noun = state.at(number - 1);
        if (noun == null
                || noun.kind != Token.Kind.WORD
                || noun.end - noun.start < SHORTEST_NOUN
                || state.text.isTranslated()
                || !state.isCountAt(number)
                || state.token(number).numeral().suffix() != ' '
                || !state.typedAt(number - 1).isEmpty()
                || state.isPluralAt(number - 1)
                || state.hasQuestionMark()) {
            return false;
        }
        Sentence sentence = state.sentence(number);
        for (int i = sentence.first(); i < sentence.end(); i++) {
            if (i != number && state.isNumberAt(i) && !state.isOneAt(i)) {
                return false;
            }
        }
        Token behind = state.at(number + 1);
        boolean ends = state.isBreakAt(number + 1) && number - 1 > sentence.first() && !state.isAt(number - 2, Cue.IS);
        return ends
                || state.isAt(number + 1, Cue.IS)
                || state.isAt(number + 1, Cue.ON)
                || state.hasTyped(number + 1, Trait.IN_HAND)
                || (behind != null
                        && behind.kind == Token.Kind.WORD
                        && !state.isPluralAt(number + 1)
                        && number - 1 == sentence.first());
    }

    /** The 13 of {@code my grandmother was one of 13}. */
    private boolean isOneOf(int number) {
        return state.hasTyped(number - 1, Trait.ONE_OF) && !state.isUnitAt(number + 1) && !state.isItemAt(number + 1);
    }

    /** The 3 of {@code lambing starts on the 3rd}, but not the 10 of {@code every 10th row}. */
    private boolean isOrdinal(int number) {
        String typed = state.typed(number, number).toLowerCase(Locale.ROOT);
        return ORDINAL_ENDS.stream().anyMatch(typed::endsWith)
                && (state.hasTyped(number - 1, Trait.DEFINITE_ARTICLE) || state.isAt(number - 1, Cue.ON));
    }

    /** The 31 of {@code 31 years late}, the 12 of {@code a 12 year old dog}, the 97 of {@code she turned 97}. */
    private boolean isAge(int number) {
        Measure unit = state.measureAt(number + 1);
        boolean time = unit != null && unit.isTime() && state.hasTyped(number + 2, Trait.LATE_OR_OLD);
        return time || isTurned(number);
    }

    /** The 31 of {@code minus 31 in Jokkmokk}. */
    private boolean isFrost(int number) {
        Token place = state.at(number + 2);
        boolean placed = state.isAt(number + 1, Cue.IN) && place != null && place.kind == Token.Kind.WORD;
        return state.hasTyped(number - 1, Trait.MINUS)
                && number == state.sentence(number).first() + 1
                && (placed || state.hasTyped(number + 1, Trait.PLACE));
    }

    private boolean isTurned(int number) {
        return state.hasTyped(number - 1, Trait.TURNS_AGE) && !state.isUnitAt(number + 1);
    }

    /** The 212 of {@code ep 212 is out}: so many passes are none. */
    private boolean isEpisode(int number) {
        return state.isAt(number - 1, Measure.EPOCH)
                && state.hasTyped(number - 1, Trait.ALSO_EPISODE)
                && state.token(number).numeral().value().compareTo(MOST_EPOCHS) > 0;
    }

    /** Returns the index of the 2 of {@code the board voted 7 to 2 against it}, {@code 31 hands to 6}, or -1. */
    private int endOfTally(int number) {
        boolean hands = state.hasTyped(number + 1, Trait.BALLOT)
                || (state.text.isTranslated() && state.isAt(number + 1, Measure.OTHER));
        int link = hands ? number + 2 : number + 1;
        int other = link + 1;
        // "8 zu 3": the small word is left out in the translation.
        boolean left = state.text.isTranslated() && state.isNumberAt(link);
        other = left ? link : other;
        boolean to = left
                || state.isAt(link, Cue.TO)
                || (state.text.isTranslated() && state.hasTypedAnywhere(Trait.VOTES) && !state.isBreakAt(link));
        boolean two = to
                && state.isCountAt(number)
                && state.isCountAt(other)
                && (state.hasTypedAnywhere(Trait.VOTES) || (hands && !state.text.isTranslated()))
                && !state.isUnitAt(other + 1);
        boolean descends = two
                && state.token(number)
                                .numeral()
                                .value()
                                .compareTo(state.token(other).numeral().value())
                        > 0;
        return descends ? other : -1;
    }

    /** The 27 and 24 of {@code we won 27-24}, {@code it was 3-1}: the larger first, or a word of games beside them. */
    private boolean isScore(int number) {
        int other = number + 2;
        boolean joined = state.isSymbolAt(number + 1, '-')
                && state.isCountAt(number)
                && state.isCountAt(other)
                && state.token(number).end == state.token(number + 1).start
                && state.token(number + 1).end == state.token(other).start;
        if (!joined
                || state.isUnitAt(other + 1)
                || state.isSymbolAt(other + 1, '-')
                || state.isSymbolAt(number - 1, '-')) {
            return false;
        }
        BigDecimal first = state.token(number).numeral().value();
        BigDecimal second = state.token(other).numeral().value();
        return first.compareTo(second) >= 0 || state.hasTypedAnywhere(Trait.PLAYS_GAME);
    }
}
