package io.tunetally.answer.dataset;

import io.tunetally.catalog.Provider;
import io.tunetally.dataset.LengthTable;
import io.tunetally.dataset.Measurement;
import io.tunetally.dataset.verdict.Verdict;
import io.tunetally.engine.Quote;
import io.tunetally.units.Band;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A measured file and what it costs.
 *
 * @param prices those that can be started first, of these those that are not known to refuse the file, the cheapest first
 * @param untrained the models that the provider asked for does not train
 * @param closed the ids of the providers where a new customer can start nothing
 * @param savings the largest first
 */
public record DatasetReport(
        Measurement measurement,
        DatasetRequest asked,
        Epochs epochs,
        List<PricedDataset> prices,
        List<Untrained> untrained,
        Set<String> closed,
        List<Saving> savings) {
    public DatasetReport {
        prices = List.copyOf(prices);
        untrained = List.copyOf(untrained);
        closed = Set.copyOf(closed);
        savings = List.copyOf(savings);
    }

    /** True if the models were asked for; else they are all that can be started. */
    public boolean modelsNamed() {
        return !asked.models().isEmpty();
    }

    /** False if the provider asked for trains none of the models. */
    public boolean isTrained() {
        return !prices.isEmpty() || untrained.isEmpty();
    }

    /** A model that a provider does not train, and the file on the cheapest offer of another. */
    public record Untrained(Provider provider, Quote elsewhere) {}

    /**
     * The passes over the data.
     *
     * @param said whether they were asked for, or are what the number of examples suggests
     */
    public record Epochs(long count, boolean said, long suggested) {}

    /**
     * The file on one offer.
     *
     * @param offered the price, and whether a new customer can start it
     * @param tokenizer the family that its tokens were counted by
     * @param tokens of one pass, as the provider bills it
     * @param context the longest example that the model is trained on; empty if no page states it
     */
    public record PricedDataset(OfferedQuote offered, String tokenizer, long tokens, Optional<Long> context) {
        public Quote quote() {
            return offered.quote();
        }

        public boolean startable() {
            return offered.startable();
        }

        /** Returns the tokens of one pass over examples, as the provider bills them. */
        long billed(LengthTable lengths) {
            return context.map(lengths::cappedTotal).orElseGet(lengths::total);
        }
    }

    /** What a change of the file or the job would save on the first offer. */
    public record Saving(Kind kind, long examples, long tokens, Band usd) {
        /** The kinds of savings. */
        public enum Kind {
            DUPLICATES,
            NEAR_DUPLICATES,
            LONG_EXAMPLES,
            ONE_EPOCH_LESS
        }
    }

    /** Returns the cheapest offer that can be started and whose provider is not known to refuse the file; else the next best. */
    public Optional<PricedDataset> first() {
        return prices.stream().findFirst();
    }

    static boolean isRefused(Measurement measurement, PricedDataset priced) {
        return verdict(measurement, priced).filter(verdict -> !verdict.passes()).isPresent();
    }

    /** Returns the verdict of an offer's provider; empty if its rules are not known. */
    public Optional<Verdict> verdict(PricedDataset priced) {
        return verdict(measurement, priced);
    }

    private static Optional<Verdict> verdict(Measurement measurement, PricedDataset priced) {
        String provider = priced.quote().offer().provider().id().value();
        return measurement.verdicts().stream()
                .filter(verdict -> verdict.rules().provider().equals(provider))
                .findFirst();
    }
}
