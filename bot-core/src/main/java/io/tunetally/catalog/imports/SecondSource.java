package io.tunetally.catalog.imports;

import io.tunetally.catalog.Meter;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.ProviderId;
import java.math.BigDecimal;
import java.util.Optional;

/** A second price list, to detect gross errors in the imported one. */
public interface SecondSource {
    SecondSource NONE = (_, _, _) -> Optional.empty();

    /** Returns the price in the second list, in USD and in the figure's unit in price files. */
    Optional<BigDecimal> price(ProviderId provider, ModelId model, Meter figure);
}
