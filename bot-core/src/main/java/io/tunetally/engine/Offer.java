package io.tunetally.engine;

import io.tunetally.catalog.Deployment;
import io.tunetally.catalog.Method;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.Provider;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be bought: a model tuned by a method at a provider.
 *
 * @param deployment how it is deployed, null where the provider has one kind only
 */
public record Offer(
        Model model,
        Provider provider,
        Method method,
        @Nullable Deployment deployment) {}
