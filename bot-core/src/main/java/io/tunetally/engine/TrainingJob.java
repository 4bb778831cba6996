package io.tunetally.engine;

import io.tunetally.catalog.Objective;
import io.tunetally.engine.rule.Packing;
import io.tunetally.units.Quantity;
import io.tunetally.units.Range;
import io.tunetally.units.Unit;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A training job: its data, the number of passes over it, and items billed in addition. Equal if all of these are.
 */
public final class TrainingJob {
    private final Objective objective;
    private final Data data;
    private final Range epochs;
    private final Range runs;
    private final @Nullable Validation validation;
    private final @Nullable Reinforcement reinforcement;
    private final @Nullable Long rolloutTokens;
    private final long rollouts;

    /** The same for every offer. */
    private final QuantityFormula billed;

    /** The limit of billed tokens above which no provider accepts a job; see {@link Unpriceable.TooLarge}. */
    public static final BigDecimal MAX_BILLED_TOKENS = BigDecimal.TEN.pow(15);

    /** The training data, by the form in which its size is known. */
    public sealed interface Data {
        /**
         * Examples of an average length.
         *
         * @param sequenceLength the longest sequence trained on, or null for no cap
         * @param packed false where every example is padded to the sequence length
         */
        record Examples(
                Range examples,
                Range tokensPerExample,
                @Nullable Long sequenceLength,
                boolean packed) implements Data {
            public Examples {
                requirePositive("examples", examples);
                requirePositive("tokens per example", tokensPerExample);
                if (!packed && sequenceLength == null) {
                    throw new IllegalArgumentException("packing off needs a sequence length");
                }
            }
        }

        /** A data set with a known number of tokens per epoch. */
        record Dataset(Range tokens) implements Data {
            public Dataset {
                requirePositive("tokens", tokens);
            }
        }

        /** Billed tokens, which include the epochs. */
        record Billed(Range tokens) implements Data {
            public Billed {
                requirePositive("billed tokens", tokens);
            }
        }
    }

    /**
     * Data for evaluating the training.
     *
     * @param tokens the size of the validation set
     * @param evaluations the number of passes over it
     */
    public record Validation(Range tokens, Range evaluations) {
        public Validation {
            requirePositive("validation tokens", tokens);
            requirePositive("evaluations", evaluations);
        }
    }

    /**
     * The billed items of reinforcement fine-tuning.
     *
     * @param hours hours of core training
     * @param graderTokens tokens that a model grader reads and writes, or null for a grader in code
     */
    public record Reinforcement(BigDecimal hours, @Nullable Long graderTokens) {
        public Reinforcement {
            if (hours.signum() <= 0) {
                throw new IllegalArgumentException("training hours must be above 0, found " + hours);
            }
        }
    }

    /**
     * Creates a job.
     *
     * @param epochs 1 to 100
     * @param runs the number of runs, e.g. sweeps and failed attempts; at least 1
     * @param validation validation data, or null if none was mentioned
     * @param reinforcement hours and grader tokens of reinforcement fine-tuning, or null if none were mentioned
     * @param rolloutTokens tokens that reinforcement fine-tuning samples, or null if their number was not mentioned
     */
    public TrainingJob(
            Objective objective,
            Data data,
            Range epochs,
            Range runs,
            @Nullable Validation validation,
            @Nullable Reinforcement reinforcement,
            @Nullable Long rolloutTokens) {
        this(objective, data, epochs, runs, validation, reinforcement, rolloutTokens, 1);
    }

    private TrainingJob(
            Objective objective,
            Data data,
            Range epochs,
            Range runs,
            @Nullable Validation validation,
            @Nullable Reinforcement reinforcement,
            @Nullable Long rolloutTokens,
            long rollouts) {
        requirePositive("epochs", epochs);
        requirePositive("runs", runs);
        this.objective = objective;
        this.data = data;
        this.epochs = epochs;
        this.runs = runs;
        this.validation = validation;
        this.reinforcement = reinforcement;
        this.rolloutTokens = rolloutTokens;
        this.rollouts = rollouts;
        this.billed = billed(data, epochs, runs, rollouts);
    }

    /** Creates a job without a number of rollout tokens. */
    public TrainingJob(
            Objective objective,
            Data data,
            Range epochs,
            Range runs,
            @Nullable Validation validation,
            @Nullable Reinforcement reinforcement) {
        this(objective, data, epochs, runs, validation, reinforcement, null);
    }

    /** Returns a plain supervised job of examples. */
    public static TrainingJob of(long examples, long tokensPerExample, long epochs) {
        return new TrainingJob(
                Objective.SFT,
                new Data.Examples(Range.exactly(examples), Range.exactly(tokensPerExample), null, true),
                Range.exactly(epochs),
                Range.exactly(1),
                null,
                null);
    }

    public Objective objective() {
        return objective;
    }

    public Data data() {
        return data;
    }

    public Range epochs() {
        return epochs;
    }

    public Range runs() {
        return runs;
    }

    public @Nullable Validation validation() {
        return validation;
    }

    public @Nullable Reinforcement reinforcement() {
        return reinforcement;
    }

    public @Nullable Long rolloutTokens() {
        return rolloutTokens;
    }

    /** Returns the number of answers that are sampled for each prompt, 1 if none are. */
    public long rollouts() {
        return rollouts;
    }

    /** Returns the same job that samples a number of answers for each prompt and trains on all of them. */
    public TrainingJob sampling(long perPrompt) {
        return perPrompt == rollouts
                ? this
                : new TrainingJob(objective, data, epochs, runs, validation, reinforcement, rolloutTokens, perPrompt);
    }

    /** Returns the tokens of the answers that reinforcement fine-tuning samples; null if their number is unknown. */
    public @Nullable QuantityFormula sampled() {
        if (objective != Objective.RFT) {
            return null;
        }
        return rolloutTokens != null
                ? QuantityFormula.of(Unit.TOKEN, Factor.of(Factor.Name.ROLLOUT_TOKENS, rolloutTokens))
                        .times(Factor.of(Factor.Name.RUNS, runs))
                : rollouts > 1 ? billed : null;
    }

    /** Returns the billed training tokens: data x epochs x runs. */
    public QuantityFormula billed() {
        return billed;
    }

    private static QuantityFormula billed(Data data, Range epochs, Range runs, long rollouts) {
        QuantityFormula once = switch (data) {
            case Data.Examples some -> perExample(some).times(Factor.of(Factor.Name.EPOCHS, epochs));
            case Data.Dataset whole ->
                QuantityFormula.of(
                        Unit.TOKEN,
                        Factor.of(Factor.Name.DATASET_TOKENS, whole.tokens()),
                        Factor.of(Factor.Name.EPOCHS, epochs));
            case Data.Billed billed ->
                QuantityFormula.of(Unit.TOKEN, Factor.of(Factor.Name.BILLED_TOKENS, billed.tokens()));
        };
        return once.times(Factor.of(Factor.Name.ROLLOUTS, rollouts)).times(Factor.of(Factor.Name.RUNS, runs));
    }

    public Quantity billedTokens() {
        return billed.quantity();
    }

    private static QuantityFormula perExample(Data.Examples some) {
        Range billed = Packing.billedTokens(some.tokensPerExample(), some.sequenceLength(), some.packed());
        Factor.Name name = some.packed() ? Factor.Name.TOKENS_PER_EXAMPLE : Factor.Name.SEQUENCE_LENGTH;
        return QuantityFormula.of(
                Unit.TOKEN, Factor.of(Factor.Name.EXAMPLES, some.examples()), Factor.of(name, billed));
    }

    private static void requirePositive(String what, Range range) {
        if (range.low() <= 0) {
            throw new IllegalArgumentException(what + " must be at least 1, found " + range.low());
        }
    }

    private List<@Nullable Object> parts() {
        return Arrays.asList(objective, data, epochs, runs, validation, reinforcement, rolloutTokens, rollouts);
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof TrainingJob other && parts().equals(other.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    @Override
    public String toString() {
        return "job " + parts();
    }
}
