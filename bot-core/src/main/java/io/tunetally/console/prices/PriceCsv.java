package io.tunetally.console.prices;

import io.tunetally.catalog.Rate;
import io.tunetally.catalog.compare.PriceListing;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prices for spreadsheets: RFC 4180 with a header; several methods or objectives are separated by a space. */
final class PriceCsv {
    private static final String END = "\r\n";
    private static final List<String> HEADER = List.of(
            "edition",
            "subject",
            "provider",
            "methods",
            "objectives",
            "deployment",
            "variant",
            "figure",
            "usd_low",
            "usd_high",
            "per",
            "unit",
            "source",
            "observed",
            "age_days",
            "stale",
            "from",
            "until",
            "holds",
            "confidence");

    private PriceCsv() {}

    static String of(PriceListing listing) {
        StringBuilder text = new StringBuilder(record(HEADER));
        listing.rows().forEach(row -> text.append(record(fields(row))));
        return text.toString();
    }

    private static List<String> fields(PriceListing.Row row) {
        Rate rate = row.rate();
        return List.of(
                row.edition(),
                PriceWords.subject(rate.subject()),
                rate.provider().value(),
                String.join(" ", PriceWords.methods(rate)),
                String.join(" ", PriceWords.objectives(rate)),
                PriceWords.deployment(rate),
                rate.variant(),
                PriceWords.figure(rate.figure()),
                rate.price().price().low().toDecimal(),
                rate.price().price().high().toDecimal(),
                rate.price().per().toPlainString(),
                rate.price().unit().label(),
                row.source().id(),
                PriceWords.observed(rate.provenance()),
                row.ageInDays().isEmpty() ? "" : Long.toString(row.ageInDays().getAsLong()),
                row.stale() ? "stale" : "",
                text(rate.effective().from()),
                text(rate.effective().until()),
                row.holds() ? "yes" : "no",
                rate.provenance().confidence().name());
    }

    private static String text(@Nullable LocalDate date) {
        return date == null ? "" : date.toString();
    }

    private static String record(List<String> fields) {
        return fields.stream().map(PriceCsv::field).collect(Collectors.joining(",", "", END));
    }

    private static String field(String text) {
        boolean plain = text.chars().noneMatch(character -> ",\"\r\n".indexOf(character) >= 0);
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
