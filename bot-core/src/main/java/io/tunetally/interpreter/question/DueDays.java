package io.tunetally.interpreter.question;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SmallWords;
import io.tunetally.request.SlotName;
import java.util.Set;

/**
 * Finds out whether a message says by which day the training of its conversation has to end, or asks whether a time is enough for
 * it: {@code needs to be done by the weekend}, {@code is a night enough?}. The hours until then, or the seller's, are not known, so
 * the answer is the time that the training takes.
 */
final class DueDays {
    private static final int LONGEST = 14;

    /** Words that such a message may have beside small ones. */
    private static final Set<Trait> OF_TIME = Set.of(
            Trait.DUE_DAY,
            Trait.DUE,
            Trait.IS_DONE,
            Trait.SUFFICES,
            Trait.TIME,
            Trait.BY,
            Trait.OBLIGES,
            Trait.ASKS_ABILITY,
            Trait.POSSESSES,
            Trait.OWNS,
            Trait.PRONOUN);

    private static final Set<Measure> UNITS = Set.of(Measure.MINUTE, Measure.HOUR, Measure.DAY, Measure.WEEK);

    private DueDays() {}

    /** True if it says so and nothing else; without a GPU in the conversation also of hours or days: {@code can it finish in 2 days}. */
    static boolean isSaid(ParseState state) {
        boolean done = state.hasTypedAnywhere(Trait.IS_DONE) || state.hasTypedAnywhere(Trait.DUE);
        boolean suffices = state.hasTypedAnywhere(Trait.SUFFICES);
        if ((!done && !suffices) || state.remembered.isEmpty() || state.size() > LONGEST) {
            return false;
        }
        // With hours that are known the answer says whether they suffice.
        if (state.has(Cue.REPORT) || state.slots.has(SlotName.DEADLINE_HOURS)) {
            return false;
        }
        boolean day = false;
        boolean ends = suffices;
        for (int i = 0; i < state.size(); i++) {
            boolean span = isSpan(state, i) || (suffices && isTime(state, i));
            // The over of "over 6 months" ends nothing.
            ends |= state.hasTyped(i, Trait.DUE)
                    || (state.hasTyped(i, Trait.IS_DONE) && !state.hasTyped(i, Trait.WITHIN));
            day |= span || isDueDay(state, i);
            boolean unit = isSpan(state, i - 1) || (suffices && isTime(state, i - 1));
            if ((!span && !unit && !isSmall(state, i)) || isOfSomethingElse(state, i)) {
                return false;
            }
        }
        return day && ends;
    }

    /** {@code by the weekend}, {@code due friday}, but not {@code at noon}. */
    private static boolean isDueDay(ParseState state, int day) {
        int led = state.isAt(day - 1, Trait.DEFINITE_ARTICLE) ? day - 2 : day - 1;
        return state.hasTyped(day, Trait.DUE_DAY)
                && (state.hasTyped(led, Trait.BY) || state.hasTyped(led, Trait.DUE) || state.isAt(led, Cue.IS));
    }

    /** The 2 of {@code within 2 days}. */
    private static boolean isSpan(ParseState state, int number) {
        Measure unit = state.isNumberAt(number) ? state.measureAt(number + 1) : null;
        return unit != null && UNITS.contains(unit) && state.hasTyped(number - 1, Trait.WITHIN);
    }

    /** The night of {@code is a night enough}, the 6 of {@code 6 hours suffice} and the a of {@code would a day be plenty}. */
    private static boolean isTime(ParseState state, int at) {
        Measure unit = state.isNumberAt(at) || state.isAt(at, Cue.ARTICLE) ? state.measureAt(at + 1) : null;
        boolean one = state.isNumberAt(at) || state.isOneAt(at);
        boolean night = state.hasTyped(at, Trait.NIGHT) || (one && state.hasTyped(at + 1, Trait.NIGHT));
        return night || (unit != null && UNITS.contains(unit));
    }

    /** The of {@code 2 weeks of traffic are enough}, but not of {@code plenty of time}. */
    private static boolean isOfSomethingElse(ParseState state, int at) {
        return state.isAt(at, Cue.OF) && !state.hasTyped(at + 1, Trait.TIME) && !state.hasTyped(at + 1, Trait.TRAINS);
    }

    private static boolean isSmall(ParseState state, int i) {
        return state.isAt(i, Category.FUNCTIONS)
                || state.isAt(i, Trait.DEFINITE_ARTICLE)
                || OF_TIME.stream().anyMatch(trait -> state.hasTyped(i, trait))
                || (state.hasTyped(i, Trait.WITHIN) && isSpan(state, i + 1))
                || (!state.isNumberAt(i) && new SmallWords(state).isAt(i));
    }
}
