package io.tunetally.wording.table;

import io.tunetally.engine.LineItem;
import io.tunetally.engine.Quote;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The source line of a picture, which may be shared without its message. */
public final class ChartSource {
    private ChartSource() {}

    /** Returns {@code TuneTally, 2026-11-25: guide and published prices}. */
    public static String ofQuotes(LocalDate asOf, List<Quote> quotes) {
        return of(asOf, quotes.stream().flatMap(quote -> quote.lines().stream()).toList());
    }

    /** Returns the source line for the drawn lines. */
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
