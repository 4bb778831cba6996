package io.tunetally.catalog.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.Confidence;
import io.tunetally.catalog.LifecycleEvent;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.Provenance;
import io.tunetally.catalog.yaml.CatalogException;
import io.tunetally.catalog.yaml.EditionText;
import io.tunetally.catalog.yaml.NamedYaml;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Imports a provider's list of models, {@code GET /v1/models}, as an edition of lifecycle events. */
public final class ModelsListImport {
    private final Catalog catalog;
    private final ModelsList list;

    public ModelsListImport(Catalog catalog, ModelsList list) {
        this.catalog = catalog;
        this.list = list;
    }

    /**
     * Reads the list; writes nothing.
     *
     * @param edition the price book for the dates; existing dates stay unless the list replaces them
     * @param observed when the list was fetched
     * @throws CatalogException if the file is not such a list
     */
    public ImportedEdition read(NamedYaml file, String edition, LocalDate observed) {
        JsonNode rows = ListFile.json(file).path("data");
        if (!rows.isArray()) {
            throw ListFile.refused(
                    file,
                    "is not a list of models; it must be a JSON object such as {\"data\": [{\"id\": \"gpt-4o\"}]}");
        }
        Reading reading = new Reading();
        rows.forEach(reading::read);
        AnnouncedEnds ends = new AnnouncedEnds(catalog, list.provider(), edition, reading.ends);
        reading.refused.addAll(ends.refused());
        Provenance provenance = new Provenance(
                edition,
                List.of(ListFile.source(list + "-models", list.title(), file, list.address(), observed)),
                observed,
                Confidence.A,
                null);
        List<LifecycleEvent> events =
                ends.dated().map(end -> event(end, provenance)).toList();
        return new ImportedEdition(
                EditionText.of(
                        edition,
                        "Imported from " + list.title(),
                        List.of(),
                        Stream.concat(events.stream(), ends.held()).toList()),
                ImportedEdition.Content.DATES,
                events.size(),
                ends.differences(),
                reading.refused,
                reading.outside);
    }

    private LifecycleEvent event(AnnouncedEnd end, Provenance provenance) {
        return new LifecycleEvent(list.provider(), Set.of(end.model()), end.kind(), end.date(), end.text(), provenance);
    }

    /** The rows, read one by one. */
    private final class Reading {
        private final List<AnnouncedEnd> ends = new ArrayList<>();
        private final List<Refusal> refused = new ArrayList<>();
        private int outside;

        private void read(JsonNode row) {
            Optional<Model> model = catalog.modelNamed(list.spelling(row));
            ModelsList.End end = list.end(row);
            String id = row.path("id").asText();
            if (end.isAnnounced()) {
                model.map(Model::id).ifPresentOrElse(known -> readDate(row, id, known, end), () -> unknown(id, end));
            } else if (model.isPresent() && end.date().isNull()) {
                ends.add(new AnnouncedEnd(id, model.get().id(), end.kind(), null, end.text()));
            } else {
                outside++;
            }
        }

        private void readDate(JsonNode row, String id, ModelId model, ModelsList.End end) {
            Optional<LocalDate> day = end.day();
            LocalDate created = ModelsList.created(row);
            if (day.isEmpty()) {
                refused.add(new Refusal(
                        id,
                        end.date() + " is not a day from " + Days.FIRST + " to " + Days.LAST
                                + ", as text or in seconds since 1970"));
            } else if (created != null && !day.get().isAfter(created)) {
                refused.add(new Refusal(id, "ends on " + day.get() + ", not after it was made on " + created));
            } else {
                ends.add(new AnnouncedEnd(id, model, end.kind(), day.get(), end.text()));
            }
        }

        private void unknown(String id, ModelsList.End end) {
            outside++;
            String day = end.day().map(LocalDate::toString).orElse("another form of date");
            refused.add(new Refusal(id, "no price book has a model of this name; it has a date, " + day));
        }
    }
}
