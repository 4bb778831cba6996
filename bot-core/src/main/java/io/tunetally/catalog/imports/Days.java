package io.tunetally.catalog.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Reads the days of imported lists; a day outside of {@link #FIRST} to {@link #LAST} is a wrong unit or a typing error. */
final class Days {
    static final LocalDate FIRST = LocalDate.of(2015, 1, 1);
    static final LocalDate LAST = LocalDate.of(2100, 1, 1);

    private static final int ISO_LENGTH = 10;

    private Days() {}

    /** Returns the day of a text such as {@code 2027-01-14}; empty if it is another value. */
    static Optional<LocalDate> iso(JsonNode value) {
        return day(value.asText());
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(Days::isPlausible);
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    /** Returns the day at the beginning of a time such as {@code 2026-07-24T06:00:00Z}. */
    static Optional<LocalDate> leading(JsonNode value) {
        String text = value.asText();
        return day(text.substring(0, Math.min(text.length(), ISO_LENGTH)));
    }

    /** Returns the day of seconds since 1970, in UTC; empty if it is another value, such as milliseconds. */
    static Optional<LocalDate> epochSeconds(JsonNode value) {
        return value.isIntegralNumber()
                        && value.canConvertToLong()
                        && Math.abs(value.longValue()) <= Instant.MAX.getEpochSecond()
                ? Optional.of(LocalDate.ofInstant(Instant.ofEpochSecond(value.longValue()), ZoneOffset.UTC))
                        .filter(Days::isPlausible)
                : Optional.empty();
    }

    private static boolean isPlausible(LocalDate day) {
        return !day.isBefore(FIRST) && !day.isAfter(LAST);
    }
}
