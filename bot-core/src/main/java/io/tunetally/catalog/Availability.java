package io.tunetally.catalog;

import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A dated fact about a provider's list: the models it trains, how, and how the result can be run.
 *
 * @param methods the methods it trains them with, at least one
 * @param objectives the objectives it trains them for, at least one
 * @param serving the ways of running the result, or null if no source states them
 */
public record Availability(
        ProviderId provider,
        Set<ModelId> models,
        Set<Method> methods,
        Set<Objective> objectives,
        @Nullable Set<Serving> serving,
        Validity effective,
        Provenance provenance) {
    public Availability {
        models = Set.copyOf(models);
        methods = Set.copyOf(methods);
        objectives = Set.copyOf(objectives);
        serving = serving == null ? null : Set.copyOf(serving);
    }

    /** Returns the fact for other models. */
    public Availability of(Set<ModelId> others) {
        return new Availability(provider, others, methods, objectives, serving, effective, provenance);
    }

    public boolean includes(ModelId model, Method method, Objective objective) {
        return models.contains(model) && methods.contains(method) && objectives.contains(objective);
    }

    /** True if both say on some day whether the same training is offered. */
    public boolean repeats(Availability other) {
        return provider.equals(other.provider)
                && effective.overlaps(other.effective)
                && !Collections.disjoint(models, other.models)
                && !Collections.disjoint(methods, other.methods)
                && !Collections.disjoint(objectives, other.objectives);
    }
}
