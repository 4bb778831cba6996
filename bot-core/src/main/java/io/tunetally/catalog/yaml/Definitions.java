package io.tunetally.catalog.yaml;

import io.tunetally.catalog.FilePosition;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.Provider;
import io.tunetally.catalog.ProviderId;
import io.tunetally.catalog.Source;
import io.tunetally.catalog.Spelling;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The definitions shared by all books: sources, models and providers. */
final class Definitions {
    private final Map<String, Located<Source>> sources = new LinkedHashMap<>();
    private final Map<ModelId, Located<Model>> models = new LinkedHashMap<>();
    private final Map<ProviderId, Located<Provider>> providers = new LinkedHashMap<>();
    private final Faults faults;

    Definitions(Faults faults) {
        this.faults = faults;
    }

    void define(Located<Source> source, String id) {
        define(sources, id, source);
    }

    void defineModel(Located<Model> model) {
        define(models, model.value().id(), model);
    }

    void defineProvider(Located<Provider> provider) {
        define(providers, provider.value().id(), provider);
    }

    // An overlay replaces built-in definitions; an identical repetition is harmless.
    private <K, T> void define(Map<K, Located<T>> known, K id, Located<T> definition) {
        Located<T> earlier = known.put(id, definition);
        boolean replaces = earlier != null && definition.overlaid() && !earlier.overlaid();
        if (earlier != null && !replaces && !earlier.value().equals(definition.value())) {
            faults.add(
                    definition.place(),
                    "'" + id + "' is already defined at " + earlier.place().fileAndLine()
                            + "; refer to it instead of defining it again");
        }
    }

    /** Checks that every spelling belongs to only one model or provider. */
    void checkSpellings() {
        Map<String, Claim> claims = new LinkedHashMap<>();
        providers.values().forEach(placed -> {
            Claim claim = new Claim("provider", placed.value().id().value(), placed.place());
            placed.value().spellings().forEach(spelling -> claim(claims, spelling, claim));
        });
        models.values().forEach(placed -> {
            placed.value().aliases().forEach(alias -> checkReadable(alias, aliasesOf(placed.place())));
            Claim claim = new Claim("model", placed.value().id().value(), placed.place());
            placed.value().spellings().forEach(spelling -> claim(claims, spelling, claim));
        });
    }

    /** Rejects aliases of a single character or a bare number, which cannot be recognised in a message. */
    private void checkReadable(String alias, FilePosition place) {
        String folded = Spelling.fold(alias);
        boolean number = folded.chars().allMatch(c -> Character.isDigit(c) || c == '.');
        if (!folded.isEmpty() && (folded.length() == 1 || number)) {
            faults.add(
                    place,
                    "'" + alias + "' is never recognised as a model: " + (number ? "a number" : "one character")
                            + " is too ambiguous; remove it");
        }
    }

    private void claim(Map<String, Claim> claims, String spelling, Claim claim) {
        String folded = Spelling.fold(spelling);
        if (folded.isEmpty()) {
            faults.add(aliasesOf(claim), "'" + spelling + "' is only separators; remove it");
            return;
        }
        Claim earlier = claims.putIfAbsent(folded, claim);
        if (earlier != null && !earlier.equals(claim)) {
            faults.add(
                    aliasesOf(claim),
                    "'" + spelling + "' also means " + earlier.kind() + " " + earlier.id() + " ("
                            + earlier.place().fileAndLine() + "); remove it from one of them");
        }
    }

    private static FilePosition aliasesOf(Claim claim) {
        return aliasesOf(claim.place());
    }

    private static FilePosition aliasesOf(FilePosition definition) {
        return definition.child("aliases", definition.line());
    }

    /** Returns the positions of model and provider spellings, by id. */
    Map<String, FilePosition> spellingPlaces() {
        Map<String, FilePosition> places = new HashMap<>();
        models.forEach((id, placed) -> places.put(id.value(), aliasesOf(placed.place())));
        providers.forEach((id, placed) -> places.put(id.value(), aliasesOf(placed.place())));
        return places;
    }

    private record Claim(String kind, String id, FilePosition place) {}

    Optional<Source> source(String id) {
        return Optional.ofNullable(sources.get(id)).map(Located::value);
    }

    boolean knows(ModelId id) {
        return models.containsKey(id);
    }

    boolean knows(ProviderId id) {
        return providers.containsKey(id);
    }

    List<Model> models() {
        return models.values().stream().map(Located::value).toList();
    }

    List<Provider> providers() {
        return providers.values().stream().map(Located::value).toList();
    }
}
