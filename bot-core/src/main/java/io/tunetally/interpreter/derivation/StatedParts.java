package io.tunetally.interpreter.derivation;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Intent;
import io.tunetally.request.Problem;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads that a remembered count is that of one part, and how many parts there are, whatever these are called: {@code that's per branch and
 * there are 7 of them}, {@code the 90 is one hotel, we run four}, {@code times 12}, {@code each of those 700 comes in three versions}.
 */
public final class StatedParts {
    private static final BigDecimal MOST_PARTS = BigDecimal.valueOf(5000);
    private static final BigDecimal MOST = BigDecimal.valueOf(100_000_000);

    /** The most words between what is of one part and the word that says so. */
    private static final int REACH = 7;

    /** The most words between those who have parts and their number: {@code we look after 5}. */
    private static final int REACH_OF_OWNER = 4;

    /** The most words of {@code each of those 700 letters}, and of a noun: {@code per call centre}. */
    private static final int WORDS_OF_NOUN = 3;

    private final ParseState state;
    private final SaidBefore before;
    private final Nouns nouns;

    private StatedParts(ParseState state) {
        this.state = state;
        before = new SaidBefore(state);
        nouns = new Nouns(state);
    }

    /** How many times as much it is. */
    private record Multiple(BigDecimal factor, int token) {
        static final Multiple NONE = new Multiple(BigDecimal.ZERO, -1);

        boolean isFound() {
            return token >= 0;
        }
    }

    /** Reads the number of parts, before other numbers are read. */
    public static void read(ParseState state) {
        boolean counts = SaidBefore.COUNTS.stream().anyMatch(state.remembered::has);
        boolean asks = state.hasQuestionMark() || state.has(Intent.ESTIMATE) || state.has(Intent.COMPARE);
        if (state.mayEdit() && state.language == null && counts && !asks && !state.statesChange()) {
            new StatedParts(state).read();
        }
    }

    private void read() {
        List<Multiple> found = new ArrayList<>(1);
        for (int i = 0; i < state.size() && found.isEmpty(); i++) {
            add(found, multiplied(i));
            add(found, timesThat(i));
            add(found, versions(i));
            add(found, oneOfSeveral(i));
            add(found, parts(i));
        }
        if (found.isEmpty()) {
            return;
        }
        Multiple multiple = found.getFirst();
        SlotName<?> slot = before.subject();
        BigDecimal one = slot == null ? null : before.value(slot);
        if (slot == null || one == null) {
            tell(multiple);
            return;
        }
        BigDecimal value = one.multiply(multiple.factor());
        if (value.compareTo(MOST) > 0) {
            return;
        }
        List<Integer> numbers = new ArrayList<>();
        if (before.again() >= 0) {
            numbers.add(before.again());
        }
        numbers.add(multiple.token());
        numbers.sort(Integer::compare);
        String arithmetic =
                CountArithmetic.number(multiple.factor()) + CountArithmetic.TIMES + CountArithmetic.number(one);
        before.state(slot, value, arithmetic, numbers);
    }

    /** Of several remembered counts it may be each: the answer says that none was changed. */
    private void tell(Multiple multiple) {
        List<String> either = SaidBefore.COUNTS.stream()
                .filter(slot -> before.value(slot) != null)
                .map(slot -> multiplied(slot, multiple.factor()))
                .toList();
        int number = multiple.token();
        before.take(number);
        state.add(new Problem.UnknownWord(state.typed(number, number), either, state.span(number, number)));
        state.impliesEdit();
    }

    private String multiplied(SlotName<?> slot, BigDecimal factor) {
        BigDecimal one = before.value(slot);
        String number = one == null ? "" : CountArithmetic.number(one.multiply(factor));
        return number + (slot == SlotName.EXAMPLES ? " examples" : " requests per day");
    }

    private static void add(List<Multiple> found, Multiple multiple) {
        if (multiple.isFound()) {
            found.add(multiple);
        }
    }

    private Multiple of(int number) {
        return new Multiple(before.number(number), number);
    }

    /** {@code times 12, there is one such set for each month}, {@code x4, ...}, {@code multiply that by 20}, {@code double the 80}. */
    private Multiple multiplied(int i) {
        Cue cue = state.token(i).cue();
        BigDecimal factor = cue == null ? null : cue.multiple();
        if (factor != null) {
            int number = state.hasTyped(i + 1, Trait.DEFINITE_ARTICLE) ? i + 2 : i + 1;
            return number == before.again() ? new Multiple(factor, i) : Multiple.NONE;
        }
        boolean verb = state.hasTyped(i, Trait.MULTIPLIES) && isSubject(i + 1) && state.hasTyped(i + 2, Trait.BY);
        boolean sign = (state.isTimesSign(i) || state.isAt(i, Measure.TIMES)) && opens(i);
        int number = verb ? i + 3 : i + 1;
        int next = state.isAt(number + 1, Category.COURTESIES) ? number + 2 : number + 1;
        // "x4 please" alone does not say of what.
        boolean explained = verb || next + WORDS_OF_NOUN < state.size();
        return (verb || sign) && explained && isParts(number) && state.isBreakAt(next) ? of(number) : Multiple.NONE;
    }

    /** {@code so we have 5 times that}. */
    private Multiple timesThat(int number) {
        boolean times = state.isAt(number + 1, Measure.TIMES) && isSubject(number + 2) && state.isBreakAt(number + 3);
        return times
                        && state.isCountAt(number)
                        && before.number(number).compareTo(BigDecimal.ONE) > 0
                        && before.number(number).compareTo(MOST_PARTS) <= 0
                ? of(number)
                : Multiple.NONE;
    }

    /** True if only courtesies and subjects stand before it in its clause: {@code so times 12}, {@code that times 12}. */
    private boolean opens(int i) {
        int first = state.clause(i).first();
        while (first < i && (state.isAt(first, Category.COURTESIES) || isSubject(first) || state.isAt(first, Cue.IS))) {
            first++;
        }
        return first == i;
    }

    /** {@code each of those 700 comes in three versions}, {@code every one of the 450 comes twice}. */
    private Multiple versions(int each) {
        boolean starts =
                state.isAt(each, Cue.EACH) || state.isAt(each, Cue.EVERY) || state.hasTyped(each, Trait.EACH_ONE);
        if (!starts) {
            return Multiple.NONE;
        }
        int verb = each + 1;
        int end = Math.min(state.clause(each).end(), each + WORDS_OF_NOUN + REACH_OF_OWNER);
        while (verb < end && !state.hasTyped(verb, Trait.EXISTS)) {
            verb++;
        }
        if (verb >= end) {
            return Multiple.NONE;
        }
        Token next = state.at(verb + 1);
        boolean often = next != null && next.is(Category.NUMBERS) && state.hasTyped(verb + 1, Trait.REPEATS);
        boolean alone = state.isBreakAt(verb + 2) && onlyAgain();
        if (often && alone && next != null && next.lexeme != null && state.hasTyped(verb, Trait.ARRIVES)) {
            return new Multiple(new BigDecimal(next.lexeme.value()), verb + 1);
        }
        int number = state.isAt(verb + 1, Cue.IN) ? verb + 2 : verb + 1;
        boolean variants = state.hasTyped(number + 1, Trait.VARIANT) || state.hasTyped(number + 2, Trait.VARIANT);
        return isParts(number) && variants ? of(number) : Multiple.NONE;
    }

    /** True if no other number is said. */
    private boolean onlyAgain() {
        for (int i = 0; i < state.size(); i++) {
            if (state.isNumberAt(i) && i != before.again()) {
                return false;
            }
        }
        return true;
    }

    /** {@code was for one of the two call centres, Cebu does exactly the same again}. */
    private Multiple oneOfSeveral(int one) {
        int number = state.isAt(one, Cue.ARTICLE) && state.hasTyped(one, Trait.ONE_OF) ? one + 1 : -1;
        number = number >= 0 && (state.hasTyped(number, Trait.DEFINITE_ARTICLE) || state.hasTyped(number, Trait.OWNER))
                ? number + 1
                : -1;
        boolean led =
                number >= 0 && (isOfSubject(one, true) || state.clause(one).first() == one - 1);
        boolean counted = number >= 0
                && state.isCountAt(number)
                && before.number(number).compareTo(BigDecimal.ONE) > 0
                && before.number(number).compareTo(MOST_PARTS) <= 0;
        return counted && led && endsSoon(number) && isSameAgain(number + 1) ? of(number) : Multiple.NONE;
    }

    /** True of the two of {@code one of the two call centres,}, but not of {@code one of the three things on my list}. */
    private boolean endsSoon(int number) {
        int end = number + 1;
        while (end <= number + WORDS_OF_NOUN && !state.isBreakAt(end)) {
            end++;
        }
        return state.isBreakAt(end);
    }

    /** {@code does exactly the same again}, {@code have just as many}. */
    private boolean isSameAgain(int from) {
        for (int i = from; i < state.size(); i++) {
            boolean same = state.hasTyped(i, Trait.AS_MUCH) || state.isAt(i, Cue.SAME);
            boolean ends = state.isBreakAt(i + 1)
                    || state.hasTyped(i + 1, Trait.AGAIN)
                    || state.hasTyped(i + 1, Trait.QUANTITY);
            if ((same && ends) || (state.hasTyped(i, Trait.MANY) && state.hasTyped(i - 1, Trait.IN_ROLE))) {
                return true;
            }
        }
        return false;
    }

    /** {@code that's per branch and there are 7 of them}. */
    private Multiple parts(int marker) {
        int noun = partAt(marker);
        if (noun < 0 || !isOfSubject(marker, false)) {
            return Multiple.NONE;
        }
        Multiple found = Multiple.NONE;
        for (int i = 0; i < state.size(); i++) {
            if (i != marker && isParts(i, noun) && isNumberOf(i, noun)) {
                if (found.isFound()) {
                    return Multiple.NONE;
                }
                found = of(i);
            }
        }
        if (found.isFound()) {
            // The one of "a single ward" counts no epochs.
            state.candidates.settle(marker);
            state.token(marker).use = Token.Use.CONNECTIVE;
        }
        return found;
    }

    /** Returns the index of the noun of {@code per branch}, {@code is one hotel}, {@code from every depot}, or -1. */
    private int partAt(int marker) {
        boolean per = state.isAt(marker, Cue.PER);
        boolean every = (state.isAt(marker, Cue.EACH) || state.isAt(marker, Cue.EVERY)) && isLeading(marker - 1);
        boolean number = state.isNumberAt(marker) && before.number(marker).compareTo(BigDecimal.ONE) == 0;
        boolean one = (state.isOneAt(marker) || number) && (isLeading(marker - 1) || isTranslatedStart(marker));
        if ((!per && !every && !one) || state.isBreakAt(marker + 1)) {
            return -1;
        }
        return isThing(marker + 1) ? marker + 1 : -1;
    }

    private boolean isLeading(int i) {
        return state.isAt(i, Cue.IS)
                || state.isAt(i, Cue.FOR)
                || state.isAt(i, Cue.FROM)
                || state.isAt(i, Cue.IN)
                || state.isAt(i, Cue.OF)
                || state.hasTyped(i, Trait.NARROWS)
                || state.hasTyped(i, Trait.SOLE)
                || state.hasTyped(i, Trait.ASKS_WHAT)
                || (isSubject(i) && i >= 0 && state.isPossessive(i));
    }

    /** In other languages the subject may be part of a word that has no translation. */
    private boolean isTranslatedStart(int i) {
        return state.text.isTranslated() && state.clause(i).first() == i;
    }

    /** True of a word that may name a part: no unit of the job, no name. */
    private boolean isThing(int noun) {
        Token token = state.at(noun);
        Measure unit = state.measureAt(noun);
        boolean named = state.isAt(noun, Category.MODELS)
                || state.isAt(noun, Category.FAMILIES)
                || state.isAt(noun, Category.PROVIDERS)
                || state.isAt(noun, Category.METHODS)
                || state.isGpuAt(noun)
                || state.hasTyped(noun, Trait.MODEL_NOUN);
        // "One call centre"
        boolean ofMore = unit == Measure.REQUEST && isWord(noun + 1);
        boolean other = unit == null || unit == Measure.OTHER || unit == Measure.ITEM || unit.time() != null || ofMore;
        return token != null && !token.isNumber() && !named && other;
    }

    private boolean isWord(int i) {
        Token token = state.at(i);
        return token != null && token.kind == Token.Kind.WORD;
    }

    /** True if a count of before, or a word for it, is the subject of the clause up to here: {@code the 90 is}, {@code that's only for}. */
    private boolean isOfSubject(int end, boolean bare) {
        int first = state.clause(end).first();
        boolean linked = bare;
        for (int i = end - 1; i >= Math.max(first, end - REACH); i--) {
            if (isSubject(i)) {
                boolean many = state.hasTyped(i + 1, Trait.MANY);
                return (linked || many || i == before.again() || state.isPossessive(i)) && !isAsked(first, i);
            }
            linked |= state.isAt(i, Cue.IS) || state.isAt(i, Cue.FROM);
            if (!isBetween(i)) {
                return false;
            }
        }
        return state.text.isTranslated() && end - REACH < first && !state.hasTypedAnywhere(Trait.HEADS);
    }

    private boolean isAsked(int first, int end) {
        for (int i = first; i < end; i++) {
            if (state.isAt(i, Cue.QUESTION)) {
                return true;
            }
        }
        return false;
    }

    private boolean isBetween(int i) {
        return isLeading(i)
                || state.isAt(i, Cue.PER)
                || state.isAt(i, Cue.ARTICLE)
                || state.isAt(i, Cue.ABOUT)
                || state.isAt(i, Category.PERIODS)
                || state.isAt(i, Category.FUNCTIONS)
                || state.isAt(i, Category.UNITS)
                || state.hasTyped(i, Trait.MANY)
                || state.hasTyped(i, Trait.QUANTITY)
                || state.hasTyped(i, Trait.ARRIVES);
    }

    private boolean isSubject(int i) {
        return (i == before.again() && i >= 0) || state.hasTyped(i, Trait.PRONOUN) || state.isAt(i, Cue.THEM);
    }

    private boolean isParts(int number) {
        return number != before.again()
                && before.isCount(number)
                && before.number(number).compareTo(BigDecimal.ONE) > 0
                && before.number(number).compareTo(MOST_PARTS) <= 0;
    }

    /** True of a number that may count parts; of times only that of the same unit: {@code one year, and we have 5 years of them}. */
    private boolean isParts(int number, int noun) {
        Measure unit = state.measureAt(noun);
        boolean time = unit != null && unit.time() != null;
        return time
                ? state.isCountAt(number) && number != before.again() && state.measureAt(number + 1) == unit
                : isParts(number);
    }

    /** True if a number counts what a noun names, or is said of {@code them}, or of what {@code we have}. */
    private boolean isNumberOf(int number, int noun) {
        if (isSameNoun(number, noun) || isOfThem(number + 1)) {
            return true;
        }
        boolean ends = state.isBreakAt(number + 1) || state.isJoin(number + 1) || state.isAt(number + 1, Cue.BUT);
        boolean things = state.isPluralAt(number + 1) || state.isAt(number + 1, Measure.OTHER);
        return (ends && isOwned(number, REACH_OF_OWNER)) || (things && isOwned(number, 2));
    }

    private boolean isSameNoun(int number, int noun) {
        for (int i = number + 1; i <= number + 2; i++) {
            String counted = i < state.size() ? nouns.stem(i) : "";
            for (int k = noun; !counted.isEmpty() && k < noun + WORDS_OF_NOUN && k < state.size(); k++) {
                if (counted.equals(nouns.stem(k)) && !state.isBreakAt(k)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isOfThem(int of) {
        return state.isAt(of, Cue.OF) && (state.isAt(of + 1, Cue.THEM) || state.isAt(of + 1, Cue.PERSON));
    }

    /** {@code we have twelve}, {@code there are three}, {@code we look after 5}. */
    private boolean isOwned(int number, int reach) {
        int first = state.clause(number).first();
        for (int i = number - 1; i >= Math.max(first, number - reach) && !state.isNumberAt(i); i--) {
            boolean there = state.hasTyped(i, Trait.THERE) || (state.text.isTranslated() && i == number - 1);
            if (there || state.hasTyped(i, Trait.ASKER)) {
                return true;
            }
        }
        return state.text.isTranslated() && number == first;
    }
}
