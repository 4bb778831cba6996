package io.tunetally.catalog.yaml;

import io.tunetally.catalog.BillingRule;
import io.tunetally.catalog.LifecycleEvent;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.PriceBook;
import io.tunetally.catalog.Rate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Collects the content of files by edition. */
final class BookShelf {
    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    private final List<Event> events = new ArrayList<>();
    private final RuleReader rules;
    private final PriceReader prices;
    private final Faults faults;

    BookShelf(EntryReader entries, Faults faults) {
        this.rules = new RuleReader(entries);
        this.prices = new PriceReader(entries);
        this.faults = faults;
    }

    void read(BookFile file) {
        Draft draft = drafts.computeIfAbsent(file.edition(), _ -> new Draft(file.title()));
        draft.imported &= file.imported();
        for (Fields entry : file.root().list("lifecycle")) {
            LifecycleEvent event = rules.event(entry, file.edition());
            if (event != null) {
                events.add(new Event(event, file));
            }
        }
        for (Fields entry : file.root().list("rules")) {
            BillingRule rule = rules.rule(entry, file.edition());
            if (rule != null) {
                draft.rules.add(new Located<>(rule, entry.place(), file.overlaid()));
            }
        }
        for (Fields entry : file.root().list("prices")) {
            draft.rates.addAll(prices.rates(entry, file));
        }
        file.root().end();
    }

    List<PriceBook> books(Collection<String> editions) {
        List<PriceBook> books = new ArrayList<>();
        for (String edition : editions) {
            Draft draft = drafts.get(edition);
            if (draft != null) {
                List<Rate> rates = new RateMerge(faults).merge(draft.rates);
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
