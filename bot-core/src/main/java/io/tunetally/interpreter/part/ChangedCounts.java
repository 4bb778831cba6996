package io.tunetally.interpreter.part;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;

/**
 * Counts that a message takes off the remembered data or adds to them, whatever they count: {@code leave out the 180 goat cases},
 * {@code knock 150 off}, {@code the Dublin office sends 700 as well}.
 */
public final class ChangedCounts {
    /** The most words between a count and the particle of its verb, or the word that adds it. */
    private static final int REACH = 6;

    /** The most words between a count and what becomes of it. */
    private static final int FATE_REACH = 10;

    private final ParseState state;
    private final Parts parts;

    public ChangedCounts(ParseState state) {
        this.state = state;
        parts = new Parts(state);
    }

    /** Returns 1 if a count is added, -1 if it is taken off, else 0. */
    public int sign(int number) {
        BigDecimal before = state.remembered.number(SlotName.EXAMPLES);
        if (before == null || before.compareTo(value(number)) <= 0) {
            return 0;
        }
        return isTakenOff(number) || isLeftOut(number, before) ? -1 : isAdded(number) ? 1 : 0;
    }

    /** {@code leave out the 180 goat cases}, {@code without the 260 from the old branch}, {@code knock 150 off}, {@code leave the 90 blank ones out}. */
    public boolean isTakenOff(int number) {
        int lead = lead(number);
        boolean name = state.token(number).numeral().isInBillions() || state.isOfMention(number);
        if (name || state.isAt(number + 1, Cue.TO)) {
            return false;
        }
        boolean known = lead < number - 1 || state.isAt(lead, Cue.DROP);
        boolean taken = LeftOver.takesAway(state, lead) || state.hasTyped(lead, Trait.MINUS);
        return (known && !state.isNumberAt(lead) && taken)
                || isOfPartedVerb(number, lead)
                || isTakenByOther(number, lead);
    }

    /** {@code legal pulled 120}, {@code the auditors crossed out 450}, {@code HR vetoed 130}; what {@code we pulled} or somebody pulled from somewhere is new. */
    private boolean isTakenByOther(int number, int lead) {
        boolean particle = state.isAt(lead, Cue.OUT) || state.hasTyped(lead, Trait.PARTICLE_AWAY);
        int verb = particle ? lead - 1 : lead;
        boolean taken = state.hasTyped(verb, Trait.TAKEN_OFF)
                || state.hasTyped(verb, Trait.REFUSES_SELLER)
                || (particle && state.hasTyped(verb, Trait.STRIKES));
        if (!taken || state.isNumberAt(verb) || verb <= state.clause(number).first()) {
            return false;
        }
        int next = state.isItemAt(number + 1) ? number + 2 : number + 1;
        boolean collects = state.hasTyped(verb, Trait.COLLECTS);
        return !state.hasTyped(verb - 1, Trait.I_OR_WE)
                && (!collects || state.isBreakAt(next) || state.isAt(next, Cue.OF));
    }

    /** {@code knock 150 off}, {@code take 90 off for the ones without a signature}. */
    private boolean isOfPartedVerb(int number, int verb) {
        if (state.isNumberAt(verb) || !state.hasTyped(verb, Trait.TAKES_OFF)) {
            return false;
        }
        int end = Math.min(state.clause(number).end(), number + REACH);
        for (int i = number + 1; i <= end && !state.isNumberAt(i); i++) {
            if (state.hasTyped(i, Trait.PARTICLE_AWAY)) {
                return true;
            }
        }
        return false;
    }

    /** {@code 500 of them may not leave the building}, {@code the dev split, 500 of the items, must stay out}. */
    private boolean isLeftOut(int number, BigDecimal before) {
        int next = state.isUnitAt(number + 1) ? number + 2 : number + 1;
        boolean ofData = state.isAt(next, Cue.OF)
                && (state.isAt(next + 1, Cue.THEM)
                        || state.hasTyped(next + 1, Trait.DEFINITE_ARTICLE)
                        || state.hasTyped(next + 1, Trait.OWNER));
        int end = Math.min(state.sentence(number).end(), number + FATE_REACH);
        if (isJudged(number, next)) {
            end = Math.min(state.clause(number).end(), end);
            return parts.fate(new Part(value(number), before, number, number), next, end) == Parts.Fate.LEFT_OUT;
        }
        return ofData
                && parts.fate(new Part(value(number), before, number, number), next + 2, end) == Parts.Fate.LEFT_OUT;
    }

    /** {@code 40 turned out to be blank}: a number without a noun opens its clause, and its verb judges. */
    private boolean isJudged(int number, int verb) {
        boolean opens = number == state.clause(number).first() || state.hasTyped(number - 1, Trait.DEFINITE_ARTICLE);
        return opens
                && !state.remembersNumber(value(number))
                && !state.isNumberAt(verb)
                && (state.isAt(verb, Cue.IS)
                        || (state.hasTyped(verb, Trait.TURNED) && state.isAt(verb + 1, Cue.OUT))
                        || state.hasTyped(verb, Trait.RESULTS));
    }

    /** {@code add to that 90}, {@code my aunt has also 150 letters}, {@code on top of that there are 250}, {@code Dublin sends 700 as well}. */
    private boolean isAdded(int number) {
        int lead = lead(number);
        boolean toThat = state.isAt(lead - 1, Cue.TO) && state.hasTyped(lead, Trait.PRONOUN);
        int verb = toThat ? lead - 2 : lead;
        if (state.isAt(verb, Cue.ADD) && !state.isAt(verb, Trait.TRAILS)) {
            return true;
        }
        if (isOnTop(number)) {
            return true;
        }
        int first = Math.max(state.sentence(number).first(), number - REACH);
        boolean beside = false;
        boolean gained = false;
        for (int i = first; i < number; i++) {
            if (state.isNumberAt(i)) {
                return false;
            }
            beside |= state.isAt(i, Cue.ADD);
            gained |= isGained(i);
        }
        return gained && (beside || isBesideBehind(number));
    }

    /** {@code 2.4k lines of nonsense on top of what we have}. */
    private boolean isOnTop(int number) {
        int end = Math.min(state.clause(number).end(), number + REACH);
        for (int i = number + 1; i <= end && !state.isNumberAt(i); i++) {
            if (state.isAt(i, Cue.ADD) && state.hasTyped(i, Trait.GROWS) && state.isAt(i + 1, Cue.OF)) {
                return true;
            }
        }
        return false;
    }

    private boolean isGained(int i) {
        return state.hasTyped(i, Trait.POSSESSES)
                || state.hasTyped(i, Trait.SUPPLIES)
                || (state.isAt(i, Cue.IS) && state.hasTyped(i - 1, Trait.THERE));
    }

    /** The end of {@code 700 from Dublin as well}. */
    private boolean isBesideBehind(int number) {
        int end = Math.min(state.clause(number).end(), number + REACH);
        for (int i = number + 1; i <= end && !state.isNumberAt(i); i++) {
            if (state.isAt(i, Cue.ADD) && state.isBreakAt(i + 1)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the index of the word before a number, its article and {@code about}. */
    private int lead(int number) {
        int lead = number - 1;
        while (state.hasTyped(lead, Trait.DEFINITE_ARTICLE)
                || state.hasTyped(lead, Trait.OWNER)
                || state.isAt(lead, Cue.THEM)
                || state.isAt(lead, Cue.ABOUT)) {
            lead--;
        }
        return lead;
    }

    private BigDecimal value(int number) {
        return state.token(number).numeral().value().abs();
    }
}
