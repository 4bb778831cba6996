package io.tunetally.catalog.yaml;

import static io.tunetally.catalog.yaml.EditionText.add;
import static io.tunetally.catalog.yaml.EditionText.quoted;

import io.tunetally.catalog.LifecycleEvent;
import io.tunetally.catalog.Method;
import io.tunetally.catalog.PriceKey;
import io.tunetally.catalog.PriceScope;
import io.tunetally.catalog.Provenance;
import io.tunetally.catalog.Rate;
import io.tunetally.units.Band;
import io.tunetally.units.Exact;
import io.tunetally.units.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes rates with the same circumstances as one price entry, and lifecycle events. */
final class EntryText {
    private EntryText() {}

    /** Returns the circumstances shared by the rates of one entry. */
    static String key(Rate rate) {
        return head(rate) + "\0" + tail(rate);
    }

    /** Returns the entry of rates with the same key, without its braces. */
    static String of(List<Rate> rates) {
        Rate first = rates.getFirst();
        return head(first) + ", " + prices(rates) + ", " + tail(first);
    }

    /** Returns the entry of an event, without its braces. */
    static String of(LifecycleEvent event) {
        List<String> parts =
                new ArrayList<>(List.of("provider: " + quoted(event.provider().value())));
        List<String> models = event.models().stream()
                .map(model -> quoted(model.value()))
                .sorted()
                .toList();
        add(parts, "models", Optional.of(models).filter(ids -> !ids.isEmpty()).map(List::toString));
        parts.add("kind: " + Constants.name(event.kind()));
        parts.add("date: " + event.date());
        parts.add("text: " + quoted(event.text()));
        addProvenance(parts, event.provenance());
        return String.join(", ", parts);
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
        return PriceKey.of(rate.figure()).shape() == PriceKey.Shape.BY_VARIANT;
    }

    private static String subject(PriceScope priceScope) {
        return switch (priceScope) {
            case PriceScope.OfModel model -> "model: " + quoted(model.model().value());
            case PriceScope.OfAny _ -> "any: true";
            case PriceScope.OfSize size -> {
                List<String> bounds = new ArrayList<>();
                add(bounds, "over", Optional.ofNullable(size.overBillion()).map(Object::toString));
                add(bounds, "up_to", Optional.ofNullable(size.upToBillion()).map(Object::toString));
                yield "size: {" + String.join(", ", bounds) + "}";
            }
        };
    }

    private static String tail(Rate rate) {
        List<String> parts = new ArrayList<>();
        List<String> days = new ArrayList<>();
        add(days, "from", Optional.ofNullable(rate.effective().from()).map(LocalDate::toString));
        add(days, "until", Optional.ofNullable(rate.effective().until()).map(LocalDate::toString));
        add(
                parts,
                "effective",
                Optional.of(String.join(", ", days))
                        .filter(text -> !text.isEmpty())
                        .map(EntryText::braced));
        addProvenance(parts, rate.provenance());
        return String.join(", ", parts);
    }

    private static void addProvenance(List<String> parts, Provenance provenance) {
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
    }

    /** Returns the figures under their keys: {@code tuned: {input: 3.75, output: 15}}. */
    private static String prices(List<Rate> rates) {
        Map<String, List<Rate>> groups = rates.stream()
                .sorted(Comparator.comparing(Rate::figure).thenComparing(EntryText::priceKey))
                .collect(Collectors.groupingBy(
                        rate -> PriceKey.of(rate.figure()).group(), LinkedHashMap::new, Collectors.toList()));
        return groups.entrySet().stream()
                .map(group -> group.getKey() + ": " + group(group.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String group(List<Rate> rates) {
        String prices = rates.stream()
                .map(rate -> priceKey(rate) + amount(rate.price().price()))
                .collect(Collectors.joining(", "));
        return PriceKey.of(rates.getFirst().figure()).shape() == PriceKey.Shape.SINGLE ? prices : braced(prices);
    }

    private static String priceKey(Rate rate) {
        PriceKey key = PriceKey.of(rate.figure());
        return switch (key.shape()) {
            case SINGLE -> "";
            case NAMED -> key.name() + ": ";
            case BY_METHOD -> rate.methods().contains(Method.LORA) ? "lora: " : "full: ";
            case BY_VARIANT -> quoted(rate.variant().isEmpty() ? PriceKey.PLAIN : rate.variant()) + ": ";
        };
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
}
