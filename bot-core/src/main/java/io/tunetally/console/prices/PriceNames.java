package io.tunetally.console.prices;

import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.Meter;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.PriceBook;
import io.tunetally.catalog.Provider;
import io.tunetally.catalog.ProviderId;
import io.tunetally.catalog.Spelling;
import io.tunetally.text.EditDistance;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** The meanings of words in a {@code prices} command; an unknown word is rejected with suggestions. */
public record PriceNames(Catalog catalog, CommandLine command) {
    private static final int SUGGESTIONS = 3;

    /** A known item and one of its spellings. */
    private record Known(String spelling, String name) {}

    public ModelId model(String word) {
        return catalog.modelNamed(word).map(Model::id).orElseThrow(() -> unknown("model", word, models()));
    }

    public ProviderId provider(String word) {
        return catalog.providerNamed(word).map(Provider::id).orElseThrow(() -> unknown("provider", word, providers()));
    }

    public String edition(String word) {
        List<String> editions = catalog.books().stream().map(PriceBook::edition).toList();
        return editions.stream()
                .filter(edition -> edition.equals(word))
                .findFirst()
                .orElseThrow(() -> unknown("price book", word, asTheyAre(editions)));
    }

    Meter figure(String word) {
        String folded = Spelling.fold(word);
        return Arrays.stream(Meter.values())
                .filter(figure -> Spelling.fold(PriceWords.figure(figure)).equals(folded))
                .findFirst()
                .orElseThrow(() -> unknown(
                        "figure",
                        word,
                        asTheyAre(Arrays.stream(Meter.values())
                                .map(PriceWords::figure)
                                .toList())));
    }

    private List<Known> models() {
        return catalog.models().stream()
                .flatMap(model -> model.spellings().stream()
                        .map(spelling -> new Known(spelling, model.id().value())))
                .toList();
    }

    private List<Known> providers() {
        return catalog.providers().stream()
                .flatMap(provider -> provider.spellings().stream()
                        .map(spelling -> new Known(spelling, provider.id().value())))
                .toList();
    }

    private static List<Known> asTheyAre(List<String> names) {
        return names.stream().map(name -> new Known(name, name)).toList();
    }

    private CommandLine.ParameterException unknown(String what, String word, List<Known> known) {
        List<String> near = near(word, known);
        String meant = near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
        String all = known.stream().map(Known::name).distinct().sorted().collect(Collectors.joining(", "));
        return new CommandLine.ParameterException(
                command, "no " + what + " '" + word + "'" + meant + "\nKnown: " + all);
    }

    /** Returns similarly spelt names, nearest first, then names that contain the word. */
    private static List<String> near(String word, List<Known> known) {
        String folded = Spelling.fold(word);
        int limit = Math.max(1, folded.length() / 4);
        Stream<String> misspelt = known.stream()
                .filter(one -> distance(folded, one, limit) <= limit)
                .sorted(Comparator.comparingInt(one -> distance(folded, one, limit)))
                .map(Known::name);
        Stream<String> holding = known.stream()
                .filter(one ->
                        folded.length() > 2 && Spelling.fold(one.spelling()).contains(folded))
                .map(Known::name);
        return Stream.concat(misspelt, holding).distinct().limit(SUGGESTIONS).toList();
    }

    private static int distance(String folded, Known known, int limit) {
        return EditDistance.between(folded, Spelling.fold(known.spelling()), limit);
    }

    /** Returns the meaning of an optional word. */
    public static <T> @Nullable T ifGiven(@Nullable String word, Function<String, T> meaning) {
        return Optional.ofNullable(word).map(meaning).orElse(null);
    }
}
