package io.tunetally.catalog.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.FilePosition;
import io.tunetally.catalog.Meter;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.ProviderId;
import io.tunetally.catalog.yaml.CatalogException;
import io.tunetally.catalog.yaml.Fault;
import io.tunetally.catalog.yaml.NamedYaml;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The prices of pydantic/genai-prices as a second source: USD per 1,000,000 tokens. */
public final class GenAiPrices implements SecondSource {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final Map<String, String> PROVIDERS = Map.of(
            "openai", "openai",
            "azure", "azure",
            "google", "google",
            "together", "together",
            "fireworks", "fireworks",
            "mistral", "mistral",
            "aws", "bedrock");

    private final Map<List<Object>, BigDecimal> prices = new HashMap<>();

    private GenAiPrices() {}

    /**
     * Reads {@code prices/data.json} of that project.
     *
     * @throws CatalogException if it is not JSON
     */
    public static GenAiPrices read(NamedYaml file, Catalog catalog) {
        GenAiPrices prices = new GenAiPrices();
        try {
            JSON.readTree(file.text()).forEach(provider -> prices.add(provider, catalog));
        } catch (JsonProcessingException e) {
            throw new CatalogException(List.of(
                    new Fault(FilePosition.start(file.name()), "not readable as JSON: " + e.getOriginalMessage())));
        }
        return prices;
    }

    private void add(JsonNode provider, Catalog catalog) {
        String id = PROVIDERS.get(provider.path("id").asText());
        if (id != null) {
            provider.path("models").forEach(model -> add(new ProviderId(id), model, catalog));
        }
    }

    private void add(ProviderId provider, JsonNode row, Catalog catalog) {
        String name = row.path("id").asText();
        boolean tuned = name.startsWith("ft:");
        JsonNode prices = row.path("prices");
        // Several prices over time: the last one applies.
        JsonNode current = prices.isArray() ? prices.path(prices.size() - 1).path("prices") : prices;
        catalog.modelNamed(name).ifPresent(model -> {
            put(provider, model, tuned ? Meter.TUNED_INPUT : Meter.BASE_INPUT, current.path("input_mtok"));
            put(provider, model, tuned ? Meter.TUNED_CACHED : Meter.BASE_CACHED, current.path("cache_read_mtok"));
            put(provider, model, tuned ? Meter.TUNED_OUTPUT : Meter.BASE_OUTPUT, current.path("output_mtok"));
        });
    }

    // A price by prompt length starts with its base price.
    private void put(ProviderId provider, Model model, Meter figure, JsonNode price) {
        JsonNode base = price.isObject() ? price.path("base") : price;
        if (base.isNumber()) {
            prices.putIfAbsent(List.of(provider, model.id(), figure), base.decimalValue());
        }
    }

    @Override
    public Optional<BigDecimal> price(ProviderId provider, ModelId model, Meter figure) {
        return Optional.ofNullable(prices.get(List.of(provider, model, figure)));
    }
}
