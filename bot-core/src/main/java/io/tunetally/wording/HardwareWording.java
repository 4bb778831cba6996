package io.tunetally.wording;

import io.tunetally.answer.outcome.ExplainOutcome.Hardware;
import io.tunetally.answer.outcome.ExplainOutcome.TrainingTime;
import io.tunetally.catalog.Gpu;
import io.tunetally.engine.GpuNeed;
import io.tunetally.engine.Unpriceable;
import io.tunetally.request.Origin;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.units.Exact;
import io.tunetally.units.Period;
import io.tunetally.units.Quantity;
import io.tunetally.units.Range;
import io.tunetally.units.Unit;
import io.tunetally.wording.part.IdleValues;
import io.tunetally.wording.part.Labels;
import io.tunetally.wording.part.Numbers;
import io.tunetally.wording.part.Text;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Words which GPU a training or a running model needs, whether it fits the one that was named, and how long it trains there. */
final class HardwareWording {
    /** The GPU to count in where no single one is enough. */
    private static final Gpu USUAL = Gpu.H100;

    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);
    private static final BigDecimal DAY = BigDecimal.valueOf(Period.HOURS_PER_DAY);
    private static final BigDecimal FEW_HOURS = BigDecimal.valueOf(2);
    private static final BigDecimal MANY_HOURS = BigDecimal.valueOf(48);

    private static final String RULE =
            "The memory rule: 2 bytes a parameter with LoRA, 0.5 with QLoRA, 16 with full fine-tuning, and a fifth on top.";

    private static final String SERVING_RULE =
            "The memory rule: 2 bytes a parameter for weights of 16 bits, 0.5 for 4 bits, and a fifth on top.";

    private HardwareWording() {}

    static String title(Hardware hardware) {
        BigDecimal gigabytes = hardware.gigabytes();
        if (gigabytes == null) {
            return !hardware.onFile()
                    ? "The size of " + hardware.model().name()
                            + " is not on file, so neither is the memory that it needs"
                    : hardware.model().name()
                            + " cannot " + (hardware.serving() ? "run" : "be trained")
                            + " on a GPU of your own: its weights are not published";
        }
        String needs = job(hardware) + " needs about " + gb(gigabytes);
        Gpu named = hardware.named();
        BigDecimal memory = hardware.memoryGb();
        if (memory == null) {
            return Text.capitalised(needs) + " of GPU memory: " + enough(hardware, gigabytes)
                    + (hardware.smallest() == null ? "" : " is enough");
        }
        BigDecimal has = memory.multiply(BigDecimal.valueOf(hardware.count()));
        boolean fits = has.compareTo(gigabytes) >= 0;
        BigDecimal quantized = hardware.quantizedGigabytes();
        if (!fits && !hardware.methodSaid() && quantized != null && has.compareTo(quantized) >= 0) {
            return onlyQuantized(hardware, needs, quantized, has);
        }
        String verdict = (fits ? "Yes: " : "No: ") + needs;
        String gpus = named == null && hardware.count() == 1
                ? (fits ? " of the " : ", not ") + gb(has)
                : ", and " + (hardware.count() == 1 ? "one " : Numbers.count(hardware.count()) + " x ")
                        + (named == null ? gb(memory) : named.label()) + " has " + gb(has);
        return verdict + gpus + (fits ? "" : quantizedInstead(hardware, has));
    }

    /** {@code Yes, with QLoRA: Llama 3.1 8B needs about 5 GB of the 12 GB; LoRA needs about 20 GB, which does not fit}. */
    private static String onlyQuantized(Hardware hardware, String needs, BigDecimal quantized, BigDecimal has) {
        return "Yes, " + (hardware.serving() ? "in 4 bits: " : "with QLoRA: ")
                + hardware.model().name() + " needs about " + gb(quantized) + " of the " + gb(has) + "; " + needs
                + ", which does not fit";
    }

    static String text(Hardware hardware) {
        BigDecimal gigabytes = hardware.gigabytes();
        BigDecimal quantized = hardware.quantizedGigabytes();
        if (!hardware.onFile() && gigabytes == null) {
            return "If its weights are public, say its size, such as 70b. " + rule(hardware);
        }
        if (gigabytes == null || quantized == null) {
            return "Its seller " + (hardware.serving() ? "runs" : "trains")
                    + " it and bills for the tokens, so you need no GPU. A GPU of your own takes a model with open "
                    + "weights, such as Llama.";
        }
        String unknown = hardware.unknown();
        return (unknown == null
                        ? ""
                        : "The memory of the " + Text.capitalised(unknown) + " is not on file, so compare it. ")
                + (hardware.memoryGb() == null
                        ? ""
                        : "Enough is " + ofNamed(hardware, gigabytes) + enough(hardware, gigabytes) + ". ")
                + (hardware.quantized() || isSaidInTitle(hardware, gigabytes)
                        ? ""
                        : (hardware.serving() ? "In 4 bits it" : "QLoRA") + " needs about " + gb(quantized) + ". ")
                + rule(hardware);
    }

    /** {@code About 2-8 minutes for 1,500,000 tokens on one H100 (Llama 3.1 8B, LoRA); sellers publish no times}. */
    static String title(TrainingTime time, Slots filled) {
        Unpriceable.OwnHardware job = time.job();
        long gpus = job.need().gpus();
        String on = " on " + (gpus == 1 ? "one " : Numbers.count(gpus) + " x ")
                + job.need().gpu().label() + " ("
                + job.offer().model().name() + ", " + Labels.method(job.offer(), job.need());
        Range inTime = time.inTime();
        return inTime == null
                ? "About " + duration(job.hours(), gpus) + " for " + Numbers.quantity(job.tokens()) + on
                        + "); sellers publish no times"
                : inTime(inTime, filled) + on + ", " + each(filled) + ")";
    }

    /** {@code About 23,000-100,000 examples in 10 hours}. */
    private static String inTime(Range examples, Slots filled) {
        Slot<BigDecimal> time = Objects.requireNonNull(filled.get(SlotName.DEADLINE_HOURS));
        return "About " + Numbers.range(roughly(examples.low()), roughly(examples.high())) + " examples in "
                + duration(new Quantity(time.value(), time.highOrValue(), Unit.HOUR), 1);
    }

    private static BigDecimal roughly(long count) {
        BigDecimal rounded = BigDecimal.valueOf(count).round(new MathContext(2, RoundingMode.DOWN));
        return rounded.setScale(Math.max(0, rounded.stripTrailingZeros().scale()), RoundingMode.UNNECESSARY);
    }

    /** {@code 500 tokens each, 3 epochs}. */
    private static String each(Slots filled) {
        Slot<Long> tokens = Objects.requireNonNull(filled.get(SlotName.TOKENS_PER_EXAMPLE));
        Slot<Long> epochs = Objects.requireNonNull(filled.get(SlotName.EPOCHS));
        return Numbers.range(BigDecimal.valueOf(tokens.value()), BigDecimal.valueOf(tokens.highOrValue()))
                + " tokens each, "
                + Numbers.range(BigDecimal.valueOf(epochs.value()), BigDecimal.valueOf(epochs.highOrValue()))
                + (epochs.highOrValue() == 1 ? " epoch" : " epochs");
    }

    /** Returns at what speed the time was worked out, and what it leaves out. */
    static String textOfTime(TrainingTime time, Slots filled) {
        return (time.job().need().speed() == null ? "At 10 % to 45 % of the GPU's peak" : "At the speed that you said")
                + ", without booting and loading" + assumedEpochs(filled.get(SlotName.EPOCHS)) + ". "
                + "A seller's job takes from minutes to some hours, as it may wait in line; most bill by the token, however "
                + "long it takes.";
    }

    /** {@code ; that is 3 epochs (assumed), and one takes 1/3 of it}. */
    private static String assumedEpochs(@Nullable Slot<Long> epochs) {
        return epochs == null || epochs.origin() != Origin.DEFAULT || epochs.value() < 2
                ? ""
                : "; that is " + epochs.value() + " epochs (assumed), and one takes 1/" + epochs.value() + " of it";
    }

    /**
     * Says whether a training ends in the time that was said for it, and from which share of the GPUs' peak on; empty if none
     * was, or if the GPUs that were said are too few for any time.
     */
    static Optional<String> inTime(Slots said, GpuNeed need, Quantity hours) {
        Slot<BigDecimal> deadline = said.get(SlotName.DEADLINE_HOURS);
        if (deadline == null || IdleValues.tooFewGpus(said, need).isPresent()) {
            return Optional.empty();
        }
        BigDecimal gpus = BigDecimal.valueOf(need.gpus());
        BigDecimal best = Exact.quotient(hours.low(), gpus);
        BigDecimal worst = Exact.quotient(hours.high(), gpus);
        String takes = duration(hours, need.gpus()) + " on " + Numbers.count(need.gpus()) + " x "
                + need.gpu().label();
        String there = duration(new Quantity(deadline.value(), deadline.highOrValue(), Unit.HOUR), 1);
        if (worst.compareTo(deadline.value()) <= 0) {
            return Optional.of("Yes: the training takes " + takes + ", within " + there);
        }
        if (best.compareTo(deadline.highOrValue()) > 0 || need.speed() != null) {
            return Optional.of("No: the training takes " + takes + ", not " + there);
        }
        BigDecimal least = Exact.quotient(best.multiply(need.bestUtilisation()), deadline.highOrValue());
        BigDecimal most = Exact.quotient(best.multiply(need.bestUtilisation()), deadline.value())
                .min(need.bestUtilisation());
        String share = Numbers.percent(least.setScale(2, RoundingMode.UP));
        String upTo = Numbers.percent(most.setScale(2, RoundingMode.UP));
        return Optional.of("Only if your GPUs reach " + (share.equals(upTo) ? share : share + " to " + upTo)
                + " of their peak: the training takes " + takes + ", and you have " + there);
    }

    /** Returns minutes below two hours, days above two days, else hours, of all GPUs at once. */
    static String duration(Quantity hours, long gpus) {
        BigDecimal low = Exact.quotient(hours.low(), BigDecimal.valueOf(gpus));
        BigDecimal high = Exact.quotient(hours.high(), BigDecimal.valueOf(gpus));
        if (high.compareTo(FEW_HOURS) < 0) {
            return range(low.multiply(MINUTES), high.multiply(MINUTES), 0, "minute");
        }
        return high.compareTo(MANY_HOURS) > 0
                ? range(Exact.quotient(low, DAY), Exact.quotient(high, DAY), 1, "day")
                : range(low, high, 1, "hour");
    }

    private static String range(BigDecimal low, BigDecimal high, int decimals, String unit) {
        BigDecimal least = low.setScale(decimals, RoundingMode.CEILING);
        BigDecimal most = high.setScale(decimals, RoundingMode.CEILING);
        boolean one = most.compareTo(BigDecimal.ONE) == 0;
        return Numbers.range(least, most) + " " + unit + (one ? "" : "s");
    }

    private static String rule(Hardware hardware) {
        String rule = hardware.serving() ? SERVING_RULE : RULE;
        return hardware.lengthSaid()
                ? rule + " It has no part for the length of a sequence; long ones need more."
                : rule;
    }

    private static String job(Hardware hardware) {
        String model = hardware.model().name();
        return hardware.serving()
                ? "serving " + model + " in " + (hardware.quantized() ? "4" : "16") + " bits"
                : method(hardware) + " on " + model;
    }

    private static String method(Hardware hardware) {
        return (hardware.quantized() ? "Q" : "") + Labels.method(hardware.method());
    }

    private static String enough(Hardware hardware, BigDecimal gigabytes) {
        Gpu smallest = hardware.smallest();
        return smallest == null
                ? gigabytes
                                .divide(BigDecimal.valueOf(USUAL.memoryGb()), 0, RoundingMode.CEILING)
                                .toPlainString()
                        + " x " + USUAL.label() + " (" + gb(BigDecimal.valueOf(USUAL.memoryGb())) + " each)"
                : "one " + smallest.label() + " (" + gb(BigDecimal.valueOf(smallest.memoryGb())) + ")";
    }

    /** {@code 3 x H100 or }, where one of those that were named does not do. */
    private static String ofNamed(Hardware hardware, BigDecimal gigabytes) {
        Gpu named = hardware.named();
        BigDecimal memory = hardware.memoryGb();
        if (named == null || memory == null || memory.compareTo(gigabytes) >= 0 || hardware.smallest() == null) {
            return "";
        }
        return gigabytes.divide(memory, 0, RoundingMode.CEILING).toPlainString() + " x " + named.label() + " or ";
    }

    private static boolean isSaidInTitle(Hardware hardware, BigDecimal gigabytes) {
        BigDecimal memory = hardware.memoryGb();
        BigDecimal has = memory == null ? BigDecimal.ZERO : memory.multiply(BigDecimal.valueOf(hardware.count()));
        return has.signum() > 0
                && has.compareTo(gigabytes) < 0
                && !quantizedInstead(hardware, has).isEmpty();
    }

    /** {@code ; QLoRA (42 GB) fits}, where LoRA does not. */
    private static String quantizedInstead(Hardware hardware, BigDecimal has) {
        BigDecimal quantized = hardware.quantizedGigabytes();
        return quantized == null || hardware.quantized() || has.compareTo(quantized) < 0
                ? ""
                : "; " + (hardware.serving() ? "in 4 bits it" : "QLoRA") + " fits (about " + gb(quantized) + ")";
    }

    private static String gb(BigDecimal gigabytes) {
        return gigabytes.setScale(0, RoundingMode.CEILING).toPlainString() + " GB";
    }
}
