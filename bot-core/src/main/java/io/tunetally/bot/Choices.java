package io.tunetally.bot;

import io.tunetally.answer.outcome.ModelsOutcome;
import io.tunetally.catalog.Provider;
import io.tunetally.wording.Wording;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The choices for an option, each with its distinguishing note: provider, price, and whether a new customer can start. */
final class Choices {
    /** Sorts by whether it can be started, then by price; hourly billing comes last. */
    private static final Comparator<ModelsOutcome.Row> BEST_FIRST = Comparator.comparing(Choices::isClosed)
            .thenComparing(
                    ModelsOutcome.Row::perMillionTokens,
                    Comparator.nullsLast(
                            Comparator.comparing(price -> price.low().usd())));

    private final List<ModelsOutcome.Row> rows;

    /** Creates the choices from the rows that {@code models} lists. */
    Choices(List<ModelsOutcome.Row> rows) {
        this.rows = List.copyOf(rows);
    }

    /** Returns the choices in the option's own order. */
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
        String of(ModelsOutcome.Row best);
    }

    /** A model that no provider trains has no price, but can still be asked about. */
    private Choice choice(String value, Predicate<ModelsOutcome.Row> isIts, Note note) {
        List<ModelsOutcome.Row> its = rows.stream().filter(isIts).toList();
        return its.stream()
                .min(BEST_FIRST)
                .map(best -> new Choice(value, note.of(best) + closedElsewhere(best, its), isClosed(best)))
                .orElse(new Choice(value, "", false));
    }

    /** Returns {@code ; closed at OpenAI} if the best row is open and belongs to another provider. */
    private static String closedElsewhere(ModelsOutcome.Row best, List<ModelsOutcome.Row> its) {
        String closed = its.stream()
                .filter(row -> isClosed(row) && !isClosed(best))
                .map(row -> row.offer().provider())
                .filter(provider -> !provider.equals(best.offer().provider()))
                .map(Provider::name)
                .distinct()
                .collect(Collectors.joining(", "));
        return closed.isEmpty() ? "" : "; closed at " + closed;
    }

    private static boolean isClosed(ModelsOutcome.Row row) {
        return !row.isOpen();
    }
}
