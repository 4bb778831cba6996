package io.tunetally.engine;

import io.tunetally.catalog.Gpu;
import io.tunetally.units.Band;
import io.tunetally.units.Exact;
import io.tunetally.units.Money;
import io.tunetally.units.Period;
import io.tunetally.units.Unit;
import io.tunetally.units.UnitPrice;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a price, the same for every offer.
 *
 * @param traffic the model's traffic, or null if only training is priced
 * @param horizon the running time, or null if no total was requested
 * @param endpoints where the model runs, if a provider bills its hours
 * @param gpuSetup how a job on own or rented GPUs runs
 * @param preparation what is paid once besides training
 */
public record Plan(
        TrainingJob job,
        @Nullable Traffic traffic,
        @Nullable Horizon horizon,
        Endpoints endpoints,
        GpuSetup gpuSetup,
        Preparation preparation) {
    /** Creates a plan of endpoints that are up around the clock, without a payment besides training and running. */
    public Plan(TrainingJob job, @Nullable Traffic traffic, @Nullable Horizon horizon, long units, GpuSetup gpuSetup) {
        this(job, traffic, horizon, Endpoints.of(units), gpuSetup, Preparation.NONE);
    }

    public Plan {
        if (horizon != null && traffic == null) {
            throw new IllegalArgumentException("a total over months needs the traffic of a month");
        }
    }

    /**
     * The endpoints that a model runs on.
     *
     * @param units provisioned units, hosted endpoints or replicas, at least 1
     * @param hours the hours of a month in which they are up
     */
    public record Endpoints(long units, Factor hours) {
        private static final Factor ALWAYS = Factor.of(Factor.Name.HOURS_PER_MONTH, Period.HOURS_PER_MONTH);

        public Endpoints {
            if (units < 1) {
                throw new IllegalArgumentException("units must be at least 1, found " + units);
            }
            if (hours.low().signum() == 0) {
                throw new IllegalArgumentException("an endpoint that is never up has no price");
            }
        }

        /** Returns endpoints that are up around the clock. */
        public static Endpoints of(long units) {
            return new Endpoints(units, ALWAYS);
        }

        /** Returns endpoints that are up for some hours of a month. */
        public static Endpoints of(long units, BigDecimal fewestHours, BigDecimal mostHours) {
            return new Endpoints(units, new Factor(Factor.Name.HOURS_PER_MONTH, fewestHours, mostHours));
        }

        /** True for a single one that is up around the clock. */
        boolean isOne() {
            return units == 1 && Exact.isOne(hours, ALWAYS);
        }

        /** Returns one of them. */
        Endpoints single() {
            return new Endpoints(1, hours);
        }

        /** Returns how many times the mean of the day the traffic is while they are up, if all of it comes then. */
        BigDecimal rush() {
            return Exact.quotient(ALWAYS.low(), hours.low());
        }
    }

    /**
     * How a job on own or rented GPUs runs.
     *
     * @param gpu the GPU, or null for the usual one
     * @param gpus their number, if it is more than the memory needs
     * @param own whether they are the asker's own, so that no provider bills them
     * @param quantized whether LoRA keeps the frozen weights in four bits (QLoRA)
     * @param speed the measured speed, or null to compute it
     * @param hours how many hours the training takes by the asker's own account, or null to compute them
     * @param hour what an hour of one GPU costs the asker, or null for the prices of those that rent it out
     */
    public record GpuSetup(
            @Nullable Gpu gpu,
            long gpus,
            boolean own,
            boolean quantized,
            @Nullable Speed speed,
            @Nullable BigDecimal hours,
            @Nullable Money hour) {
        /** One usual GPU that is rented, weights of 16 bits, and nothing that the asker measured or pays. */
        public static final GpuSetup USUAL = new GpuSetup(null, 1, false, false, null);

        /** Creates a setup with computed hours, at the prices of those that rent GPUs out. */
        public GpuSetup(@Nullable Gpu gpu, long gpus, boolean own, boolean quantized, @Nullable Speed speed) {
            this(gpu, gpus, own, quantized, speed, null, null);
        }

        /** True if the asker owns, measured or pays GPUs, which another GPU must not replace. */
        boolean isAskersOwn() {
            return own || speed != null || hours != null || hour != null;
        }
    }

    /**
     * A measured speed of training, in tokens a second.
     *
     * @param perGpu whether it is that of one GPU, or that of all together
     */
    public record Speed(BigDecimal low, BigDecimal high, boolean perGpu) {}

    /** Returns a plan for training and running over a horizon. */
    public static Plan over(TrainingJob job, Traffic traffic, Horizon horizon) {
        return new Plan(job, traffic, horizon, 1, GpuSetup.USUAL);
    }

    /** Returns a plan for training alone. */
    public static Plan training(TrainingJob job) {
        return new Plan(job, null, null, 1, GpuSetup.USUAL);
    }

    /**
     * What the asker pays once besides training: to others than the sellers, for labelling, for people, for the data, which no
     * price book has; and for the answers of a larger model to train on.
     *
     * @param sum an amount for all, or null
     * @param perExample an amount for each example, or null
     * @param answers the lines of {@link CostEngine#teaching}
     */
    public record Preparation(@Nullable Money sum, @Nullable Money perExample, List<LineItem> answers) {
        public static final Preparation NONE = new Preparation(null, null, List.of());

        public Preparation {
            answers = List.copyOf(answers);
        }

        /** Returns a line for each amount; none for one of each example where the examples are not counted. */
        List<LineItem> lines(TrainingJob job) {
            if (sum == null && perExample == null) {
                return answers;
            }
            List<LineItem> lines = new ArrayList<>();
            if (sum != null) {
                lines.add(line(
                        LineItem.Kind.PREPARATION, QuantityFormula.of(Unit.JOB, Factor.of(Factor.Name.JOBS, 1)), sum));
            }
            if (perExample != null && job.data() instanceof TrainingJob.Data.Examples data) {
                QuantityFormula counted =
                        QuantityFormula.of(Unit.EXAMPLE, Factor.of(Factor.Name.EXAMPLES, data.examples()));
                lines.add(line(LineItem.Kind.PREPARED_EXAMPLES, counted, perExample));
            }
            lines.addAll(answers);
            return lines;
        }

        private static LineItem line(LineItem.Kind kind, QuantityFormula counted, Money each) {
            return new LineItem(kind, counted, UnitPrice.each(Band.exactly(each), counted.unit()), null);
        }
    }
}
