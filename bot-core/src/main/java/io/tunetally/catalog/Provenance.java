package io.tunetally.catalog;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The evidence for a figure.
 *
 * @param edition its price book
 * @param sources at least one, the main one first
 * @param observed when the main source showed it; null is "undated", which is never stale
 * @param inferred how we derived it, if no source states it
 * @param confirmed other sources that show the same figures, each on a day of its own
 * @param checked when the same figures were last seen again, or null for never
 * @param quote the words of the source that hold the figures, or null if they were not kept
 */
public record Provenance(
        String edition,
        List<Source> sources,
        @Nullable LocalDate observed,
        Confidence confidence,
        @Nullable String inferred,
        List<Source> confirmed,
        @Nullable LocalDate checked,
        @Nullable String quote) {
    /** The age in days above which a figure counts as stale. */
    public static final int STALE_AFTER_DAYS = 90;

    public Provenance {
        sources = List.copyOf(sources);
        confirmed = List.copyOf(confirmed);
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("a figure without a source");
        }
    }

    /** Creates the evidence of a figure that was seen once. */
    public Provenance(
            String edition,
            List<Source> sources,
            @Nullable LocalDate observed,
            Confidence confidence,
            @Nullable String inferred) {
        this(edition, sources, observed, confidence, inferred, List.of(), null, null);
    }

    /** Returns the day on which the figures were last seen, or null if they are undated. */
    public @Nullable LocalDate lastSeen() {
        return checked == null ? observed : checked;
    }

    /** Returns the days since it was last seen; empty if it is undated, 0 if it was seen after that day. */
    public OptionalLong ageInDays(LocalDate day) {
        LocalDate seen = lastSeen();
        return seen == null ? OptionalLong.empty() : OptionalLong.of(Math.max(0, DAYS.between(seen, day)));
    }

    /** True if it was last seen so long ago that an answer should mention it; undated is never stale. */
    public boolean isStaleOn(LocalDate day) {
        return ageInDays(day).orElse(0) > STALE_AFTER_DAYS;
    }

    /** Returns the same evidence in another price book. */
    public Provenance in(String other) {
        return new Provenance(other, sources, observed, confidence, inferred, confirmed, checked, quote);
    }
}
