package io.tunetally.interpreter.quantity;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SelfHosting;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tokens per time: the speed of a training on GPUs, or something else; and tokens of a part of a run: {@code 26,275 tokens per device}. */
final class TokenSpeed {
    private final ParseState state;
    private @Nullable Boolean onGpus;

    TokenSpeed(ParseState state) {
        this.state = state;
    }

    boolean isSpeed(int last) {
        return (state.isAt(last + 1, Cue.PER) && isTimeOrShare(last + 2))
                || (state.isAt(last + 1, Category.PERIODS) && !state.has(Measure.REQUEST))
                || (state.isAt(last + 1, Cue.ARTICLE) && isShortTime(last + 2));
    }

    /** The {@code hour} of {@code 200K tokens an hour}; a day, a week and a month are times of a bill. */
    private boolean isShortTime(int i) {
        Measure measure = state.isNumberAt(i) ? null : state.measureAt(i);
        return measure == Measure.SECOND || measure == Measure.MINUTE || measure == Measure.HOUR;
    }

    /** Reads the number of {@code tokens per second: 6,100}, {@code tok/s = 2400}; returns whether it is one. */
    boolean readNamed(int number) {
        int time = number - 1;
        while (state.isAssignmentAt(time) || state.isAt(time, Cue.IS) || state.isAt(time, Cue.ABOUT)) {
            time--;
        }
        int unit = time - 2;
        boolean named = isTimeOrShare(time)
                && state.isAt(time - 1, Cue.PER)
                && state.isAt(unit, Measure.TOKEN)
                && !state.isNumberAt(unit - 1)
                && !state.isUnitAt(number + 1);
        if (named) {
            read(number, unit, unit);
        }
        return named;
    }

    /** {@code at 3,000 tokens/s per GPU}: the speed of training if the question is about GPUs. */
    void read(int number, int unit, int last) {
        boolean ofTraining = isSecond(last + 2) && state.has(Category.INTENTS) && (state.terse || isOnGpus());
        if (!ofTraining) {
            state.ignore(number, unit);
            state.candidates.settle(number);
            return;
        }
        boolean perGpu = state.isAt(last + 3, Cue.PER) && isGpu(last + 4);
        state.claim(
                perGpu ? SlotName.TOKENS_PER_SECOND_PER_GPU : SlotName.TOKENS_PER_SECOND,
                number,
                Math.min(number, unit),
                perGpu ? last + 4 : last + 2);
    }

    private boolean isOnGpus() {
        if (onGpus == null) {
            onGpus = SelfHosting.namesGpu(state) || SelfHosting.isMeant(state);
        }
        return onGpus;
    }

    private boolean isGpu(int index) {
        return state.at(index) != null && state.hasTyped(index, Trait.GPU);
    }

    private boolean isSecond(int index) {
        return state.isAt(index, Measure.SECOND)
                || (state.at(index) != null
                        && TimeUnit.abbreviated(state.typed(index, index)).equals(Optional.of(TimeUnit.SECOND)));
    }

    private boolean isTimeOrShare(int index) {
        return isTime(index) || state.hasTyped(index, Trait.SHARES_A_RUN);
    }

    private boolean isTime(int index) {
        Token token = state.at(index);
        Measure measure = token == null ? null : token.measure();
        return (measure != null && measure.isTime())
                || (token != null
                        && TimeUnit.abbreviated(state.typed(index, index)).isPresent());
    }
}
