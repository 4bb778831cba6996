package io.tunetally.console.prices;

import io.tunetally.catalog.Rate;
import io.tunetally.catalog.Source;
import io.tunetally.catalog.compare.PriceDifference;
import io.tunetally.console.terminal.TextColumns;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A comparison of two editions, for people. */
final class PriceComparisonText {
    private PriceComparisonText() {}

    static String of(PriceComparison comparison) {
        List<PriceDifference> disagreements = comparison.disagreements();
        StringBuilder text = new StringBuilder();
        text.append("%s and %s on %s: both know %d figures. %d agree (within 5 %%), %d disagree.\n"
                .formatted(
                        comparison.one(),
                        comparison.other(),
                        comparison.day(),
                        comparison.all().size(),
                        comparison.agreeing(),
                        disagreements.size()));
        disagreements.forEach(difference -> text.append('\n').append(difference(difference)));
        if (!disagreements.isEmpty()) {
            text.append('\n').append(sources(disagreements));
        }
        return text.toString();
    }

    private static String difference(PriceDifference difference) {
        TextColumns columns = new TextColumns(1);
        Rate one = difference.one();
        columns.heading(difference.model() + " at " + one.provider() + ": "
                + one.figure().label());
        columns.row(cells(one));
        columns.row(cells(difference.other()));
        columns.heading("  ratio "
                + difference.ratio().map(ratio -> ratio.toPlainString()).orElse("none (one is free)"));
        PriceReasons.of(difference).forEach(reason -> columns.heading("  - " + reason));
        return columns.toString();
    }

    private static List<String> cells(Rate rate) {
        return List.of(
                "  " + rate.provenance().edition(),
                rate.price().price().toString(),
                PriceWords.source(rate) + " " + PriceWords.observed(rate.provenance()),
                PriceWords.circumstances(rate));
    }

    private static String sources(List<PriceDifference> disagreements) {
        Map<String, Source> sources = new TreeMap<>();
        disagreements.stream()
                .flatMap(difference -> Stream.of(difference.one(), difference.other()))
                .map(rate -> rate.provenance().sources().getFirst())
                .forEach(source -> sources.put(source.id(), source));
        TextColumns columns = new TextColumns();
        columns.heading("Sources");
        sources.values().forEach(source -> columns.row(List.of("  " + source.id(), source.title())));
        return columns.wrapped();
    }
}
