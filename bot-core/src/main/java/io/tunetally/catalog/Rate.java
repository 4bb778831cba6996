package io.tunetally.catalog;

import io.tunetally.units.UnitPrice;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One price fact: what a figure costs, for whom, since when and how that is known.
 *
 * @param methods the methods it holds for, empty for all
 * @param objectives the objectives it holds for, empty for all
 * @param deployment the deployment it holds for, null where the provider has one kind only
 * @param variant what else distinguishes it: a GPU, a region or a commitment; empty for the plain offer
 */
public record Rate(
        Meter figure,
        PriceScope subject,
        ProviderId provider,
        Set<Method> methods,
        Set<Objective> objectives,
        @Nullable Deployment deployment,
        String variant,
        UnitPrice price,
        Validity effective,
        Provenance provenance) {
    public Rate {
        methods = Set.copyOf(methods);
        objectives = Set.copyOf(objectives);
    }

    /** The same price for other days. */
    public Rate during(Validity days) {
        return new Rate(figure, subject, provider, methods, objectives, deployment, variant, price, days, provenance);
    }

    /** The same price for other objectives. */
    public Rate aimedAt(Set<Objective> others) {
        return new Rate(figure, subject, provider, methods, others, deployment, variant, price, effective, provenance);
    }
}
