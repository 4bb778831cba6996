package io.tunetally.catalog;

import io.tunetally.units.Band;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Flattens a price entry into one rate per figure. */
final class PriceReader {
    private static final Map<Figure, String> SINGLE = new EnumMap<>(Map.of(
            Figure.HOSTING_HOUR, "hosting_hour",
            Figure.STORAGE_MONTH, "storage_month",
            Figure.IMPORT_UNIT_MINUTE, "import_unit_minute",
            Figure.CHECKPOINT_GB_MONTH, "checkpoint_gb_month"));
    private static final Map<Figure, String> TUNED = new EnumMap<>(Map.of(
            Figure.TUNED_INPUT, "input",
            Figure.TUNED_CACHED, "cached",
            Figure.TUNED_OUTPUT, "output",
            Figure.TUNED_BATCH_INPUT, "batch_input",
            Figure.TUNED_BATCH_OUTPUT, "batch_output"));
    private static final Map<Figure, String> BASE = new EnumMap<>(
            Map.of(Figure.BASE_INPUT, "input", Figure.BASE_CACHED, "cached", Figure.BASE_OUTPUT, "output"));
    private static final List<String> PRICE_KEYS = Stream.concat(
                    Stream.of(
                            "training",
                            "training_hour",
                            "minimum",
                            "tuned",
                            "base",
                            "provisioned_unit_hour",
                            "gpu_hour"),
                    SINGLE.values().stream())
            .toList();

    private final EntryReader entries;

    PriceReader(EntryReader entries) {
        this.entries = entries;
    }

    /** The rates of an entry; none where it has a fault or prices nothing knowingly. */
    List<Placed<Rate>> rates(Fields entry, BookFile file) {
        int before = entries.faultCount();
        Head head = new Head(
                subject(entry),
                entries.provider(entry),
                entry.choices("objectives", Objective.class),
                entry.choice("deployment", Deployment.class),
                variant(entry),
                Dates.effective(entry),
                entries.provenance(entry, file.edition()));
        Flattening rates = new Flattening(head, file.overlaid());
        training(entry, rates);
        running(entry, rates);
        if (PRICE_KEYS.stream().noneMatch(entry::has)) {
            entry.fault("training", "the entry prices nothing; give it a price, or null where none is known");
        }
        entry.end();
        return entries.faultCount() > before ? List.of() : rates.all;
    }

    private static String variant(Fields entry) {
        String variant = entry.text("variant");
        return variant == null ? "" : variant;
    }

    private Subject subject(Fields entry) {
        String model = entry.text("model");
        Fields size = entry.mapping("size");
        boolean any = entry.flag("any");
        if (Stream.of(model != null, size != null, any).filter(given -> given).count() != 1) {
            entry.fault("model", "give exactly one of model, size and any: true");
        }
        if (model != null) {
            return new Subject.OfModel(entries.model(entry, "model", model));
        }
        return size == null ? new Subject.OfAny() : size(size);
    }

    private static Subject size(Fields size) {
        BigDecimal over = size.number("over");
        BigDecimal upTo = size.number("up_to");
        if (over == null && upTo == null) {
            size.fault("up_to", "give over, up_to or both, in billions of parameters");
        }
        if (over != null && upTo != null && over.compareTo(upTo) >= 0) {
            size.fault("over", "is not below up_to; swap them");
        }
        size.end();
        return new Subject.OfSize(over, upTo);
    }

    private static void training(Fields entry, Flattening rates) {
        Set<Objective> objectives = rates.head.objectives;
        Fields training = entry.mapping("training");
        if (training != null) {
            rates.add(Figure.TRAINING, training, "full", Set.of(Method.FULL), objectives, "");
            rates.add(Figure.TRAINING, training, "lora", Set.of(Method.LORA), objectives, "");
            training.end();
        }
        rates.add(Figure.TRAINING_HOUR, entry, "training_hour", Set.of(), objectives, "");
        rates.add(Figure.MINIMUM_JOB, entry, "minimum", Set.of(), objectives, "");
    }

    private static void running(Fields entry, Flattening rates) {
        SINGLE.forEach((figure, key) -> rates.add(figure, entry, key));
        group(entry.mapping("tuned"), TUNED, rates);
        group(entry.mapping("base"), BASE, rates);
        byVariant(entry, "provisioned_unit_hour", Figure.PROVISIONED_UNIT_HOUR, rates);
        byVariant(entry, "gpu_hour", Figure.GPU_HOUR, rates);
    }

    private static void group(@Nullable Fields group, Map<Figure, String> keys, Flattening rates) {
        if (group != null) {
            keys.forEach((figure, key) -> rates.add(figure, group, key));
            group.end();
        }
    }

    private static void byVariant(Fields entry, String key, Figure figure, Flattening rates) {
        Fields variants = entry.mapping(key);
        if (variants == null) {
            return;
        }
        if (!rates.head.variant.isEmpty()) {
            entry.fault("variant", "the keys of " + key + " are its variants; move it into an entry of its own");
        }
        for (String variant : variants.names()) {
            rates.add(figure, variants, variant, Set.of(), Set.of(), variant);
        }
    }

    /** What all figures of an entry share. */
    private record Head(
            Subject subject,
            ProviderId provider,
            Set<Objective> objectives,
            @Nullable Deployment deployment,
            String variant,
            Effective effective,
            Provenance provenance) {}

    private static final class Flattening {
        private final Head head;
        private final boolean overlaid;
        private final List<Placed<Rate>> all = new ArrayList<>();

        private Flattening(Head head, boolean overlaid) {
            this.head = head;
            this.overlaid = overlaid;
        }

        private void add(Figure figure, Fields fields, String key) {
            add(figure, fields, key, Set.of(), Set.of(), "");
        }

        private void add(
                Figure figure,
                Fields fields,
                String key,
                Set<Method> methods,
                Set<Objective> objectives,
                String variant) {
            Band price = fields.price(key);
            if (price != null) {
                Rate rate = new Rate(
                        figure,
                        head.subject,
                        head.provider,
                        methods,
                        objectives,
                        head.deployment,
                        variant.isEmpty() ? head.variant : variant,
                        figure.priced(price),
                        head.effective,
                        head.provenance);
                all.add(new Placed<>(rate, fields.place(key), overlaid));
            }
        }
    }
}
