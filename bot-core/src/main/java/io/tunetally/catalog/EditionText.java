package io.tunetally.catalog;

import io.tunetally.units.Band;
import io.tunetally.units.Exact;
import io.tunetally.units.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes the rates of an edition as a price file: one entry a line, always in the same order. */
final class EditionText {
    private EditionText() {}

    static String of(String edition, String title, List<Rate> rates) {
        StringBuilder text = new StringBuilder("""
                # Written by `prices import`; the next import writes it again. Put corrections into an edition of your own.
                schema: %s
                edition: %s
                title: %s
                """.formatted(BookFile.SCHEMA, quoted(edition), quoted(title)));
        Map<String, Source> sources = new TreeMap<>();
        rates.forEach(rate -> rate.provenance().sources().forEach(source -> sources.put(source.id(), source)));
        text.append("sources:").append(sources.isEmpty() ? " {}\n" : "\n");
        sources.values().forEach(source -> text.append(source(source)));
        Map<String, List<Rate>> entries = new TreeMap<>();
        rates.forEach(rate -> entries.computeIfAbsent(head(rate) + "\0" + tail(rate), _ -> new ArrayList<>())
                .add(rate));
        text.append("prices:").append(entries.isEmpty() ? " []\n" : "\n");
        entries.values().forEach(entry -> text.append(entry(entry)));
        return text.toString();
    }

    private static String source(Source source) {
        List<String> parts = new ArrayList<>(List.of("title: " + quoted(source.title())));
        add(parts, "url", Optional.ofNullable(source.url()).map(EditionText::quoted));
        add(parts, "observed", Optional.ofNullable(source.observed()).map(LocalDate::toString));
        return "  " + quoted(source.id()) + ": {" + String.join(", ", parts) + "}\n";
    }

    private static String entry(List<Rate> rates) {
        Rate first = rates.getFirst();
        return "  - {" + head(first) + ", " + prices(rates) + ", " + tail(first) + "}\n";
    }

    private static String head(Rate rate) {
        List<String> parts =
                new ArrayList<>(List.of("provider: " + quoted(rate.provider().value()), subject(rate.subject())));
        add(parts, "deployment", Optional.ofNullable(rate.deployment()).map(Constants::name));
        add(
                parts,
                "variant",
                Optional.of(rate.variant())
                        .filter(text -> !text.isEmpty() && !isKeyed(rate))
                        .map(EditionText::quoted));
        Set<String> objectives =
                rate.objectives().stream().map(Constants::name).collect(Collectors.toCollection(TreeSet::new));
        add(
                parts,
                "objectives",
                Optional.of(objectives).filter(names -> !names.isEmpty()).map(Set::toString));
        return String.join(", ", parts);
    }

    private static boolean isKeyed(Rate rate) {
        return rate.figure() == Figure.GPU_HOUR || rate.figure() == Figure.PROVISIONED_UNIT_HOUR;
    }

    private static String subject(Subject subject) {
        return switch (subject) {
            case Subject.OfModel model -> "model: " + quoted(model.model().value());
            case Subject.OfAny _ -> "any: true";
            case Subject.OfSize size -> {
                List<String> bounds = new ArrayList<>();
                add(bounds, "over", Optional.ofNullable(size.overBillion()).map(Object::toString));
                add(bounds, "up_to", Optional.ofNullable(size.upToBillion()).map(Object::toString));
                yield "size: {" + String.join(", ", bounds) + "}";
            }
        };
    }

    private static String tail(Rate rate) {
        Provenance provenance = rate.provenance();
        List<String> parts = new ArrayList<>();
        List<String> days = new ArrayList<>();
        add(days, "from", Optional.ofNullable(rate.effective().from()).map(LocalDate::toString));
        add(days, "until", Optional.ofNullable(rate.effective().until()).map(LocalDate::toString));
        add(
                parts,
                "effective",
                Optional.of(String.join(", ", days))
                        .filter(text -> !text.isEmpty())
                        .map(EditionText::braced));
        add(parts, "observed", Optional.ofNullable(provenance.observed()).map(LocalDate::toString));
        add(
                parts,
                "sources",
                Optional.of(provenance.sources().stream()
                        .map(source -> quoted(source.id()))
                        .toList()
                        .toString()));
        add(parts, "confidence", Optional.of(Constants.name(provenance.confidence())));
        add(parts, "inferred", Optional.ofNullable(provenance.inferred()).map(EditionText::quoted));
        return String.join(", ", parts);
    }

    /** The figures under their keys: {@code tuned: {input: 3.75, output: 15}}. */
    private static String prices(List<Rate> rates) {
        Map<String, Set<String>> groups = new LinkedHashMap<>();
        rates.stream()
                .sorted((one, other) -> one.figure().compareTo(other.figure()))
                .forEach(rate -> {
                    PriceKey key = PriceKey.of(rate);
                    groups.computeIfAbsent(key.group(), _ -> new LinkedHashSet<>())
                            .add((key.name().isEmpty() ? "" : key.name() + ": ")
                                    + amount(rate.price().price()));
                });
        return groups.entrySet().stream()
                .map(group -> group.getKey() + ": "
                        + (PriceKey.isNested(group.getKey())
                                ? braced(String.join(", ", group.getValue()))
                                : String.join(", ", group.getValue())))
                .collect(Collectors.joining(", "));
    }

    private static String amount(Band price) {
        return price.isExact()
                ? plain(price.low())
                : "{low: " + plain(price.low()) + ", high: " + plain(price.high()) + "}";
    }

    private static String plain(Money price) {
        return Exact.normal(price.usd()).toPlainString();
    }

    private static String braced(String inside) {
        return "{" + inside + "}";
    }

    private static void add(List<String> parts, String key, Optional<String> value) {
        value.ifPresent(text -> parts.add(key + ": " + text));
    }

    /** A text that YAML reads as it is written, in quotes where it must be. */
    private static String quoted(String text) {
        boolean plain = text.matches("[A-Za-z][A-Za-z0-9_-]*")
                && !Set.of("true", "false", "null", "yes", "no", "on", "off").contains(text.toLowerCase(Locale.ROOT));
        return plain ? text : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
