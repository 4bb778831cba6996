package io.tunetally.catalog;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a figure is believed.
 *
 * @param edition the price book it stands in
 * @param sources at least one, the main one first
 * @param observed when it was last seen; null is "undated", which is never stale
 * @param inferred how we derived it, where no source states it
 */
public record Provenance(
        String edition,
        List<Source> sources,
        @Nullable LocalDate observed,
        Confidence confidence,
        @Nullable String inferred) {
    public Provenance {
        sources = List.copyOf(sources);
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("a figure without a source");
        }
    }
}
