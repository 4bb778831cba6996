package io.tunetally.answer;

import io.tunetally.answer.outcome.GpuPricesOutcome;
import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.answer.outcome.NextQuestion;
import io.tunetally.answer.outcome.Outcome;
import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.Gpu;
import io.tunetally.catalog.Provider;
import io.tunetally.catalog.ProviderId;
import io.tunetally.engine.Offers;
import io.tunetally.engine.Prices;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.units.Band;
import io.tunetally.units.Exact;
import io.tunetally.units.Money;
import io.tunetally.units.Period;
import io.tunetally.units.Quantity;
import io.tunetally.units.Unit;
import io.tunetally.units.UnitPrice;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers what a GPU costs by the hour, or each of those that a provider rents, and what a run of hours costs on GPUs. */
final class GpuPricesAnswer {
    private static final Comparator<GpuPricesOutcome.Row> CHEAPEST_FIRST =
            Comparator.comparing(row -> row.rate().price().price(), Band.LEAST_AT_MOST);

    private static final List<SlotName<?>> DATA =
            List.of(SlotName.EXAMPLES, SlotName.TOKENS_PER_EXAMPLE, SlotName.TOTAL_TOKENS, SlotName.BILLED_TOKENS);

    private final Inquiry inquiry;
    private final Prices prices;

    private GpuPricesAnswer(Inquiry inquiry) {
        this.inquiry = inquiry;
        this.prices = inquiry.engine().prices();
    }

    /** True if a list is asked for of GPUs, by the name of one or at a provider that rents them. */
    static boolean isAbout(Inquiry inquiry) {
        ProviderId provider = inquiry.filled().value(SlotName.PROVIDER);
        Offers offers = inquiry.engine().offers();
        boolean named = !new Selection(inquiry).named().isEmpty();
        return !named
                && (inquiry.request().slots().has(SlotName.GPU) || (provider != null && offers.isOnGpus(provider)));
    }

    static Outcome of(Inquiry inquiry) {
        return new GpuPricesAnswer(inquiry).answer();
    }

    /**
     * True if hours of GPUs are to be paid, whatever is trained on them: neither data nor a seller that trains by the token is
     * named beside the hours.
     */
    static boolean isRun(Inquiry inquiry) {
        Slots said = inquiry.request().slots();
        ProviderId provider = said.value(SlotName.PROVIDER);
        boolean priced = said.has(SlotName.GPU_HOUR_USD);
        boolean onGpus = priced || (said.has(SlotName.GPU) && !said.has(SlotName.OWN_HARDWARE));
        boolean seller =
                (provider != null && !inquiry.engine().offers().isOnGpus(provider)) || said.has(SlotName.PROVIDERS);
        return (said.has(SlotName.TRAINING_HOURS) || isRental(inquiry))
                && onGpus
                && !seller
                && DATA.stream().noneMatch(said::has)
                && (priced
                        || Gpu.named(String.valueOf(said.value(SlotName.GPU))).isPresent());
    }

    /** {@code rent 1x H100 on lambda for a month}: a GPU for a time, and no model for it. */
    private static boolean isRental(Inquiry inquiry) {
        Slots said = inquiry.request().slots();
        return (said.has(SlotName.MONTHS) || said.has(SlotName.DAYS) || said.has(SlotName.MONTHLY_HOURS))
                && !said.has(SlotName.REQUESTS_PER_DAY)
                && !said.has(SlotName.METHOD)
                && !said.has(SlotName.SIZE_B)
                && !said.has(SlotName.MODELS);
    }

    /** Returns the cost of the hours at the price that was said, else at each seller's. */
    static Outcome ofRun(Inquiry inquiry) {
        return new GpuPricesAnswer(inquiry).run();
    }

    private Outcome run() {
        Slots said = inquiry.request().slots();
        String name = said.value(SlotName.GPU);
        Gpu gpu = name == null ? null : Gpu.named(name).orElse(null);
        BigDecimal hour = said.value(SlotName.GPU_HOUR_USD);
        GpuPricesOutcome.Run run = new GpuPricesOutcome.Run(
                gpu == null ? name : gpu.label(),
                said.value(SlotName.GPUS),
                hours(said),
                hour == null ? null : UnitPrice.each(Band.exactly(new Money(hour)), Unit.GPU_HOUR));
        List<GpuPricesOutcome.Row> rows = hour == null
                ? rows().filter(row -> row.gpu() == gpu).sorted(CHEAPEST_FIRST).toList()
                : List.of();
        return gpu != null && hour == null && rows.isEmpty()
                ? refused(new Outcome.Reason.NoGpuPrice(gpu, provider()))
                : new GpuPricesOutcome(
                        inquiry,
                        gpu,
                        rows,
                        run,
                        NextQuestions.withDetails(inquiry).list());
    }

    private static Quantity hours(Slots said) {
        Slot<BigDecimal> hours = said.get(SlotName.TRAINING_HOURS);
        if (hours == null) {
            return hoursOfPeriod(said);
        }
        Slot<Long> runs = said.get(SlotName.RUNS);
        BigDecimal least = BigDecimal.valueOf(runs == null ? 1 : runs.value());
        BigDecimal most = BigDecimal.valueOf(runs == null ? 1 : runs.highOrValue());
        return new Quantity(hours.value().multiply(least), hours.highOrValue().multiply(most), Unit.HOUR);
    }

    /** Returns the hours of the months or days, of one month if only the hours of a month were said. */
    private static Quantity hoursOfPeriod(Slots said) {
        Slot<Long> days = said.get(SlotName.DAYS);
        Slot<Long> time = days == null ? said.get(SlotName.MONTHS) : days;
        Slot<BigDecimal> ofMonth = said.get(SlotName.MONTHLY_HOURS);
        BigDecimal always = BigDecimal.valueOf(Period.HOURS_PER_MONTH);
        BigDecimal least = ofMonth == null ? always : ofMonth.value();
        BigDecimal most = ofMonth == null ? always : ofMonth.highOrValue();
        BigDecimal parts = BigDecimal.valueOf(days == null ? 1 : Period.DAYS_PER_MONTH);
        long from = time == null ? 1 : time.value();
        long to = time == null ? 1 : time.highOrValue();
        return new Quantity(
                Exact.quotient(least.multiply(BigDecimal.valueOf(from)), parts),
                Exact.quotient(most.multiply(BigDecimal.valueOf(to)), parts),
                Unit.HOUR);
    }

    /** Returns the cheapest GPU that a provider rents. */
    static Optional<GpuPricesOutcome.Row> cheapest(Inquiry inquiry, Provider provider) {
        return new GpuPricesAnswer(inquiry)
                .rows()
                .filter(row -> row.provider().id().equals(provider.id()))
                .min(CHEAPEST_FIRST);
    }

    private Outcome answer() {
        String said = inquiry.request().slots().value(SlotName.GPU);
        if (said == null) {
            return listed(null, cheapestOfEach());
        }
        Optional<Gpu> named = Gpu.named(said);
        if (named.isEmpty()) {
            return refused(new Outcome.Reason.UnknownGpu(said));
        }
        Gpu gpu = named.get();
        List<GpuPricesOutcome.Row> rows =
                rows().filter(row -> row.gpu() == gpu).sorted(CHEAPEST_FIRST).toList();
        return rows.isEmpty() ? refused(new Outcome.Reason.NoGpuPrice(gpu, provider())) : listed(gpu, rows);
    }

    private Outcome listed(@Nullable Gpu gpu, List<GpuPricesOutcome.Row> rows) {
        return new GpuPricesOutcome(inquiry, gpu, rows, null, next());
    }

    private Outcome refused(Outcome.Reason reason) {
        return new Outcome.Refused(inquiry.interpretation(), reason, next());
    }

    private List<NextQuestion> next() {
        return NextQuestions.withDetails(inquiry).compareAll().list();
    }

    private List<GpuPricesOutcome.Row> cheapestOfEach() {
        List<GpuPricesOutcome.Row> cheapest = new ArrayList<>();
        Set<Gpu> seen = new HashSet<>();
        rows().sorted(CHEAPEST_FIRST).filter(row -> seen.add(row.gpu())).forEach(cheapest::add);
        return cheapest;
    }

    private Stream<GpuPricesOutcome.Row> rows() {
        Catalog catalog = prices.catalog();
        ProviderId asked = provider().id();
        return prices.gpuHours()
                .filter(rate ->
                        asked.equals(ProviderId.SELF_HOSTED) || rate.provider().equals(asked))
                .flatMap(rate -> Gpu.ofVariant(rate.variant())
                        .flatMap(gpu -> catalog.provider(rate.provider())
                                .map(provider -> new GpuPricesOutcome.Row(gpu, provider, rate)))
                        .stream());
    }

    private Provider provider() {
        ProviderId asked = inquiry.filled().value(SlotName.PROVIDER);
        ProviderId id = asked == null ? ProviderId.SELF_HOSTED : asked;
        return prices.catalog().provider(id).orElseGet(() -> new Provider(id, id.value(), List.of(), true, null));
    }
}
