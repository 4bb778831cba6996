package io.tunetally.answer.dataset;

import io.tunetally.answer.dataset.DatasetReport.PricedDataset;
import io.tunetally.answer.dataset.DatasetReport.Saving;
import io.tunetally.dataset.Measurement;
import io.tunetally.dataset.TokenStatistics;
import io.tunetally.engine.Quote;
import io.tunetally.request.Slots;
import io.tunetally.units.Band;
import io.tunetally.units.Money;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What changes of a file or job would save, each by itself, by pricing the job again. */
final class Savings {
    private final DatasetPricing pricing;
    private final Measurement measurement;
    private final long epochs;
    private final Slots also;

    Savings(DatasetPricing pricing, Measurement measurement, long epochs, Slots also) {
        this.pricing = pricing;
        this.measurement = measurement;
        this.epochs = epochs;
        this.also = also;
    }

    /** Returns the savings on an offer, the largest first. */
    List<Saving> of(PricedDataset priced) {
        TokenStatistics counted = measurement.tokens(priced.tokenizer());
        Measurement.Content content = measurement.content();
        long tokens = priced.tokens();
        long cut = counted.perExample().cappedTotal(DatasetPricing.COOKBOOK_CAP);
        long beyond = Math.max(0, tokens - cut);
        return Stream.of(
                        saving(
                                priced,
                                Saving.Kind.DUPLICATES,
                                content.duplicates(),
                                priced.billed(counted.duplicates()),
                                epochs),
                        saving(
                                priced,
                                Saving.Kind.NEAR_DUPLICATES,
                                content.nearDuplicates(),
                                priced.billed(counted.nearDuplicates()),
                                epochs),
                        saving(
                                priced,
                                Saving.Kind.LONG_EXAMPLES,
                                counted.perExample().longerThan(DatasetPricing.COOKBOOK_CAP),
                                beyond,
                                epochs),
                        epochs > 1
                                ? saving(priced, Saving.Kind.ONE_EPOCH_LESS, 0, 0, epochs - 1)
                                : Optional.<Saving>empty())
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing((Saving saving) -> saving.usd().high())
                        .reversed())
                .toList();
    }

    private Optional<Saving> saving(
            PricedDataset priced, Saving.Kind kind, long examples, long tokens, long newEpochs) {
        if (tokens == 0 && newEpochs == epochs) {
            return Optional.empty();
        }
        long left = Math.max(1, priced.tokens() - tokens);
        return pricing.again(priced, measurement, left, newEpochs, also)
                .map(quote -> new Saving(
                        kind,
                        examples,
                        newEpochs == epochs ? tokens : priced.tokens(),
                        difference(priced.quote(), quote)));
    }

    /** A minimum can swallow a saving. */
    private static Band difference(Quote before, Quote after) {
        Money low = before.training().low().minus(after.training().low());
        Money high = before.training().high().minus(after.training().high());
        return new Band(low.min(high), low.max(high));
    }
}
