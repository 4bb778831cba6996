package io.tunetally.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The raw price facts, flattened to one line per figure independently of the loader. */
final class PriceFacts {
    /** Contains no price, or none that a price file can express. */
    private static final Set<String> NOT_A_PRICE = Set.of(
            "id",
            "provider",
            "methods",
            "kind",
            "ft_multiplier",
            "observed",
            "sources",
            "confidence",
            "max_params_b",
            "effective_from",
            "note",
            // A value that fits one quoted run, not a price.
            "training_consistent_with",
            // 1.5 times the price in regions the source does not name.
            "region_premium",
            "billed_in_minutes",
            "scale_to_zero_after_min");

    private static final Map<String, String> SUBJECTS = Map.ofEntries(
            Map.entry("azure/gpt-35-turbo", "gpt-3.5-turbo"),
            Map.entry("azure/gpt-4-0613-8k", "gpt-4"),
            Map.entry("together/up-to-16b", "<=16"),
            Map.entry("together/17b-69b", ">16<=69"),
            Map.entry("together/70b-100b", ">69<=100"),
            Map.entry("together/dedicated", "any"),
            Map.entry("fireworks/up-to-16b", "<=16"),
            Map.entry("fireworks/16.1b-80b", ">16<=80"),
            Map.entry("fireworks/80b-300b", ">80<=300"),
            Map.entry("fireworks/over-300b", ">300"),
            Map.entry("fireworks/on-demand", "any"),
            Map.entry("mistral/any", "any"),
            Map.entry("bedrock/custom-model-import", "any"),
            Map.entry("ori/up-to-10b", "<=10"));

    private final JsonNode root;
    private final Set<String> figures = new TreeSet<>();

    private PriceFacts(JsonNode root) {
        this.root = root;
    }

    public static PriceFacts read() throws IOException {
        try (InputStream in = Objects.requireNonNull(PriceFacts.class.getResourceAsStream("/facts/prices.yaml"))) {
            PriceFacts facts = new PriceFacts(new ObjectMapper(new YAMLFactory()).readTree(in));
            facts.root.path("entries").forEach(facts::entry);
            facts.root.path("gpu_hour").forEach(facts::gpuHours);
            return facts;
        }
    }

    JsonNode root() {
        return root;
    }

    /** Returns one line per figure: provider, subject, figure, method, objectives, deployment, variant, price, "was" for history. */
    Set<String> figures() {
        return figures;
    }

    private void entry(JsonNode entry) {
        Line line = Line.of(entry);
        entry.properties().forEach(property -> {
            JsonNode value = property.getValue();
            switch (property.getKey()) {
                case "training" -> training(line, value);
                case "training_hour" -> byDeployment(line.about("TRAINING_HOUR").with(entry), value);
                case "training_hour_superseded" ->
                    value.properties()
                            .forEach(hour -> add(
                                    line.about("TRAINING_HOUR")
                                            .with(entry)
                                            .at("regional")
                                            .variant(hour.getKey())
                                            .was(),
                                    hour.getValue()));
                case "ft" -> tuned(line, value);
                case "ft_data_sharing" -> group(line.variant("data-sharing"), "TUNED_", value);
                case "base" -> group(line, "BASE_", value);
                case "base_gemini_api" -> group(line.variant("gemini-api"), "BASE_", value);
                case "hosting_hour" -> byDeployment(line.about("HOSTING_HOUR"), value);
                case "storage_month" -> add(line.about("STORAGE_MONTH"), value);
                case "storage_month_per_unit" -> add(line.about("STORAGE_MONTH").variant("import-unit"), value);
                case "minimum_usd" -> add(line.about("MINIMUM_JOB").with(entry), value);
                case "gpu_hour" -> gpus(line, value);
                case "provisioned_unit_hour" ->
                    value.properties()
                            .forEach(term -> add(
                                    line.about("PROVISIONED_UNIT_HOUR")
                                            .at("provisioned")
                                            .variant(term.getKey().replace("none", "")),
                                    term.getValue()));
                case "unit_minute" -> add(line.about("IMPORT_UNIT_MINUTE"), value);
                case "units" -> units(line.about("IMPORT_UNIT_MINUTE"), value, entry.path("unit_minute"));
                case "checkpoint_gb_month" -> add(line.about("CHECKPOINT_GB_MONTH"), value);
                case "previous" -> {
                    if (entry.has("gpu_hour")) {
                        gpus(line.was(), value);
                    } else {
                        group(line.was(), "BASE_", value);
                    }
                }
                default -> {
                    if (!NOT_A_PRICE.contains(property.getKey())) {
                        throw new IllegalStateException("what is " + property.getKey() + " of " + line + "?");
                    }
                }
            }
        });
    }

    private void training(Line line, JsonNode value) {
        Line training = line.about("TRAINING");
        if (!value.isObject()) {
            add(training.method(line.provider.equals("google") ? "LORA" : "FULL"), value);
            return;
        }
        value.properties().forEach(price -> {
            String[] parts = price.getKey().toUpperCase(Locale.ROOT).split("_", -1);
            if (parts[0].equals("LORA") || (parts[0].equals("FULL") && parts.length == 2)) {
                add(
                        training.method(parts[0]).objectives(parts.length == 2 ? "[" + parts[1] + "]" : ""),
                        price.getValue());
            } else {
                add(training.method("FULL").deployed(price.getKey()), price.getValue());
            }
        });
    }

    private void tuned(Line line, JsonNode value) {
        if (line.provider.equals("azure")) {
            value.properties().forEach(place -> group(line.deployed(place.getKey()), "TUNED_", place.getValue()));
        } else {
            group(line, "TUNED_", value);
        }
    }

    private void group(Line line, String prefix, JsonNode prices) {
        prices.properties().forEach(price -> {
            String key = price.getKey();
            if (key.endsWith("_over_200k")) {
                add(line.about(prefix + upper(key.replace("_over_200k", ""))).variant("over-200k"), price.getValue());
            } else if (!key.equals("observed")) {
                add(line.about(prefix + upper(key)), price.getValue());
            }
        });
    }

    private void byDeployment(Line line, JsonNode value) {
        if (value.isObject()) {
            value.properties().forEach(place -> add(line.deployed(place.getKey()), place.getValue()));
        } else {
            add(line, value);
        }
    }

    private void gpus(Line line, JsonNode gpus) {
        gpus.properties().forEach(gpu -> {
            if (!gpu.getKey().equals("until")) {
                add(line.about("GPU_HOUR").at("dedicated").variant(gpu.getKey()), gpu.getValue());
            }
        });
    }

    private void gpuHours(JsonNode row) {
        Line line = new Line(row.path("provider").asText(), "any", "GPU_HOUR", "", "", "", "", "");
        Set<String> about = Set.of("provider", "billing", "observed", "sources", "confidence");
        row.properties().forEach(gpu -> {
            if (!about.contains(gpu.getKey())) {
                add(line.variant(gpu.getKey()), gpu.getValue());
            }
        });
    }

    private void units(Line line, JsonNode units, JsonNode price) {
        units.properties().forEach(model -> {
            String count = model.getValue().asText();
            String id = model.getKey().replaceAll("-\\d+k$", "");
            add(line.subject(id).variant(count + (count.equals("1") ? "-unit" : "-units")), price);
        });
    }

    private void add(Line line, JsonNode price) {
        if (!price.isNull()) {
            figures.add(line + " " + plain(new BigDecimal(price.asText())));
        }
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static String upper(String key) {
        return key.toUpperCase(Locale.ROOT);
    }

    /** A figure before it becomes a line of text. */
    record Line(
            String provider,
            String subject,
            String figure,
            String method,
            String objectives,
            String deployment,
            String variant,
            String history) {
        static Line of(JsonNode entry) {
            String id = entry.path("id").asText();
            String provider = entry.path("provider").asText().replace("google-vertex", "google");
            String name = id.substring(id.indexOf('/') + 1).replaceAll("-\\d{4}-\\d{2}-\\d{2}$", "");
            @Nullable String subject = SUBJECTS.get(id);
            return new Line(
                    provider,
                    subject == null ? name.replace("serverless-", "") : subject,
                    "",
                    "",
                    objectivesOf(entry),
                    "",
                    "",
                    "");
        }

        private static String objectivesOf(JsonNode entry) {
            Set<String> methods = new TreeSet<>();
            entry.path("methods").forEach(method -> methods.add(upper(method.asText())));
            return methods.isEmpty() ? "" : new LinkedHashSet<>(methods).toString();
        }

        Line about(String newFigure) {
            String kept = newFigure.equals("TRAINING") ? objectives : "";
            return new Line(provider, subject, newFigure, method, kept, deployment, variant, history);
        }

        Line with(JsonNode entry) {
            return objectives(objectivesOf(entry));
        }

        Line method(String value) {
            return new Line(provider, subject, figure, value, objectives, deployment, variant, history);
        }

        Line objectives(String value) {
            return new Line(provider, subject, figure, method, value, deployment, variant, history);
        }

        Line subject(String value) {
            return new Line(provider, value, figure, method, objectives, deployment, variant, history);
        }

        Line variant(String value) {
            return new Line(provider, subject, figure, method, objectives, deployment, value, history);
        }

        Line at(String value) {
            return new Line(provider, subject, figure, method, objectives, value, variant, history);
        }

        /** Azure's keys: a deployment, a region and a deployment, or all. */
        Line deployed(String key) {
            int region = key.indexOf('_');
            String place = key.substring(region + 1);
            Line at = at(place.equals("all") ? "" : place);
            return region < 0 ? at : at.variant(key.substring(0, region));
        }

        Line was() {
            return new Line(provider, subject, figure, method, objectives, deployment, variant, "was");
        }

        @Override
        public String toString() {
            return String.join(" ", provider, subject, figure, method, objectives, deployment, variant, history);
        }
    }
}
