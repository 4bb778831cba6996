package io.tunetally.catalog.yaml;

import io.tunetally.catalog.Availability;
import io.tunetally.catalog.BillingRule;
import io.tunetally.catalog.LifecycleEvent;
import io.tunetally.catalog.Method;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.Objective;
import io.tunetally.catalog.Provenance;
import io.tunetally.catalog.ProviderId;
import io.tunetally.catalog.Serving;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the rules, lifecycle events and offers of a file. */
final class FactReader {
    private final EntryReader entries;

    FactReader(EntryReader entries) {
        this.entries = entries;
    }

    /** The rule of an entry, or null if it has a fault. */
    @Nullable BillingRule rule(Fields entry, String edition) {
        int before = entries.faultCount();
        BillingRule.Name name = entry.requiredChoice("rule", BillingRule.Name.class);
        Set<ProviderId> providers = entries.providers(entry);
        Map<String, BigDecimal> numbers = name == null ? Map.of() : numbers(entry, name.numbers());
        Provenance provenance = entries.evidence(entry, edition);
        if (name == null) {
            return null;
        }
        entry.end();
        return entries.faultCount() > before ? null : new BillingRule(name, providers, numbers, provenance);
    }

    private static Map<String, BigDecimal> numbers(Fields entry, List<String> names) {
        Map<String, BigDecimal> numbers = new LinkedHashMap<>();
        names.forEach(name -> numbers.put(name, entry.requiredNumber(name)));
        BigDecimal low = numbers.get("low");
        BigDecimal high = numbers.get("high");
        if (low != null && high != null && low.compareTo(high) > 0) {
            entry.fault("low", "is above high; swap them");
        }
        return numbers;
    }

    /** The lifecycle event of an entry, or null if it has a fault. */
    @Nullable LifecycleEvent event(Fields entry, String edition) {
        int before = entries.faultCount();
        ProviderId provider = entries.provider(entry);
        Set<ModelId> models = models(entry);
        LifecycleEvent.Kind kind = entry.requiredChoice("kind", LifecycleEvent.Kind.class);
        if (!entry.has("date")) {
            entry.fault("date", "is missing; write null for announced without a date");
        }
        LifecycleEvent event = new LifecycleEvent(
                provider,
                models,
                kind == null ? LifecycleEvent.Kind.DEPRECATED : kind,
                entry.date("date"),
                entry.requiredText("text"),
                entries.evidence(entry, edition));
        entry.end();
        return entries.faultCount() > before ? null : event;
    }

    /** The offers of an entry, or null if it has a fault. */
    @Nullable Availability availability(Fields entry, String edition) {
        int before = entries.faultCount();
        Availability availability = new Availability(
                entries.provider(entry),
                models(entry),
                required(entry, "methods", Method.class),
                required(entry, "objectives", Objective.class),
                entry.has("serving") ? required(entry, "serving", Serving.class) : null,
                Dates.effective(entry),
                entries.evidence(entry, edition));
        if (availability.models().isEmpty()) {
            entry.fault("models", "no model; name those the provider trains");
        }
        entry.end();
        return entries.faultCount() > before ? null : availability;
    }

    private Set<ModelId> models(Fields entry) {
        Set<ModelId> models = new LinkedHashSet<>();
        entry.texts("models").forEach(text -> models.add(entries.model(entry, "models", text)));
        return models;
    }

    private static <E extends Enum<E>> Set<E> required(Fields entry, String key, Class<E> type) {
        Set<E> chosen = entry.choices(key, type);
        if (chosen.isEmpty()) {
            entry.fault(key, "name at least one of " + Constants.names(type));
        }
        return chosen;
    }
}
