package io.tunetally.interpreter.part;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The parts of counts in a message, and what becomes of them. */
public final class Parts {
    /** What a message says of a part. */
    public enum Fate {
        /** {@code only a third}, {@code 80% are usable}: the data is the part. */
        KEPT,
        /** {@code a tenth is blank}, {@code hold back 20%}: the data is the rest. */
        LEFT_OUT,
        OPEN
    }

    /** The most words between a part and a word before it that decides what becomes of it. */
    private static final int REACH = 5;
    /** The most words between {@code kept} and {@code for testing}. */
    private static final int REACH_OF_PURPOSE = 5;
    /** Of more than these a message gives results: {@code 460 out of 500}. */
    private static final BigDecimal MOST_OF_CHANCE = BigDecimal.valueOf(30);

    private static final BigDecimal MOST_OF_MANY = BigDecimal.valueOf(1000);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final ParseState state;
    private final boolean hasIn;

    public Parts(ParseState state) {
        this.state = state;
        hasIn = state.has(Cue.IN);
    }

    /** True of the second share of {@code only half of that, the other half are in Welsh}: it is what the first one leaves. */
    public boolean isRestAt(int share) {
        return state.hasTyped(share - 1, Trait.OTHERS) && state.hasTyped(share - 2, Trait.DEFINITE_ARTICLE);
    }

    /** Returns the rest that another share leaves: {@code the other half}, {@code the remaining third}; or null. */
    public @Nullable Part rest(int i) {
        Part part = isRestAt(i) ? at(i) : null;
        return part == null && isRestAt(i) ? named(i, i, BigDecimal.ONE) : part;
    }

    /** Returns the part that begins at an index, or null. */
    public @Nullable Part at(int i) {
        if (state.isNumberAt(i)) {
            Part part = state.isPercentAt(i + 1) ? percent(i) : chance(i, value(i));
            part = part == null && !state.isPercentAt(i + 1) ? named(i, i + 1, value(i)) : part;
            // At the end of a clause the word is a number: "only half".
            return part == null && state.hasTyped(i, Trait.HALF) ? named(i, i, BigDecimal.ONE) : part;
        }
        if (state.isAt(i, Cue.EVERY)) {
            return every(i);
        }
        boolean one = state.isOneAt(i);
        Part oneOf = one ? chance(i, BigDecimal.ONE) : null;
        if (oneOf != null) {
            return oneOf;
        }
        boolean article = state.isAt(i, Cue.ARTICLE) || state.isAt(i, Cue.WISH) || state.hasTyped(i, Trait.NARROWS);
        if (one || article || state.isAt(i, Cue.EACH)) {
            return named(i, i + 1, BigDecimal.ONE);
        }
        boolean led = state.isNumberAt(i - 1) || state.isAt(i - 1, Cue.ARTICLE);
        return state.hasTyped(i, Trait.HALF) && !led ? named(i, i, BigDecimal.ONE) : null;
    }

    private @Nullable Part percent(int i) {
        BigDecimal value = value(i);
        boolean ofData = value.signum() > 0 && value.compareTo(HUNDRED) < 0 && !state.candidates.isSetAside(i);
        return ofData && !isTolerance(i) && !isOfPrice(i + 1) ? Part.ofPercent(value, i, i + 1) : null;
    }

    /** The 20 of {@code plus or minus 20 %}, {@code +/- 20%}, {@code give or take 10%}: how exact the answer has to be. */
    private boolean isTolerance(int i) {
        boolean words = state.isAt(i - 2, Cue.OR)
                && (isTyped(i - 1, Trait.MINUS) || isTyped(i - 1, Trait.PLUS))
                && (isTyped(i - 3, Trait.MINUS) || isTyped(i - 3, Trait.PLUS));
        boolean signs = state.isSymbolAt(i - 1, '-') && state.isSlash(i - 2) && state.isSymbolAt(i - 3, '+');
        return words || signs || isTyped(i - 1, Trait.TOLERANCE);
    }

    /** The percent of {@code 25% margin}, {@code 20% VAT}, {@code 10% profit}: a share of what is paid. */
    private boolean isOfPrice(int percent) {
        return isTyped(percent + 1, Trait.CHANGES_PRICE) && !isTyped(percent + 1, Trait.CAPS);
    }

    private boolean isTyped(int i, Trait trait) {
        return state.at(i) != null && !state.isNumberAt(i) && state.hasTyped(i, trait);
    }

    /** {@code one in five}, {@code 3 out of 10}, {@code two out of every three}, {@code one remark in ten}. */
    private @Nullable Part chance(int i, BigDecimal value) {
        int of = chanceOf(i + 1);
        if (of < 0) {
            of = fractionOf(i);
        }
        if (of < 0 && !state.isNumberAt(i + 1) && !state.isBreakAt(i + 1)) {
            int ofThings = chanceOf(i + 2);
            of = state.isUnitAt(ofThings + 1) || state.isPluralAt(ofThings + 1) ? -1 : ofThings;
        }
        if (of < 0 || !state.isNumberAt(of)) {
            return null;
        }
        BigDecimal parts = value(of);
        boolean below = value.signum() > 0 && value.compareTo(parts) < 0 && parts.compareTo(MOST_OF_CHANCE) < 0;
        return below ? new Part(value, parts, i, of) : null;
    }

    /** Returns {@code one in 120}, {@code two in a hundred}, {@code one flat in 400}: how many of people do something; or null. */
    public @Nullable Part ofMany(int i) {
        boolean one = state.isOneAt(i);
        if (!one && !state.isNumberAt(i)) {
            return null;
        }
        int of = chanceOf(i + 1) >= 0 ? chanceOf(i + 1) : chanceOf(i + 2);
        of = state.isAt(of, Cue.ARTICLE) ? of + 1 : of;
        boolean few = one || value(i).compareTo(BigDecimal.TEN) <= 0;
        if (of < 0 || !state.isNumberAt(of) || !few || state.isUnitAt(of + 1)) {
            return null;
        }
        BigDecimal value = one ? BigDecimal.ONE : value(i);
        BigDecimal parts = value(of);
        boolean below = value.signum() > 0
                && value.compareTo(parts) < 0
                && parts.stripTrailingZeros().scale() <= 0
                && parts.compareTo(MOST_OF_MANY) <= 0;
        return below ? new Part(value, parts, i, of) : null;
    }

    /** Returns the index of the 5 of {@code in five}, {@code out of 5} and {@code in every five}, or -1. */
    private int chanceOf(int link) {
        int of = state.isAt(link, Cue.IN) ? link + 1 : state.hasTyped(link, Trait.OUT_OF) ? link + 2 : -1;
        return of >= 0 && (state.isAt(of, Cue.EVERY) || state.isAt(of, Cue.EACH)) ? of + 1 : of;
    }

    /** Returns the index of the 10 of {@code 1/10 for eval} and of {@code 1/10 of the examples}, or -1. */
    private int fractionOf(int i) {
        if (!state.isSlash(i + 1)) {
            return -1;
        }
        int purpose = state.isAt(i + 3, Cue.FOR) ? i + 4 : i + 3;
        boolean tests = state.isAt(purpose, Cue.VALIDATION) || state.hasTyped(purpose, Trait.EVALUATES);
        // "1/10 of the examples", where a request is changed.
        boolean ofWhole = state.mayEdit() && state.hasTyped(i + 3, Trait.PART_OF);
        return !state.isNumberAt(purpose) && (tests || ofWhole) ? i + 2 : -1;
    }

    /** {@code every tenth}, {@code every other row}; {@code every second} alone is a rate. */
    private @Nullable Part every(int i) {
        boolean second = state.hasTyped(i + 1, Trait.EVERY_SECOND);
        if (second) {
            return isCountedAt(i + 2) ? ofTwo(i) : null;
        }
        if (state.isNumberAt(i + 1)) {
            return ordinal(i);
        }
        return named(i, i + 1, BigDecimal.ONE);
    }

    /** Returns the part of {@code every 5th of 90k rows}, {@code every 10th row}, or null: {@code every 15th of the month} is a day. */
    private @Nullable Part ordinal(int every) {
        int last = every + 2;
        BigDecimal parts = value(every + 1);
        boolean ofCount = state.hasTyped(last + 1, Trait.PART_OF)
                && (state.isNumberAt(last + 2)
                        || (state.hasTyped(last + 2, Trait.DEFINITE_ARTICLE) && state.isNumberAt(last + 3)));
        boolean part = state.hasTyped(last, Trait.DAY_OF_MONTH) && (ofCount || state.isItemAt(last + 1));
        return part && parts.compareTo(BigDecimal.ONE) > 0 && parts.compareTo(HUNDRED) <= 0
                ? new Part(BigDecimal.ONE, parts, every, last)
                : null;
    }

    /** Returns the part of {@code every second} or {@code every other}, whatever is counted behind it. */
    public Part ofTwo(int every) {
        return new Part(BigDecimal.ONE, BigDecimal.TWO, every, every + 1);
    }

    /** True if the data stand here: {@code every third row}, {@code every other one}. */
    public boolean isCountedAt(int i) {
        return state.isItemAt(i)
                || state.hasTyped(i, Trait.ONE_OF_THEM)
                || state.isAt(i, Cue.ARTICLE)
                || state.isNumberAt(i);
    }

    private @Nullable Part named(int first, int name, BigDecimal of) {
        Token word = state.at(name);
        if (word == null || (word.isNumber() && !state.hasTyped(name, Trait.HALF))) {
            return null;
        }
        Integer whole = state.compiledLexicon.partsOf(state.typedAt(name));
        if (whole == null) {
            return null;
        }
        BigDecimal parts = BigDecimal.valueOf(whole);
        return of.signum() > 0 && of.compareTo(parts) < 0 ? new Part(of, parts, first, name) : null;
    }

    /** True if the whole follows a part: {@code a third of}, {@code half the}, {@code half our}. */
    public boolean isOfWhole(Part part) {
        return state.hasTyped(part.last() + 1, Trait.PART_OF)
                || (state.hasTyped(part.last(), Trait.HALF)
                        && (state.hasTyped(part.last() + 1, Trait.DEFINITE_ARTICLE)
                                || state.hasTyped(part.last() + 1, Trait.OWNER)
                                || state.hasTyped(part.last() + 1, Trait.PRONOUN)));
    }

    /** Returns the index of the noun of {@code a 10% subset}, {@code a random 25% sample}, of which the data are trained on alone; or -1. */
    public int subsetBehind(Part part) {
        int noun = part.last() + 1;
        if (state.isSymbolAt(noun, '-') || state.isParticipleAt(noun)) {
            noun++;
        }
        int before = part.first() - 1;
        boolean one = state.isAt(before, Cue.ARTICLE)
                || state.hasTyped(before, Trait.NARROWS)
                || state.isAt(before, Cue.ON)
                || (state.at(before) != null && state.isAt(before - 1, Cue.ARTICLE));
        boolean subset = one && !state.isNumberAt(noun) && state.hasTyped(noun, Trait.SUBSET);
        return subset && !isForTests(part) ? noun : -1;
    }

    /** {@code keep a 10% sample for testing}: the rest is trained on. */
    private boolean isForTests(Part part) {
        for (int i = state.clause(part.first()).first();
                i < state.clause(part.first()).end();
                i++) {
            if (state.isAt(i, Cue.VALIDATION)
                    || state.hasTyped(i, Trait.EVALUATES)
                    || state.hasTyped(i, Trait.OF_CHECK)) {
                return true;
            }
        }
        return false;
    }

    /** True if {@code of them}, {@code of it} or {@code of which} begins at a position. */
    public boolean refersAt(int of) {
        return state.hasTyped(of, Trait.PART_OF)
                && (state.isAt(of + 1, Cue.THEM)
                        || state.hasTyped(of + 1, Trait.RELATIVE)
                        || (state.hasTyped(of + 1, Trait.PRONOUN) && !isCountedAt(of + 2)));
    }

    /** True if {@code of which} or {@code from these} ends at a position. */
    public boolean refersUpTo(int last) {
        boolean them = state.isAt(last, Cue.THEM) || state.hasTyped(last, Trait.RELATIVE);
        return them
                && (state.hasTyped(last - 1, Trait.PART_OF)
                        || state.hasTyped(last - 1, Trait.OUT_OF)
                        || state.isAt(last - 1, Cue.FROM));
    }

    /** True for {@code a third of them}, {@code half of that}, {@code a fifth of which}: the whole is known. */
    public boolean isOfThem(Part part) {
        int whole = part.last() + (state.hasTyped(part.last() + 1, Trait.PART_OF) ? 2 : 1);
        return isOfWhole(part)
                && (state.isAt(whole, Cue.THEM)
                        || state.hasTyped(whole, Trait.PRONOUN)
                        || state.hasTyped(whole, Trait.RELATIVE))
                && !isCountedAt(whole + 1);
    }

    /** {@code 240 tickets a day. Only half of them go to the bot}, before what is tuned on is counted: a part of the traffic. */
    public boolean isOfTrafficBefore(Part part) {
        if (!isOfThem(part) || !state.candidates.has(SlotName.REQUESTS_PER_DAY)) {
            return false;
        }
        boolean traffic = false;
        for (SlotCandidates.Candidate said : state.candidates.all()) {
            boolean before = said.token() < part.first();
            if (before && said.slot() == SlotName.EXAMPLES) {
                return false;
            }
            traffic |= before && said.slot() == SlotName.REQUESTS_PER_DAY;
        }
        return traffic;
    }

    /** {@code only four fifths go into training}, {@code train on three fifths}: the part is the data. */
    public boolean isTrainedOn(Part part) {
        int verb = state.isAt(part.first() - 1, Cue.ON) ? part.first() - 2 : part.first() - 1;
        boolean led = verb < part.first() - 1 && (state.isAt(verb, Cue.TRAINING) || state.hasTyped(verb, Trait.TRAINS));
        int end = Math.min(state.clause(part.last()).end(), part.last() + 1 + REACH_OF_PURPOSE);
        for (int i = part.last() + 1; i < end && !led && !state.isNumberAt(i); i++) {
            led = isForTraining(i);
        }
        return led;
    }

    /** {@code goes into training}, {@code is used for the training}, {@code is the training set}. */
    private boolean isForTraining(int training) {
        int led = state.hasTyped(training - 1, Trait.DEFINITE_ARTICLE) ? training - 2 : training - 1;
        boolean purpose = state.isAt(led, Cue.FOR) || state.isAt(led, Cue.TO) || state.isAt(led, Cue.IS);
        return state.isAt(training, Cue.TRAINING)
                && (purpose || state.hasTyped(led, Trait.BECOMES) || state.hasTyped(led, Trait.SETS_APART));
    }

    /**
     * Returns what is said of a part.
     *
     * @param from the index of the first token behind the part and its whole
     * @param end the index behind the last token that may say it
     */
    public Fate fate(Part part, int from, int end) {
        for (int i = part.first(); i >= Math.max(state.clause(part.first()).first(), part.first() - REACH); i--) {
            // "We hold 4,800 tapes and 1,200 of them": the verb is that of the whole.
            if (i < part.first()
                    && isCount(part)
                    && state.isNumberAt(i)
                    && value(i).compareTo(value(part.first())) > 0) {
                break;
            }
            if (isLeftOutAt(i)) {
                return Fate.LEFT_OUT;
            }
            if (isChosenAt(i, part)) {
                return Fate.KEPT;
            }
        }
        for (int i = from; i < Math.min(state.size(), end) && !(i > from && isOtherNumber(i)); i++) {
            boolean denied = state.isAt(i - 1, Cue.NOT);
            if (isIntoTraining(i) || (hasIn && isGoingIn(i))) {
                return denied ? Fate.OPEN : Fate.KEPT;
            }
            int purpose = state.hasTyped(i + 1, Trait.DEFINITE_ARTICLE) ? i + 2 : i + 1;
            boolean leads = state.isAt(i, Cue.FOR) || state.isAt(i, Cue.TO);
            leads |= state.hasTyped(i, Trait.HAVING);
            if (leads && state.hasTyped(purpose, Trait.EVALUATES)) {
                return Fate.LEFT_OUT;
            }
            boolean used = state.hasTyped(i, Trait.USES) && state.isAt(i - 1, Cue.IS) && state.isAt(i + 1, Cue.FOR);
            if (used || state.hasTyped(i, Trait.REMAINS)) {
                return denied || isForOther(i) ? Fate.LEFT_OUT : Fate.KEPT;
            }
            if (isLeftOutAt(i) || (isCount(part) && state.hasTyped(i, Trait.GOES) && state.isAt(i - 1, Cue.IS))) {
                return denied && !isNotUsedAt(i) ? Fate.OPEN : Fate.LEFT_OUT;
            }
        }
        return Fate.OPEN;
    }

    /** True of {@code 200}, and not of {@code half} or {@code 20%}. */
    private boolean isCount(Part part) {
        return part.first() == part.last()
                && state.isNumberAt(part.first())
                && !state.hasTyped(part.first(), Trait.HALF);
    }

    /** A number that is none of {@code older than ten years}. */
    private boolean isOtherNumber(int i) {
        Measure unit = state.isNumberAt(i) ? state.measureAt(i + 1) : null;
        return state.isNumberAt(i) && (unit == null || !unit.isTime());
    }

    /** {@code train on a third}, {@code only half}, {@code use a quarter}, {@code just a tenth}. */
    private boolean isChosenAt(int i, Part part) {
        boolean narrows = state.hasTyped(i, Trait.NARROWS) && !state.hasTyped(i, Trait.KEEPS);
        boolean uses = isOfWhole(part) && state.hasTyped(i, Trait.USES) && !state.isAt(i - 1, Cue.NOT);
        return state.isAt(i, Cue.TRAINING)
                || state.hasTyped(i, Trait.TRAINS)
                || state.hasTyped(i, Trait.SOLE)
                || narrows
                || uses;
    }

    /** True if a word here says that something is no part of the training data. */
    public boolean isLeftOutAt(int i) {
        Token token = state.at(i);
        if (token == null || token.isNumber() || token.kind == Token.Kind.SYMBOL) {
            return false;
        }
        return token.is(Cue.VALIDATION)
                || token.is(Cue.DROP)
                || state.hasTyped(i, Trait.LEAVES_OUT)
                || state.hasTyped(i, Trait.LOSES)
                || state.hasTyped(i, Trait.DISCARDED)
                || state.hasTyped(i, Trait.REFUSES)
                || isNotUsedAt(i);
    }

    /** The {@code used} of {@code cannot be used} and of {@code not to be used}, the {@code use} of {@code are no use to us}. */
    public boolean isNotUsedAt(int i) {
        if (!state.hasTyped(i, Trait.USES) && !state.hasTyped(i, Trait.TRAINS) && !state.isAt(i, Cue.TRAINING)) {
            return false;
        }
        int not = i - 1;
        while (state.isAt(not, Cue.IS) || state.isAt(not, Cue.TO)) {
            not--;
        }
        return state.isAt(not, Cue.NOT);
    }

    /** The {@code training} of {@code go into training}, {@code are used for training}. */
    private boolean isIntoTraining(int i) {
        int led = state.hasTyped(i - 1, Trait.DEFINITE_ARTICLE) ? i - 2 : i - 1;
        boolean into = state.isAt(led, Cue.FOR) || state.isAt(led, Cue.TO) || state.hasTyped(led, Trait.BECOMES);
        return state.isAt(i, Cue.TRAINING) && (into || state.isAt(i, Trait.FOR_TRAINING)) && !state.isUnitAt(i + 1);
    }

    /** {@code 80% of them go in}, {@code half stay in}. */
    private boolean isGoingIn(int verb) {
        return state.isAt(verb + 1, Cue.IN) && state.isBreakAt(verb + 2) && state.hasTyped(verb, Trait.SETS_APART);
    }

    /** {@code two thirds are plenty}, {@code only half}, {@code 30% are dupes}: nothing else is said, so the part is one of the only count. */
    public boolean isAlone(Part part) {
        if (isShareOfNarrowed(part)) {
            return true;
        }
        boolean narrowed = false;
        for (int i = state.clause(part.first()).first(); i < part.first(); i++) {
            narrowed |= state.hasTyped(i, Trait.NARROWS) || state.hasTyped(i, Trait.SOLE);
            boolean small = state.isAt(i, Category.FUNCTIONS)
                    || state.isAt(i, Category.COURTESIES)
                    || state.isAt(i, Cue.WHAT_ABOUT)
                    || state.isAt(i, Cue.SAME)
                    || state.isAt(i, Cue.AND);
            if (!narrowed && !small) {
                return false;
            }
        }
        int next = part.last() + 1;
        int verdict = state.isAt(next, Cue.IS) || state.isAt(next, Cue.ABILITY) ? next + 1 : next;
        boolean enough = state.hasTyped(verdict, Trait.SUFFICES)
                || state.hasTyped(verdict, Trait.DISCARDED)
                || (narrowed && state.hasTyped(verdict, Trait.REMAINS));
        int end = state.isAt(next, Category.COURTESIES) ? next + 1 : next;
        return enough ? state.isBreakAt(verdict + 1) : narrowed && state.isBreakAt(end);
    }

    /** {@code only the airport runs, that's 40 percent}: how much of the data the only ones are. */
    private boolean isShareOfNarrowed(Part part) {
        int clause = state.clause(part.first()).first();
        int sentence = state.sentence(part.first()).first();
        int at = clause;
        while (at < part.first()
                && (state.hasTyped(at, Trait.PRONOUN)
                        || state.isAt(at, Cue.IS)
                        || state.isAt(at, Cue.ABOUT)
                        || state.hasTyped(at, Trait.CONCLUDES))) {
            at++;
        }
        int next = state.isOfThemAt(part.last() + 1) || refersAt(part.last() + 1) ? part.last() + 3 : part.last() + 1;
        boolean led = state.hasTyped(sentence, Trait.NARROWS) || state.hasTyped(sentence, Trait.SOLE);
        return clause > sentence && at == part.first() && led && state.isBreakAt(next);
    }

    /** {@code 80% go into training}: the part of a whole that need not be named behind it. */
    public boolean isForTraining(Part part) {
        int end = Math.min(state.clause(part.last()).end(), part.last() + REACH);
        for (int i = part.last() + 1; i < end && !state.isNumberAt(i); i++) {
            if (isIntoTraining(i)) {
                return true;
            }
        }
        return false;
    }

    /** {@code kept for testing}, {@code left out}. */
    private boolean isForOther(int remains) {
        for (int i = remains + 1; i <= remains + REACH_OF_PURPOSE && !state.isBreakAt(i); i++) {
            if (isLeftOutAt(i) || state.hasTyped(i, Trait.EVALUATES)) {
                return true;
            }
        }
        return false;
    }

    private BigDecimal value(int i) {
        return Amounts.counted(state.token(i).numeral()).value();
    }
}
