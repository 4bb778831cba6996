package io.tunetally.interpreter.intent;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.part.ChangedCounts;
import io.tunetally.interpreter.part.HeldOutParts;
import io.tunetally.interpreter.part.Part;
import io.tunetally.interpreter.part.Parts;
import io.tunetally.interpreter.part.ReferredParts;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Intent;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Numbers that are added to a remembered value or taken off it: {@code +650 rows}, {@code one epoch less}, {@code deleted 70 of them}. */
final class Differences {
    /** Below it a number counts other things as often as examples. */
    private static final BigDecimal FEWEST_EXAMPLES = BigDecimal.valueOf(30);
    /** The distance between a count and the words that say what becomes of it. */
    private static final int REACH = 12;

    /** The most words between a number and the verb that takes it off. */
    private static final int REACH_OF_VERB = 7;

    private final ParseState state;
    private final Slots remembered;
    private final SpokenSlot spoken;
    private final HeldOutParts heldOutParts;
    private final Parts parts;
    private final ReferredParts referred;
    private final ChangedCounts changed;
    /** Whether a word of the message says more or less, so that most numbers need no look at their neighbours. */
    private final boolean saysMoreOrLess;

    Differences(ParseState state, Slots remembered) {
        this.state = state;
        this.remembered = remembered;
        spoken = new SpokenSlot(state, remembered);
        heldOutParts = new HeldOutParts(state);
        saysMoreOrLess = state.hasTypedAnywhere(Trait.GROWS)
                || state.hasTypedAnywhere(Trait.MORE_THAN)
                || state.hasTypedAnywhere(Trait.SHRINKS);
        parts = new Parts(state);
        referred = new ReferredParts(state);
        changed = new ChangedCounts(state);
    }

    /**
     * A new value.
     *
     * @param last the index of the last token that says the change
     */
    record Difference(SlotName<?> slot, BigDecimal after, int last) {}

    /** Returns the value after the change that a number says, or null if it says none that is possible. */
    @Nullable Difference at(int number) {
        // "cut to 5,000" names what is left, not the difference.
        boolean target = state.isAt(number - 1, Cue.TO);
        // "One zero less" is a factor.
        boolean zeros = state.hasTyped(number, Trait.ZERO) || state.hasTyped(number + 1, Trait.ZERO);
        if (target
                || zeros
                || state.isPercentAt(number + 1)
                || state.token(number).numeral().isRange()) {
            return null;
        }
        Measure measure = isOfExamples(unitOf(number)) ? null : unitOf(number);
        boolean money = measure == Measure.DOLLAR;
        SlotName<?> slot = isTraffic(number)
                ? SlotName.REQUESTS_PER_DAY
                : measure == null || money
                        ? slotWithoutUnit(number)
                        : isLongTime(measure) ? SlotName.MONTHS : spoken.counted(measure, number);
        BigDecimal before = slot == null ? null : remembered.number(slot);
        int direction = slot == null || before == null ? 0 : sign(number, slot, measure != null);
        if (direction == 0 || slot == null || before == null) {
            return null;
        }
        if (slot == SlotName.EXAMPLES && isOfOthersThings(number)) {
            return null;
        }
        BigDecimal after = before.add(amount(slot, number).abs().multiply(BigDecimal.valueOf(direction)));
        return after.signum() > 0
                ? new Difference(slot, after, measureAt(number + 1) == null ? number : number + 1)
                : null;
    }

    /** The 40 of {@code the auditors ate 40 sandwiches}: others have lost things of another kind. */
    private boolean isOfOthersThings(int number) {
        boolean lost = state.hasTyped(number - 1, Trait.LOSES) && isOfThings(number + 1);
        boolean ours = false;
        for (int i = state.clause(number).first(); lost && i < number; i++) {
            ours |= state.hasTyped(i, Trait.I_OR_WE) || state.isAt(i, Cue.DROP);
        }
        return lost && !ours && number - 1 > state.clause(number).first();
    }

    /** {@code another quarter}, {@code two more years}: a time of whole months. */
    private static boolean isLongTime(Measure measure) {
        return measure.time() != null && measure.time().isLong();
    }

    private static BigDecimal months(Measure measure, BigDecimal count) {
        TimeUnit time = measure.time();
        return time == null ? count : time.months(count).orElse(count);
    }

    private boolean isTraffic(int number) {
        // "They would add another 110 a day".
        boolean perDay = remembered.has(SlotName.REQUESTS_PER_DAY)
                && state.isRateAt(number + 1)
                && (state.measureAt(number + 1) == Measure.DAY || state.measureAt(number + 2) == Measure.DAY);
        return perDay || state.candidates.isOf(SlotName.REQUESTS_PER_DAY, number);
    }

    /** Returns what a number says of a slot: of {@code 3,000 a month more} the requests of a day. */
    private BigDecimal amount(SlotName<?> slot, int number) {
        BigDecimal said = state.token(number).numeral().value();
        Measure unit = slot == SlotName.MONTHS ? unitOf(number) : null;
        if (unit != null) {
            return months(unit, said);
        }
        return slot != SlotName.REQUESTS_PER_DAY
                ? said
                : state.candidates
                        .amounts(slot)
                        .filter(candidate -> candidate.token() == number)
                        .map(candidate -> candidate.numeral().value())
                        .findFirst()
                        .orElse(said);
    }

    /** {@code plus 20k units from the other memory}: no model is deployed by units, so they are examples. */
    private boolean isOfExamples(@Nullable Measure unit) {
        return unit == Measure.CAPACITY && remembered.has(SlotName.EXAMPLES) && !remembered.has(SlotName.UNITS);
    }

    /** {@code another epoch}, {@code a replica less}: one without a number. */
    @Nullable Difference ofOne(int word) {
        if (state.isOneAt(word) && isBy(word)) {
            // "Epochs up by one"
            SlotName<?> changedByOne = spoken.before(word);
            BigDecimal earlier = changedByOne == null ? null : remembered.number(changedByOne);
            BigDecimal later = earlier == null ? null : earlier.add(BigDecimal.valueOf(signOfVerb(word)));
            return changedByOne == null || later == null || later.signum() <= 0
                    ? null
                    : new Difference(changedByOne, later, word);
        }
        boolean another = state.hasTyped(word, Trait.ANOTHER) && !state.isNumberAt(word - 1);
        int direction = another ? 1 : state.isAt(word, Cue.ARTICLE) ? sign(word + 2) : 0;
        // "A quarter more traffic" is a share of it, and no quarter of a year.
        boolean share = measureAt(word + 1) == Measure.QUARTER && !another && !state.isBreakAt(word + 3);
        Measure measure = direction == 0 || share ? null : measureAt(word + 1);
        SlotName<?> slot = measure == null || measure == Measure.ITEM
                ? null
                : isLongTime(measure) ? SlotName.MONTHS : spoken.of(measure);
        BigDecimal before = slot == null ? null : remembered.number(slot);
        BigDecimal one = slot == SlotName.MONTHS && measure != null ? months(measure, BigDecimal.ONE) : BigDecimal.ONE;
        BigDecimal after = before == null ? null : before.add(one.multiply(BigDecimal.valueOf(direction)));
        return slot == null || after == null || after.signum() <= 0 ? null : new Difference(slot, after, word + 1);
    }

    /** Returns the unit behind a number, or behind {@code 500 more}. */
    private @Nullable Measure unitOf(int number) {
        Measure next = measureAt(number + 1);
        boolean signed = state.isSymbolAt(number - 1, '+')
                || state.token(number).numeral().value().signum() < 0;
        int before = state.isSymbolAt(number - 1, '+') ? number - 2 : number - 1;
        if (next == null && signed && measureAt(before) != null && !state.isNumberAt(before - 1)) {
            return measureAt(before);
        }
        return next != null ? next : sign(number + 1) != 0 ? measureAt(number + 2) : null;
    }

    private @Nullable Measure measureAt(int i) {
        return state.isAt(i, Category.UNITS) ? state.measureAt(i) : null;
    }

    /** {@code another hundred}, {@code 50 dollars more}: of the budget that is spoken of, else of the examples. */
    private @Nullable SlotName<?> slotWithoutUnit(int number) {
        boolean named = state.isSymbolAt(number - 1, '$') || unitOf(number) == Measure.DOLLAR;
        // "The organ lost 40 pipes": they are no dollars.
        boolean things = !named && isOfThings(number + 1);
        if (remembered.has(SlotName.BUDGET_USD) && !things && (named || !remembered.has(SlotName.EXAMPLES))) {
            return SlotName.BUDGET_USD;
        }
        if (spoken.isRollouts(number + 1) || (sign(number + 1) != 0 && spoken.isRollouts(number + 2))) {
            return SlotName.ROLLOUTS;
        }
        boolean large = state.token(number).numeral().value().abs().compareTo(FEWEST_EXAMPLES) >= 0;
        if (isBy(number) && spoken.before(number) != null) {
            return spoken.before(number);
        }
        if (!large && sign(number + 1) != 0 && state.isBreakAt(number + 2)) {
            return SlotName.EPOCHS;
        }
        boolean free = state.token(number).use != Token.Use.SLOT
                || state.slots.has(SlotName.HELD_OUT_EXAMPLES)
                || changed.isTakenOff(number)
                || (state.slots.has(SlotName.EXAMPLES)
                        && (signBefore(number) != 0
                                || isCountOfMore(number)
                                || signOfPart(number) != 0
                                || changed.sign(number) != 0
                                || mustGo(number)));
        return large && free && !named ? SlotName.EXAMPLES : null;
    }

    private int sign(int number, SlotName<?> slot, boolean hasUnit) {
        int signed = isBy(number) ? signOfVerb(number) : signBefore(number);
        if (signed != 0) {
            return signed;
        }
        if (slot == SlotName.REQUESTS_PER_DAY) {
            return changed.isTakenOff(number) ? -1 : sign(behindRate(number));
        }
        if (hasUnit || slot == SlotName.EPOCHS || slot == SlotName.ROLLOUTS) {
            int behind = measureAt(number + 1) == null ? number + 1 : number + 2;
            // "Winter is 6 months up here": a place, and no change.
            boolean place = state.hasTyped(behind + 1, Trait.PLACE);
            int more = behind >= state.size() || place ? 0 : isTakenOff(number, behind) ? -1 : sign(behind);
            if (more != 0) {
                return more;
            }
        }
        return slot == SlotName.EXAMPLES
                ? signOfExamples(number, hasUnit)
                : slot == SlotName.BUDGET_USD ? signOfMoney(number) : 0;
    }

    /** {@code take two months off}. */
    private boolean isTakenOff(int number, int behind) {
        return state.hasTyped(behind, Trait.PARTICLE_AWAY) && state.hasTyped(number - 1, Trait.TAKES_OFF);
    }

    /** Returns the index behind {@code 200 requests a day}. */
    private int behindRate(int number) {
        int unit = measureAt(number + 1) == null ? number + 1 : number + 2;
        return !state.isRateAt(unit) ? unit : state.isAt(unit, Category.PERIODS) ? unit + 1 : unit + 2;
    }

    /** The {@code 500} of {@code cut the rows by 500}. */
    private boolean isBy(int number) {
        return number > 0 && state.hasTyped(number - 1, Trait.BY) && signOfVerb(number) != 0;
    }

    private int signOfVerb(int number) {
        for (int i = number - 2; i >= Math.max(state.clause(number).first(), number - SpokenSlot.REACH); i--) {
            boolean less = state.hasTyped(i, Trait.LOSES)
                    || state.hasTyped(i, Trait.SHRINKS)
                    || state.hasTyped(i, Trait.DOWNWARDS);
            if (less || state.hasTyped(i, Trait.GROWS)) {
                return less ? -1 : 1;
            }
        }
        return 0;
    }

    /** {@code +650}, {@code -1}, {@code another 2}, {@code drop one}, {@code add 500}. */
    private int signBefore(int number) {
        if (state.token(number).numeral().value().signum() < 0) {
            return -1;
        }
        boolean summed = state.isNumberAt(number - 2) || (state.isUnitAt(number - 2) && state.isNumberAt(number - 3));
        if (state.isSymbolAt(number - 1, '+') && !summed && !joinsChanges(number - 1)) {
            return 1;
        }
        boolean known = number > 1
                && (state.hasTyped(number - 1, Trait.DEFINITE_ARTICLE) || state.hasTyped(number - 1, Trait.OWNER));
        if (known && !state.isNumberAt(number - 3)) {
            boolean dropped = state.isAt(number - 2, Cue.DROP) && isGroup(number);
            if (dropped || state.hasTyped(number - 2, Trait.MINUS)) {
                return -1;
            }
            if (state.hasTyped(number - 2, Trait.RAISES) && (isGroup(number) || isOfThings(number + 1))) {
                return 1;
            }
            if (state.isAt(number - 2, Cue.DROP) && isOfThings(number + 1)) {
                return -1;
            }
        }
        boolean opens = state.isBreakAt(number - 2) || state.isAt(number - 2, Cue.AND);
        if (number > 0 && (state.hasTyped(number - 1, Trait.RAISES) && (opens || !state.isAt(number - 1, Cue.AND)))) {
            return isHeldOut(number) ? -1 : 1;
        }
        if (number == 0 || state.isNumberAt(number - 2)) {
            return 0;
        }
        return state.hasTyped(number - 1, Trait.GROWS) ? 1 : state.hasTyped(number - 1, Trait.LOSES) ? -1 : 0;
    }

    /** True of the plus of {@code switch to runpod + 2 epochs}: what is before it is a change of its own; {@code runpod, +2 epochs} adds. */
    private boolean joinsChanges(int plus) {
        boolean signs = state.token(plus).spaced && !state.token(plus + 1).spaced;
        Token before = state.at(plus - 1);
        return !signs && before != null && (before.use == Token.Use.SLOT || state.isOfMention(plus - 1));
    }

    /** {@code a further 300 should be held back}, {@code another 200 go to validation}, {@code a further 800 are blanks we'll delete}. */
    private boolean isHeldOut(int number) {
        int end = Math.min(state.clause(number).end(), number + REACH_OF_VERB);
        for (int i = number + 1; i < end; i++) {
            boolean apart = state.hasTyped(i, Trait.SETS_APART) && state.hasTyped(i + 1, Trait.APART);
            boolean dropped =
                    state.isAt(i, Cue.DROP) || state.hasTyped(i, Trait.LOSES) || state.hasTyped(i, Trait.DISCARDED);
            if (apart || dropped || state.isAt(i, Cue.VALIDATION)) {
                return true;
            }
        }
        return false;
    }

    /** The noun of {@code add the 130 rentals}, whatever it is. */
    private boolean isOfThings(int noun) {
        Token token = state.at(noun);
        return token != null && token.kind == Token.Kind.WORD && state.isPluralAt(noun);
    }

    /** The {@code 900} of {@code batch 3 (900) got rejected, please remove}. */
    private boolean isRejectedGroup(int number) {
        int close = state.isUnitAt(number + 1) ? number + 2 : number + 1;
        if (!state.isSymbolAt(number - 1, '(') || !state.isSymbolAt(close, ')')) {
            return false;
        }
        int end = Math.min(state.sentence(number).end(), close + REACH);
        for (int i = close + 1; i < end; i++) {
            boolean out = state.isAt(i, Cue.OUT) && state.isBreakAt(i + 1);
            if (out
                    || state.isAt(i, Cue.DROP)
                    || state.hasTyped(i, Trait.DISCARDED)
                    || state.hasTyped(i, Trait.LOSES)) {
                return true;
            }
        }
        return false;
    }

    /** The {@code 40} of {@code take out the 40 that are sealed}: more is said of them. */
    private boolean isGroup(int number) {
        return state.hasTyped(number + 1, Trait.RELATIVE)
                || state.hasTyped(number + 1, Trait.PRONOUN)
                || state.isAt(number + 1, Cue.FROM)
                || state.isAt(number + 1, Cue.IN)
                || state.isItemAt(number + 1)
                || state.isBreakAt(number + 1);
    }

    /** {@code $50 more}, {@code 100 on top}. */
    private int signOfMoney(int number) {
        int behind = state.isAt(number + 1, Measure.DOLLAR) ? number + 2 : number + 1;
        int before = state.isSymbolAt(number - 1, '$') ? number - 2 : number - 1;
        // "It costs $1,200 more than last year" is a price.
        if (before >= 0 && state.token(before).intent() == Intent.ESTIMATE && !state.isNumberAt(before)) {
            return 0;
        }
        boolean other = state.hasTyped(before, Trait.EVERY_SECOND) && !state.isAt(before - 1, Trait.DEFINITE_ARTICLE);
        return other || state.hasTyped(before, Trait.RAISES) ? 1 : sign(behind);
    }

    /** {@code we have 700 more}, {@code we lost 300 of them}, {@code 260 records came in, add them}. */
    private int signOfExamples(int number, boolean hasUnit) {
        if (isCountOfMore(number)) {
            return sign(number + 1);
        }
        if (mustGo(number)) {
            return -1;
        }
        boolean ofThem =
                state.isBreakAt(number + 1) || state.isAt(number + 1, Cue.OF) || state.isUnitAt(number + 1) || hasUnit;
        for (int i = number - 1; ofThem && i >= Math.max(state.clause(number).first(), number - 2); i--) {
            if (state.hasTyped(i, Trait.SHRINKS)) {
                // "cut down to 5,000" likewise.
                return 0;
            }
            if (state.hasTyped(i, Trait.LOSES)) {
                return state.hasTyped(number - 1, Trait.DEFINITE_ARTICLE) ? 0 : -1;
            }
        }
        int part = signOfPart(number);
        return part == 0 ? changed.sign(number) : part;
    }

    /** {@code 700 more}, {@code 4,000 more during summer}, {@code 1,500 more last week}, {@code 300 extra from sales}, {@code 1200 more than we had}; but not {@code 40 more chairs}. */
    private boolean isCountOfMore(int number) {
        int next = number + 2;
        return sign(number + 1) != 0
                && (state.isBreakAt(next)
                        || isMoreThanBefore(number + 1)
                        || state.hasTyped(next, Trait.THAN)
                        || state.isAt(next, Cue.OVER)
                        || state.isAt(next, Cue.IN)
                        || state.isAt(next, Cue.FROM)
                        || state.hasTyped(next, Trait.RECENT_TIME)
                        || (state.hasTyped(next, Trait.THIS_PERIOD) && state.isBreakAt(next + 2)));
    }

    /** {@code 70 of them were junk}, {@code hold back 420, count the rest}, {@code 260 came in today, add them}. */
    private int signOfPart(int number) {
        if (heldOutParts.isSetApart(number)
                || isSizeOfDropped(number)
                || isRejectedGroup(number)
                || isOfRememberedGone(number)
                || isOfWhichLeftOut(number)
                || referred.isRefused(number)) {
            return -1;
        }
        int end = Math.min(state.size(), number + REACH);
        for (int i = Math.max(0, number - 2); i < end; i++) {
            boolean all = state.isAt(i + 1, Cue.THEM) || state.hasTyped(i + 1, Trait.TAKES_BOTH);
            if (i > number && state.isAt(i, Cue.ADD) && all) {
                return 1;
            }
            boolean out = i > number && state.hasTyped(i, Trait.DISCARDED) && (isOfThem(number) || isJudged(number));
            boolean rest = i > number
                    && state.hasTyped(i, Trait.REST)
                    && state.hasTyped(i - 1, Trait.DEFINITE_ARTICLE)
                    && !isJudged(i)
                    && isSetApart(number);
            boolean dropped = i > number && state.isAt(i, Cue.THEM) && isDropped(i);
            if (out || rest || dropped) {
                return -1;
            }
        }
        return 0;
    }

    /** {@code leave out the puddings, that's 340 of them}, {@code drop the puddings, there are 340}. */
    private boolean isSizeOfDropped(int number) {
        boolean there = state.isAt(number - 1, Cue.IS) && state.hasTyped(number - 2, Trait.THERE);
        if (!state.isOfThemAt(number + 1) && !(there && state.isBreakAt(number + 1)) && !isOnlyCount(number)) {
            return false;
        }
        int clause = state.clause(number).first();
        for (int i = clause; i < number; i++) {
            if (!state.isAt(i, Cue.IS) && !state.hasTyped(i, Trait.PRONOUN) && !state.hasTyped(i, Trait.THERE)) {
                // not "lose the intros, keep 400 of them"
                return false;
            }
        }
        for (int i = clause - 1; i >= Math.max(state.sentence(number).first(), number - REACH); i--) {
            boolean name = state.isAt(i, Category.MODELS) || state.isAt(i, Category.PROVIDERS);
            if (name || state.isNumberAt(i)) {
                return false;
            }
            if ((state.isAt(i, Cue.DROP) || state.hasTyped(i, Trait.LOSES))) {
                return true;
            }
        }
        return false;
    }

    /** The clause of {@code leave out the drafts, 180 pieces} and of {@code skip the doubles, 250 in all}. */
    private boolean isOnlyCount(int number) {
        int behind = number + 1;
        behind = state.isItemAt(behind) || state.isPluralAt(behind) ? behind + 1 : behind;
        behind = state.isAt(behind, Cue.TOTAL) ? behind + 1 : behind;
        return state.isBreakAt(number - 1) && state.isBreakAt(behind);
    }

    /** {@code of which 420 are reserved for validation}: of the remembered count. */
    private boolean isOfWhichLeftOut(int number) {
        BigDecimal value = state.token(number).numeral().value();
        BigDecimal before = remembered.number(SlotName.EXAMPLES);
        if (before == null) {
            return false;
        }
        boolean part = before.compareTo(value) > 0
                && state.hasTyped(number - 1, Trait.RELATIVE)
                && state.isAt(number - 2, Cue.OF);
        int end = Math.min(state.clause(number).end(), number + REACH);
        return part && parts.fate(new Part(value, before, number, number), number + 1, end) == Parts.Fate.LEFT_OUT;
    }

    /** {@code that's 600 of the eighteen hundred gone}: a part of the remembered count. */
    private boolean isOfRememberedGone(int number) {
        int whole =
                state.isAt(number + 1, Cue.OF) && state.hasTyped(number + 2, Trait.DEFINITE_ARTICLE) ? number + 3 : -1;
        BigDecimal before = remembered.number(SlotName.EXAMPLES);
        boolean known = whole >= 0
                && before != null
                && state.isNumberAt(whole)
                && state.token(whole).numeral().value().compareTo(before) == 0;
        int verb = state.isUnitAt(whole + 1) ? whole + 2 : whole + 1;
        verb = state.isAt(verb, Cue.IS) ? verb + 1 : verb;
        return known
                && (state.hasTyped(verb, Trait.GOES)
                        || state.hasTyped(verb, Trait.DISCARDED)
                        || state.hasTyped(verb, Trait.LOSES));
    }

    /** {@code 250 must go}, {@code 250 duplicates, they go}. */
    private boolean mustGo(int number) {
        int verb = state.isUnitAt(number + 1) ? number + 2 : number + 1;
        // "200件は除いて": in Japanese the verb stands last.
        boolean last = state.text.isTranslated() && state.isAt(verb, Cue.DROP);
        return last
                || state.hasTyped(number + 1, Trait.GOES)
                || state.hasTyped(number + 1, Trait.DISCARDED)
                || ((state.isUnitAt(number + 1) || state.isPluralAt(number + 1))
                        && state.hasTyped(number + 2, Trait.GOES))
                || mustComeOut(number);
    }

    /** {@code 80 chapters must come out}, {@code 300 letters have to be taken out again}. */
    private boolean mustComeOut(int number) {
        int verb = state.isUnitAt(number + 1) || state.isPluralAt(number + 1) ? number + 2 : number + 1;
        int end = Math.min(state.clause(number).end(), verb + REACH_OF_VERB);
        for (int i = verb + 1; state.hasTyped(verb, Trait.OBLIGES) && i < end; i++) {
            if (state.isAt(i, Cue.OUT)) {
                return state.isBreakAt(i + 1)
                        || state.isAt(i + 1, Category.FUNCTIONS)
                        || state.hasTyped(i + 1, Trait.AGAIN);
            }
        }
        return false;
    }

    /** {@code 300 were junk}. */
    private boolean isJudged(int number) {
        return state.isAt(number + 1, Cue.IS) && state.hasTyped(number + 2, Trait.DISCARDED);
    }

    private boolean isOfThem(int number) {
        int of = measureAt(number + 1) == null ? number + 1 : number + 2;
        boolean ofData = state.hasTyped(of + 1, Trait.DEFINITE_ARTICLE) || state.isAt(of + 1, Cue.PERSON);
        return state.isAt(of, Cue.OF) && (state.isAt(of + 1, Cue.THEM) || ofData);
    }

    /** {@code hold back 420}, {@code we set 500 aside}, {@code keep 200 for the exam}. */
    private boolean isSetApart(int number) {
        for (int i = Math.max(state.clause(number).first(), number - 3);
                i < state.clause(number).end();
                i++) {
            if (state.hasTyped(i, Trait.SETS_APART) || state.isAt(i, Cue.VALIDATION)) {
                return true;
            }
        }
        return false;
    }

    /** {@code leave them out}, {@code drop those}. */
    private boolean isDropped(int them) {
        return state.isAt(them - 1, Cue.DROP)
                || (them > 0 && state.hasTyped(them - 1, Trait.LOSES))
                || (state.isAt(them + 1, Cue.OUT) && state.isBreakAt(them + 2))
                || isRefused(them);
    }

    /** {@code do not count them}, {@code we may not use them}, {@code these don't count}. */
    private boolean isRefused(int them) {
        int verb = them - 1;
        boolean before = verb > 0
                && (state.hasTyped(verb, Trait.REFUSES)
                        || (state.hasTyped(verb, Trait.USES) && state.isAt(verb - 1, Cue.NOT)));
        return before || (state.isAt(them + 1, Cue.NOT) && state.hasTyped(them + 2, Trait.USES));
    }

    private int sign(int word) {
        if (!saysMoreOrLess || word >= state.size()) {
            return 0;
        }
        boolean more = state.hasTyped(word, Trait.GROWS) || isMoreThanBefore(word);
        return more ? 1 : state.hasTyped(word, Trait.SHRINKS) ? -1 : 0;
    }

    /** {@code 1200 more than we had}, but not {@code more than 5,000}. */
    private boolean isMoreThanBefore(int word) {
        return state.hasTyped(word, Trait.MORE_THAN) && !state.isNumberAt(word + 1);
    }
}
