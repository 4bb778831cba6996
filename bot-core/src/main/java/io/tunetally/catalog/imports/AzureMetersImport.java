package io.tunetally.catalog.imports;

import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.Confidence;
import io.tunetally.catalog.FilePosition;
import io.tunetally.catalog.Provenance;
import io.tunetally.catalog.Source;
import io.tunetally.catalog.yaml.CatalogException;
import io.tunetally.catalog.yaml.Fault;
import io.tunetally.catalog.yaml.NamedYaml;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Imports Azure's retail meters for fine-tuning as an edition: training, hosting and tuned inference. */
public final class AzureMetersImport {
    private static final String HEADER = "meterName,unitOfMeasure,retailPriceUSD,effectiveStartDate,regions";
    private static final String ADDRESS = "https://prices.azure.com/api/retail/prices";

    private final Catalog catalog;
    private final SecondSource second;

    public AzureMetersImport(Catalog catalog, SecondSource second) {
        this.catalog = catalog;
        this.second = second;
    }

    /**
     * Reads a CSV file of meters with the columns {@value #HEADER}, regions separated by {@code |}; writes nothing.
     *
     * @param edition the price book for the prices; existing prices stay unless a meter replaces them
     * @param observed when the meters were fetched
     * @throws CatalogException if the columns differ
     */
    public ImportedEdition read(NamedYaml file, String edition, LocalDate observed) {
        List<String> lines = file.text().lines().toList();
        if (lines.isEmpty() || !lines.getFirst().strip().equals(HEADER)) {
            throw new CatalogException(List.of(new Fault(
                    new FilePosition(file.name(), 1, ""), "not the columns of Azure's meters; expected " + HEADER)));
        }
        Source source =
                ListFile.source("azure-meters", "Azure's retail meters for fine-tuning", file, ADDRESS, observed);
        Provenance provenance = new Provenance(edition, List.of(source), observed, Confidence.A, null);
        ImportRun run = new ImportRun(catalog, edition, observed, second);
        List<AzureMeter> meters = new ArrayList<>();
        lines.stream().skip(1).filter(line -> !line.isBlank()).forEach(line -> read(line, run, meters));
        List<Candidate> candidates = new AzureCandidates(catalog, meters, provenance).all(run);
        candidates.forEach(candidate -> run.consider(List.of(candidate), candidates));
        return run.finish("Imported from Azure's retail meters");
    }

    private void read(String line, ImportRun run, List<AzureMeter> meters) {
        String[] cells = line.split(",", -1);
        String name = cells[0];
        AzureMeter meter = cells.length == 5 ? meter(cells) : null;
        if (meter == null) {
            run.refuse(name, "not a fine-tuning meter this version can read");
        } else if (meter.isGrader() || catalog.modelNamed(meter.model()).isEmpty()) {
            run.outside();
        } else {
            refusal(meter).ifPresentOrElse(reason -> run.refuse(name, reason), () -> meters.add(meter));
        }
    }

    private static @Nullable AzureMeter meter(String[] cells) {
        try {
            BigDecimal usd = new BigDecimal(cells[2]);
            return ListFile.isPrice(usd.abs())
                    ? AzureMeter.read(
                            cells[0], cells[1], usd, LocalDate.parse(cells[3]), List.of(cells[4].split("\\|")))
                    : null;
        } catch (NumberFormatException | DateTimeParseException _) {
            return null;
        }
    }

    private static Optional<String> refusal(AzureMeter meter) {
        String unknown = meter.unknownWord();
        if (unknown != null) {
            return Optional.of("unknown word '" + unknown + "' in the meter's name, which may change its meaning");
        }
        if (meter.usd().signum() < 0) {
            return Optional.of("the price is negative");
        }
        if (!meter.isHourly() && !meter.isPerThousandTokens()) {
            return Optional.of("unit '" + meter.unit() + "' instead of 1K tokens or 1 Hour");
        }
        return meter.figure() == null || meter.deployment() == null
                ? Optional.of("its name does not specify the figure and deployment")
                : Optional.empty();
    }
}
