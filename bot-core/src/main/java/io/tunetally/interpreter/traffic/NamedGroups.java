package io.tunetally.interpreter.traffic;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds how many there are of a group of which one is named, whatever it is and wherever it is counted: {@code 60 a day per
 * garage and 5 garages}, {@code nineteen branch libraries, each library gets 20}.
 */
final class NamedGroups {
    /** No number. */
    static final int NONE = -1;

    /** The most words between a number of groups and their noun, it included. */
    private static final int NOUN_REACH = 3;

    /** Fewer letters are no noun. */
    private static final int SHORTEST_NOUN = 3;

    /** The letters of a plural's ending that takes the place of another: {@code library}, {@code libraries}. */
    private static final int CHANGED_ENDING = 3;

    /** Marks a word without its ending. */
    private static final String STEM = "~";

    /** The most tokens between one and the number of all of them: some three sentences. */
    private static final int REACH = 60;

    /** The most words between the word for each and a number of them. */
    private static final int REACH_OF_ALL = 4;

    /** The most tokens from a rate to the number that it is multiplied by. */
    private static final int REACH_OF_PLACES = 16;

    /** The most counts of a group on each side of one that are looked at. */
    private static final int NEAREST = 4;

    private final ParseState state;
    /** The places of the counts of a group by its singular; found when one is first named. */
    private @Nullable Map<String, NavigableSet<Integer>> counts;

    NamedGroups(ParseState state) {
        this.state = state;
    }

    /** Returns the index of the nearest number of such groups besides a rate, or {@link #NONE}. */
    int countOf(int one, int rate) {
        NavigableSet<Integer> all = countsOf(one);
        if (all == null) {
            return NONE;
        }
        int before = free(all.headSet(one, false).descendingSet(), one, rate);
        int behind = free(all.tailSet(one, false), one, rate);
        return before < 0 || (behind >= 0 && behind - one < one - before) ? behind : before;
    }

    private int free(Iterable<Integer> places, int one, int rate) {
        int looked = 0;
        for (int place : places) {
            looked++;
            if (looked > NEAREST || Math.abs(place - one) > REACH) {
                return NONE;
            }
            if (place != rate && isFree(place)) {
                return place;
            }
        }
        return NONE;
    }

    /** True if a number counts things of which one is named. */
    boolean isCountOf(int number, int one) {
        NavigableSet<Integer> all = countsOf(one);
        return all != null && all.contains(number);
    }

    private Map<String, NavigableSet<Integer>> counts() {
        if (counts == null) {
            counts = new HashMap<>();
            for (int i = 0; i < state.size(); i++) {
                if (state.isCountAt(i)) {
                    note(i, counts);
                }
            }
        }
        return counts;
    }

    private void note(int number, Map<String, NavigableSet<Integer>> places) {
        for (int noun = number + 1; noun <= number + NOUN_REACH && isWord(noun); noun++) {
            if (state.isPluralAt(noun)) {
                for (String singular : singulars(state.typed(noun, noun))) {
                    places.computeIfAbsent(singular, _ -> new TreeSet<>()).add(number);
                }
            }
        }
    }

    /** Returns what a plural may be of: {@code garage} of {@code garages}, {@code bus} of {@code buses}, the stem of {@code libraries}. */
    private static List<String> singulars(String plural) {
        List<String> singulars = new ArrayList<>(3);
        int length = plural.length();
        if (length > SHORTEST_NOUN) {
            singulars.add(plural.substring(0, length - 1));
        }
        if (length > SHORTEST_NOUN + 1) {
            singulars.add(plural.substring(0, length - 2));
        }
        if (length > SHORTEST_NOUN + CHANGED_ENDING) {
            singulars.add(plural.substring(0, length - CHANGED_ENDING) + STEM);
        }
        return singulars;
    }

    private @Nullable NavigableSet<Integer> countsOf(int one) {
        if (!canBeGroup(one)) {
            return null;
        }
        String singular = state.typed(one, one);
        NavigableSet<Integer> same = counts().get(singular);
        return same == null && singular.length() > SHORTEST_NOUN
                ? counts().get(singular.substring(0, singular.length() - 1) + STEM)
                : same;
    }

    /** False of what is sent or measured: {@code each email}, {@code per request}, {@code per day}. */
    private boolean canBeGroup(int one) {
        return isWord(one) && !state.isItemAt(one) && !state.isAt(one, Measure.REQUEST) && !state.isPluralAt(one);
    }

    private boolean isWord(int i) {
        Token token = state.at(i);
        if (token == null || token.isNumber() || token.kind == Token.Kind.SYMBOL || state.isBreakAt(i)) {
            return false;
        }
        return token.kind == Token.Kind.WORD
                || state.hasTyped(i, Trait.HEADS)
                || token.is(Measure.OTHER)
                || (!token.is(Category.UNITS) && token.cue() == null);
    }

    private boolean isFree(int number) {
        Token token = state.token(number);
        return state.isCountAt(number)
                && !state.isSize(number)
                && !state.isMoneyBefore(number + 1)
                && (token.use == Token.Use.NOTHING || token.use == Token.Use.KNOWN_NON_SLOT);
    }

    /** Returns the 5 of {@code at each of the 5 garages}, {@code per site, for all 6 sites} behind a rate, or {@link #NONE}. */
    int allBehind(int last, int end) {
        for (int i = last + 1; i < end && !state.isNumberAt(i) && !state.isBreakAt(i); i++) {
            boolean each = state.isAt(i, Cue.EACH) || state.isAt(i, Cue.EVERY) || state.hasTyped(i, Trait.EACH_ONE);
            int number = each ? countIn(i + 1) : NONE;
            if (number >= 0) {
                return number;
            }
        }
        return NONE;
    }

    /** Returns the number in {@code of the 5}, or {@link #NONE}. */
    private int countIn(int of) {
        boolean part = state.isAt(of, Cue.OF) || state.isAt(of, Trait.PART_OF);
        for (int i = of + 1; part && i < of + REACH_OF_ALL; i++) {
            if (state.isCountAt(i)) {
                return isFree(i) && isWord(i + 1) ? i : NONE;
            }
        }
        return NONE;
    }

    /** Returns the 6 of {@code across 6 sites}, {@code at 4 depots} up to an end, or {@link #NONE}. */
    int placesIn(int first, int end) {
        for (int i = first; i + 2 < Math.min(end, first + REACH_OF_PLACES); i++) {
            boolean led = state.isAt(i, Cue.OVER) || state.isAt(i, Trait.LOCATIVE) || state.hasTyped(i, Trait.LOCATIVE);
            if (led && isFree(i + 1) && placeBehind(i + 1)) {
                return i + 1;
            }
        }
        return NONE;
    }

    private boolean placeBehind(int number) {
        for (int noun = number + 1; noun <= number + NOUN_REACH && isWord(noun); noun++) {
            if (state.isPluralAt(noun) && !state.isItemAt(noun)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the 12 of {@code 12 midwives and 40 volunteers. Only the midwives will use it} for a sentence's words, or {@link #NONE}. */
    int onlyThose(int first, int end) {
        for (int i = first; i + 2 < end; i++) {
            boolean only = !state.isNumberAt(i) && state.hasTyped(i, Trait.ONLY_THESE);
            if (only && state.hasTyped(i + 1, Trait.DEFINITE_ARTICLE) && isWord(i + 2) && state.isPluralAt(i + 2)) {
                return counted(i + 2);
            }
        }
        return NONE;
    }

    private int counted(int plural) {
        String noun = state.typed(plural, plural);
        NavigableSet<Integer> all = counts().get(noun.substring(0, noun.length() - 1));
        Integer number = all == null ? null : all.lower(plural);
        // "we are 15 midwives": what looks like data is those who use it.
        boolean open = number != null && (isFree(number) || state.candidates.isOf(SlotName.EXAMPLES, number));
        return number != null && open && plural - number <= REACH ? number : NONE;
    }

    /** Returns the 3 of {@code 4 branches in Hobart and 3 in Launceston}, which the noun of the 4 counts, too; or {@link #NONE}. */
    int elsewhere(int number) {
        int place = number + 1;
        while (place <= number + NOUN_REACH && isWord(place) && !isPlace(place)) {
            place++;
        }
        for (int i = place + 1; isPlace(place) && i <= place + NOUN_REACH + 1; i++) {
            boolean joins = state.isAt(i, Cue.AND) || state.hasTyped(i, Trait.PLUS) || state.isSymbolAt(i, ',');
            if (joins && state.isCountAt(i + 1) && isPlace(i + 2)) {
                return isFree(i + 1) && state.measureAt(i + 3) == null ? i + 1 : NONE;
            }
            if (state.isNumberAt(i)) {
                return NONE;
            }
        }
        return NONE;
    }

    /** Returns the 8 of {@code 8 pilots and 22 deck hands} for the 22, which has another noun, and of {@code 8 + 22 nurses}; or {@link #NONE}. */
    int joinedBefore(int number) {
        if (state.isSymbolAt(number - 1, '+') && isFree(number - 2)) {
            return number - 2;
        }
        boolean joins = state.isAt(number - 1, Cue.AND) || state.hasTyped(number - 1, Trait.PLUS);
        int noun = number - 2;
        if (!joins || !areSeveral(noun) || !isWord(noun) || state.isItemAt(noun)) {
            return NONE;
        }
        for (int i = noun - 1; i >= noun - NOUN_REACH; i--) {
            if (state.isNumberAt(i)) {
                return isFree(i) && hasPlural(number) && !areOfPlaces(noun, number) ? i : NONE;
            }
            if (!isWord(i)) {
                return NONE;
            }
        }
        return NONE;
    }

    /**
     * Returns the 5 of {@code 5 classes of 28 pupils} for the 28, so many as there are of whom each group has so many: {@code 8 depots with 12
     * drivers each}, {@code 14 teachers, 30 pupils each}, {@code 28 pupils per class, 6 classes}; or {@link #NONE}.
     */
    int groupsOf(int count, int rate) {
        int noun = pluralBehind(count);
        if (noun < 0) {
            return NONE;
        }
        int lead = state.isAt(count - 1, Cue.ABOUT) ? count - 2 : count - 1;
        boolean has = state.isAt(lead, Cue.OF)
                || state.isAt(lead, Trait.PART_OF)
                || state.hasTyped(lead, Trait.HAVING)
                || (state.isAt(noun + 1, Cue.EACH) && state.isSymbolAt(lead, ','));
        int before = has ? groupsBefore(lead) : NONE;
        if (before >= 0) {
            return before;
        }
        boolean of = state.isAt(noun + 1, Cue.PER) || state.isAt(noun + 1, Cue.EVERY) || state.isAt(noun + 1, Cue.EACH);
        int number = of && state.at(noun + 2) != null ? countOf(noun + 2, rate) : NONE;
        return number == count ? NONE : number;
    }

    /**
     * Returns the 28 of {@code 28 pupils per class, 6 classes, each writes 2 essays a week} for the 6, where nothing says that a class does it; or
     * {@link #NONE}.
     */
    int peopleOf(int count, int rate) {
        int found = NONE;
        for (int i = 2; i + 1 < state.size(); i++) {
            boolean each = state.isAt(i, Cue.PER) || state.isAt(i, Cue.EACH) || state.isAt(i, Cue.EVERY);
            if (!each || !isCountOf(count, i + 1)) {
                continue;
            }
            int people = i - 2;
            boolean counted = state.isCountAt(people)
                    && people != rate
                    && people != count
                    && state.hasTyped(i - 1, Trait.HEADS)
                    && isFree(people);
            if (!counted) {
                return NONE;
            }
            found = people;
        }
        return found;
    }

    private int pluralBehind(int number) {
        for (int noun = number + 1; noun <= number + NOUN_REACH && isWord(noun); noun++) {
            if (state.isPluralAt(noun)) {
                return state.isItemAt(noun) || state.isAt(noun, Measure.REQUEST) ? NONE : noun;
            }
        }
        return NONE;
    }

    private int groupsBefore(int lead) {
        if (!state.isPluralAt(lead - 1) || state.isItemAt(lead - 1)) {
            return NONE;
        }
        for (int i = lead - 1; i >= lead - NOUN_REACH - 1 && i >= 0; i--) {
            if (state.isNumberAt(i)) {
                return isFree(i) ? i : NONE;
            }
            if (!isWord(i)) {
                return NONE;
            }
        }
        return NONE;
    }

    private boolean hasPlural(int number) {
        for (int noun = number + 1; noun <= number + NOUN_REACH && isWord(noun); noun++) {
            if (areSeveral(noun)) {
                return !state.isItemAt(noun);
            }
        }
        return false;
    }

    private boolean areSeveral(int noun) {
        return state.isPluralAt(noun) || state.hasTyped(noun, Trait.HEADS);
    }

    /** True of the shops of {@code 5 shops and 40 clerks}, in which those are who ask. */
    private boolean areOfPlaces(int noun, int people) {
        boolean heads = false;
        for (int i = people + 1; i <= people + NOUN_REACH && isWord(i); i++) {
            heads |= state.hasTyped(i, Trait.HEADS);
        }
        return heads && !state.hasTyped(noun, Trait.HEADS);
    }

    private boolean isPlace(int i) {
        return state.at(i) != null
                && !state.isNumberAt(i)
                && (state.isAt(i, Cue.IN) || state.isAt(i, Trait.LOCATIVE) || state.hasTyped(i, Trait.LOCATIVE));
    }

    /** Returns the three of {@code 85 a day, so three times that}, or {@link #NONE}. */
    int timesThat(int last, int end) {
        for (int i = last + 1; i + 2 < Math.min(end, last + REACH_OF_PLACES); i++) {
            boolean times = state.isCountAt(i) && state.isAt(i + 1, Measure.TIMES);
            if (times && (state.hasTyped(i + 2, Trait.PRONOUN) || state.isAt(i + 2, Trait.PRONOUN))) {
                return i;
            }
        }
        return NONE;
    }
}
