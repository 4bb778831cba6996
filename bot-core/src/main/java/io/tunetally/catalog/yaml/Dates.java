package io.tunetally.catalog.yaml;

import io.tunetally.catalog.Validity;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** The dates of a fact. */
final class Dates {
    private Dates() {}

    /** Returns a date, or null and adds a fault if it is invalid. */
    static @Nullable LocalDate read(YamlNode node, Faults faults) {
        try {
            return node instanceof YamlNode.Scalar scalar ? LocalDate.parse(scalar.text()) : refuse(node, faults);
        } catch (DateTimeParseException _) {
            return refuse(node, faults);
        }
    }

    private static @Nullable LocalDate refuse(YamlNode node, Faults faults) {
        faults.add(node.place(), "is not a date; write it as 2026-11-25");
        return null;
    }

    /** Reads the day of an observation, which cannot be in the future. */
    static @Nullable LocalDate observed(Fields fields, Faults faults, LocalDate today) {
        return past(fields, "observed", faults, today);
    }

    /** Reads a day that cannot be in the future, or null if it is absent. */
    static @Nullable LocalDate past(Fields fields, String key, Faults faults, LocalDate today) {
        LocalDate day = fields.date(key);
        if (day != null && day.isAfter(today)) {
            faults.add(fields.place(key), day + " is after today, " + today + "; correct the date");
        }
        return day;
    }

    static Validity effective(Fields entry) {
        Fields range = entry.mapping("effective");
        if (range == null) {
            return Validity.ALWAYS;
        }
        LocalDate from = range.date("from");
        LocalDate until = range.date("until");
        range.end();
        if (from != null && until != null && !from.isBefore(until)) {
            range.fault("until", "is not after from; until is the first day on which the price is no longer valid");
            return Validity.ALWAYS;
        }
        return new Validity(from, until);
    }
}
