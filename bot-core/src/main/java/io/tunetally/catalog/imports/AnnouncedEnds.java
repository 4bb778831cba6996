package io.tunetally.catalog.imports;

import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.LifecycleEvent;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.ProviderId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The ends in a list of models, one per model and kind: if its snapshots end on different days, the price books decide
 * which day is right.
 */
final class AnnouncedEnds {
    private final Catalog catalog;
    private final ProviderId provider;
    private final String edition;
    private final List<AnnouncedEnd> agreed = new ArrayList<>();
    private final List<Refusal> refused = new ArrayList<>();

    AnnouncedEnds(Catalog catalog, ProviderId provider, String edition, List<AnnouncedEnd> ends) {
        this.catalog = catalog;
        this.provider = provider;
        this.edition = edition;
        Map<List<Object>, List<AnnouncedEnd>> byModel = ends.stream()
                .collect(Collectors.groupingBy(
                        end -> List.of(end.model(), end.kind()), LinkedHashMap::new, Collectors.toList()));
        byModel.values().forEach(this::settle);
    }

    private void settle(List<AnnouncedEnd> snapshots) {
        AnnouncedEnd first = snapshots.getFirst();
        if (snapshots.stream().allMatch(end -> Objects.equals(end.date(), first.date()))) {
            agreed.add(first);
            return;
        }
        Optional<LifecycleEvent> known = known(first.model(), first.kind()).findFirst();
        Optional<AnnouncedEnd> right = known.flatMap(event -> snapshots.stream()
                .filter(end -> Objects.equals(end.date(), event.date()))
                .findFirst());
        right.ifPresent(agreed::add);
        for (AnnouncedEnd end : snapshots) {
            AnnouncedEnd other = right.orElseGet(() -> anotherThan(end, snapshots));
            if (!Objects.equals(end.date(), other.date())) {
                String settled = right.flatMap(_ -> known)
                        .map(event -> ", as the edition " + event.provenance().edition() + " does")
                        .orElse(", and no edition says which is right");
                refused.add(new Refusal(
                        end.row(), end.inWords() + " but " + other.row() + " has " + other.inWords() + settled));
            }
        }
    }

    private static AnnouncedEnd anotherThan(AnnouncedEnd end, List<AnnouncedEnd> snapshots) {
        return snapshots.stream()
                .filter(rival -> !Objects.equals(rival.date(), end.date()))
                .findFirst()
                .orElse(end);
    }

    /** Returns the events of a model in the price books, those of this edition first. */
    private Stream<LifecycleEvent> known(ModelId model, LifecycleEvent.Kind kind) {
        return Stream.concat(own(), others()).filter(event -> event.kind() == kind && event.concerns(provider, model));
    }

    private Stream<LifecycleEvent> own() {
        return catalog.lifecycle().stream()
                .filter(event -> event.provenance().edition().equals(edition));
    }

    private Stream<LifecycleEvent> others() {
        return catalog.lifecycle().stream()
                .filter(event -> !event.provenance().edition().equals(edition));
    }

    Stream<AnnouncedEnd> dated() {
        return agreed.stream().filter(end -> end.date() != null);
    }

    List<Refusal> refused() {
        return List.copyOf(refused);
    }

    /** Returns the events that this edition keeps: the list has their models no longer, or not clearly. */
    Stream<LifecycleEvent> held() {
        return own().filter(event ->
                agreed.stream().noneMatch(end -> end.kind() == event.kind() && event.concerns(provider, end.model())));
    }

    /** Returns the dates that differ from those of the price books, each as a sentence. */
    List<String> differences() {
        return agreed.stream()
                .flatMap(end -> known(end.model(), end.kind())
                        .filter(event -> !Objects.equals(event.date(), end.date()))
                        .map(event -> difference(end, event)))
                .toList();
    }

    private static String difference(AnnouncedEnd end, LifecycleEvent event) {
        LocalDate date = event.date();
        return end.model() + ": " + end.inWords() + "; " + event.provenance().edition() + " has "
                + (date == null ? "no date" : date);
    }
}
