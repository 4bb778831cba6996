package io.tunetally.catalog.imports;

import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.Confidence;
import io.tunetally.catalog.Deployment;
import io.tunetally.catalog.Meter;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.PriceScope;
import io.tunetally.catalog.Provenance;
import io.tunetally.catalog.ProviderId;
import io.tunetally.catalog.Rate;
import io.tunetally.catalog.Validity;
import io.tunetally.catalog.yaml.CatalogException;
import io.tunetally.catalog.yaml.NamedYaml;
import io.tunetally.units.Band;
import io.tunetally.units.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Imports genai-prices' data file as an edition: the cost of running tuned and untuned models of the catalog. */
public final class GenAiPricesImport {
    private static final String ADDRESS = "https://github.com/pydantic/genai-prices/blob/main/prices/data.json";
    private static final String AZURE = "azure";
    private static final String GOOGLE = "google";

    private final Catalog catalog;

    public GenAiPricesImport(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Reads the data file; writes nothing.
     *
     * @param edition the price book for the prices; existing prices stay unless the file replaces them
     * @param observed when the file was fetched
     * @throws CatalogException if it is not that file
     */
    public ImportedEdition read(NamedYaml file, String edition, LocalDate observed) {
        Provenance provenance = new Provenance(
                edition,
                List.of(ListFile.source("genai-prices", "Data file of genai-prices", file, ADDRESS, observed)),
                observed,
                Confidence.C,
                null);
        ImportRun run = new ImportRun(catalog, edition, observed, SecondSource.NONE);
        GenAiRow.all(file, catalog).forEach(row -> consider(row, provenance, observed, run));
        return run.finish("Imported from genai-prices' data file");
    }

    private static void consider(GenAiRow row, Provenance provenance, LocalDate day, ImportRun run) {
        ProviderId provider = row.provider();
        Model model = row.model();
        if (provider == null || model == null) {
            run.outside();
            return;
        }
        row.fault().ifPresentOrElse(fault -> run.refuse(row.name(), fault), () -> {
            List<Candidate> figures = row.figures(day).entrySet().stream()
                    .map(figure -> new Candidate(
                            row.name(),
                            model.id(),
                            rate(provider, model, figure.getKey(), figure.getValue(), provenance)))
                    .toList();
            run.consider(figures, figures);
        });
    }

    private static Rate rate(ProviderId provider, Model model, Meter figure, BigDecimal usd, Provenance provenance) {
        return new Rate(
                figure,
                new PriceScope.OfModel(model.id()),
                provider,
                Set.of(),
                Set.of(),
                deployment(provider, model),
                // Its prices of Google's models are those of the Gemini API, not of Vertex AI: 0.10 for
                // gemini-2.0-flash.
                provider.value().equals(GOOGLE) ? "gemini-api" : "",
                figure.priced(Band.exactly(new Money(usd))),
                Validity.ALWAYS,
                provenance);
    }

    /** Azure sells open models without a choice of deployment; the others have the price of the global one. */
    private static @Nullable Deployment deployment(ProviderId provider, Model model) {
        return provider.value().equals(AZURE) && !model.open() ? Deployment.GLOBAL : null;
    }
}
