package io.tunetally.catalog.imports;

import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.Meter;
import io.tunetally.catalog.Method;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.Objective;
import io.tunetally.catalog.PriceScope;
import io.tunetally.catalog.Provenance;
import io.tunetally.catalog.ProviderId;
import io.tunetally.catalog.Rate;
import io.tunetally.catalog.Validity;
import io.tunetally.units.Band;
import io.tunetally.units.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Converts meters to rates: regions become variants, and hours end when tokens begin. */
final class AzureCandidates {
    private static final ProviderId AZURE = new ProviderId("azure");

    private final Catalog catalog;
    private final List<AzureMeter> meters;
    private final Provenance provenance;

    AzureCandidates(Catalog catalog, List<AzureMeter> meters, Provenance provenance) {
        this.catalog = catalog;
        this.meters = meters;
        this.provenance = provenance;
    }

    List<Candidate> all(ImportRun run) {
        Map<String, List<AzureMeter>> byName = meters.stream()
                .collect(Collectors.groupingBy(
                        meter -> meter.name() + meter.unit(), LinkedHashMap::new, Collectors.toList()));
        List<Candidate> candidates = new ArrayList<>();
        byName.values().forEach(same -> {
            // The price of most regions is the plain one; a region with another price is a variant.
            AzureMeter plain = same.stream()
                    .max(Comparator.comparingInt(
                                    (AzureMeter meter) -> meter.regions().size())
                            .thenComparing(AzureMeter::usd, Comparator.reverseOrder()))
                    .orElseThrow();
            add(candidates, plain, "", run);
            same.stream()
                    .filter(meter -> !meter.equals(plain))
                    .forEach(meter -> meter.regions().forEach(region -> add(candidates, meter, region, run)));
        });
        return candidates;
    }

    private void add(List<Candidate> candidates, AzureMeter meter, String region, ImportRun run) {
        Model model = catalog.modelNamed(meter.model()).orElseThrow();
        Validity validity = effective(meter, model);
        Meter figure = meter.figure();
        if (figure == null) {
            return;
        }
        if (validity.until() != null && !meter.start().isBefore(validity.until())) {
            run.refuse(meter.name(), "training is billed per token since " + validity.until());
            return;
        }
        BigDecimal usd = figure.isPerToken() ? meter.usd().movePointRight(3) : meter.usd();
        Rate rate = new Rate(
                figure,
                new PriceScope.OfModel(model.id()),
                AZURE,
                figure == Meter.TRAINING ? Set.of(Method.FULL) : Set.of(),
                objectives(meter, figure, model),
                meter.deployment(),
                variant(meter, figure, region),
                figure.priced(Band.exactly(new Money(usd))),
                validity,
                provenance);
        candidates.add(
                new Candidate(region.isEmpty() ? meter.name() : meter.name() + " (" + region + ")", model.id(), rate));
    }

    private Validity effective(AzureMeter meter, Model model) {
        LocalDate byToken = meter.figure() != Meter.TRAINING_HOUR
                ? null
                : meters.stream()
                        .filter(other -> other.figure() == Meter.TRAINING
                                && other.deployment() == meter.deployment()
                                && catalog.modelNamed(other.model())
                                        .filter(model::equals)
                                        .isPresent())
                        .map(AzureMeter::start)
                        .min(Comparator.naturalOrder())
                        .orElse(null);
        return new Validity(meter.start(), byToken);
    }

    /** The catalog may know details missing from the meter: which objectives share the token price. */
    private Set<Objective> objectives(AzureMeter meter, Meter figure, Model model) {
        if (figure != Meter.TRAINING && figure != Meter.TRAINING_HOUR) {
            return Set.of();
        }
        if (meter.reinforcement()) {
            return Set.of(Objective.RFT);
        }
        return catalog.books().stream()
                .flatMap(book -> book.rates().stream())
                .filter(rate -> rate.figure() == Meter.TRAINING
                        && rate.provider().equals(AZURE)
                        && rate.subject().equals(new PriceScope.OfModel(model.id())))
                .map(Rate::objectives)
                .findFirst()
                .orElse(Set.of(Objective.SFT));
    }

    /** Hourly prices differ by context length, e.g. {@code gpt-35-turbo16K}. */
    private static String variant(AzureMeter meter, Meter figure, String region) {
        if (figure != Meter.TRAINING_HOUR || !meter.model().matches(".*\\d+K")) {
            return region;
        }
        return meter.model().replaceFirst("^.*?(\\d+)K$", "$1k") + (region.isEmpty() ? "" : " " + region);
    }
}
