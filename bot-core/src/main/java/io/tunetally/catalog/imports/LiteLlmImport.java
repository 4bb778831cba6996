package io.tunetally.catalog.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.Confidence;
import io.tunetally.catalog.Deployment;
import io.tunetally.catalog.Meter;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.PriceScope;
import io.tunetally.catalog.Provenance;
import io.tunetally.catalog.ProviderId;
import io.tunetally.catalog.Rate;
import io.tunetally.catalog.Source;
import io.tunetally.catalog.Validity;
import io.tunetally.catalog.yaml.CatalogException;
import io.tunetally.catalog.yaml.NamedYaml;
import io.tunetally.units.Band;
import io.tunetally.units.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Imports LiteLLM's list of model prices as an edition: the cost of running tuned and untuned models of the catalog. */
public final class LiteLlmImport {
    private static final String ADDRESS =
            "https://github.com/BerriAI/litellm/blob/main/model_prices_and_context_window.json";
    private static final Map<String, Offer> OFFERS = Map.of(
            "openai", new Offer("openai", null, ""),
            "text-completion-openai", new Offer("openai", null, ""),
            "azure", new Offer("azure", Deployment.GLOBAL, ""),
            "azure_ai", new Offer("azure", null, ""),
            "vertex_ai-language-models", new Offer("google", null, ""),
            "gemini", new Offer("google", null, "gemini-api"),
            "together_ai", new Offer("together", null, ""),
            "fireworks_ai", new Offer("fireworks", null, ""),
            "bedrock", new Offer("bedrock", null, ""),
            "bedrock_converse", new Offer("bedrock", null, ""));

    /** The offer that a row is about. */
    private record Offer(String provider, @Nullable Deployment deployment, String variant) {}

    private final Catalog catalog;
    private final SecondSource second;

    public LiteLlmImport(Catalog catalog, SecondSource second) {
        this.catalog = catalog;
        this.second = second;
    }

    /**
     * Reads the list; writes nothing.
     *
     * @param edition the price book for the prices; existing prices stay unless the list replaces them
     * @param observed when the list was fetched, if it has no date itself
     * @throws CatalogException if the file is not such a list
     */
    public ImportedEdition read(NamedYaml file, String edition, LocalDate observed) {
        JsonNode list = ListFile.json(file);
        if (!list.isObject()) {
            throw ListFile.refused(file, "is not LiteLLM's list; it must be a JSON object of models");
        }
        LocalDate day = Days.leading(list.path("last_updated")).orElse(observed);
        Source source = ListFile.source("litellm", "LiteLLM's list of model prices", file, ADDRESS, day);
        Provenance provenance = new Provenance(edition, List.of(source), day, Confidence.C, null);
        ImportRun run = new ImportRun(catalog, edition, day, second);
        list.properties().forEach(row -> consider(row.getKey(), row.getValue(), provenance, run));
        return run.finish("Imported from LiteLLM's list of model prices");
    }

    private void consider(String name, JsonNode row, Provenance provenance, ImportRun run) {
        Offer offer = OFFERS.get(row.path("litellm_provider").asText());
        Optional<Model> model = offer == null ? Optional.empty() : catalog.modelNamed(withoutProvider(name));
        if (offer == null || model.isEmpty()) {
            run.outside();
            return;
        }
        Optional<String> refusal = shape(row);
        if (refusal.isPresent()) {
            run.refuse(name, refusal.get());
        } else {
            List<Candidate> figures = figures(name, row, offer, model.get(), provenance);
            run.consider(figures, figures);
        }
    }

    private static String withoutProvider(String name) {
        return name.replaceFirst("^(azure|azure_ai|gemini|vertex_ai|together_ai|fireworks_ai|bedrock|openai)/", "");
    }

    /** Returns the fault in a row, before its prices are checked. */
    private static Optional<String> shape(JsonNode row) {
        for (Map.Entry<String, JsonNode> field : row.properties()) {
            String key = field.getKey();
            if (!LiteLlmKeys.isKnown(key)) {
                return Optional.of("unknown key " + key + ", which may change the meaning of the others");
            }
            if (LiteLlmKeys.isTaken(key) && !ListFile.isPrice(field.getValue())) {
                return Optional.of(key + " is not a price: " + field.getValue());
            }
        }
        return cacheKey(row);
    }

    // Writing to a cache costs at least as much as input; a lower price is for reading from it.
    private static Optional<String> cacheKey(JsonNode row) {
        JsonNode creation = row.path("cache_creation_input_token_cost");
        boolean suspicious = creation.isNumber()
                && !row.has("cache_read_input_token_cost")
                && creation.decimalValue()
                                .compareTo(row.path("input_cost_per_token").decimalValue())
                        < 0;
        return suspicious
                ? Optional.of("cache_creation_input_token_cost instead of cache_read_input_token_cost:"
                        + " it is below the input price")
                : Optional.empty();
    }

    private static List<Candidate> figures(String name, JsonNode row, Offer offer, Model model, Provenance provenance) {
        boolean tuned = name.startsWith("ft:");
        List<Candidate> figures = new ArrayList<>();
        LiteLlmKeys.figures(tuned)
                .forEach((key, figure) -> add(figures, name, row, key, figure, offer, model, provenance));
        if (!tuned && offer.variant().isEmpty()) {
            Offer longPrompt = new Offer(offer.provider(), offer.deployment(), "over-200k");
            LiteLlmKeys.longPrompt()
                    .forEach((key, figure) -> add(figures, name, row, key, figure, longPrompt, model, provenance));
        }
        figures.sort(
                Comparator.comparing((Candidate candidate) -> candidate.rate().variant())
                        .thenComparing(candidate -> candidate.rate().figure()));
        return figures;
    }

    private static void add(
            List<Candidate> figures,
            String name,
            JsonNode row,
            String key,
            Meter figure,
            Offer offer,
            Model model,
            Provenance provenance) {
        if (row.has(key)) {
            BigDecimal perMillion = row.path(key).decimalValue().movePointRight(6);
            Rate rate = new Rate(
                    figure,
                    new PriceScope.OfModel(model.id()),
                    new ProviderId(offer.provider()),
                    Set.of(),
                    Set.of(),
                    offer.deployment(),
                    offer.variant(),
                    figure.priced(Band.exactly(new Money(perMillion))),
                    Validity.ALWAYS,
                    provenance);
            figures.add(new Candidate(name, model.id(), rate));
        }
    }
}
