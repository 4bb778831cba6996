package io.tunetally.interpreter.change;

import io.tunetally.interpreter.derivation.CountArithmetic;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.part.Part;
import io.tunetally.interpreter.part.Parts;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates.Candidate;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts the examples of a search on a sample and of the final run together: {@code 6 runs of 1 epoch on a 10% sample of 20k rows, then the
 * final run on everything with 2 epochs} are 52,000 examples, once through.
 */
public final class SampledSearch {
    /** The most words from the final run to the words that say it takes all of the data. */
    private static final int REACH = 6;

    private final ParseState state;
    private final Parts parts;

    private SampledSearch(ParseState state) {
        this.state = state;
        parts = new Parts(state);
    }

    /** Replaces the examples, epochs and runs of the search by those of both. */
    public static void read(ParseState state) {
        if (state.hasTypedAnywhere(Trait.FINAL_RUN) && state.hasTypedAnywhere(Trait.SUBSET)) {
            new SampledSearch(state).read();
        }
    }

    private void read() {
        Candidate examples = state.candidates.only(SlotName.EXAMPLES);
        int finalRun = finalRun();
        Part sample = finalRun < 0 ? null : sampleBefore(finalRun);
        BigDecimal whole = examples == null || sample == null ? null : whole(examples, sample);
        BigDecimal shortEpochs = epochs(0, finalRun);
        BigDecimal epochs = epochs(finalRun, state.size());
        boolean search = state.candidates.has(SlotName.RUNS) || shortEpochs != null;
        epochs = epochs == null ? shortEpochs : epochs;
        shortEpochs = shortEpochs == null ? epochs : shortEpochs;
        if (!search || examples == null || sample == null || whole == null || epochs == null || shortEpochs == null) {
            return;
        }
        Candidate said = state.candidates.only(SlotName.RUNS);
        BigDecimal runs = said == null ? BigDecimal.ONE : said.numeral().value();
        BigDecimal sampled = sample.count(whole);
        BigDecimal all = runs.multiply(sampled).multiply(shortEpochs).add(whole.multiply(epochs));
        withdraw(SlotName.RUNS);
        withdraw(SlotName.EPOCHS);
        withdraw(SlotName.EXAMPLES);
        state.candidates.addDerived(SlotName.EXAMPLES, Numeral.of(all), examples.token());
        state.candidates.explain(
                SlotName.EXAMPLES,
                all,
                product(runs, sampled, shortEpochs) + " + " + product(BigDecimal.ONE, whole, epochs));
        state.candidates.addDerived(SlotName.EPOCHS, Numeral.of(BigDecimal.ONE), finalRun);
        state.use(sample.first(), sample.last(), Token.Use.CONNECTIVE);
    }

    /** Takes the values of a slot back; their numbers are used in what replaces them. */
    private void withdraw(SlotName<?> slot) {
        for (int number : List.copyOf(state.candidates.numbersOf(slot))) {
            state.candidates.withdraw(number);
            state.candidates.settle(number);
            state.token(number).use = Token.Use.CONNECTIVE;
        }
    }

    private static String product(BigDecimal runs, BigDecimal examples, BigDecimal epochs) {
        String counted = CountArithmetic.number(examples);
        String often = BigDecimal.ONE.compareTo(runs) == 0 ? counted : CountArithmetic.number(runs) + " × " + counted;
        return BigDecimal.ONE.compareTo(epochs) == 0 ? often : often + " × " + CountArithmetic.number(epochs);
    }

    /** Returns the index of the {@code final run} of {@code then the final run on everything}, or -1. */
    private int finalRun() {
        for (int i = 1; i < state.size(); i++) {
            if (!state.isNumberAt(i) && state.hasTyped(i, Trait.FINAL_RUN) && takesAll(i)) {
                return i;
            }
        }
        return -1;
    }

    private boolean takesAll(int finalRun) {
        boolean on = false;
        for (int i = finalRun + 1;
                i <= finalRun + REACH && i < state.sentence(finalRun).end();
                i++) {
            on |= state.isAt(i, Cue.ON) || state.hasTyped(i, Trait.HAVING);
            boolean all = state.isAt(i, Cue.ALL)
                    || (!state.isNumberAt(i)
                            && (state.hasTyped(i, Trait.TAKES_ALL) || state.hasTyped(i, Trait.WHOLE_PERIOD)));
            if (on && all) {
                return true;
            }
        }
        return false;
    }

    /** Returns the nearest sample before the final run, or null. */
    private @Nullable Part sampleBefore(int finalRun) {
        for (int i = finalRun - 1; i >= 0; i--) {
            Part part = state.isNumberAt(i) ? parts.at(i) : null;
            if (part != null && parts.subsetBehind(part) >= 0) {
                return state.isReported(part.first()) ? null : part;
            }
        }
        return null;
    }

    /** Returns the count of which the sample is taken, which may have been read as that of the sample; null if it is not sure. */
    private @Nullable BigDecimal whole(Candidate examples, Part sample) {
        BigDecimal read = examples.numeral().value();
        if (!state.isNumberAt(examples.token())) {
            return null;
        }
        BigDecimal typed =
                Amounts.counted(state.token(examples.token()).numeral()).value();
        return sample.count(typed).compareTo(read) == 0 ? typed : read;
    }

    /** Returns the only number of epochs between two indices, or null. */
    private @Nullable BigDecimal epochs(int from, int end) {
        BigDecimal found = null;
        for (int i = Math.max(0, from); i + 1 < end; i++) {
            boolean counted = state.isCountAt(i) && state.isAt(i + 1, Measure.EPOCH);
            BigDecimal value = counted ? state.token(i).numeral().value() : null;
            if (value != null && found != null && found.compareTo(value) != 0) {
                return null;
            }
            found = value == null ? found : value;
        }
        return found;
    }
}
