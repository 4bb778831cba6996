package io.tunetally.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rates of every edition by figure and provider, so that a look-up reads a few instead of all. */
final class RateIndex {
    private final Map<Key, List<Rate>> byFigure = new HashMap<>();
    private final Map<ProviderKey, List<Rate>> byProvider = new HashMap<>();

    private record Key(String edition, Meter figure) {}

    private record ProviderKey(String edition, Meter figure, ProviderId provider) {}

    RateIndex(List<PriceBook> books) {
        for (PriceBook book : books) {
            for (Rate rate : book.rates()) {
                byFigure.computeIfAbsent(new Key(book.edition(), rate.figure()), _ -> new ArrayList<>())
                        .add(rate);
                byProvider
                        .computeIfAbsent(
                                new ProviderKey(book.edition(), rate.figure(), rate.provider()), _ -> new ArrayList<>())
                        .add(rate);
            }
        }
    }

    List<Rate> of(PriceBook book, Meter figure) {
        return byFigure.getOrDefault(new Key(book.edition(), figure), List.of());
    }

    List<Rate> of(PriceBook book, Meter figure, ProviderId provider) {
        return byProvider.getOrDefault(new ProviderKey(book.edition(), figure, provider), List.of());
    }
}
