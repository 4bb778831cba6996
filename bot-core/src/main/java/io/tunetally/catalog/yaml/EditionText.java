package io.tunetally.catalog.yaml;

import io.tunetally.catalog.LifecycleEvent;
import io.tunetally.catalog.Rate;
import io.tunetally.catalog.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Writes the rates and events of an edition as a price file: one entry per line, always in the same order. */
public final class EditionText {
    private EditionText() {}

    public static String of(String edition, String title, List<Rate> rates, List<LifecycleEvent> events) {
        StringBuilder text = new StringBuilder("""
                # Written by `prices import`; the next import writes it again. Put corrections into an edition of your own.
                # Imported: it is looked up after all others, unless `editions` in tunetally.yaml lists it.
                schema: %s
                edition: %s
                title: %s
                imported: true
                """.formatted(BookFile.SCHEMA, quoted(edition), quoted(title)));
        Map<String, Source> sources = new TreeMap<>();
        Stream.concat(rates.stream().map(Rate::provenance), events.stream().map(LifecycleEvent::provenance))
                .forEach(provenance -> provenance.sources().forEach(source -> sources.put(source.id(), source)));
        text.append("sources:").append(sources.isEmpty() ? " {}\n" : "\n");
        sources.values().forEach(source -> text.append(source(source)));
        text.append(events.isEmpty() ? "" : "lifecycle:\n");
        events.stream()
                .map(EntryText::of)
                .sorted()
                .forEach(event -> text.append("  - {").append(event).append("}\n"));
        Map<String, List<Rate>> entries = new TreeMap<>();
        rates.forEach(rate -> entries.computeIfAbsent(EntryText.key(rate), _ -> new ArrayList<>())
                .add(rate));
        text.append("prices:").append(entries.isEmpty() ? " []\n" : "\n");
        entries.values()
                .forEach(entry ->
                        text.append("  - {").append(EntryText.of(entry)).append("}\n"));
        return text.toString();
    }

    /** Returns the line that defines a source. */
    public static String source(Source source) {
        List<String> parts = new ArrayList<>(List.of("title: " + quoted(source.title())));
        add(parts, "url", Optional.ofNullable(source.url()).map(EditionText::quoted));
        add(parts, "observed", Optional.ofNullable(source.observed()).map(LocalDate::toString));
        return "  " + quoted(source.id()) + ": {" + String.join(", ", parts) + "}\n";
    }

    static void add(List<String> parts, String key, Optional<String> value) {
        value.ifPresent(text -> parts.add(key + ": " + text));
    }

    /** Returns a text as YAML, in quotes if necessary. */
    public static String quoted(String text) {
        boolean plain = text.matches("[A-Za-z][A-Za-z0-9_-]*")
                && !Set.of("true", "false", "null", "yes", "no", "on", "off").contains(text.toLowerCase(Locale.ROOT));
        return plain
                ? text
                : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
