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
import io.tunetally.request.SlotName;
import io.tunetally.units.Band;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers what a GPU costs by the hour, or each of those that a provider rents. */
final class GpuPricesAnswer {
    private static final Comparator<GpuPricesOutcome.Row> CHEAPEST_FIRST =
            Comparator.comparing(row -> row.rate().price().price(), Band.LEAST_AT_MOST);

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
        return new GpuPricesOutcome(inquiry, gpu, rows, next());
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
