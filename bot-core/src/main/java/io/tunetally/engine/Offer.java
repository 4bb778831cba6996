package io.tunetally.engine;

import io.tunetally.catalog.Deployment;
import io.tunetally.catalog.Method;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.Provider;
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
        @Nullable Deployment deployment) {}
