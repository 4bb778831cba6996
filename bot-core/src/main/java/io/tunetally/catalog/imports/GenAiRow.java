package io.tunetally.catalog.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.Meter;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.ProviderId;
import io.tunetally.catalog.yaml.CatalogException;
import io.tunetally.catalog.yaml.NamedYaml;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A model of a provider in genai-prices' data file.
 *
 * @param provider null if it is in no price book
 * @param model null if it is in no price book
 */
record GenAiRow(@Nullable ProviderId provider, @Nullable Model model, JsonNode row) {
    private static final Map<String, String> PROVIDERS = Map.of(
            "openai", "openai",
            "azure", "azure",
            "google", "google",
            "together", "together",
            "fireworks", "fireworks",
            "mistral", "mistral",
            "aws", "bedrock");
    private static final Set<String> ROW =
            Set.of("id", "name", "description", "match", "context_window", "prices", "price_comments", "deprecated");
    private static final Set<String> PRICES = Set.of(
            "input_mtok",
            "output_mtok",
            "cache_read_mtok",
            "cache_write_mtok",
            "input_audio_mtok",
            "output_audio_mtok",
            "cache_audio_read_mtok");
    private static final String CONSTRAINT = "constraint";
    private static final String START_DATE = "start_date";

    /**
     * Returns the models of {@code prices/data.json} of that project.
     *
     * @throws CatalogException if it is not that file
     */
    static List<GenAiRow> all(NamedYaml file, Catalog catalog) {
        JsonNode providers = ListFile.json(file);
        if (!providers.isArray()) {
            throw ListFile.refused(file, "is not genai-prices' data file; it must be a JSON array of providers");
        }
        List<GenAiRow> rows = new ArrayList<>();
        providers.forEach(provider -> {
            String id = PROVIDERS.get(provider.path("id").asText());
            provider.path("models")
                    .forEach(row -> rows.add(new GenAiRow(
                            id == null ? null : new ProviderId(id),
                            catalog.modelNamed(row.path("id").asText()).orElse(null),
                            row)));
        });
        return rows;
    }

    /** Returns its name in messages; several providers have models of the same id. */
    String name() {
        return (provider == null ? "" : provider + "/") + id();
    }

    private String id() {
        return row.path("id").asText();
    }

    /** Returns the figures on a day: USD per 1,000,000 tokens. */
    Map<Meter, BigDecimal> figures(LocalDate day) {
        boolean tuned = id().startsWith("ft:");
        JsonNode prices = pricesOn(day);
        Map<Meter, BigDecimal> figures = new EnumMap<>(Meter.class);
        put(figures, tuned ? Meter.TUNED_INPUT : Meter.BASE_INPUT, prices.path("input_mtok"));
        put(figures, tuned ? Meter.TUNED_CACHED : Meter.BASE_CACHED, prices.path("cache_read_mtok"));
        put(figures, tuned ? Meter.TUNED_OUTPUT : Meter.BASE_OUTPUT, prices.path("output_mtok"));
        return figures;
    }

    private static void put(Map<Meter, BigDecimal> figures, Meter figure, JsonNode price) {
        JsonNode base = base(price);
        if (ListFile.isPrice(base)) {
            figures.put(figure, base.decimalValue());
        }
    }

    /** A price by prompt length starts with its base price. */
    private static JsonNode base(JsonNode price) {
        return price.isObject() ? price.path("base") : price;
    }

    /** Returns the last prices whose start date has come, as the project reads them, or else the first. */
    private JsonNode pricesOn(LocalDate day) {
        JsonNode prices = row.path("prices");
        return periods()
                .filter(period -> hasStarted(period.path(CONSTRAINT), day))
                .reduce((_, later) -> later)
                .map(period -> period.path("prices"))
                .orElse(prices.isArray() ? prices.path(0).path("prices") : prices);
    }

    private Stream<JsonNode> periods() {
        JsonNode prices = row.path("prices");
        return prices.isArray() ? StreamSupport.stream(prices.spliterator(), false) : Stream.empty();
    }

    private static boolean hasStarted(JsonNode constraint, LocalDate day) {
        return constraint.isMissingNode()
                || Days.iso(constraint.path(START_DATE))
                        .filter(start -> !start.isAfter(day))
                        .isPresent();
    }

    /** Returns the fault in a row, before its prices are checked. */
    Optional<String> fault() {
        JsonNode prices = row.path("prices");
        return unknownKey(row, ROW)
                .or(() -> periods().flatMap(GenAiRow::faultOfPeriod).findFirst())
                .or(() -> prices.isArray() ? Optional.empty() : faultOfPrices(prices));
    }

    private static Stream<String> faultOfPeriod(JsonNode period) {
        JsonNode constraint = period.path(CONSTRAINT);
        boolean dated = constraint.isMissingNode()
                || (unknownKey(constraint, Set.of(START_DATE)).isEmpty()
                        && Days.iso(constraint.path(START_DATE)).isPresent());
        return dated
                ? faultOfPrices(period.path("prices")).stream()
                : Stream.of("a price that depends on more than the day: " + constraint);
    }

    private static Optional<String> faultOfPrices(JsonNode prices) {
        return unknownKey(prices, PRICES)
                .or(() -> prices.properties().stream()
                        .filter(price -> !ListFile.isPrice(base(price.getValue())))
                        .map(price -> price.getKey() + " is not a price: " + price.getValue())
                        .findFirst());
    }

    private static Optional<String> unknownKey(JsonNode object, Set<String> known) {
        return object.properties().stream()
                .map(Map.Entry::getKey)
                .filter(key -> !known.contains(key))
                .findFirst()
                .map(key -> "unknown key " + key + ", which may change the meaning of the others");
    }
}
