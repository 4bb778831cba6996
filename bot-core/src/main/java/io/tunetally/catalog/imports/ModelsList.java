package io.tunetally.catalog.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.tunetally.catalog.LifecycleEvent;
import io.tunetally.catalog.ProviderId;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A provider whose list of models says when they end. */
public enum ModelsList {
    /**
     * {@code shutdown_date}, a day or null: https://developers.openai.com/api/reference/resources/models/methods/list.
     * The tuned models of an organization are in the list as {@code ft:gpt-4o-mini-2024-07-18:acme::9abc}; they end with
     * their base models.
     */
    OPENAI("openai", "OpenAI", "https://api.openai.com/v1/models") {
        @Override
        String spelling(JsonNode row) {
            String id = row.path("id").asText();
            int end = id.startsWith(TUNED) ? id.indexOf(':', TUNED.length()) : -1;
            return end < 0 ? id : id.substring(0, end);
        }

        @Override
        End end(JsonNode row) {
            return new End(
                    LifecycleEvent.Kind.SHUT_DOWN, row.path(SHUTDOWN_DATE), "base and fine-tuned models are shut down");
        }
    },
    /**
     * {@code deprecation}, with the seconds since 1970 of the end of {@code fine_tune} and {@code inference}
     * (https://learn.microsoft.com/en-us/rest/api/azureopenai/models/list), or in the list of the v1 API {@code
     * shutdown_date} (https://learn.microsoft.com/en-us/azure/foundry/reference/rest/open-ai-models-retrieve-model). A
     * base model's inference ends a year before the models tuned from it, "fine-tuned models retire in two phases:
     * training and deployment" (https://learn.microsoft.com/en-us/azure/ai-foundry/openai/concepts/model-retirements), so
     * it ends no tuned model, only the training. The row of a tuned model has the end of its deployments.
     */
    AZURE("azure", "Azure", "https://learn.microsoft.com/en-us/rest/api/azureopenai/models/list") {
        @Override
        String spelling(JsonNode row) {
            String id = row.path("id").asText();
            return row.path("model").asText(id).replaceFirst("\\" + TUNED_AZURE + ".*", "");
        }

        @Override
        End end(JsonNode row) {
            JsonNode deprecation = row.path("deprecation");
            JsonNode inference = row.has(SHUTDOWN_DATE) ? row.path(SHUTDOWN_DATE) : deprecation.path("inference");
            if (row.path(FINE_TUNE).isTextual() || row.path("id").asText().contains(TUNED_AZURE)) {
                return new End(LifecycleEvent.Kind.SHUT_DOWN, inference, "deployments of fine-tuned models retire");
            }
            // A snapshot that is never trained ends without an effect on training.
            boolean trains = row.path("capabilities").path(FINE_TUNE).asBoolean(row.has(SHUTDOWN_DATE));
            JsonNode training = deprecation.path(FINE_TUNE);
            return new End(
                    LifecycleEvent.Kind.NO_NEW_JOBS,
                    trains && isAbsent(training) ? inference : training,
                    "no new job; training ends with the base model");
        }
    };

    private static final String TUNED = "ft:";
    private static final String FINE_TUNE = "fine_tune";
    private static final String SHUTDOWN_DATE = "shutdown_date";
    private static final String TUNED_AZURE = ".ft-";

    private final String provider;
    private final String title;
    private final String address;

    ModelsList(String provider, String title, String address) {
        this.provider = provider;
        this.title = title;
        this.address = address;
    }

    /** The end of a row as it is written; its date may be absent, null or wrong. */
    record End(LifecycleEvent.Kind kind, JsonNode date, String text) {
        boolean isAnnounced() {
            return !isAbsent(date);
        }

        /** Returns the day, whichever form it has. */
        Optional<LocalDate> day() {
            return date.isTextual() ? Days.iso(date) : Days.epochSeconds(date);
        }
    }

    /** Returns the provider of an id as typed in a command. */
    public static Optional<ModelsList> of(String provider) {
        return Arrays.stream(values())
                .filter(list -> list.provider.equals(provider))
                .findFirst();
    }

    /** Returns the spelling of a row's model, without the parts that an organization adds to a tuned one. */
    abstract String spelling(JsonNode row);

    abstract End end(JsonNode row);

    static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    /** Returns the day on which a row's model was made, if it has one. */
    static @Nullable LocalDate created(JsonNode row) {
        return Days.epochSeconds(row.path(row.has("created_at") ? "created_at" : "created"))
                .orElse(null);
    }

    ProviderId provider() {
        return new ProviderId(provider);
    }

    String title() {
        return title + "'s list of models";
    }

    /** Returns the address of the list, or of its description if every resource has a list of its own. */
    String address() {
        return address;
    }

    /** Returns the name as typed in a command. */
    @Override
    public String toString() {
        return provider;
    }
}
