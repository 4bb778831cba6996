package io.tunetally.catalog.imports;

import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.FilePosition;
import io.tunetally.catalog.Rate;
import io.tunetally.catalog.yaml.EditionText;
import io.tunetally.catalog.yaml.Faults;
import io.tunetally.catalog.yaml.Located;
import io.tunetally.catalog.yaml.RateMerge;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An import from its first row to the text of the edition. */
final class ImportRun {
    private final Catalog catalog;
    private final String edition;
    private final LastEdition last;
    private final ImportGuards guards;
    private final List<Candidate> taken = new ArrayList<>();
    private final List<Refusal> refused = new ArrayList<>();
    private int outside;

    ImportRun(Catalog catalog, String edition, LocalDate observed, SecondSource second) {
        this.catalog = catalog;
        this.edition = edition;
        this.last = new LastEdition(catalog, edition, observed);
        this.guards = new ImportGuards(catalog, last, second);
    }

    void outside() {
        outside++;
    }

    void refuse(String row, String reason) {
        refused.add(new Refusal(row, reason));
    }

    /**
     * Takes all figures of a row or none: a row with one wrong figure cannot be trusted.
     *
     * @param beside the figures to compare the row with, including its own
     */
    void consider(List<Candidate> row, List<Candidate> beside) {
        row.stream()
                .flatMap(candidate ->
                        guards.refusal(candidate, beside).stream().map(reason -> new Refusal(candidate.row(), reason)))
                .findFirst()
                .ifPresentOrElse(refused::add, () -> taken.addAll(row));
    }

    ImportedEdition finish(String title) {
        List<Refusal> disagreeing = new Agreement(last).refusals(taken);
        Set<String> refusedRows = disagreeing.stream().map(Refusal::row).collect(Collectors.toSet());
        refused.addAll(disagreeing);
        Map<List<Object>, Rate> rates = new LinkedHashMap<>();
        taken.stream()
                .filter(candidate -> !refusedRows.contains(candidate.row()))
                .sorted(Comparator.comparing(Candidate::row))
                .forEach(candidate -> rates.putIfAbsent(candidate.slot(), candidate.rate()));
        return new ImportedEdition(
                EditionText.of(edition, title, withWhatItHeld(List.copyOf(rates.values())), List.of()),
                ImportedEdition.Content.PRICES,
                rates.size(),
                List.of(),
                refused,
                outside);
    }

    /** A price that is not imported this time stays with its older date, so that the next import can compare with it. */
    private List<Rate> withWhatItHeld(List<Rate> imported) {
        FilePosition filePosition = FilePosition.start(edition);
        Faults faults = new Faults();
        List<Located<Rate>> all = Stream.concat(
                        held().map(rate -> new Located<>(rate, filePosition, false)),
                        imported.stream().map(rate -> new Located<>(rate, filePosition, true)))
                .toList();
        List<Rate> merged = new RateMerge(faults).merge(all);
        faults.throwIfAny();
        return merged;
    }

    private Stream<Rate> held() {
        return catalog.books().stream()
                .filter(book -> book.edition().equals(edition))
                .flatMap(book -> book.rates().stream());
    }
}
