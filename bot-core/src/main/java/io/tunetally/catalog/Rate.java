package io.tunetally.catalog;

import io.tunetally.units.UnitPrice;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A price fact: a figure's price, scope, validity and provenance.
 *
 * @param methods the methods it applies to, empty for all
 * @param objectives the objectives it applies to, empty for all
 * @param deployment the deployment it applies to, null if the provider has only one
 * @param variant another distinction: a GPU, a region or a commitment; empty for the plain offer
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

    /** Hashes what tells nearly all prices apart: their evidence is long. */
    @Override
    public int hashCode() {
        return 31 * (31 * (31 * figure.hashCode() + subject.hashCode()) + provider.hashCode()) + variant.hashCode();
    }

    /** Returns the price with another validity. */
    public Rate during(Validity days) {
        return new Rate(figure, subject, provider, methods, objectives, deployment, variant, price, days, provenance);
    }

    /** Returns the price for other objectives. */
    public Rate aimedAt(Set<Objective> others) {
        return new Rate(figure, subject, provider, methods, others, deployment, variant, price, effective, provenance);
    }

    /** Returns the price for another subject. */
    public Rate about(PriceScope other) {
        return new Rate(
                figure, other, provider, methods, objectives, deployment, variant, price, effective, provenance);
    }

    /** Returns the same fact with another price. */
    public Rate at(UnitPrice other) {
        return new Rate(
                figure, subject, provider, methods, objectives, deployment, variant, other, effective, provenance);
    }

    /** Returns the price in another price book. */
    public Rate in(String edition) {
        Provenance moved = provenance.in(edition);
        return new Rate(figure, subject, provider, methods, objectives, deployment, variant, price, effective, moved);
    }
}
