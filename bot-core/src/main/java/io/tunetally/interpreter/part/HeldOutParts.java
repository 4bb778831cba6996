package io.tunetally.interpreter.part;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parts of the data that are kept for tests: {@code 10% for testing}, {@code hold out 15%}, {@code an 80/20 split}. */
public final class HeldOutParts {
    /** The most words between a part and the word for tests, or between a ratio and the word for a split. */
    private static final int REACH = 5;

    /** The tokens from the first to the last of the three shares of {@code 80/10/10}. */
    private static final int LAST_SHARE = 4;

    /** The most words from {@code half of} to the number of the whole. */
    private static final int REACH_OF_ITS_NUMBER = 4;

    /** The most tokens from a part to the whole that it is inside of. */
    private static final int REACH_OF_WHOLE = 16;

    /** What two thirds and one lack of a whole when they are written as decimals. */
    private static final BigDecimal ROUNDED = new BigDecimal("0.001");

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Pattern RATIO = Pattern.compile("(\\d{1,2}):(\\d{1,2})");

    /** A larger part is a score: {@code 410 of 450 tests}. */
    public static final BigDecimal MOST_HELD_OUT = new BigDecimal("0.5");

    private final ParseState state;
    private final Parts parts;

    public HeldOutParts(ParseState state) {
        this.state = state;
        parts = new Parts(state);
    }

    /** Returns the part that is held out and begins at an index, or null. */
    public @Nullable Part at(int i) {
        Part split = split(i);
        if (split != null) {
            return split;
        }
        Part fraction = fraction(i);
        if (fraction != null) {
            return fraction;
        }
        Part part = parts.at(i);
        return part != null && isHeldOut(part) ? part : null;
    }

    /**
     * Returns the parts that tell of what kinds the data are: {@code half Spanish and half English}, {@code 60% are Spanish and 40%
     * English}. Two of a sentence are the whole, and nothing becomes of either.
     */
    public Set<Part> kinds() {
        Set<Part> kinds = new HashSet<>(0);
        Part before = null;
        for (int i = 0; i < state.size(); i++) {
            Part part = parts.at(i);
            if (part != null) {
                if (before != null && areKinds(before, part)) {
                    kinds.add(before);
                    kinds.add(part);
                }
                before = part;
                i = part.last();
            }
        }
        return kinds;
    }

    private boolean areKinds(Part one, Part next) {
        // "Half of that is the translation of the other half"
        boolean ofRest = parts.isRestAt(next.first()) && state.hasTyped(next.first() - 3, Trait.PART_OF);
        return !ofRest
                && state.sentence(one.first()).first()
                        == state.sentence(next.first()).first()
                && one.fraction()
                                .add(next.fraction())
                                .subtract(BigDecimal.ONE)
                                .abs()
                                .compareTo(ROUNDED)
                        < 0
                && isOfKind(one, next.first())
                && isOfKind(next, state.clause(next.last()).end());
    }

    private boolean isOfKind(Part part, int end) {
        return at(part.first()) == null
                && !parts.isTrainedOn(part)
                && parts.fate(part, endOfWhole(part, end), end) == Parts.Fate.OPEN;
    }

    /** Returns the index behind the 6,000 of {@code half of the 6,000 chats are rubbish and get deleted}, or behind the part. */
    private int endOfWhole(Part part, int end) {
        int behind = part.last() + 1;
        int last = Math.min(end, behind + REACH_OF_ITS_NUMBER);
        for (int i = behind; i < last; i++) {
            if (state.isNumberAt(i)) {
                return i + 1;
            }
        }
        return behind;
    }

    /** The {@code one} of {@code hold out one in ten}, which counts nothing. */
    public boolean isChance(int i) {
        Part part = parts.at(i);
        return part != null && part.last() > i + 1;
    }

    /** Returns what an {@code 80/20 split} or a {@code 0.8/0.1/0.1 split} holds out, or null. */
    public @Nullable Part split(int i) {
        Token token = state.token(i);
        if (!token.isNumber()) {
            return token.kind == Token.Kind.CODE ? colons(i) : null;
        }
        if (!isSeparator(i + 1) || !isShare(i)) {
            return null;
        }
        int last = i;
        BigDecimal sum = value(i);
        while (last < i + LAST_SHARE && isSeparator(last + 1) && isShare(last + 2)) {
            last += 2;
            sum = sum.add(value(last));
        }
        boolean fractions = sum.compareTo(BigDecimal.ONE) == 0;
        boolean ratio = last > i && (fractions || sum.compareTo(HUNDRED) == 0) && isNamedSplit(i, last);
        BigDecimal trained = fractions ? value(i).multiply(HUNDRED) : value(i);
        BigDecimal rest = HUNDRED.subtract(trained);
        return ratio && rest.compareTo(trained) < 0 ? Part.ofPercent(rest, i, last) : null;
    }

    /**
     * Returns what an {@code 80/10/10} split gives to validation, of what it holds out: the second share, or the third where tests are named
     * before; null where a split has two shares.
     */
    public @Nullable Part validationOfSplit(int i) {
        Part split = split(i);
        if (split == null || split.last() != i + LAST_SHARE) {
            return null;
        }
        int share = namesTestsFirst(split.last()) ? split.last() : split.last() - 2;
        BigDecimal percent =
                value(i).compareTo(BigDecimal.ONE) < 0 ? value(share).multiply(HUNDRED) : value(share);
        return new Part(percent, split.of(), share, share);
    }

    /** {@code 70/10/20 train/test/val}. */
    private boolean namesTestsFirst(int last) {
        for (int i = last + 1; i <= last + REACH && !state.isBreakAt(i); i++) {
            if (!state.isNumberAt(i) && state.hasTyped(i, Trait.VALIDATION_FILE)) {
                return state.hasTyped(i, Trait.FINAL_TEST);
            }
        }
        return false;
    }

    /** {@code 80:20}, which is one word, as a time of day is. */
    private @Nullable Part colons(int i) {
        Matcher ratio = RATIO.matcher(state.typed(i, i));
        if (!ratio.matches()) {
            return null;
        }
        BigDecimal first = new BigDecimal(ratio.group(1));
        BigDecimal rest = new BigDecimal(ratio.group(2));
        // "9:1" is "90:10".
        BigDecimal whole = first.add(rest);
        boolean ten = whole.compareTo(BigDecimal.TEN) == 0;
        boolean shares = (ten || whole.compareTo(HUNDRED) == 0) && rest.compareTo(first) < 0;
        BigDecimal percent = ten ? rest.multiply(BigDecimal.TEN) : rest;
        return shares && rest.signum() > 0 && isNamedSplit(i, i) ? Part.ofPercent(percent, i, i) : null;
    }

    private boolean isShare(int i) {
        if (!state.isNumberAt(i)) {
            return false;
        }
        Numeral numeral = state.token(i).numeral();
        return !numeral.isRange()
                && numeral.suffix() == ' '
                && numeral.value().signum() > 0
                && numeral.value().compareTo(HUNDRED) < 0;
    }

    private boolean isSeparator(int i) {
        Token token = state.at(i);
        return token != null && (token.isSymbol('-') || token.isSymbol(':') || state.isSlash(i));
    }

    /** {@code 80/20 split}, {@code split 90:10}, {@code 70/30 train/val}, and three shares of a count: {@code 80/10/10 of 30k}. */
    private boolean isNamedSplit(int first, int last) {
        if (last == first + LAST_SHARE && state.isAt(last + 1, Cue.OF) && state.isNumberAt(last + 2)) {
            return true;
        }
        for (int i = last + 1; i <= last + REACH && !state.isBreakAt(i); i++) {
            if (isSplitWord(i)) {
                return true;
            }
        }
        for (int i = first - 1; i >= first - REACH && !state.isBreakAt(i) && !state.isNumberAt(i); i--) {
            if (isSplitWord(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isSplitWord(int i) {
        return state.hasTyped(i, Trait.SPLIT) || state.isAt(i, Cue.VALIDATION) || state.isAt(i, Cue.TRAINING);
    }

    /** {@code 10% for testing}, {@code hold out 15%}, {@code 20% go to the test set}. */
    public boolean isHeldOut(Part part) {
        if (part.fraction().compareTo(MOST_HELD_OUT) > 0 || parts.isOfWhole(part)) {
            return false;
        }
        return isSetApart(part.first()) || isPutBack(part) || isNamed(part.first()) || isFollowedByTests(part.last());
    }

    /** {@code keeping 10% back}, {@code set 15% aside}. */
    private boolean isPutBack(Part part) {
        int verb = part.first() - 1;
        return state.hasTyped(part.last() + 1, Trait.APART)
                && !state.isNumberAt(verb)
                && state.hasTyped(verb, Trait.SETS_APART);
    }

    /** {@code val_split: 10%}, {@code val_set_size: 0.05}, {@code validation 15%}, but not {@code validation accuracy 90%}. */
    private boolean isNamed(int first) {
        int last = beforeMark(first);
        int name = last;
        while (name < first - 1 && state.isSymbolAt(name - 1, '_') && state.hasTyped(name, Trait.MEASURES_PART)) {
            name -= 2;
        }
        return state.isAt(name, Cue.VALIDATION) || (last < first - 1 && state.hasTyped(name, Trait.TESTS));
    }

    /** Returns the index of the word before a number and the mark that assigns it. */
    private int beforeMark(int number) {
        int before = number - 1;
        return state.isAssignmentAt(before) ? before - 1 : before;
    }

    /** {@code test_size=0.2}, {@code val fraction 0.1}. */
    private @Nullable Part fraction(int i) {
        if (!state.isNumberAt(i) || state.token(i).numeral().isAmbiguous() || !isNamed(i)) {
            return null;
        }
        BigDecimal value = value(i);
        boolean part = value.signum() > 0 && value.compareTo(MOST_HELD_OUT) <= 0;
        return part ? Part.ofPercent(value.multiply(HUNDRED), i, i) : null;
    }

    /** {@code hold out 15%}, {@code keep back 500}, {@code set aside 20%}. */
    public boolean isSetApart(int first) {
        // "the prompt goes out 1,100 times a day"
        if (isMoney(first) || state.isAt(first + 1, Measure.TIMES)) {
            return false;
        }
        int last = beforeMark(first);
        Token before = state.at(last);
        if (before == null || before.isNumber()) {
            return false;
        }
        int particle = before.is(Cue.ABOUT) || before.is(Cue.ARTICLE) ? last - 1 : last;
        boolean apart = state.isAt(particle, Cue.OUT) || state.hasTyped(particle, Trait.APART);
        int verb = state.isSymbolAt(particle - 1, '_') ? particle - 2 : particle - 1;
        return apart && state.hasTyped(verb, Trait.SETS_APART);
    }

    /** The 120 of {@code the guild has set aside 120 dollars}. */
    private boolean isMoney(int number) {
        return state.isMoneyBefore(number + 1)
                || state.isAt(number + 1, Measure.DOLLAR)
                || state.isAt(number + 1, Category.CURRENCIES);
    }

    /** Returns the index of the 4,500 of {@code keep 500 for the test, they are inside the 4,500}, or -1. */
    public int wholeAround(int part) {
        int end = Math.min(state.size(), part + REACH_OF_WHOLE);
        for (int i = part + 2; i < end; i++) {
            boolean known = state.hasTyped(i, Trait.DEFINITE_ARTICLE) || state.isAt(i, Cue.PERSON);
            if (known && state.isNumberAt(i + 1) && isInside(i - 1)) {
                return i + 1;
            }
        }
        return -1;
    }

    /** {@code inside}, {@code included in}, {@code part of}, {@code are in}. */
    private boolean isInside(int i) {
        boolean in = state.isAt(i, Cue.IN) || state.hasTyped(i, Trait.PART_OF);
        boolean said = in
                ? state.hasTyped(i - 1, Trait.INCLUDED) || state.isAt(i - 1, Cue.IS)
                : state.hasTyped(i, Trait.INSIDE);
        return said && !state.isAt(i - 1, Cue.NOT) && !state.isAt(i - 2, Cue.NOT);
    }

    /** {@code 15% of the 6,000 are for testing}, {@code hold out a tenth}: a share that is not trained on is for tests. */
    public boolean isForTests(Part part, int whole) {
        return isSetApart(part.first())
                || isPutBack(part)
                || isNamed(part.first())
                || leadsToTests(Math.max(part.last(), whole) + 1, false);
    }

    /** {@code hold back 100 for me to test}, {@code keep back 150 for the exam}: the words behind a count say that it is for tests. */
    public boolean isFollowedByPurpose(int count) {
        return leadsToTests(count + 1, false);
    }

    /** {@code 80% of the 2,500 train it, the other 20% being for tests}: what is left of a share that is trained on is for tests. */
    public boolean isRestForTests(Part part, int whole) {
        return leadsToTests(Math.max(part.last(), whole) + 1, true);
    }

    /** True if the rest of a sentence says that something is for tests; of the rest of a whole if it has to be named. */
    private boolean leadsToTests(int from, boolean named) {
        boolean rest = !named;
        boolean tested = false;
        int end = Math.min(state.sentence(from - 1).end(), from + REACH_OF_WHOLE);
        for (int i = from; i < end; i++) {
            boolean tests = state.isAt(i, Cue.VALIDATION)
                    || (state.hasTyped(i, Trait.TESTS) && !isScore(i + 1))
                    || (state.hasTyped(i, Trait.EVALUATES)
                            && (state.isAt(i - 1, Cue.FOR) || state.isAt(i - 1, Cue.TO)));
            tested |= tests || (state.hasTyped(i, Trait.TESTS) && state.isAt(i + 1, Cue.ON));
            rest |= state.hasTyped(i, Trait.THE_REST);
            if (rest && tested) {
                return true;
            }
        }
        return false;
    }

    /** {@code 5,000 train}, {@code train on 5,000}, {@code the remaining 5,000}: a count without the part that is held out. */
    public boolean isTrainedOn(int count) {
        int verb = state.isAt(count - 1, Cue.ON) || state.isAt(count - 1, Cue.OF) ? count - 2 : count - 1;
        return state.isAt(count + 1, Cue.TRAINING)
                || state.hasTyped(count - 1, Trait.THE_REST)
                || (state.isAt(verb, Category.TUNING) && state.isReported(count))
                || state.isAt(verb, Cue.TRAINING)
                || isNamedTraining(count)
                || isForTraining(count)
                || state.hasTyped(verb, Trait.TRAINS);
    }

    /** {@code 4k rows for train}. */
    private boolean isForTraining(int count) {
        int link = state.isItemAt(count + 1) ? count + 2 : count + 1;
        return state.isAt(link, Cue.FOR)
                && (state.isAt(link + 1, Cue.TRAINING) || state.hasTyped(link + 1, Trait.TRAINING_ROW));
    }

    /** {@code train: 5720}, {@code training rows: 5720}. */
    private boolean isNamedTraining(int count) {
        int name = state.isItemAt(count - 2) ? count - 3 : count - 2;
        return state.isAssignmentAt(count - 1) && state.isAt(name, Cue.TRAINING);
    }

    /** {@code 10% for testing}, {@code 500 of our 4,500 examples aside for checks}: the words behind an index lead to tests. */
    public boolean isFollowedByTests(int last) {
        for (int i = last + 1; i <= last + REACH; i++) {
            if (state.isAt(i, Cue.VALIDATION) || state.hasTyped(i, Trait.TESTS)) {
                return !isScore(i + 1);
            }
            if (!leadsToTests(i)) {
                return false;
            }
        }
        return false;
    }

    private boolean leadsToTests(int i) {
        Token token = state.at(i);
        return token != null
                && (token.is(Cue.IS)
                        || token.is(Cue.FOR)
                        || token.is(Cue.OF)
                        || token.is(Cue.THEM)
                        || token.is(Cue.TO)
                        || token.is(Cue.OUT)
                        || token.is(Cue.ARTICLE)
                        || token.is(Measure.EXAMPLE)
                        || token.is(Measure.ITEM)
                        || state.hasTyped(i, Trait.DEFINITE_ARTICLE)
                        || state.hasTyped(i, Trait.OBLIGES)
                        || state.hasTyped(i, Trait.BECOMES)
                        || state.hasTyped(i, Trait.OF_CHECK)
                        || state.hasTyped(i, Trait.SETS_APART));
    }

    /** {@code 90% test accuracy}, {@code 2 validation runs}. */
    private boolean isScore(int i) {
        Measure measure = state.measureAt(i);
        boolean counted = measure == null || measure == Measure.EXAMPLE || measure == Measure.ITEM;
        return !counted || state.isAt(i, Category.KNOBS) || state.hasTyped(i, Trait.EVIDENCE);
    }

    private BigDecimal value(int i) {
        return state.token(i).numeral().value();
    }
}
