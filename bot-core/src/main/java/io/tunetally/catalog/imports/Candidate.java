package io.tunetally.catalog.imports;

import io.tunetally.catalog.Meter;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.Rate;
import io.tunetally.units.Money;
import java.util.List;
import java.util.Optional;

/** A figure of an imported file, before it is added to an edition. */
record Candidate(String row, ModelId model, Rate rate) {
    Money price() {
        return rate.price().price().high();
    }

    /** Returns the key that identifies a single price. */
    List<Object> slot() {
        return List.of(
                rate.figure(),
                model,
                rate.provider(),
                Optional.ofNullable(rate.deployment()),
                rate.variant(),
                rate.effective());
    }

    /** Returns another figure of the same model in the same circumstances. */
    Optional<Money> beside(Meter figure, List<Candidate> row) {
        return row.stream()
                .filter(other -> other.rate().figure() == figure
                        && other.model().equals(model)
                        && other.rate().provider().equals(rate.provider())
                        && Optional.ofNullable(other.rate().deployment()).equals(Optional.ofNullable(rate.deployment()))
                        && other.rate().variant().equals(rate.variant()))
                .map(Candidate::price)
                .findFirst();
    }
}
