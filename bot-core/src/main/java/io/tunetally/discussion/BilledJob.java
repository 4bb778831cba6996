package io.tunetally.discussion;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A provider's training job as JSON, of which the top level is read. */
public final class BilledJob {
    private static final String TRAINED = "trained_tokens";

    /** The day of the price is the day on which it was trained, as far as the job says so. */
    private static final List<String> DATES = List.of("finished_at", "created_at");

    private final Map<String, String> values;

    private BilledJob(Map<String, String> values) {
        this.values = values;
    }

    /**
     * Reads a job.
     *
     * @throws IOException if the text is no JSON object
     */
    public static BilledJob read(String json) throws IOException {
        Map<String, String> values = new HashMap<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                boolean plain = parser.currentToken().isScalarValue() && parser.currentToken() != JsonToken.VALUE_NULL;
                values.put(name, plain ? parser.getText() : "");
                parser.skipChildren();
            }
        }
        return new BilledJob(values);
    }

    /** Returns how many tokens were trained; empty if the job does not say it. */
    public Optional<Long> trainedTokens() {
        return Optional.of(values.getOrDefault(TRAINED, ""))
                .filter(text -> text.matches("\\d{1,15}"))
                .map(Long::valueOf);
    }

    public String status() {
        return values.getOrDefault("status", "");
    }

    /**
     * Returns the day on which it ended, else began; empty if it names neither.
     *
     * @throws DateTimeException naming the field that is no date
     */
    public Optional<LocalDate> day() {
        return DATES.stream()
                .filter(name -> !values.getOrDefault(name, "").isEmpty())
                .findFirst()
                .map(name -> day(name, values.getOrDefault(name, "")));
    }

    /** Reads seconds since 1970, a time or a date. */
    private static LocalDate day(String name, String text) {
        try {
            if (text.matches("\\d{1,11}")) {
                return LocalDate.ofInstant(Instant.ofEpochSecond(Long.parseLong(text)), ZoneOffset.UTC);
            }
            return text.contains("T")
                    ? OffsetDateTime.parse(text)
                            .withOffsetSameInstant(ZoneOffset.UTC)
                            .toLocalDate()
                    : LocalDate.parse(text);
        } catch (DateTimeException unreadable) {
            throw new DateTimeException(
                    name + " is no date: \"" + text + "\" (seconds since 1970, or like 2026-11-03T10:00:00Z)",
                    unreadable);
        }
    }
}
