package io.tunetally.console.prices.upkeep;

import io.tunetally.catalog.Source;
import io.tunetally.catalog.yaml.BookFile;
import io.tunetally.catalog.yaml.EditionText;
import io.tunetally.catalog.yaml.NamedYaml;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A price entry from the command line as the text of a price file. Values are passed on as typed, so that the loader
 * finds the faults that it would find in the file.
 *
 * @param head the keys of the subject, the provider and the circumstances, with their values in YAML
 * @param figures prices as typed, e.g. {@code training.full=25.00}
 * @param source the source of the figures
 * @param defined whether a price file defines the source already
 * @param from the first day on which the prices are valid, if they are not yet
 */
record EntryDraft(
        Map<String, String> head,
        List<String> figures,
        Source source,
        boolean defined,
        LocalDate observed,
        @Nullable LocalDate from,
        String confidence) {
    /** The name in faults. */
    private static final String NAME = "proposal";

    private static final Pattern FIGURE = Pattern.compile("([a-z_]+)(?:\\.([a-z0-9_-]+))?=(.+)");
    private static final Pattern RANGE = Pattern.compile("([^-]+)-([^-]+)");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._+-]+");

    EntryDraft {
        head = new LinkedHashMap<>(head);
        figures = List.copyOf(figures);
    }

    static boolean isFigure(String typed) {
        return FIGURE.matcher(typed).matches();
    }

    EntryDraft with(String key, String yaml) {
        Map<String, String> more = new LinkedHashMap<>(head);
        more.put(key, yaml);
        return new EntryDraft(more, figures, source, defined, observed, from, confidence);
    }

    /** Returns a complete price file of an edition. */
    NamedYaml file(String edition) {
        return new NamedYaml(
                NAME, "schema: " + BookFile.SCHEMA + "\nedition: " + EditionText.quoted(edition) + "\n" + yaml());
    }

    /** Returns the lines to paste. */
    String yaml() {
        return (defined ? "" : "sources:\n" + EditionText.source(source)) + "prices:\n  - {" + entry() + "}\n";
    }

    private String entry() {
        List<String> parts = new ArrayList<>();
        head.forEach((key, value) -> parts.add(key + ": " + value));
        parts.addAll(prices());
        if (from != null) {
            parts.add("effective: {from: " + from + "}");
        }
        if (!observed.equals(source.observed())) {
            parts.add("observed: " + observed);
        }
        parts.add("sources: [" + EditionText.quoted(source.id()) + "]");
        parts.add("confidence: " + scalar(confidence));
        return String.join(", ", parts);
    }

    /** Returns the prices in the order typed; those of one group are together. A repetition stays one, for the loader to refuse. */
    private List<String> prices() {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        List<String> parts = new ArrayList<>();
        for (String typed : figures) {
            Matcher figure = FIGURE.matcher(typed);
            if (!figure.matches()) {
                throw new IllegalArgumentException("'" + typed + "' is not a figure");
            }
            String group = figure.group(1);
            String name = figure.group(2);
            String price = price(figure.group(3));
            if (name == null) {
                parts.add(group + ": " + price);
            } else {
                groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(name + ": " + price);
            }
        }
        groups.forEach((group, prices) -> parts.add(group + ": {" + String.join(", ", prices) + "}"));
        return parts;
    }

    private static String price(String typed) {
        Matcher range = RANGE.matcher(typed);
        return range.matches()
                ? "{low: " + scalar(range.group(1)) + ", high: " + scalar(range.group(2)) + "}"
                : scalar(typed);
    }

    /** Returns a text as one value, in quotes if YAML would read more into it. */
    static String scalar(String typed) {
        return PLAIN.matcher(typed).matches() ? typed : EditionText.quoted(typed);
    }
}
