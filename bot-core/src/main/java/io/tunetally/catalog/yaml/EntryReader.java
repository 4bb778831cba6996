package io.tunetally.catalog.yaml;

import io.tunetally.catalog.Confidence;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.Provenance;
import io.tunetally.catalog.ProviderId;
import io.tunetally.catalog.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads the common parts of prices, rules and lifecycle events: their scope and provenance. */
final class EntryReader {
    private static final Source STAND_IN = new Source("", "", null, null);

    private final Definitions definitions;
    private final Faults faults;
    private final LocalDate today;

    EntryReader(Definitions definitions, Faults faults, LocalDate today) {
        this.definitions = definitions;
        this.faults = faults;
        this.today = today;
    }

    int faultCount() {
        return faults.count();
    }

    ProviderId provider(Fields entry) {
        ProviderId id = new ProviderId(entry.requiredText("provider"));
        check(entry, "provider", id);
        return id;
    }

    Set<ProviderId> providers(Fields entry) {
        Set<ProviderId> ids = new LinkedHashSet<>();
        entry.texts("providers").forEach(text -> ids.add(new ProviderId(text)));
        ids.forEach(id -> check(entry, "providers", id));
        return ids;
    }

    private void check(Fields entry, String key, ProviderId id) {
        if (!id.value().isEmpty() && !definitions.knows(id)) {
            entry.fault(key, "unknown provider '" + id + "'; define it under providers");
        }
    }

    ModelId model(Fields entry, String key, String text) {
        ModelId id = new ModelId(text);
        if (!text.isEmpty() && !definitions.knows(id)) {
            entry.fault(key, "unknown model '" + id + "'; define it under models");
        }
        return id;
    }

    Provenance provenance(Fields entry, String edition) {
        List<Source> sources = sources(entry);
        LocalDate observed = Dates.observed(entry, faults, today);
        Confidence confidence = entry.requiredChoice("confidence", Confidence.class);
        return new Provenance(
                edition,
                sources,
                observed == null ? sources.getFirst().observed() : observed,
                confidence == null ? Confidence.D : confidence,
                entry.text("inferred"));
    }

    private List<Source> sources(Fields entry) {
        List<Source> sources = new ArrayList<>();
        List<String> ids = entry.texts("sources");
        if (ids.isEmpty()) {
            entry.fault("sources", "no source; name the source of the figure");
        }
        for (String id : ids) {
            sources.add(definitions.source(id).orElseGet(() -> {
                entry.fault("sources", "unknown source '" + id + "'; define it under sources");
                return STAND_IN;
            }));
        }
        return sources.isEmpty() ? List.of(STAND_IN) : sources;
    }
}
