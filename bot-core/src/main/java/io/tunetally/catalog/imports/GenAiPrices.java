package io.tunetally.catalog.imports;

import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.Meter;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.ProviderId;
import io.tunetally.catalog.yaml.CatalogException;
import io.tunetally.catalog.yaml.NamedYaml;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The prices of pydantic/genai-prices as a second source: USD per 1,000,000 tokens. */
public final class GenAiPrices implements SecondSource {
    private final Map<List<Object>, BigDecimal> prices = new HashMap<>();

    private GenAiPrices() {}

    /**
     * Reads {@code prices/data.json} of that project.
     *
     * @param day the day of the prices, if a model has several over time
     * @throws CatalogException if it is not that file
     */
    public static GenAiPrices read(NamedYaml file, Catalog catalog, LocalDate day) {
        GenAiPrices prices = new GenAiPrices();
        GenAiRow.all(file, catalog).forEach(row -> prices.add(row, day));
        return prices;
    }

    private void add(GenAiRow row, LocalDate day) {
        if (row.provider() != null && row.model() != null) {
            List<Object> subject = List.of(row.provider(), row.model().id());
            row.figures(day).forEach((figure, price) -> prices.putIfAbsent(List.of(subject, figure), price));
        }
    }

    @Override
    public Optional<BigDecimal> price(ProviderId provider, ModelId model, Meter figure) {
        return Optional.ofNullable(prices.get(List.of(List.of(provider, model), figure)));
    }
}
