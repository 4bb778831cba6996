package io.tunetally.wording.part;

import io.tunetally.catalog.LifecycleEvent;
import io.tunetally.catalog.Provider;
import io.tunetally.engine.Offer;
import io.tunetally.engine.Offers;
import io.tunetally.engine.Quote;
import io.tunetally.engine.Warning;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Predicate;

/** The warnings of several quotes: each warning once, with its subjects. Ends of life come first. */
final class GatheredWarnings {
    private final WarningWording wording;
    private final boolean oneModel;
    private final List<Offer> startable;

    private final Map<String, Map<LifecycleEvent, Set<String>>> ends = new LinkedHashMap<>();
    private final Set<String> sentences = new LinkedHashSet<>();
    private final Map<String, Set<String>> disagreements = new LinkedHashMap<>();
    private final Map<Provider, Set<String>> unlisted = new LinkedHashMap<>();
    private final Map<Warning.NotServed, Set<String>> notServed = new LinkedHashMap<>();
    private final Map<String, Set<String>> unpriced = new LinkedHashMap<>();
    private final Map<String, Set<String>> bySize = new LinkedHashMap<>();
    private final Map<String, Long> oldestDays = new LinkedHashMap<>();

    private GatheredWarnings(LocalDate asOf, List<Quote> quotes) {
        this.wording = new WarningWording(asOf);
        this.oneModel =
                quotes.stream().map(quote -> quote.offer().model()).distinct().count() == 1;
        this.startable =
                quotes.stream().filter(Quote::startable).map(Quote::offer).toList();
    }

    static List<String> of(List<Quote> quotes, LocalDate asOf, Predicate<Warning> told) {
        GatheredWarnings gathered = new GatheredWarnings(asOf, quotes);
        for (Quote quote : quotes) {
            for (Warning warning : quote.warnings()) {
                if (told.test(warning)) {
                    gathered.add(warning, quote.offer());
                }
            }
        }
        return gathered.texts();
    }

    private void add(Warning warning, Offer offer) {
        switch (warning) {
            case Warning.Lifecycle lifecycle -> addEnd(lifecycle.event(), offer);
            case Warning.Minimum minimum -> sentences.add(WarningWording.minimum(minimum, offer));
            case Warning.Disagreement other ->
                put(
                        disagreements,
                        "The " + other.their().provenance().edition() + " prices say # ("
                                + WarningWording.source(other.their().provenance()) + ").",
                        Numbers.money(other.theirs()) + ", not " + Numbers.money(other.ours()) + ", for "
                                + name(offer));
            case Warning.Unlisted unlisted ->
                put(this.unlisted, unlisted.provider(), offer.model().name() + methodUnlessAll(offer));
            case Warning.NotServed served ->
                put(notServed, served, offer.model().name());
            case Warning.Unpriced none -> put(unpriced, WarningWording.parts(none), name(offer));
            case Warning.ByTier tier ->
                put(
                        bySize,
                        offer.provider().name() + ", " + WarningWording.size(tier),
                        offer.model().name());
            case Warning.Stale old -> oldestDays.merge(offer.provider().name(), old.ageDays(), Math::max);
            case Warning.MethodNotOffered _,
                    Warning.ProviderNotOffered _,
                    Warning.DeploymentNotOffered _,
                    Warning.VariantNotOffered _,
                    Warning.NoBatch _,
                    Warning.Capacity _,
                    Warning.Rollouts _,
                    Warning.NoRollouts _,
                    Warning.Pauses _ -> sentences.add(wording.text(warning, offer));
        }
    }

    /** {@code  (full)}, where its provider takes the model by another method: the list names each of them. */
    private String methodUnlessAll(Offer offer) {
        boolean other = startable.stream()
                .anyMatch(open -> open.model().equals(offer.model())
                        && open.provider().equals(offer.provider())
                        && open.method() != offer.method());
        return other ? " (" + Labels.method(offer.method()) + ")" : "";
    }

    private void addEnd(LifecycleEvent event, Offer offer) {
        String provider = offer.provider().name();
        ends.computeIfAbsent(provider, _ -> new LinkedHashMap<>())
                .computeIfAbsent(event, _ -> new LinkedHashSet<>())
                .add(offer.model().name());
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        ends.forEach((provider, events) -> texts.add(ends(provider, events)));
        texts.addAll(sentences);
        disagreements.forEach((sentence, all) -> texts.add(sentence.replace("#", String.join("; ", all))));
        unlisted.forEach((provider, models) -> texts.add(WarningWording.unlisted(models, provider)));
        notServed.forEach((served, models) -> texts.add(WarningWording.notServed(models, served)));
        unpriced.forEach((parts, offers) -> texts.add(
                "No price is known for " + parts + " of " + String.join(", ", offers) + "; the figures leave it out."));
        if (!bySize.isEmpty()) {
            texts.add(joined("Priced by size, without a price of their own: ", bySize));
        }
        if (!oldestDays.isEmpty()) {
            StringJoiner providers =
                    new StringJoiner(", ", "Prices last seen long ago, check before you commit: ", ".");
            oldestDays.forEach((provider, days) -> providers.add(provider + " (" + days + " days)"));
            texts.add(providers.toString());
        }
        return texts;
    }

    /** Models are named only if an end concerns some of a provider's models, not all. */
    private String ends(String provider, Map<LifecycleEvent, Set<String>> events) {
        StringJoiner joined = new StringJoiner("; ", provider + ": ", ".");
        events.keySet().stream()
                .sorted(Offers.EARLIEST_END_FIRST)
                .forEach(event -> joined.add(wording.dated(event)
                        + (oneModel || event.models().isEmpty() ? "" : " - " + String.join(", ", events.get(event)))));
        return joined.toString();
    }

    private static String joined(String before, Map<String, Set<String>> namesByReason) {
        StringJoiner joined = new StringJoiner("; ", before, ".");
        namesByReason.forEach((reason, names) -> joined.add(String.join(", ", names) + " (" + reason + ")"));
        return joined.toString();
    }

    private String name(Offer offer) {
        String how = Labels.method(offer.method()) + " on " + offer.provider().name();
        return oneModel ? how : offer.model().name() + " (" + how + ")";
    }

    private static <K> void put(Map<K, Set<String>> map, K key, String value) {
        map.computeIfAbsent(key, _ -> new LinkedHashSet<>()).add(value);
    }
}
