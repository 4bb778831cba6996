package io.tunetally.interpreter.money;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Multiplies what each of several gives by their number: {@code there's 6 of us, and we each chip in $75}, {@code 6 dollars a pupil,
 * and I have two classes of 25}, {@code I sold two bottles for 240 dollars apiece}.
 */
final class SumGivers {
    /** The most tokens from the number of givers to what each gives. */
    private static final int REACH = 40;

    /** The same where their number follows. */
    private static final int REACH_BEHIND = 14;

    /** The most tokens from what each gives to those who do not. */
    private static final int REACH_OF_ABSENT = 12;

    /** The most tokens from a number of givers to their verb, and from it to what each gives. */
    private static final int REACH_OF_SUBJECT = 8;

    /** More people do not pay for one job. */
    private static final BigDecimal MOST = BigDecimal.valueOf(500);

    private final ParseState state;

    SumGivers(ParseState state) {
        this.state = state;
    }

    /** Returns the sum of what each gives, or null if it is no sum of each. */
    @Nullable SumChange timesGivers(SlotCandidates.Money sum, BigDecimal value) {
        int first = state.clause(sum.first()).first();
        boolean gives = false;
        boolean sells = false;
        boolean each = state.isAt(sum.last() + 1, Cue.EACH);
        boolean ofEach = isOfEachPerson(sum.last() + 1);
        for (int i = sum.first() - 1; i >= first; i--) {
            gives |= !state.isNumberAt(i) && state.hasTyped(i, Trait.GIVES_SUM);
            sells |= !state.isNumberAt(i) && state.hasTyped(i, Trait.SELLS);
            each |= state.isAt(i, Cue.EACH) || state.hasTyped(i, Trait.EVERYBODY);
        }
        if (!(gives || sells) || !(each || ofEach)) {
            return null;
        }
        for (int i = sum.first() - 1; i >= Math.max(0, sum.first() - REACH); i--) {
            if (isCount(i) && (isGivers(i) || (sells && i > first && state.isPluralAt(i + 1)))) {
                return times(sum, value, i, i);
            }
        }
        for (int i = sum.last() + 1; i < Math.min(state.size(), sum.last() + REACH_BEHIND) && ofEach; i++) {
            // "two classes of 25"
            if (isCount(i) && state.isPluralAt(i + 1) && state.isAt(i + 2, Cue.OF) && isCount(i + 3)) {
                return times(sum, value.multiply(count(i)), i, i + 3);
            }
            if (isCount(i) && (isGivers(i) || isWe(i - 1))) {
                return times(sum, value, i, i);
            }
        }
        return null;
    }

    private SumChange times(SlotCandidates.Money sum, BigDecimal value, int first, int last) {
        BigDecimal absent = BigDecimal.ZERO;
        int end = last;
        for (int i = sum.last() + 1; i < Math.min(state.size(), sum.last() + REACH_OF_ABSENT); i++) {
            if (i != last && (isCount(i) || state.isOneAt(i)) && isAbsent(i)) {
                absent = state.isNumberAt(i) ? count(i) : BigDecimal.ONE;
                end = i;
            }
        }
        BigDecimal paying = count(last).subtract(absent);
        return new SumChange(value.multiply(paying), Math.min(first, sum.first()), Math.max(end, sum.last()));
    }

    /** The {@code two} of {@code but two have not paid}. */
    private boolean isAbsent(int i) {
        boolean not = false;
        for (int k = i + 1; k <= i + 4 && !state.isBreakAt(k); k++) {
            not |= state.isAt(k, Cue.NOT) || state.hasTyped(k, Trait.NEGATES);
            if (not && !state.isNumberAt(k) && state.hasTyped(k, Trait.GIVES_SUM)) {
                return true;
            }
        }
        return false;
    }

    /** {@code per student}, {@code a pupil}, {@code a head}. */
    private boolean isOfEachPerson(int i) {
        boolean per = state.isAt(i, Cue.PER) || state.isAt(i, Cue.ARTICLE);
        return per && (state.hasTyped(i + 1, Trait.ONE_GIVER) || state.hasTyped(i + 1, Trait.HEADS));
    }

    /** The {@code we're} of {@code we're three}, the {@code we are} of {@code we are three}. */
    private boolean isWe(int i) {
        int person = state.isAt(i, Trait.FORM_OF_BE) && !state.isAt(i, Cue.PERSON) ? i - 1 : i;
        return state.hasTyped(i, Trait.WE_ARE)
                || (person < i && state.isAt(person, Cue.PERSON) && !state.isNumberAt(person));
    }

    /** The 6 of {@code 6 of us}, {@code six people}, {@code five branches pay}, {@code eight of the crew chipped in}. */
    boolean isGivers(int i) {
        if (!isCount(i)) {
            return false;
        }
        boolean ofUs = state.hasTyped(i + 1, Trait.PART_OF)
                && (state.isAt(i + 2, Cue.PERSON) || state.hasTyped(i + 4, Trait.GIVES_SUM));
        boolean people = state.hasTyped(i + 1, Trait.HEADS) || state.hasTyped(i + 1, Trait.PEOPLE);
        boolean subject = state.isPluralAt(i + 1) && state.hasTyped(i + 2, Trait.GIVES_SUM);
        return ofUs || people || subject || agreeToGive(i);
    }

    /** {@code two senior partners have agreed to contribute 150 dollars each}. */
    private boolean agreeToGive(int count) {
        int end = Math.min(state.clause(count).end(), count + REACH_OF_SUBJECT);
        boolean several = false;
        for (int i = count + 1; i < end && !state.isNumberAt(i); i++) {
            if (several && state.hasTyped(i, Trait.GIVES_SUM)) {
                return givesEach(i, state.clause(count).end());
            }
            several |= state.isPluralAt(i);
        }
        return false;
    }

    private boolean givesEach(int verb, int end) {
        for (int i = verb + 1; i < Math.min(end, verb + REACH_OF_SUBJECT); i++) {
            int last = state.isAt(i + 1, Measure.DOLLAR) ? i + 1 : i;
            if (state.isNumberAt(i) && state.isAt(last + 1, Cue.EACH)) {
                return true;
            }
        }
        return false;
    }

    private boolean isCount(int i) {
        if (!state.isCountAt(i) || state.token(i).numeral().isRange()) {
            return false;
        }
        BigDecimal value = count(i);
        return value.compareTo(BigDecimal.ONE) > 0 && value.compareTo(MOST) <= 0;
    }

    private BigDecimal count(int i) {
        return state.token(i).numeral().value();
    }
}
