package io.tunetally.engine;

import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.Deployment;
import io.tunetally.catalog.Gpu;
import io.tunetally.catalog.Method;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.Objective;
import io.tunetally.catalog.ProviderId;
import io.tunetally.catalog.yaml.CatalogLoader;
import io.tunetally.catalog.yaml.NamedYaml;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The shipped price books, as of a day. */
public final class TestPrices {
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    private static final NamedYaml MULTIPLIED = new NamedYaml("multiplied.yaml", """
            schema: tunetally-pricebook/1
            edition: multiplied
            title: A book with prices of base models
            sources: {page: {title: A page}}
            providers:
              - {id: acme, name: Acme, offers_lora: true}
            models:
              - {id: token-70b, name: Token 70B, billion_parameters: 70, open: true}
            offers:
              - {provider: acme, models: [token-70b], methods: [full], objectives: [sft], serving: [serverless, dedicated], sources: [page], confidence: B}
            rules:
              - {rule: tuned-inference-multiplier, low: 1.5, high: 2, sources: [page], confidence: B}
            prices:
              - {model: token-70b, provider: acme, objectives: [sft], training: {full: 5.00}, sources: [page], confidence: B}
              - {model: token-70b, provider: acme, base: {input: 1.04, output: 1.04}, sources: [page], confidence: B}
              - {any: true, provider: acme, deployment: dedicated, gpu_hour: {h100: 5.49}, sources: [page], confidence: B}
            """);

    /** The catalogs by their editions; a catalog is immutable, and reading one takes longer than most tests. */
    private static final Map<List<String>, Catalog> CATALOGS = new ConcurrentHashMap<>();

    private TestPrices() {}

    /** Returns an engine with the guide's prices alone. */
    public static CostEngine guide() {
        return engine(TODAY, "guide.yaml");
    }

    /**
     * Returns an engine for a model with a price per token for the base model only: tuned it costs 1.5 to 2 times that. It
     * can run on dedicated GPUs, too. No shipped offer is like this.
     */
    public static CostEngine multiplied() {
        return new CostEngine(new Prices(
                new CatalogLoader(Clock.fixed(TODAY.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC))
                        .load(List.of(MULTIPLIED), List.of()),
                TODAY));
    }

    public static CostEngine engine(LocalDate asOf, String... files) {
        return new CostEngine(new Prices(catalog(files), asOf));
    }

    /** Returns the catalog of price files, in look-up order. */
    public static Catalog catalog(String... files) {
        Clock clock = Clock.fixed(TODAY.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
        List<String> editions =
                Stream.of(files).map(file -> file.replaceAll("/|\\.yaml", "")).toList();
        // The order in which files are read is that of the definitions, whatever the order of editions.
        List<String> read = Stream.of(files).sorted().toList();
        return CATALOGS.computeIfAbsent(
                editions, _ -> new CatalogLoader(clock).load(editions, NamedYaml.builtIn(read), List.of()));
    }

    public static Model model(CostEngine engine, String id) {
        return engine.prices().catalog().model(new ModelId(id)).orElseThrow();
    }

    public static Offer offer(CostEngine engine, String model, String provider, Method method) {
        return offer(engine, model, provider, method, null);
    }

    public static Offer offer(
            CostEngine engine, String model, String provider, Method method, @Nullable Deployment deployment) {
        return new Offer(
                model(engine, model),
                engine.prices().catalog().provider(new ProviderId(provider)).orElseThrow(),
                method,
                deployment);
    }

    /** Returns the quote of a model's first offer. */
    public static Quote firstQuote(CostEngine engine, String model, Plan plan) {
        Offer offer =
                engine.offers().of(model(engine, model), Objective.SFT, null).getFirst();
        return quote(engine.price(offer, plan));
    }

    /** Returns the usual way to train on a GPU. */
    static Plan.GpuSetup on(Gpu gpu) {
        return new Plan.GpuSetup(gpu, 1, false, false, null);
    }

    public static Quote quote(Priced priced) {
        return switch (priced) {
            case Quote quote -> quote;
            case Unpriceable reason -> throw new AssertionError("no quote: " + reason);
        };
    }
}
