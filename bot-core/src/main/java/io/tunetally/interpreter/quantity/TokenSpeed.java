package io.tunetally.interpreter.quantity;

import io.tunetally.interpreter.gpu.GpuNumbers;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SelfHosting;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tokens per time: the speed of a training on GPUs, or something else; and tokens of a part of a run: {@code 26,275 tokens per device}. */
final class TokenSpeed {
    private static final BigDecimal SECONDS_PER_MINUTE = BigDecimal.valueOf(60);
    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);
    private static final int SCALE = 6;

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
        int time = state.isAt(last + 1, Category.PERIODS) ? last + 1 : last + 2;
        BigDecimal seconds = seconds(time);
        boolean ofTraining = seconds != null
                && (GpuNumbers.asksHowLong(state)
                        || ((state.has(Category.INTENTS) || isOfCommand()) && seconds.compareTo(BigDecimal.ONE) == 0))
                && ((state.terse && state.has(Category.INTENTS)) || isOnGpus());
        if (!ofTraining || seconds == null) {
            state.ignore(number, unit);
            state.candidates.settle(number);
            return;
        }
        boolean perGpu = state.isAt(time + 1, Cue.PER) && isGpu(time + 2);
        SlotName<BigDecimal> slot = perGpu ? SlotName.TOKENS_PER_SECOND_PER_GPU : SlotName.TOKENS_PER_SECOND;
        Numeral speed = Amounts.counted(state.token(number).numeral());
        if (seconds.compareTo(BigDecimal.ONE) == 0) {
            state.candidates.add(slot, speed, number);
        } else {
            state.candidates.addDerived(
                    slot, speed.converted(value -> value.divide(seconds, SCALE, RoundingMode.HALF_UP)), number);
        }
        state.use(Math.min(number, unit), perGpu ? time + 2 : time, Token.Use.CONNECTIVE);
        state.token(number).use = Token.Use.SLOT;
    }

    /** {@code lora 8b 2xL40S, 4100 tok/s, 60M tokens}: the speed of the GPUs of a command, unless these serve. */
    private boolean isOfCommand() {
        return state.terse
                && SelfHosting.namesGpu(state)
                && state.has(Category.METHODS)
                && !state.has(Measure.REQUEST)
                && !state.hasTypedAnywhere(Trait.SERVES);
    }

    /** Returns the seconds of {@code second}, {@code s}, {@code minute}, {@code hour}; null for another time. */
    private @Nullable BigDecimal seconds(int index) {
        if (isSecond(index)) {
            return BigDecimal.ONE;
        }
        Measure measure = state.isNumberAt(index) ? null : state.measureAt(index);
        return measure == Measure.MINUTE || state.timeAt(index) == TimeUnit.MINUTE
                ? SECONDS_PER_MINUTE
                : measure == Measure.HOUR || state.timeAt(index) == TimeUnit.HOUR ? SECONDS_PER_HOUR : null;
    }

    private boolean isOnGpus() {
        if (onGpus == null) {
            // "Our card does 200K tokens an hour, how long for 5M tokens?"
            boolean card = GpuNumbers.asksHowLong(state) && state.hasTypedAnywhere(Trait.GPU);
            onGpus = card || SelfHosting.namesGpu(state) || SelfHosting.isMeant(state);
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
