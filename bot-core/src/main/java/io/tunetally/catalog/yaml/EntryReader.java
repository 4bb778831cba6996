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

/** Reads the common parts of prices, offers, rules and lifecycle events: their scope and provenance. */
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

    private Provenance provenance(Fields entry, String edition) {
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

    /**
     * Reads the provenance of an entry that belongs to one day: figures of several days in one entry could never be
     * seen again as they stand there.
     */
    Provenance evidence(Fields entry, String edition) {
        Provenance provenance = provenance(entry, edition);
        LocalDate observed = provenance.observed();
        if (provenance.sources().size() > 1) {
            entry.fault("sources", "several sources; keep the one of the figures, and name others under confirmed");
        }
        for (Source source : provenance.sources()) {
            LocalDate seen = source.observed();
            if (seen != null && !seen.equals(observed)) {
                entry.fault(
                        "sources",
                        "merges figures of " + observed + " with those of source '" + source.id() + "', seen on " + seen
                                + "; make them two entries, or name the source under confirmed if it has the same figures");
            }
        }
        LocalDate checked = Dates.past(entry, "checked", faults, today);
        if (checked != null && (observed == null || checked.isBefore(observed))) {
            entry.fault("checked", "needs an earlier day in observed; checked is when the figures were seen again");
        }
        return new Provenance(
                edition,
                provenance.sources(),
                observed,
                provenance.confidence(),
                provenance.inferred(),
                sources(entry, "confirmed"),
                checked,
                entry.text("quote"));
    }

    private List<Source> sources(Fields entry) {
        List<Source> sources = sources(entry, "sources");
        if (sources.isEmpty()) {
            entry.fault("sources", "no source; name the source of the figure");
        }
        return sources.isEmpty() ? List.of(STAND_IN) : sources;
    }

    private List<Source> sources(Fields entry, String key) {
        List<Source> sources = new ArrayList<>();
        for (String id : entry.texts(key)) {
            sources.add(definitions.source(id).orElseGet(() -> {
                entry.fault(key, "unknown source '" + id + "'; define it under sources");
                return STAND_IN;
            }));
        }
        return sources;
    }
}
