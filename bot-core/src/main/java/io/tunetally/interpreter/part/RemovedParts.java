package io.tunetally.interpreter.part;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Parts that are taken off a count of the data: {@code 31,000 units, I threw away 6,000}, {@code 7,750 aids, of which the 750
 * handwritten ones cannot be used}. What is left is the number of examples.
 */
public final class RemovedParts {
    /** Below it a share is one of people or tries as often as of data: {@code 9 out of ten}. */
    private static final BigDecimal FEWEST = BigDecimal.valueOf(30);

    /** The most words between a part and the whole behind it. */
    private static final int REACH = 6;

    /** The most words between a part and the whole before it. */
    private static final int SENTENCE_REACH = 20;

    /** The most words from a part to what becomes of it. */
    private static final int FATE_REACH = 12;

    private final ParseState state;
    private final Parts parts;
    private final ReferredParts referred;
    private final PartLeads leads;
    private final YearNumbers years;
    /** Whether a verb of the message takes a part away that is no change of a remembered count. */
    private final boolean loses;

    /** The index of the last {@code rest} of the message, or -1. */
    private final int lastOfRest;

    /** Whether a word of the message names things that are data where they are many. */
    private final boolean hasThings;

    private final Set<Integer> taken = new HashSet<>(0);
    /** What is left of a whole, by its index. */
    private final Map<Integer, BigDecimal> left = new HashMap<>(0);

    public RemovedParts(ParseState state) {
        this.state = state;
        parts = new Parts(state);
        referred = new ReferredParts(state, parts);
        leads = new PartLeads(state, parts);
        years = new YearNumbers(state);
        hasThings = state.hasTypedAnywhere(Trait.DATA_IF_MANY) || state.hasTypedAnywhere(Trait.SPOKEN);
        boolean verb = false;
        int rest = -1;
        for (int i = 0; i < state.size(); i++) {
            Token token = state.token(i);
            if (token.isNumber() || token.kind == Token.Kind.SYMBOL) {
                continue;
            }
            verb |= LeftOver.takesAway(state, i)
                    || isPutAside(i)
                    || isAllBut(i)
                    || (state.hasTyped(i, Trait.MINUS) && state.isNumberAt(i + 1));
            // A translation has lost the article.
            boolean named = state.hasTyped(i, Trait.THE_REST)
                    && (state.text.isTranslated() || state.hasTyped(i - 1, Trait.DEFINITE_ARTICLE));
            rest = named ? i : rest;
        }
        loses = verb && state.remembered.isEmpty();
        lastOfRest = rest;
    }

    /** Takes a number off its whole if the message says so, or drops it if the whole is not said; false if it is none. */
    public boolean takes(int part) {
        return isLeftOutOfWhole(part) || isLeftOut(part) || isTakenAway(part);
    }

    /** {@code QA flagged 300 of our 4,500 calls as junk, so leave those out}: a pronoun behind the whole takes up the part. */
    private boolean isLeftOutOfWhole(int part) {
        boolean of = referred.mayBe(part) && state.hasTyped(part + 1, Trait.PART_OF);
        int whole = of ? wholeBehind(part) : -1;
        if (whole < 0 || !referred.isLeftOut(whole)) {
            return false;
        }
        subtract(part, whole);
        return true;
    }

    /**
     * {@code 6,300 claims, of these 900 are in court and stay out}, {@code 480 essays, but 60 I can not use}, {@code 980
     * reviews. 80 don't count, so train on the others}: words behind the part leave it out.
     */
    private boolean isLeftOut(int part) {
        boolean link = state.has(Cue.OF) || state.has(Cue.FROM) || state.has(Cue.BUT);
        boolean takenUp = referred.isLeftOut(part);
        boolean opens = isSubject(part);
        if (!link && !takenUp && !opens && part >= lastOfRest) {
            return false;
        }
        int lead = leads.before(part);
        boolean behind = opens || parts.refersAt(part + 1);
        boolean ofThem = parts.refersUpTo(lead);
        boolean linked = behind || ofThem || state.isAt(lead, Cue.BUT);
        boolean rest = !linked && part < lastOfRest;
        if (!linked && !rest && !takenUp && !state.has(Cue.OF)) {
            return false;
        }
        // "5,100 tickets. Of them 600 are duplicates"
        boolean next = ofThem && lead - 2 <= state.sentence(part).first();
        int whole = wholeBefore(
                part,
                rest || behind || takenUp || next
                        ? sentenceBefore(part)
                        : state.sentence(part).first());
        if (whole < 0 || !(linked || rest || takenUp || isOfWhole(whole))) {
            return false;
        }
        if (opens && LeftOver.is(state, whole, part)) {
            return false;
        }
        if (takenUp || isWithheld(part) || ((linked || rest) && part < lastOfRest && isRestTaken())) {
            subtract(part, whole);
            return true;
        }
        Part share = new Part(value(part), value(whole), part, part);
        int end = Math.min(state.sentence(part).end(), part + FATE_REACH);
        int from = leads.isApposed(part) ? leads.endOfApposition(part) : part + 1;
        if (parts.fate(share, from, end) != Parts.Fate.LEFT_OUT) {
            return false;
        }
        subtract(part, whole);
        return true;
    }

    /** {@code 980 are reserved for validation}, {@code two thousand come from a speaker who asked to be removed}: a bare number opens a clause. */
    private boolean isSubject(int part) {
        boolean verb = !state.isNumberAt(part + 1)
                && state.candidates.has(SlotName.EXAMPLES)
                && (state.hasTyped(part + 1, Trait.FORM_OF_BE)
                        || (state.hasTyped(part + 1, Trait.OBLIGES) && state.isAt(part + 2, Trait.FORM_OF_BE))
                        || state.hasTyped(part + 1, Trait.SETS_APART)
                        || state.hasTyped(part + 1, Trait.RESULTS));
        int lead = verb ? leads.before(part) : part;
        return (verb && (lead < 0 || state.isBreakAt(lead)))
                || isDroppedBehind(part)
                || isDefinite(part)
                || isWithheld(part);
    }

    /** {@code 1,200 interviews. 200 I cannot share}. */
    private boolean isWithheld(int part) {
        return part == state.sentence(part).first()
                && state.isAt(part + 1, Cue.PERSON)
                && state.isAt(part + 2, Cue.NOT)
                && !state.sentence(part).asks();
    }

    /** {@code 31,000 alerts, 9,000 dropped as noise}: a clause of nothing but the part and what became of it. */
    private boolean isDroppedBehind(int part) {
        int noun = part + 2;
        return state.isSymbolAt(part - 1, ',')
                && state.hasTyped(part + 1, Trait.DISCARDED)
                && (state.text.isTranslated() || state.hasTyped(part + 1, Trait.LOSES))
                && !state.isNumberAt(noun)
                && !(state.at(noun) != null && state.token(noun).kind == Token.Kind.WORD && state.isPluralAt(noun));
    }

    /** {@code once the 200 retweets are gone}, {@code We have 1,800 essays. The 300 of the exam year may not be used}. */
    private boolean isDefinite(int part) {
        boolean once = state.isAt(part - 2, Trait.AFTER) || state.hasTyped(part - 2, Trait.ONE_TIME);
        if (once && state.hasTyped(part - 1, Trait.DEFINITE_ARTICLE)) {
            return true;
        }
        return state.hasTyped(part - 1, Trait.DEFINITE_ARTICLE)
                && part - 1 == state.sentence(part).first()
                && (state.hasTyped(part + 1, Trait.PART_OF) || state.isAt(part + 1, Cue.FROM));
    }

    /** {@code only the others enter}, {@code we train on the rest}: the last rest of the message is the data. */
    private boolean isRestTaken() {
        int verb = lastOfRest - 2;
        verb = state.isAt(verb, Cue.ON) || state.isAt(verb, Cue.OF) || state.hasTyped(verb, Trait.HAVING)
                ? verb - 1
                : verb;
        int end = Math.min(state.sentence(lastOfRest).end(), lastOfRest + REACH);
        for (int i = lastOfRest + 1; i < end; i++) {
            boolean taken = state.hasTyped(i, Trait.COLLECTS) || state.hasTyped(i, Trait.BECOMES);
            if (taken && !state.isAt(i - 1, Cue.NOT)) {
                return true;
            }
        }
        return state.hasTyped(verb, Trait.SOLE)
                || state.hasTyped(verb, Trait.NARROWS)
                || state.hasTyped(verb, Trait.TRAINS)
                || state.isAt(verb, Cue.TRAINING);
    }

    /** {@code fourteen of which must be left out}: even a few are a part where the words around them say of what. */
    public void takesFew(int part) {
        Token token = state.token(part);
        boolean few = token.isNumber()
                && token.use != Token.Use.SLOT
                && !token.numeral().isRange()
                && !token.numeral().isAmbiguous()
                && token.numeral().suffix() == ' '
                && value(part).compareTo(BigDecimal.ONE) > 0
                && value(part).compareTo(FEWEST) < 0
                && value(part).stripTrailingZeros().scale() <= 0
                && !state.isPercentAt(part + 1);
        boolean things = !state.isUnitAt(part + 1) || state.isItemAt(part + 1);
        if (few && things && loses && isLedByVerb(part) && isSaidOfThings(part)) {
            isTakenAway(part);
        } else if (few
                && things
                && (parts.refersAt(part + 1) || parts.refersUpTo(leads.before(part)) || isOfWholeBefore(part))) {
            isLeftOut(part);
        }
    }

    /** {@code minus 20 that are torn}, {@code without 12 duplicates}, {@code less 25}. */
    private boolean isSaidOfThings(int part) {
        return state.isItemAt(part + 1)
                || state.isBreakAt(part + 1)
                || state.hasTyped(part + 1, Trait.DISCARDED)
                || (state.token(part + 1).kind == Token.Kind.WORD && state.isPluralAt(part + 1))
                || state.hasTyped(part + 1, Trait.RELATIVE)
                || state.hasTyped(part + 1, Trait.PRONOUN)
                || state.isAt(part + 1, Trait.FORM_OF_BE);
    }

    /** {@code of our 620 cases twenty must be left out}. */
    private boolean isOfWholeBefore(int part) {
        int whole = wholeBefore(part, state.sentence(part).first());
        return whole >= 0 && isOfWhole(whole) && part - whole <= REACH;
    }

    /** {@code of 6,600 letters the 600 oldest cannot be used}. */
    private boolean isOfWhole(int whole) {
        boolean determined = state.hasTyped(whole - 1, Trait.DEFINITE_ARTICLE) || state.isAt(whole - 1, Cue.PERSON);
        int of = determined ? whole - 2 : whole - 1;
        return whole > 0 && state.hasTyped(of, Trait.PART_OF);
    }

    /** Returns the index of the last count before a part if it is larger, or -1; other parts are passed over. */
    private int wholeBefore(int part, int from) {
        int whole = part - 1;
        int first = Math.max(from, part - SENTENCE_REACH);
        while (whole >= first
                && (!state.isNumberAt(whole)
                        || taken.contains(whole)
                        || isOtherSlot(whole)
                        || isFewOfSource(whole, part))) {
            whole--;
        }
        boolean larger = whole >= first && isCount(whole) && rest(whole).compareTo(value(part)) > 0;
        return larger ? whole : -1;
    }

    /** The three of {@code 4,000 records from three clinics, then remove 350}. */
    private boolean isFewOfSource(int number, int part) {
        boolean from = state.isAt(number - 1, Cue.FROM)
                || state.isAt(number - 1, Cue.IN)
                || state.isAt(number - 1, Cue.ON)
                || state.hasTyped(number - 1, Trait.PART_OF);
        boolean few = value(number).compareTo(FEWEST) < 0 && value(number).compareTo(value(part)) < 0;
        // "danger levels 1-5": so few are no whole.
        return few && (from || (state.token(number).numeral().isRange() && !isOfExamples(number)));
    }

    /** The 1.8k of {@code 14k quests x 1.8k tokens, but skip the 2k that are fixtures}. */
    private boolean isOtherSlot(int number) {
        Measure unit = state.measureAt(number + 1);
        boolean other = unit == Measure.TOKEN || unit == Measure.EPOCH || (unit != null && unit.isTime());
        // "9,000 dialogues, which came to $400, and threw out 2,000 of them"
        other |= state.candidates.hasMoneyWithin(number - 1, number);
        return !isOfExamples(number) && (other || state.token(number).use == Token.Use.SLOT || years.isOne(number));
    }

    /**
     * {@code 31,000 units, I threw away 6,000}, {@code I removed 1,150 obsolete ones out of 9,650}: a part behind a verb that
     * takes it away is no data; where the whole is said and is not what was left, the rest of it is.
     */
    private boolean isTakenAway(int part) {
        if (!loses || !(isLedByVerb(part) || isAnother(part))) {
            return false;
        }
        int whole = wholeBehind(part);
        if (whole < 0) {
            whole = wholeBefore(part, sentenceBefore(part));
            whole = whole >= 0 && !isAllBut(leads.before(part)) && LeftOver.is(state, whole, part) ? -1 : whole;
        }
        if (whole >= 0) {
            subtract(part, whole);
        } else {
            drop(part);
        }
        return true;
    }

    private boolean isLedByVerb(int part) {
        int verb = leads.before(part);
        verb = isOfNoun(part, verb) ? leads.before(beforeNoun(verb)) : verb;
        boolean particle = state.isAt(verb, Cue.OUT)
                || state.hasTyped(verb, Trait.APART)
                || state.hasTyped(verb, Trait.PARTICLE_AWAY);
        return LeftOver.takesAway(state, particle ? verb - 1 : verb)
                || isPutAside(verb)
                || isAllBut(verb)
                || isMinus(part);
    }

    /** {@code 780 case notes less 80 duplicates}, but not {@code less than 80} or {@code 3 epochs, less 80}. */
    private boolean isMinus(int part) {
        return state.hasTyped(part - 1, Trait.MINUS) && !state.isBreakAt(part - 2) && isSaidOfThings(part);
    }

    /** {@code they signed off all but 140}. */
    private boolean isAllBut(int but) {
        return state.isAt(but, Cue.BUT) && state.isAt(but - 1, Cue.ALL);
    }

    /** {@code leaving out}, {@code setting aside}. */
    private boolean isPutAside(int particle) {
        return (state.isAt(particle, Cue.OUT) || state.hasTyped(particle, Trait.APART))
                && !state.isNumberAt(particle)
                && !state.isNumberAt(particle - 1)
                && state.hasTyped(particle - 1, Trait.SETS_APART);
    }

    /** The 6,000 of {@code disregarding the 2019 tranche of 6,000}. */
    private boolean isOfNoun(int part, int of) {
        Token noun = state.at(of - 1);
        return of == part - 1
                && state.hasTyped(of, Trait.PART_OF)
                && noun != null
                && !noun.isNumber()
                && !state.isBreakAt(of - 1)
                && LeftOver.takesAway(state, leads.before(beforeNoun(of)));
    }

    /** Returns the index behind the word before the noun of {@code a tranche of}, its article and its year. */
    private int beforeNoun(int of) {
        return isYear(of - 2) ? of - 2 : of - 1;
    }

    private boolean isYear(int i) {
        return state.isNumberAt(i) && state.token(i).isYear() && !isOfExamples(i);
    }

    /** {@code I threw out 400 duplicates and then another 100}. */
    private boolean isAnother(int part) {
        if (taken.isEmpty() || !(state.hasTyped(part - 1, Trait.ANOTHER) || state.isAt(part - 1, Cue.AND))) {
            return false;
        }
        int before = part - 1;
        while (before > part - REACH && !state.isNumberAt(before)) {
            before--;
        }
        return taken.contains(before);
    }

    /** Returns the index of the 9,650 in {@code 1,150 obsolete ones out of 9,650}, of the 5,200 in {@code 700 from 5,200}, or -1. */
    private int wholeBehind(int part) {
        boolean of = false;
        for (int i = part + 1; i <= part + REACH && !state.isBreakAt(i); i++) {
            if (state.isNumberAt(i)) {
                return of && isCount(i) && value(i).compareTo(value(part)) > 0 ? i : -1;
            }
            of |= state.hasTyped(i, Trait.PART_OF) || state.isAt(i, Cue.FROM);
        }
        return -1;
    }

    /** Returns the index of the first token of the sentence before that of a part. */
    private int sentenceBefore(int part) {
        int first = state.sentence(part).first();
        return first > 0 ? state.sentence(first - 1).first() : first;
    }

    /** Leaves the rest of the whole as the data, unless other data are counted and neither of the two is. */
    private void subtract(int part, int whole) {
        if (whole < part && isBeside(part)) {
            drop(part);
            return;
        }
        boolean ofData = isOfExamples(whole) || isOfExamples(part) || !state.candidates.has(SlotName.EXAMPLES);
        BigDecimal rest = rest(whole).subtract(value(part));
        drop(part);
        drop(whole);
        if (ofData) {
            taken.add(part);
            left.put(whole, rest);
            state.candidates.addDerived(SlotName.EXAMPLES, Numeral.of(rest), whole);
            state.token(whole).use = Token.Use.SLOT;
        }
    }

    /** {@code 760 notes typed up; another 200 are in his hand and I'll leave those}: what is left out never was of the whole. */
    private boolean isBeside(int part) {
        // "3,050 questions. The 500 new voice notes are not transcribed, so do not count them"
        boolean later = state.hasTyped(part - 1, Trait.DEFINITE_ARTICLE)
                && part - 1 == state.sentence(part).first()
                && (state.hasTyped(part + 1, Trait.NEW_ONES) || state.hasTyped(part + 1, Trait.NEW_DATA));
        return taken.isEmpty() && (later || (state.hasTyped(part - 1, Trait.ANOTHER) && !isLedByVerb(part)));
    }

    private void drop(int number) {
        state.withdraw(number);
        state.candidates.settle(number);
    }

    private BigDecimal rest(int whole) {
        BigDecimal rest = left.get(whole);
        return rest == null ? sum(whole) : rest;
    }

    /** Returns the value of a count, or of the sum that another reader has put in its place. */
    private BigDecimal sum(int whole) {
        return state.candidates.all().stream()
                .filter(each -> each.slot() == SlotName.EXAMPLES && each.derived() && each.token() == whole)
                .map(each -> each.numeral().value())
                .findFirst()
                .orElseGet(() -> value(whole));
    }

    /** True if a word here says that something is no part of the data. */
    public boolean isLoss(int i) {
        return parts.isLeftOutAt(i);
    }

    /** True for a number that may count data. */
    public boolean isCount(int i) {
        Token token = state.token(i);
        return token.isNumber()
                && (token.use == Token.Use.NOTHING || isOfExamples(i) || isOfManyThings(i))
                && !token.numeral().isInBillions()
                && !Amounts.count(token.numeral()).isAmbiguous()
                && !years.isOne(i)
                && !years.isOfSpan(i)
                && !state.isSymbolAt(i - 1, '$')
                && value(i).compareTo(FEWEST) >= 0
                && value(i).stripTrailingZeros().scale() <= 0;
    }

    /** The 900 of {@code 900 cards, but 200 are illegible}. */
    private boolean isOfManyThings(int i) {
        return hasThings
                && state.token(i).use == Token.Use.KNOWN_NON_SLOT
                && (state.unitFinder.countsDataIfMany(i) || areCalls(i));
    }

    /** The 6,500 of {@code 6,500 calls, 1,500 of them wrong numbers}. */
    private boolean areCalls(int i) {
        int unit = state.unitFinder.right(i);
        return unit > i
                && state.hasTyped(unit, Trait.SPOKEN)
                && !state.isRateAt(unit + 1)
                && !state.candidates.has(SlotName.REQUESTS_PER_DAY);
    }

    /** True if a number was read as a count of examples. */
    public boolean isOfExamples(int i) {
        return state.candidates.all().stream()
                .anyMatch(candidate -> candidate.slot() == SlotName.EXAMPLES && candidate.token() == i);
    }

    private BigDecimal value(int i) {
        return Amounts.count(state.token(i).numeral()).value();
    }
}
