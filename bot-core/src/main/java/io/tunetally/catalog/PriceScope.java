package io.tunetally.catalog;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The scope of a rate: one model, every open model of a size, or everything at the provider. */
public sealed interface PriceScope {
    /** True if a rate of this scope applies to a model by name or, if its weights are open, by size. */
    default boolean names(Model model) {
        return switch (this) {
            case OfModel named -> named.model().equals(model.id());
            case OfSize tier ->
                model.open() && model.billionParameters() != null && tier.holds(model.billionParameters());
            case OfAny _ -> false;
        };
    }

    record OfModel(ModelId model) implements PriceScope {}

    /**
     * Every open model with a size above one bound and up to another.
     *
     * @param overBillion exclusive, null for no lower bound
     * @param upToBillion inclusive, null for no upper bound
     */
    record OfSize(
            @Nullable BigDecimal overBillion, @Nullable BigDecimal upToBillion) implements PriceScope {
        public boolean holds(BigDecimal billionParameters) {
            return (overBillion == null || billionParameters.compareTo(overBillion) > 0)
                    && (upToBillion == null || billionParameters.compareTo(upToBillion) <= 0);
        }

        /** True if some size belongs to both. */
        public boolean overlaps(OfSize other) {
            return startsBelowEndOf(other) && other.startsBelowEndOf(this);
        }

        private boolean startsBelowEndOf(OfSize other) {
            return overBillion == null || other.upToBillion == null || overBillion.compareTo(other.upToBillion) < 0;
        }
    }

    record OfAny() implements PriceScope {}
}
