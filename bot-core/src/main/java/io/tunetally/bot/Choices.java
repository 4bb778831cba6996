package io.tunetally.bot;

import io.tunetally.answer.ModelsOutcome.Availability;
import io.tunetally.catalog.Provider;
import io.tunetally.wording.Wording;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The values of an option that can be chosen, with what tells them apart: provider, price, and whether a new customer can start. */
final class Choices {
    /** What can be started, then the cheapest; what is billed by the hour last. */
    private static final Comparator<Availability> BEST_FIRST = Comparator.comparing(Choices::isClosed)
            .thenComparing(
                    Availability::perMillionTokens,
                    Comparator.nullsLast(
                            Comparator.comparing(price -> price.low().usd())));

    private final List<Availability> rows;

    /** Over what {@code models} lists. */
    Choices(List<Availability> rows) {
        this.rows = List.copyOf(rows);
    }

    /** In the order in which the option knows them. */
    List<Choice> of(CommandSpec.Option option) {
        if (!option.choices().isEmpty()) {
            return option.choices().stream()
                    .map(choice -> new Choice(choice, "", false))
                    .toList();
        }
        return switch (option.name()) {
            case "model" ->
                option.known().stream()
                        .map(id -> choice(id, row -> row.model().id().value().equals(id), Wording::offer))
                        .toList();
            case "provider" ->
                option.known().stream()
                        .map(id -> choice(
                                id, row -> row.offer().provider().id().value().equals(id), Wording::cheapestOffer))
                        .toList();
            default ->
                option.known().stream().map(id -> new Choice(id, "", false)).toList();
        };
    }

    private interface Note {
        String of(Availability best);
    }

    /** What nobody trains has no price to name; it can be asked about all the same. */
    private Choice choice(String value, Predicate<Availability> isIts, Note note) {
        List<Availability> its = rows.stream().filter(isIts).toList();
        return its.stream()
                .min(BEST_FIRST)
                .map(best -> new Choice(value, note.of(best) + closedElsewhere(best, its), isClosed(best)))
                .orElse(new Choice(value, "", false));
    }

    /** {@code ; closed at OpenAI}, where the best of them is another provider's, and open. */
    private static String closedElsewhere(Availability best, List<Availability> its) {
        String closed = its.stream()
                .filter(row -> isClosed(row) && !isClosed(best))
                .map(row -> row.offer().provider())
                .filter(provider -> !provider.equals(best.offer().provider()))
                .map(Provider::name)
                .distinct()
                .collect(Collectors.joining(", "));
        return closed.isEmpty() ? "" : "; closed at " + closed;
    }

    private static boolean isClosed(Availability row) {
        return row.closedBy() != null;
    }
}
