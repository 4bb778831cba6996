package io.tunetally.interpreter;

import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.Confidence;
import io.tunetally.catalog.Effective;
import io.tunetally.catalog.Figure;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.PriceBook;
import io.tunetally.catalog.Provenance;
import io.tunetally.catalog.Provider;
import io.tunetally.catalog.ProviderId;
import io.tunetally.catalog.Rate;
import io.tunetally.catalog.Source;
import io.tunetally.catalog.Subject;
import io.tunetally.units.Band;
import io.tunetally.units.Unit;
import io.tunetally.units.UnitPrice;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names of the product's models and providers, without its prices. */
final class FixtureCatalog {
    private static final Provenance PROVENANCE =
            new Provenance("guide", List.of(new Source("guide", "The guide", null, null)), null, Confidence.A, null);

    private final List<Model> models = new ArrayList<>();
    private final List<Provider> providers = new ArrayList<>();
    private final List<Rate> rates = new ArrayList<>();

    private FixtureCatalog() {}

    static Catalog catalog() {
        return new FixtureCatalog().build();
    }

    private Catalog build() {
        providers();
        closed(
                "gpt-4o",
                "GPT-4o",
                "openai",
                "4o",
                "gpt-4o-2024-08-06",
                "gpt-4o-2024-11-20",
                "gpt-40",
                "chatgpt 4o",
                "gpt 4 o",
                "omni");
        closed(
                "gpt-4o-mini",
                "GPT-4o mini",
                "openai",
                "4o mini",
                "gpt-4o-mini-2024-07-18",
                "chatgpt 4o mini",
                "4omini",
                "gpt-40-mini");
        closed("gpt-4.1", "GPT-4.1", "openai", "gpt-4.1-2025-04-14");
        closed("gpt-4.1-mini", "GPT-4.1 mini", "openai", "4.1 mini", "gpt-4.1-mini-2025-04-14");
        closed("gpt-4.1-nano", "GPT-4.1 nano", "openai", "4.1 nano");
        closed("o4-mini", "o4-mini", "openai", "o4 mini");
        closed("gpt-3.5-turbo", "GPT-3.5 Turbo", "openai", "gpt-3.5", "gpt 35 turbo", "3.5 turbo");
        closed("gpt-4", "GPT-4", "azure", "gpt-4-0613");
        closed("gemini-2.0-flash", "Gemini 2.0 Flash", "google");
        closed("gemini-2.5-flash", "Gemini 2.5 Flash", "google");
        closed("gemini-2.5-flash-lite", "Gemini 2.5 Flash-Lite", "google");
        closed("gemini-2.5-pro", "Gemini 2.5 Pro", "google");
        open("llama-3.1-8b", "Llama 3.1 8B", "8", "llama 8b", "meta llama 3.1 8b");
        open("llama-3.3-70b", "Llama 3.3 70B", "70", "llama 70b", "meta llama 3.3 70b");
        open("mistral-7b", "Mistral 7B", "7");
        open("qwen3-8b", "Qwen3 8B", "8");
        sizes("together");
        sizes("fireworks");
        return new Catalog(
                models,
                providers,
                List.of(),
                List.of(
                        new PriceBook("guide", "Guide", rates, List.of()),
                        new PriceBook("published", "Published", List.of(), List.of())));
    }

    private void providers() {
        provider("openai", "OpenAI", false, "open ai");
        provider("azure", "Azure", false, "azure openai", "microsoft azure", "azure ai");
        provider(
                "google",
                "Google",
                true,
                "vertex",
                "vertex ai",
                "google vertex",
                "google ai",
                "google cloud",
                "gcp",
                "ai studio");
        provider("together", "Together", true, "together ai", "together.ai", "togetherai");
        provider("fireworks", "Fireworks", true, "fireworks ai", "fireworks.ai");
        provider("mistral", "Mistral", true, "la plateforme", "mistral api");
        provider("bedrock", "Bedrock", false, "aws bedrock", "amazon bedrock", "aws");
        provider("ori", "Ori", true);
        provider("prime-intellect", "Prime Intellect", true);
        provider("thinking-machines", "Thinking Machines", true, "tinker");
        provider("selfhost", "Self-hosted", true);
    }

    private void provider(String id, String name, boolean lora, String... aliases) {
        providers.add(new Provider(new ProviderId(id), name, List.of(aliases), lora, null));
    }

    private void closed(String id, String name, String provider, String... aliases) {
        model(id, name, null, aliases);
        rate(new Subject.OfModel(new ModelId(id)), provider);
    }

    private void open(String id, String name, String size, String... aliases) {
        model(id, name, new BigDecimal(size), aliases);
    }

    private void model(String id, String name, @Nullable BigDecimal size, String... aliases) {
        models.add(new Model(new ModelId(id), name, size, size != null, List.of(aliases)));
    }

    private void sizes(String provider) {
        rate(new Subject.OfSize(null, null), provider);
    }

    private void rate(Subject subject, String provider) {
        rates.add(new Rate(
                Figure.TRAINING,
                subject,
                new ProviderId(provider),
                Set.of(),
                Set.of(),
                null,
                "",
                new UnitPrice(Band.of("1"), BigDecimal.valueOf(1_000_000), Unit.TOKEN),
                Effective.ALWAYS,
                PROVENANCE));
    }
}
