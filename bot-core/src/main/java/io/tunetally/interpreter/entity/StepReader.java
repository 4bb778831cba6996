package io.tunetally.interpreter.entity;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.quantity.SlotFiller;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Origin;
import io.tunetally.request.SlotName;
import io.tunetally.request.TrainingSteps;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/**
 * Reads the steps of a job whose settings are pasted or said, {@code per_device_train_batch_size=4 gradient_accumulation_steps=4
 * max_steps=2000}: with the examples of a step they make the examples of the job, and with packed sequences its tokens. Data that are
 * said go before them. Requires the other slots.
 */
public final class StepReader {
    /** The most signs between a setting and its value: {@code "max_steps": 2000}. */
    private static final int REACH = 4;

    private static final long MOST_DEVICES = 100_000;
    private static final long MOST = 1_000_000_000;
    private static final int NONE = -1;

    private static final List<SlotName<Long>> DATA =
            List.of(SlotName.EXAMPLES, SlotName.TOTAL_TOKENS, SlotName.BILLED_TOKENS);

    private final ParseState state;

    private StepReader(ParseState state) {
        this.state = state;
    }

    public static void read(ParseState state) {
        boolean asks = state.terse || (state.asks() && state.has(Category.INTENTS));
        if (asks
                && (state.hasTypedAnywhere(Trait.JOB_ITERATIONS)
                        || state.any(token -> token.is(Trait.JOB_STEPS) || token.is(Trait.JOB_STEPS_OF_EPOCH)))
                && !(state.isTellingOfAskedJob() && state.slots.has(SlotName.EPOCHS))) {
            StepReader reader = new StepReader(state);
            if (!reader.readTokens() && DATA.stream().noneMatch(state.slots::has)) {
                reader.read();
            }
        }
    }

    /** {@code 0.5M token batches, 400 steps}, {@code 1.3M tokens per step x 200 steps}: what goes in is told in tokens. */
    private boolean readTokens() {
        int steps = steps();
        int tokens = steps < 0 ? NONE : tokensOfStep();
        boolean other = DATA.stream().anyMatch(slot -> state.slots.has(slot) && !state.candidates.isOf(slot, tokens));
        if (tokens < 0 || other) {
            return false;
        }
        DATA.forEach(state.slots::remove);
        long each = Amounts.counted(state.token(tokens).numeral()).value().longValue();
        put(SlotName.BILLED_TOKENS, TrainingSteps.product(count(steps), each), steps);
        SlotFiller.explain(
                state, SlotName.BILLED_TOKENS, String.format(Locale.ROOT, "%,d steps × %,d", count(steps), each));
        state.slots.remove(SlotName.EPOCHS);
        use(steps);
        use(tokens);
        return true;
    }

    /** Returns the index of the tokens of each step, or -1. */
    private int tokensOfStep() {
        for (int i = 1; i < state.size(); i++) {
            if (state.isAt(i, Measure.TOKEN) && isOfStep(i + 1)) {
                int number = state.isSymbolAt(i - 1, '-') ? i - 2 : i - 1;
                return state.isNumberAt(number)
                                && !state.token(number).numeral().isRange()
                        ? number
                        : NONE;
            }
        }
        return NONE;
    }

    private boolean isOfStep(int next) {
        boolean per = state.isAt(next, Cue.PER) || state.isAt(next, Cue.EACH) || state.isSlash(next);
        return per ? isNamed(next + 1, Trait.STEP_OF_RUN) : isNamed(next, Trait.BATCHES_OF_TOKENS);
    }

    private void read() {
        int ofEpoch = value(Trait.JOB_STEPS_OF_EPOCH, MOST);
        int steps = ofEpoch >= 0 ? ofEpoch : steps();
        int perDevice = perDevice();
        int batch = perDevice >= 0 ? perDevice : value(Trait.BATCH_OF_STEP, MOST);
        if (steps < 0 || batch < 0) {
            return;
        }
        int accumulation = value(Trait.BATCH_ACCUMULATION, MOST);
        long examples = TrainingSteps.product(
                count(batch),
                TrainingSteps.product(accumulation < 0 ? 1 : count(accumulation), perDevice >= 0 ? devices() : 1));
        long passes = ofEpoch < 0 ? 1 : epochs();
        put(new TrainingSteps(TrainingSteps.product(count(steps), passes), examples), steps);
        use(steps);
        use(batch);
        if (accumulation >= 0) {
            use(accumulation);
        }
    }

    /** Returns the index of the steps; other jobs than ours have iterations, too. */
    private int steps() {
        int steps = value(Trait.JOB_STEPS, MOST);
        boolean ours = !state.mentions.isEmpty() || !state.remembered.isEmpty();
        return steps < 0 && ours ? value(Trait.JOB_ITERATIONS, MOST) : steps;
    }

    /** Returns the index of the batch of each device, or -1: {@code --nproc_per_node 2 ... batch_size=4} is one of a process. */
    private int perDevice() {
        int said = value(Trait.BATCH_PER_DEVICE, MOST);
        return said < 0 && value(Trait.JOB_PROCESSES, MOST_DEVICES) >= 0 ? value(Trait.BATCH_OF_PROCESS, MOST) : said;
    }

    private long epochs() {
        Long epochs = state.slots.build().value(SlotName.EPOCHS);
        return epochs == null ? 1 : epochs;
    }

    private void put(TrainingSteps job, int steps) {
        Long sequence = state.slots.build().value(SlotName.SEQUENCE_LENGTH);
        boolean packed = Boolean.TRUE.equals(state.slots.build().value(SlotName.PACKED));
        boolean full = packed || !state.slots.has(SlotName.TOKENS_PER_EXAMPLE);
        if (full && sequence != null) {
            put(SlotName.BILLED_TOKENS, job.packedTokens(sequence), steps);
            explain(SlotName.BILLED_TOKENS, job, String.format(Locale.ROOT, " × %,d", sequence));
            List.of(SlotName.SEQUENCE_LENGTH, SlotName.PACKED, SlotName.EPOCHS, SlotName.TOKENS_PER_EXAMPLE)
                    .forEach(state.slots::remove);
        } else {
            put(SlotName.EXAMPLES, job.examples(), steps);
            explain(SlotName.EXAMPLES, job, "");
            put(SlotName.EPOCHS, 1, steps);
        }
    }

    /** {@code 1,500 steps × 32 × 2,048}. */
    private void explain(SlotName<Long> name, TrainingSteps job, String length) {
        String steps = String.format(Locale.ROOT, "%,d steps × %,d", job.steps(), job.examplesPerStep());
        SlotFiller.explain(state, name, steps + length);
    }

    /** Fills a slot; a product that no job has becomes a problem that names the limit. */
    private void put(SlotName<Long> name, long value, int steps) {
        SlotFiller.settle(state, name, Numeral.of(BigDecimal.valueOf(value)), Origin.DERIVED, steps);
    }

    /** Returns the devices that a setting says, else the GPUs that the text counts. */
    private long devices() {
        int said = value(Trait.JOB_DEVICES, MOST_DEVICES);
        if (said >= 0) {
            use(said);
            return count(said);
        }
        Long gpus = state.slots.build().value(SlotName.GPUS);
        return gpus == null ? gpusBeforeName() : gpus;
    }

    /** {@code on 8xH100}, beside a seller that trains on its own GPUs; {@code 4 GPUs}. */
    private long gpusBeforeName() {
        for (int i = 0; i < state.size(); i++) {
            int name = state.isTimesSign(i + 1) ? i + 2 : i + 1;
            boolean gpus = state.isAt(name, Category.GPUS)
                    || (state.at(name) != null && !state.isNumberAt(name) && state.hasTyped(name, Trait.GPU));
            if (state.isGpuCount(i) && gpus) {
                use(i);
                return count(i);
            }
        }
        return 1;
    }

    /** Returns the index of the number of a setting, behind or before its name; -1 if it has none. */
    private int value(Trait setting, long most) {
        for (int i = 0; i < state.size(); i++) {
            if (isNamed(i, setting)) {
                int number = behind(i);
                number = number >= 0 ? number : isCount(i - 1, most) ? i - 1 : NONE;
                if (number >= 0 && isCount(number, most)) {
                    return number;
                }
            }
        }
        return NONE;
    }

    private boolean isNamed(int i, Trait name) {
        return state.isAt(i, name) || (!state.isNumberAt(i) && state.hasTyped(i, name));
    }

    private int behind(int name) {
        for (int i = name + 1; i <= name + REACH && state.at(i) != null; i++) {
            Token token = state.token(i);
            if (token.isNumber()) {
                return i;
            }
            boolean leads = token.kind == Token.Kind.SYMBOL || token.is(Cue.IS) || token.is(Cue.OF);
            if (!leads || token.isSymbol(',') || token.isSymbol('.') || token.isSymbol('-')) {
                return NONE;
            }
        }
        return NONE;
    }

    private boolean isCount(int i, long most) {
        return state.isCountAt(i) && state.token(i).use != Token.Use.SLOT && count(i) >= 1 && count(i) <= most;
    }

    private long count(int i) {
        return state.token(i).numeral().value().longValue();
    }

    private void use(int i) {
        state.token(i).use = Token.Use.SLOT;
    }
}
