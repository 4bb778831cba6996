package io.tunetally.engine;

import io.tunetally.catalog.Deployment;
import io.tunetally.catalog.Method;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.Provider;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An offer to buy: a model tuned with a method at a provider.
 *
 * @param deployment the type of deployment, null if the provider has only one
 */
public record Offer(
        Model model,
        Provider provider,
        Method method,
        @Nullable Deployment deployment) {
    /** Compares what tells offers apart first: those of a comparison differ in the model, mostly. */
    @Override
    public boolean equals(@Nullable Object object) {
        return this == object
                || (object instanceof Offer other
                        && method == other.method
                        && deployment == other.deployment
                        && model.equals(other.model)
                        && provider.equals(other.provider));
    }

    @Override
    public int hashCode() {
        int hash = 31 * model.hashCode() + provider.hashCode();
        return 31 * (31 * hash + method.hashCode()) + Objects.hashCode(deployment);
    }
}
