package io.tunetally.wording.part;

import io.tunetally.catalog.Confidence;
import io.tunetally.catalog.Provenance;
import io.tunetally.engine.AppliedRate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The source of a figure, in one line. */
final class SourceWording {
    private SourceWording() {}

    /**
     * Returns one note per source: {@code Training per 1M tokens: guide prices (title, seen 2026-10-08).} Figures from
     * the same source share a note; confidence is shown for C and D.
     */
    static List<String> of(List<AppliedRate> rates) {
        Map<String, Set<String>> figuresBySource = new LinkedHashMap<>();
        rates.stream()
                .flatMap(rate -> rate.facts().stream())
                .forEach(fact -> figuresBySource
                        .computeIfAbsent(source(fact.provenance()), _ -> new LinkedHashSet<>())
                        .add(fact.figure().label()));
        List<String> notes = new ArrayList<>();
        figuresBySource.forEach(
                (source, figures) -> notes.add(Text.capitalised(String.join(", ", figures)) + ": " + source + "."));
        return notes;
    }

    private static String source(Provenance provenance) {
        String inferred = provenance.inferred() == null ? "" : "; inferred: " + provenance.inferred();
        return provenance.edition() + " prices (" + WarningWording.source(provenance)
                + confidence(provenance.confidence()) + ")" + inferred;
    }

    private static String confidence(Confidence confidence) {
        return switch (confidence) {
            case A, B -> "";
            case C -> ", confidence C: one secondary copy";
            case D -> ", confidence D: derived or unverified";
        };
    }
}
