package io.tunetally.interpreter.lexicon;

import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.FilePosition;
import java.util.Optional;
import java.util.stream.Stream;

/** What is wrong with a spelling of a model or provider, told with the place of the price file that an operator can mend. */
final class CatalogNames {
    private final Catalog catalog;

    CatalogNames(Catalog catalog) {
        this.catalog = catalog;
    }

    /** A spelling that no phrase can be; empty where the phrase is of the lexicon. */
    Optional<LexiconException> unusable(Lexeme name, LexiconException why) {
        return place(name)
                .map(place -> new LexiconException(
                        place + ": '" + spelling(name) + "' cannot be used: " + why.getMessage(), why));
    }

    /** A spelling that means something else already; empty where both phrases are of the lexicon. */
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

    /** As it is written in the price file. */
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
