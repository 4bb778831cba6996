package io.tunetally.catalog.imports;

import io.tunetally.catalog.Meter;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.ProviderId;
import java.math.BigDecimal;
import java.util.Optional;

/** Another list of prices, to notice gross errors of the one that is imported. */
public interface SecondSource {
    SecondSource NONE = (_, _, _) -> Optional.empty();

    /** What the other list says, in USD as price files write the figure. */
    Optional<BigDecimal> price(ProviderId provider, ModelId model, Meter figure);
}
