package io.tunetally.catalog;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A dated end of something at a provider; it holds whatever edition a price comes from.
 *
 * @param models whom it concerns, empty for every model of the provider
 * @param date the day from which it holds; null is "announced, undated"
 * @param text what happens, in the words of an answer
 */
public record LifecycleEvent(
        ProviderId provider,
        Set<ModelId> models,
        Kind kind,
        @Nullable LocalDate date,
        String text,
        Provenance provenance) {
    /** What ends. */
    public enum Kind {
        /** Announced for removal; still usable. */
        DEPRECATED,
        /** A new customer can no longer start a job. */
        CLOSED_TO_NEW_CUSTOMERS,
        /** Nobody can start a job. */
        NO_NEW_JOBS,
        /** The model no longer answers. */
        SHUT_DOWN
    }

    public LifecycleEvent {
        models = Set.copyOf(models);
    }

    public boolean concerns(ProviderId otherProvider, ModelId model) {
        return provider.equals(otherProvider) && (models.isEmpty() || models.contains(model));
    }

    public boolean holdsOn(LocalDate day) {
        return date != null && !day.isBefore(date);
    }
}
