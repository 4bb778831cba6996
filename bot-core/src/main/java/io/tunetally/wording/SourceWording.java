package io.tunetally.wording;

import io.tunetally.catalog.Confidence;
import io.tunetally.catalog.Provenance;
import io.tunetally.engine.AppliedRate;

/** Where a figure comes from, in one line. */
final class SourceWording {
    private SourceWording() {}

    /** {@code training per 1M tokens: guide prices - title, seen 2026-10-08}; confidence is named where it is C or D. */
    static String of(AppliedRate rate) {
        Provenance provenance = rate.listed().provenance();
        String inferred = provenance.inferred() == null ? "" : "; inferred: " + provenance.inferred();
        return capitalised(rate.listed().figure().label()) + ": " + provenance.edition() + " prices, "
                + WarningWording.source(provenance) + confidence(provenance.confidence()) + inferred + ".";
    }

    private static String confidence(Confidence confidence) {
        return switch (confidence) {
            case A, B -> "";
            case C -> " (confidence C: one secondary copy)";
            case D -> " (confidence D: derived or unverified)";
        };
    }

    private static String capitalised(String text) {
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }
}
