package io.tunetally.interpreter.lexicon;

import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.FilePosition;
import java.util.Optional;
import java.util.stream.Stream;

/** Reports faulty spellings of models and providers with the place in the price file that an operator can fix. */
final class CatalogNames {
    private final Catalog catalog;

    CatalogNames(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Returns the error for a spelling that cannot be a phrase; empty if the phrase is from the lexicon. */
    Optional<LexiconException> unusable(Lexeme name, LexiconException why) {
        return place(name)
                .map(place -> new LexiconException(
                        place + ": '" + spelling(name) + "' cannot be used: " + why.getMessage(), why));
    }

    /** Returns the error for a spelling with another meaning; empty if both phrases are from the lexicon. */
    Optional<LexiconException> clash(Lexeme one, Lexeme other, String clash) {
        return Stream.of(one, other)
                .flatMap(name -> place(name)
                        .map(place -> new LexiconException(place + ": '" + spelling(name)
                                + "' cannot be used, as it means something else: " + clash
                                + "; choose another spelling"))
                        .stream())
                .findFirst();
    }

    private Optional<FilePosition> place(Lexeme name) {
        return name.sense() == Category.MODELS || name.sense() == Category.PROVIDERS
                ? catalog.spellingsOf(name.value())
                : Optional.empty();
    }

    /** Returns the spelling in the price file. */
    private String spelling(Lexeme name) {
        Stream<String> models = catalog.models().stream()
                .filter(model -> model.id().value().equals(name.value()))
                .flatMap(model -> model.spellings().stream());
        Stream<String> providers = catalog.providers().stream()
                .filter(provider -> provider.id().value().equals(name.value()))
                .flatMap(provider -> provider.spellings().stream());
        return Stream.concat(models, providers)
                .filter(spelling -> CompiledLexicon.normal(spelling).equals(name.phrase()))
                .findFirst()
                .orElse(name.phrase());
    }
}
