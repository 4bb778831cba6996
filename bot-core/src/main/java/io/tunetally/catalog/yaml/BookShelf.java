package io.tunetally.catalog.yaml;

import io.tunetally.catalog.Availability;
import io.tunetally.catalog.BillingRule;
import io.tunetally.catalog.LifecycleEvent;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.PriceBook;
import io.tunetally.catalog.ProviderId;
import io.tunetally.catalog.Rate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Collects the content of files by edition. */
final class BookShelf {
    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    private final List<Event> events = new ArrayList<>();
    private final List<Located<Availability>> offers = new ArrayList<>();
    private final FactReader facts;
    private final PriceReader prices;
    private final Faults faults;

    BookShelf(EntryReader entries, Faults faults) {
        this.facts = new FactReader(entries);
        this.prices = new PriceReader(entries);
        this.faults = faults;
    }

    void read(BookFile file) {
        Draft draft = drafts.computeIfAbsent(file.edition(), _ -> new Draft(file.title()));
        draft.imported &= file.imported();
        for (Fields entry : file.root().list("lifecycle")) {
            LifecycleEvent event = facts.event(entry, file.edition());
            if (event != null) {
                events.add(new Event(event, file));
            }
        }
        for (Fields entry : file.root().list("offers")) {
            add(offers, facts.availability(entry, file.edition()), entry, file);
        }
        for (Fields entry : file.root().list("rules")) {
            add(draft.rules, facts.rule(entry, file.edition()), entry, file);
        }
        for (Fields entry : file.root().list("prices")) {
            draft.rates.addAll(prices.rates(entry, file));
        }
        file.root().end();
    }

    private static <T> void add(List<Located<T>> list, @Nullable T value, Fields entry, BookFile file) {
        if (value != null) {
            list.add(new Located<>(value, entry.place(), file.overlaid()));
        }
    }

    /**
     * Returns the editions in this order. The rates of each are sorted by provider, as the files define them: of two that
     * ask the same price, the one defined first leads.
     */
    List<PriceBook> books(Collection<String> editions, List<ProviderId> providers) {
        List<PriceBook> books = new ArrayList<>();
        for (String edition : editions) {
            Draft draft = drafts.get(edition);
            if (draft != null) {
                List<Rate> rates = new ArrayList<>(new RateMerge(faults).merge(draft.rates));
                rates.sort(Comparator.comparingInt(rate -> providers.indexOf(rate.provider())));
                books.add(new PriceBook(edition, draft.title, draft.imported, rates, effective(draft.rules)));
            }
        }
        return books;
    }

    /**
     * Returns the events that apply. An overlay's event replaces the built-in ones of the same provider and kind for its
     * models, whatever their dates. An import counts as an overlay if {@code listed} has its edition; otherwise it only
     * adds the events that no other file has.
     */
    List<LifecycleEvent> lifecycle(Collection<String> listed) {
        List<LifecycleEvent> overlaid = events.stream()
                .filter(event -> event.replaces(listed))
                .map(Event::value)
                .toList();
        List<LifecycleEvent> applying = events.stream()
                .filter(event -> !event.onlyAdds(listed))
                .flatMap(event ->
                        event.replaces(listed) ? Stream.of(event.value()) : without(overlaid, event.value()).stream())
                .collect(Collectors.toCollection(ArrayList::new));
        events.stream()
                .filter(event -> event.onlyAdds(listed))
                .map(Event::value)
                .filter(event -> applying.stream().noneMatch(other -> covers(other, event)))
                .forEach(applying::add);
        return List.copyOf(applying);
    }

    /** An overlay's offers replace all built-in ones of the same provider and model. */
    List<Availability> availability() {
        checkRepeatedOffers();
        Map<ProviderId, Set<ModelId>> replaced = offers.stream()
                .filter(Located::overlaid)
                .map(Located::value)
                .collect(Collectors.groupingBy(
                        Availability::provider,
                        Collectors.flatMapping(offer -> offer.models().stream(), Collectors.toSet())));
        return offers.stream()
                .map(offer -> offer.overlaid()
                        ? offer.value()
                        : without(replaced.getOrDefault(offer.value().provider(), Set.of()), offer.value()))
                .filter(offer -> !offer.models().isEmpty())
                .toList();
    }

    private static Availability without(Set<ModelId> replaced, Availability offer) {
        Set<ModelId> rest = new LinkedHashSet<>(offer.models());
        rest.removeAll(replaced);
        return offer.of(rest);
    }

    private void checkRepeatedOffers() {
        for (int i = 0; i < offers.size(); i++) {
            Located<Availability> offer = offers.get(i);
            offers.subList(0, i).stream()
                    .filter(earlier -> earlier.overlaid() == offer.overlaid()
                            && earlier.value().repeats(offer.value()))
                    .findFirst()
                    .ifPresent(earlier ->
                            faults.add(offer.place(), "offers what " + earlier.place() + " offers; keep one of them"));
        }
    }

    /** Returns a built-in event for the models that no overlay has; empty if none are left. */
    private static Optional<LifecycleEvent> without(List<LifecycleEvent> overlaid, LifecycleEvent builtIn) {
        List<LifecycleEvent> same = overlaid.stream()
                .filter(event -> event.provider().equals(builtIn.provider()) && event.kind() == builtIn.kind())
                .toList();
        if (builtIn.models().isEmpty()) {
            boolean replaced = same.stream().anyMatch(event -> event.models().isEmpty());
            return replaced ? Optional.empty() : Optional.of(builtIn);
        }
        Set<ModelId> left = builtIn.models().stream()
                .filter(model -> same.stream().noneMatch(event -> event.models().contains(model)))
                .collect(Collectors.toSet());
        return left.isEmpty() ? Optional.empty() : Optional.of(builtIn.about(left));
    }

    private static boolean covers(LifecycleEvent other, LifecycleEvent event) {
        return other.kind() == event.kind()
                && other.provider().equals(event.provider())
                && (other.models().isEmpty()
                        || (!event.models().isEmpty() && other.models().containsAll(event.models())));
    }

    private List<BillingRule> effective(List<Located<BillingRule>> rules) {
        Map<List<?>, Located<BillingRule>> byKey = new LinkedHashMap<>();
        for (Located<BillingRule> next : rules) {
            BillingRule rule = next.value();
            Located<BillingRule> earlier = byKey.put(List.of(rule.name(), rule.providers()), next);
            if (earlier != null && earlier.overlaid() == next.overlaid()) {
                faults.add(next.place(), "repeats " + earlier.place() + "; keep one of them");
            }
        }
        return byKey.values().stream().map(Located::value).toList();
    }

    private record Event(LifecycleEvent value, BookFile file) {
        boolean onlyAdds(Collection<String> listed) {
            return file.imported() && !listed.contains(file.edition());
        }

        boolean replaces(Collection<String> listed) {
            return file.overlaid() && !onlyAdds(listed);
        }
    }

    private static final class Draft {
        private final String title;
        private boolean imported = true;
        private final List<Located<BillingRule>> rules = new ArrayList<>();
        private final List<Located<Rate>> rates = new ArrayList<>();

        private Draft(String title) {
            this.title = title;
        }
    }
}
