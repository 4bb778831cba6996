package io.tunetally.interpreter.talk;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import org.jspecify.annotations.Nullable;

/** The traffic of a usual time, without its unit: {@code a normal day is 85}, {@code an ordinary week is 600}. */
final class OrdinaryDay {
    private OrdinaryDay() {}

    /** Returns the unit of the time that a number is said of, or null. */
    static @Nullable TimeUnit of(ParseState state, int number) {
        int verb = state.isAt(number - 1, Cue.ABOUT) ? number - 2 : number - 1;
        int time = verb - 1;
        boolean said = state.isAt(verb, Cue.IS)
                && state.hasTyped(time - 1, Trait.USUAL)
                && state.isAt(time - 2, Cue.ARTICLE)
                && state.isBreakAt(number + 1);
        Measure unit = said ? state.measureAt(time) : null;
        return unit == null ? null : unit.time();
    }
}
