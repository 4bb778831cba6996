package io.tunetally.catalog;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rates of every edition by figure and provider, so that a look-up reads a few instead of all. Maps within maps: a start
 * spends more on Java's own comparison of records as keys than on all the rates.
 */
final class RateIndex {
    private final Map<String, Map<Meter, OfFigure>> byEdition = new HashMap<>();

    /** The rates of one figure. */
    private record OfFigure(List<Rate> all, Map<ProviderId, List<Rate>> byProvider) {
        static final OfFigure NONE = new OfFigure(List.of(), Map.of());

        void add(Rate rate) {
            all.add(rate);
            byProvider.computeIfAbsent(rate.provider(), _ -> new ArrayList<>()).add(rate);
        }
    }

    RateIndex(List<PriceBook> books) {
        for (PriceBook book : books) {
            Map<Meter, OfFigure> byFigure = byEdition.computeIfAbsent(book.edition(), _ -> new EnumMap<>(Meter.class));
            for (Rate rate : book.rates()) {
                byFigure.computeIfAbsent(rate.figure(), _ -> new OfFigure(new ArrayList<>(), new HashMap<>()))
                        .add(rate);
            }
        }
    }

    List<Rate> of(PriceBook book, Meter figure) {
        return figure(book, figure).all();
    }

    List<Rate> of(PriceBook book, Meter figure, ProviderId provider) {
        return figure(book, figure).byProvider().getOrDefault(provider, List.of());
    }

    private OfFigure figure(PriceBook book, Meter figure) {
        return byEdition.getOrDefault(book.edition(), Map.of()).getOrDefault(figure, OfFigure.NONE);
    }
}
