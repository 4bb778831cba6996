package io.tunetally.catalog;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A dated end of life at a provider; it applies to prices of every edition.
 *
 * @param models the affected models, empty for every model of the provider
 * @param date the day from which it applies; null is "announced, undated"
 * @param text the event, in the words of an answer
 */
public record LifecycleEvent(
        ProviderId provider,
        Set<ModelId> models,
        Kind kind,
        @Nullable LocalDate date,
        String text,
        Provenance provenance) {
    /** The kind of end. */
    public enum Kind {
        /** Announced for removal; still usable. */
        DEPRECATED,
        /** A new customer can no longer start a job. */
        CLOSED_TO_NEW_CUSTOMERS,
        /** No customer can start a job. */
        NO_NEW_JOBS,
        /** The model no longer answers. */
        SHUT_DOWN
    }

    public LifecycleEvent {
        models = Set.copyOf(models);
    }

    /** Hashes what tells the events of a provider apart, mostly. */
    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Returns the same event for other models. */
    public LifecycleEvent about(Set<ModelId> others) {
        return new LifecycleEvent(provider, others, kind, date, text, provenance);
    }

    public boolean concerns(ProviderId otherProvider, ModelId model) {
        return provider.equals(otherProvider) && (models.isEmpty() || models.contains(model));
    }

    public boolean holdsOn(LocalDate day) {
        return date != null && !day.isBefore(date);
    }
}
