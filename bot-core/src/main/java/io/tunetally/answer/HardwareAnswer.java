package io.tunetally.answer;

import io.tunetally.answer.outcome.ExplainOutcome;
import io.tunetally.answer.outcome.ExplainOutcome.Hardware;
import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.answer.outcome.Outcome;
import io.tunetally.answer.outcome.OwnOrSellerOutcome;
import io.tunetally.catalog.Gpu;
import io.tunetally.catalog.Method;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.ProviderId;
import io.tunetally.engine.CostEngine;
import io.tunetally.engine.GpuNeed;
import io.tunetally.engine.Quote;
import io.tunetally.engine.Unpriceable;
import io.tunetally.request.Intent;
import io.tunetally.request.Origin;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.units.Band;
import io.tunetally.units.Exact;
import io.tunetally.units.Money;
import io.tunetally.units.Range;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers about the asker's own GPUs: the memory that a training or a running model needs, how long it takes there, and
 * whether they cost less than a seller.
 */
final class HardwareAnswer {
    /** "Llama 3.1 8B with LoRA" (the guide, Getting Started), where no model was named. */
    private static final ModelId USUAL = new ModelId("llama-3.1-8b");

    private static final Pattern BY_MEMORY = Pattern.compile("\\d+gb");

    private HardwareAnswer() {}

    static Hardware of(Inquiry inquiry, boolean serving) {
        Slots said = inquiry.request().slots();
        Model model = new Selection(inquiry).named().stream().findFirst().orElseGet(() -> sized(inquiry));
        Method asked = said.value(SlotName.METHOD);
        // The weights of a LoRA training are held in 16 bits, as those of a model that runs are.
        Method method = asked == null || serving ? Method.LORA : asked;
        boolean quantized = Boolean.TRUE.equals(said.value(SlotName.QUANTIZED));
        BigDecimal size = model.open() ? model.billionParameters() : null;
        BigDecimal gigabytes = size == null ? null : CostEngine.memoryGb(method, quantized, size);
        String gpu = said.value(SlotName.GPU);
        Optional<Gpu> named = Optional.ofNullable(gpu).flatMap(Gpu::named);
        BigDecimal memory = named.map(one -> BigDecimal.valueOf(one.memoryGb())).orElseGet(() -> memory(gpu));
        Long count = said.value(SlotName.GPUS);
        return new Hardware(
                model,
                inquiry.engine().prices().catalog().model(model.id()).isPresent(),
                serving,
                method,
                quantized,
                asked != null || said.has(SlotName.QUANTIZED),
                gigabytes,
                named.orElse(null),
                memory,
                memory == null ? gpu : null,
                count == null ? 1 : count,
                gigabytes == null ? null : smallest(gigabytes).orElse(null),
                size == null ? null : CostEngine.memoryGb(Method.LORA, true, size),
                said.has(SlotName.TOKENS_PER_EXAMPLE) || said.has(SlotName.SEQUENCE_LENGTH));
    }

    /** Returns the GB of a GPU that is known by its memory: {@code 24gb}; null for a name. */
    private static @Nullable BigDecimal memory(@Nullable String gpu) {
        return gpu != null && BY_MEMORY.matcher(gpu).matches()
                ? new BigDecimal(gpu.substring(0, gpu.indexOf('g')))
                : null;
    }

    /** Returns how long the training takes on the GPU that was said, or on a usual one; null for a model of closed weights. */
    static ExplainOutcome.@Nullable TrainingTime time(Inquiry inquiry) {
        Unpriceable.OwnHardware job = Start.onOwnHardware(inquiry.with(SlotName.OWN_HARDWARE, true));
        return job == null ? null : new ExplainOutcome.TrainingTime(job, examplesInTime(inquiry.filled(), job));
    }

    /** Returns how many of the assumed examples the GPUs train in the time that was said; null if either is not so. */
    private static @Nullable Range examplesInTime(Slots filled, Unpriceable.OwnHardware job) {
        Slot<BigDecimal> time = filled.get(SlotName.DEADLINE_HOURS);
        Slot<Long> examples = filled.get(SlotName.EXAMPLES);
        if (time == null || examples == null || examples.origin() != Origin.DEFAULT) {
            return null;
        }
        BigDecimal all = BigDecimal.valueOf(examples.value())
                .multiply(BigDecimal.valueOf(job.need().gpus()));
        return new Range(
                Exact.quotient(all.multiply(time.value()), job.hours().high()).longValue(),
                Exact.quotient(all.multiply(time.highOrValue()), job.hours().low())
                        .longValue());
    }

    /**
     * Returns own GPUs beside the seller that was named, or beside rented GPUs where the two are compared; empty if no such
     * question was asked, or a side has no price.
     */
    static Optional<Outcome> ownOrSeller(Inquiry inquiry) {
        List<ProviderId> others = others(inquiry);
        if (!Boolean.TRUE.equals(inquiry.filled().value(SlotName.OWN_HARDWARE)) || others.isEmpty()) {
            return Optional.empty();
        }
        Model model = oneModel(inquiry).orElse(null);
        boolean rented = others.stream().allMatch(inquiry.engine().offers()::isOnGpus);
        // What pays back is the question of a break-even, which runs for months by default.
        boolean trainingOnly = rented || inquiry.request().intent() == Intent.BREAKEVEN;
        Inquiry asked = trainingOnly && !inquiry.request().slots().has(SlotName.REQUESTS_PER_DAY)
                ? ofTraining(inquiry)
                : inquiry;
        return model == null
                ? Optional.empty()
                : own(asked, model)
                        .flatMap(own -> seller(asked, own, others)
                                .map(seller -> new OwnOrSellerOutcome(
                                        asked,
                                        own,
                                        isHourSaid(inquiry),
                                        seller,
                                        most(asked, own, seller),
                                        NextQuestions.withDetails(asked)
                                                .rented()
                                                .compareAll()
                                                .list())));
    }

    private static Inquiry ofTraining(Inquiry inquiry) {
        return new Inquiry(inquiry.interpretation(), inquiry.request(), inquiry.filled(), false, inquiry.engine())
                .withoutDefaults(
                        SlotName.REQUESTS_PER_DAY, SlotName.INPUT_TOKENS, SlotName.OUTPUT_TOKENS, SlotName.MONTHS);
    }

    /** Returns the model that was named, or one that both sides run if none was; empty if several were. */
    private static Optional<Model> oneModel(Inquiry inquiry) {
        List<Model> named = new Selection(inquiry).named();
        return named.isEmpty()
                ? Start.onEitherSide(inquiry.without(SlotName.OWN_HARDWARE))
                : Optional.of(named.getFirst()).filter(_ -> named.size() == 1);
    }

    private static boolean isHourSaid(Inquiry inquiry) {
        return inquiry.filled().has(SlotName.GPU_HOUR_USD);
    }

    /** Returns the sellers that are compared with own GPUs; those that rent GPUs out in general, if only these are. */
    private static List<ProviderId> others(Inquiry inquiry) {
        List<ProviderId> compared = inquiry.filled().value(SlotName.PROVIDERS);
        if (compared != null) {
            return compared.stream()
                    .filter(id -> !id.equals(ProviderId.SELF_HOSTED))
                    .toList();
        }
        boolean rent = inquiry.request().intent() == Intent.COMPARE
                && !inquiry.filled().has(SlotName.METHODS);
        return rent ? List.of(ProviderId.SELF_HOSTED) : List.of();
    }

    /** Returns the job on own GPUs at the price of an hour that was said, else at a dollar, so that amounts are hours. */
    private static Optional<Quote> own(Inquiry inquiry, Model model) {
        Inquiry own = isHourSaid(inquiry) ? inquiry : inquiry.with(SlotName.GPU_HOUR_USD, BigDecimal.ONE);
        Method method = inquiry.filled().value(SlotName.METHOD);
        return inquiry.engine().offers().onGpus(model, ProviderId.SELF_HOSTED).stream()
                .filter(offer -> offer.method() == (method == null ? Method.LORA : method))
                .flatMap(offer -> Quoting.of(own).quote(offer).stream())
                .findFirst();
    }

    /** Returns the cheapest of the others; rented GPUs are of the kind of the own ones, so that their hours are the same. */
    private static Optional<Quote> seller(Inquiry inquiry, Quote own, List<ProviderId> others) {
        Inquiry elsewhere = inquiry.without(SlotName.OWN_HARDWARE)
                .without(SlotName.GPU_HOUR_USD)
                .without(SlotName.PROVIDER)
                .with(SlotName.PROVIDERS, others);
        boolean rented = others.stream().allMatch(inquiry.engine().offers()::isOnGpus);
        GpuNeed need = own.gpuNeed();
        Inquiry asked = rented && need != null
                ? elsewhere.with(SlotName.GPU, need.gpu().id())
                : elsewhere.without(SlotName.GPU).without(SlotName.GPUS);
        Selection selection = new Selection(asked);
        List<Quote> priced = Quote.cheapestFirst(
                        Quoting.of(asked).quotes(own.offer().model()).quotes())
                .stream()
                .filter(quote -> quote.unpriced().isEmpty())
                .filter(quote ->
                        !rented || quote.offer().method() == own.offer().method())
                .toList();
        // A seller that was named is compared even where its list lacks the model, which is said beside the price.
        return priced.stream()
                .filter(quote -> rented || selection.canStart(quote))
                .findFirst()
                .or(() -> priced.stream().findFirst());
    }

    /** Rented GPUs of the same kind take the same hours, so that their price decides; a seller's bill is divided by the hours. */
    private static Band most(Inquiry inquiry, Quote own, Quote seller) {
        if (seller.gpuNeed() != null) {
            return seller.main().price().price();
        }
        BigDecimal hour = inquiry.filled().value(SlotName.GPU_HOUR_USD);
        BigDecimal each = hour == null ? BigDecimal.ONE : hour;
        return new Band(
                new Money(Exact.quotient(
                        seller.ranking().low().usd().multiply(each),
                        own.ranking().high().usd())),
                new Money(Exact.quotient(
                        seller.ranking().high().usd().multiply(each),
                        own.ranking().low().usd())));
    }

    /** Returns a model of the size that was said, which need not be on file, or the usual one. */
    private static Model sized(Inquiry inquiry) {
        BigDecimal size = inquiry.request().slots().value(SlotName.SIZE_B);
        return size == null
                ? inquiry.engine().prices().catalog().model(USUAL).orElseGet(() -> Model.unlisted(USUAL, null))
                : new Model(
                        new ModelId("size " + size.toPlainString() + "b"),
                        "a " + size.toPlainString() + "B model",
                        size,
                        true,
                        List.of());
    }

    private static Optional<Gpu> smallest(BigDecimal gigabytes) {
        return Stream.of(Gpu.values())
                .filter(gpu -> BigDecimal.valueOf(gpu.memoryGb()).compareTo(gigabytes) >= 0)
                .min(Comparator.comparingInt(Gpu::memoryGb));
    }
}
