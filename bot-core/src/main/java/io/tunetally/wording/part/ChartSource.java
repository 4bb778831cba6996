package io.tunetally.wording.part;

import io.tunetally.engine.LineItem;
import io.tunetally.engine.Quote;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The line at the foot of a picture, which may be passed on without its message. */
public final class ChartSource {
    private ChartSource() {}

    /** {@code TuneTally, 2026-11-25: guide and published prices}. */
    public static String ofQuotes(LocalDate asOf, List<Quote> quotes) {
        return of(asOf, quotes.stream().flatMap(quote -> quote.lines().stream()).toList());
    }

    /** The same of the lines that are drawn. */
    public static String of(LocalDate asOf, List<LineItem> lines) {
        List<String> editions = lines.stream()
                .map(LineItem::rate)
                .filter(Objects::nonNull)
                .map(rate -> rate.listed().provenance().edition())
                .distinct()
                .sorted()
                .toList();
        return "TuneTally, " + asOf + ": " + editions.stream().collect(Collectors.joining(" and ")) + " prices";
    }
}
