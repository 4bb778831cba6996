package io.tunetally.catalog.yaml;

import io.tunetally.catalog.Model;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.Provider;
import io.tunetally.catalog.ProviderId;
import io.tunetally.catalog.Source;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Reads the sources, models and providers that a file defines. */
final class DefinitionReader {
    private final Definitions definitions;
    private final Faults faults;
    private final LocalDate today;

    DefinitionReader(Definitions definitions, Faults faults, LocalDate today) {
        this.definitions = definitions;
        this.faults = faults;
        this.today = today;
    }

    void read(BookFile file) {
        Fields sources = file.root().mapping("sources");
        if (sources != null) {
            for (String id : sources.names()) {
                Fields source = sources.mapping(id);
                if (source != null) {
                    definitions.define(place(source(id, source), source, file), id);
                }
            }
            sources.end();
        }
        for (Fields provider : file.root().list("providers")) {
            definitions.defineProvider(place(provider(provider), provider, file));
        }
        for (Fields model : file.root().list("models")) {
            definitions.defineModel(place(model(model), model, file));
        }
    }

    private static <T> Located<T> place(T value, Fields fields, BookFile file) {
        return new Located<>(value, fields.place(), file.overlaid());
    }

    private Source source(String id, Fields fields) {
        Source source =
                new Source(id, fields.requiredText("title"), fields.text("url"), Dates.observed(fields, faults, today));
        fields.end();
        return source;
    }

    private static Provider provider(Fields fields) {
        Provider provider = new Provider(
                new ProviderId(fields.requiredId("id")),
                fields.requiredText("name"),
                fields.texts("aliases"),
                fields.flag("offers_lora"),
                fields.text("method_note"));
        fields.end();
        return provider;
    }

    private static Model model(Fields fields) {
        BigDecimal size = fields.number("billion_parameters");
        BigDecimal active = fields.number("active_billion_parameters");
        if (active != null && (size == null || active.signum() <= 0 || active.compareTo(size) >= 0)) {
            fields.fault(
                    "active_billion_parameters",
                    "is the part of billion_parameters that one token passes through; give both, this one smaller, or"
                            + " leave it out if the model is dense");
        }
        BigDecimal comparable = fields.number("comparable_billion_parameters");
        if (comparable != null && (size != null || comparable.signum() <= 0)) {
            fields.fault(
                    "comparable_billion_parameters",
                    "is the size of the open models that replace a model of unpublished size; give a size above 0, and"
                            + " leave it out beside billion_parameters");
        }
        Model model = new Model(
                new ModelId(fields.requiredId("id")),
                fields.requiredText("name"),
                size,
                comparable,
                active,
                fields.flag("open"),
                fields.texts("aliases"),
                fields.flag("classifier"));
        fields.end();
        return model;
    }
}
