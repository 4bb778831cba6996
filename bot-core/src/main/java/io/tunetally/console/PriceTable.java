package io.tunetally.console;

import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.PriceBook;
import io.tunetally.catalog.Provenance;
import io.tunetally.catalog.Rate;
import io.tunetally.catalog.Subject;
import io.tunetally.units.Band;
import java.util.StringJoiner;

/** Prices as lines of a table: edition, what, where, how, how much, from which source. */
final class PriceTable {
    private PriceTable() {}

    static String of(Catalog catalog) {
        StringBuilder text = new StringBuilder();
        for (PriceBook book : catalog.books()) {
            book.rates().forEach(rate -> text.append(line(book, rate)).append('\n'));
        }
        return text.toString();
    }

    private static String line(PriceBook book, Rate rate) {
        Provenance provenance = rate.provenance();
        return String.join(
                "  ",
                pad(book.edition(), 9),
                pad(subject(rate.subject()), 22),
                pad(rate.provider().value(), 12),
                pad(qualifiers(rate), 14),
                pad(rate.figure().label(), 30),
                price(rate.price().price()),
                provenance.sources().getFirst().id() + " "
                        + (provenance.observed() == null ? "undated" : provenance.observed()));
    }

    private static String subject(Subject subject) {
        return switch (subject) {
            case Subject.OfModel one -> one.model().value();
            case Subject.OfSize size -> "over " + size.overBillion() + "B to " + size.upToBillion() + "B";
            case Subject.OfAny _ -> "any";
        };
    }

    private static String qualifiers(Rate rate) {
        StringJoiner words = new StringJoiner(" ");
        rate.methods().stream().map(QuoteJson::word).sorted().forEach(words::add);
        rate.objectives().stream().map(QuoteJson::word).sorted().forEach(words::add);
        if (rate.deployment() != null) {
            words.add(QuoteJson.word(rate.deployment()));
        }
        return words.add(rate.variant()).toString();
    }

    private static String price(Band band) {
        return band.isExact()
                ? "$" + band.low().toDecimal()
                : "$" + band.low().toDecimal() + "-$" + band.high().toDecimal();
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
