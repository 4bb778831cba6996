package io.tunetally.interpreter.money;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.part.Part;
import io.tunetally.interpreter.part.Parts;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Amounts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** The changes of a sum: parts that are spent or added, sums that match it, and limits by a share. */
final class SumChanges {
    private static final int CENTS = 2;

    /** The most tokens from a part to the word that it is spent. */
    private static final int REACH_OF_VERB = 6;

    /** The most tokens from a verb to the part that it takes. */
    private static final int REACH_OF_PART = 4;

    /** The most tokens from a part that is spent to the words that ask for the rest. */
    private static final int REACH_OF_REST = 40;

    /** The sum of the conversation stands nowhere in the message. */
    private static final SlotCandidates.Money NO_SUM = new SlotCandidates.Money("USD", -1, -1, -1);

    private final ParseState state;
    private final SumGivers givers;
    private final Parts parts;

    SumChanges(ParseState state, SumGivers givers) {
        this.state = state;
        this.givers = givers;
        parts = new Parts(state);
    }

    /** Returns what becomes of a sum at an index, or null. */
    @Nullable SumChange at(int i, BigDecimal value, SlotCandidates.Money sum) {
        if (!state.isNumberAt(i) && state.hasTyped(i, Trait.MATCHES_SUM)) {
            return matched(i, value);
        }
        if (isAsMuch(i)) {
            return new SumChange(value.add(value), i, i);
        }
        Part share = parts.at(i);
        if (share != null) {
            return ofShare(share, value);
        }
        return state.isNumberAt(i) && !isRangeAt(i) ? ofNumber(i, value, sum) : null;
    }

    /** Returns what becomes of the sum of the conversation at an index, or null; {@code gives the same again} adds to it. */
    @Nullable SumChange ofRemembered(int i, BigDecimal value) {
        boolean given = !state.isNumberAt(i) && state.hasTyped(i, Trait.AS_MUCH) && hasBefore(i, Trait.GIVES_SUM);
        return given ? new SumChange(value.add(value), i, i) : at(i, value, NO_SUM);
    }

    /** True if a number counts data here: what follows is no longer about the sum. */
    boolean isDataAt(int i) {
        if (!state.isNumberAt(i)) {
            return false;
        }
        int unit = state.unitFinder.right(i);
        Measure measure = unit < 0 ? null : state.measureAt(unit);
        return state.isItemAt(i + 1) || measure == Measure.EXAMPLE || measure == Measure.ITEM;
    }

    private boolean isRangeAt(int i) {
        return state.token(i).numeral().isRange() || state.isSize(i) || state.isSymbolAt(i - 1, '-');
    }

    /** {@code matched half of that}, {@code matched it in full}, {@code matches whatever we put in}. */
    private @Nullable SumChange matched(int verb, BigDecimal value) {
        Part share = parts.at(verb + 1);
        if (share != null) {
            return parts.isOfThem(share) ? new SumChange(value.add(of(share, value)), verb, share.last()) : null;
        }
        boolean sum = state.hasTyped(verb + 1, Trait.PRONOUN)
                || state.isAt(verb + 1, Cue.THEM)
                || state.hasTyped(verb + 1, Trait.WHATEVER);
        return sum ? new SumChange(value.add(value), verb, verb) : null;
    }

    /** {@code I put in the same}, {@code a dollar for each of ours}, {@code dollar for dollar}. */
    private boolean isAsMuch(int i) {
        if (state.isAt(i, Measure.DOLLAR) && !state.isNumberAt(i - 1)) {
            boolean each = state.isAt(i + 2, Cue.EACH) || state.isAt(i + 2, Cue.EVERY);
            return state.isAt(i + 1, Cue.FOR) && (each || state.isAt(i + 2, Measure.DOLLAR));
        }
        boolean same = !state.isNumberAt(i) && state.hasTyped(i, Trait.AS_MUCH);
        return same && hasBefore(i, Trait.ADDS_SUM);
    }

    /** True if a verb stands a few tokens before an index in its clause. */
    private boolean hasBefore(int i, Trait verb) {
        int first = Math.max(state.clause(i).first(), i - REACH_OF_PART);
        for (int k = i - 1; k >= first; k--) {
            if (!state.isNumberAt(k) && state.hasTyped(k, verb)) {
                return true;
            }
        }
        return false;
    }

    private static BigDecimal of(Part share, BigDecimal sum) {
        return sum.multiply(share.of()).divide(share.parts(), CENTS, RoundingMode.HALF_UP);
    }

    /** {@code half of it is gone}, {@code minus 20%}, {@code took 60 percent of it}; {@code no more than a tenth}, {@code I can have half of it}. */
    private @Nullable SumChange ofShare(Part share, BigDecimal value) {
        BigDecimal part = of(share, value);
        int first = share.first();
        boolean ofIt = parts.isOfThem(share) || isOfRest(share.last() + 1);
        boolean minus = state.hasTyped(first - 1, Trait.MINUS);
        boolean spent = ofIt && (isSpent(share.last()) || hasBefore(first, Trait.TAKES_PART));
        if (isLimit(first)) {
            return new SumChange(part, first, share.last());
        }
        if (minus || spent) {
            return new SumChange(value.subtract(part), first, share.last());
        }
        return ofIt && isOurs(share) ? new SumChange(part, first, share.last()) : null;
    }

    /** {@code of what's left}. */
    private boolean isOfRest(int of) {
        return state.hasTyped(of, Trait.PART_OF)
                && restBetween(of + 1, Math.min(state.size(), of + REACH_OF_PART)) >= 0;
    }

    /** {@code not eat more than a tenth}, {@code at most a quarter}. */
    private boolean isLimit(int first) {
        boolean more = state.hasTyped(first - 1, Trait.MORE_THAN)
                || (state.hasTyped(first - 1, Trait.THAN) && hasBefore(first - 1, Trait.MORE));
        boolean not = false;
        for (int k = first - 1; more && k >= Math.max(state.clause(first).first(), first - REACH_OF_VERB); k--) {
            not |= state.isAt(k, Cue.NOT) || state.hasTyped(k, Trait.NEGATES);
        }
        return not || state.hasTyped(first - 1, Trait.CAPS);
    }

    /** {@code I can have half of it}, {@code half of that is mine to spend on training}. */
    private boolean isOurs(Part share) {
        int end = Math.min(state.clause(share.last()).end(), share.last() + 1 + REACH_OF_VERB);
        boolean purpose = false;
        for (int i = share.last() + 1; i < end; i++) {
            purpose |= state.isAt(i, Cue.TRAINING) || state.hasTyped(i, Trait.OURS);
        }
        boolean may = hasBefore(share.first(), Trait.MAY_HAVE);
        return purpose || may;
    }

    private @Nullable SumChange ofNumber(int i, BigDecimal value, SlotCandidates.Money sum) {
        BigDecimal amount = Amounts.counted(state.token(i).numeral()).value();
        int last = state.isAt(i + 1, Measure.DOLLAR) ? i + 1 : i;
        int first = state.isSymbolAt(i - 1, '$') ? i - 1 : i;
        boolean dollars =
                last > i || first < i || state.candidates.money().stream().anyMatch(m -> m.number() == i);
        if (!dollars && givers.isGivers(i)) {
            return ofOthers(i, value);
        }
        if (!dollars && state.unitFinder.right(i) >= 0) {
            return null;
        }
        if (isAdded(first) || (dollars && state.hasTyped(first - 1, Trait.ANOTHER))) {
            return new SumChange(value.add(amount), first, last);
        }
        // "The plumber charges 70 quid an hour and left the tap dripping": pay is no part of a sum.
        int end = state.isAt(last + 1, Category.CURRENCIES) ? last + 2 : last + 1;
        boolean less = amount.compareTo(value) < 0 && !state.isRateAt(end);
        return less && isTaken(i, first, last, sum) ? new SumChange(value.subtract(amount), first, last) : null;
    }

    /** {@code eight of the crew chipped in five each}. */
    private @Nullable SumChange ofOthers(int number, BigDecimal value) {
        int end = Math.min(state.size(), state.clause(number).end());
        for (int i = number + 1; i < end; i++) {
            int last = state.isAt(i + 1, Measure.DOLLAR) ? i + 1 : i;
            if (state.isNumberAt(i) && state.isAt(last + 1, Cue.EACH) && hasBefore(i, Trait.GIVES_SUM)) {
                BigDecimal all = state.token(number)
                        .numeral()
                        .value()
                        .multiply(Amounts.counted(state.token(i).numeral()).value());
                return new SumChange(value.add(all), number, last + 1);
            }
        }
        return null;
    }

    /** {@code the trust adds another 150}, {@code plus 150 from the trust}. */
    private boolean isAdded(int first) {
        return hasBefore(first, Trait.ADDS_SUM) && !state.hasTyped(first - 1, Trait.PART_OF);
    }

    /** {@code 150 of it went on}, {@code out of which he took 1,100}, {@code 380 went to the scanner}, where the rest is asked about. */
    private boolean isTaken(int i, int first, int last, SlotCandidates.Money sum) {
        boolean ofIt = isOfIt(last + 1) || isOfItBefore(first, sum.last());
        if (ofIt && (isSpent(last) || hasBefore(first, Trait.SPENT) || hasBefore(first, Trait.TAKES_PART))) {
            return true;
        }
        // "I'd like one LoRA out of it": no sum.
        boolean ofJob = state.isAt(last + 1, Category.METHODS) || state.isAt(last + 1, Category.TUNING);
        return (!ofJob && isOutOfIt(last + 1)) || state.hasTyped(first - 1, Trait.MINUS) || isRestAskedAfter(i, last);
    }

    private boolean isOfIt(int of) {
        return state.hasTyped(of, Trait.THEREOF)
                || (state.hasTyped(of, Trait.PART_OF)
                        && (state.hasTyped(of + 1, Trait.RELATIVE)
                                || state.hasTyped(of + 1, Trait.PRONOUN)
                                || state.isAt(of + 1, Cue.THEM)
                                || isTheSum(of + 1)));
    }

    /** {@code the money}, {@code our budget}. */
    private boolean isTheSum(int the) {
        boolean led = state.hasTyped(the, Trait.DEFINITE_ARTICLE)
                || state.hasTyped(the, Trait.OWNER)
                || state.isAt(the, Cue.PERSON);
        return led
                && state.at(the + 1) != null
                && (MoneyQuantities.isBudgetWord(state.token(the + 1))
                        || state.hasTyped(the + 1, Trait.MEANS_BUDGET)
                        || state.hasTyped(the + 1, Trait.FUNDS));
    }

    private boolean isOfItBefore(int first, int sum) {
        for (int k = Math.max(sum + 1, first - REACH_OF_VERB); k < first; k++) {
            if (state.hasTyped(k, Trait.RELATIVE) && state.hasTyped(k - 1, Trait.PART_OF)) {
                return true;
            }
        }
        return false;
    }

    /** {@code comes out of it}, {@code ordered out of that very pot}. */
    private boolean isOutOfIt(int from) {
        int end = Math.min(state.clause(from - 1).end(), from + REACH_OF_VERB);
        for (int k = from; k + 2 < end + 1; k++) {
            boolean out = state.hasTyped(k, Trait.OUT_OF);
            int pronoun = state.hasTyped(k + 1, Trait.PART_OF) || state.isAt(k + 1, Cue.OF) ? k + 2 : k + 1;
            if (out && state.hasTyped(pronoun, Trait.PRONOUN)) {
                return true;
            }
        }
        return false;
    }

    private boolean isRestAskedAfter(int i, int last) {
        boolean counts = state.isPluralAt(last + 1) && !state.isBreakAt(last + 1);
        int end = Math.min(state.size(), last + REACH_OF_REST);
        return !counts && !state.isPercentAt(i + 1) && restBetween(last + 1, end) >= 0;
    }

    /** Returns the index of the words for what is left of a sum, or -1; {@code the rest of the letters} is none. */
    private int restBetween(int from, int end) {
        for (int k = from; k < end && !isDataAt(k); k++) {
            boolean rest = !state.isNumberAt(k) && state.hasTyped(k, Trait.LEFT_OF_SUM);
            if (rest && !state.isItemAt(k + 1) && !state.hasTyped(k + 1, Trait.PART_OF)) {
                return k;
            }
        }
        return -1;
    }

    /** {@code is already gone}, {@code are burned}, {@code I spent}; not {@code is not spent yet}. */
    private boolean isSpent(int part) {
        int end = Math.min(state.clause(part).end(), part + 1 + REACH_OF_VERB);
        for (int i = part + 1; i < end && !state.isAt(i, Cue.NOT); i++) {
            if (!state.isNumberAt(i) && state.hasTyped(i, Trait.SPENT)) {
                return true;
            }
        }
        return false;
    }
}
