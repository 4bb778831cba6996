package io.tunetally.interpreter.sentence;

import io.tunetally.catalog.Model;
import io.tunetally.catalog.ModelId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is sold of the models of a message: beside one that a seller trains, a model that nobody lists is what others use, and beside
 * models whose weights are closed a GPU is that of others.
 */
public final class SoldModels {
    private SoldModels() {}

    /** True of a model with a name that is in no price book: {@code our tagger is a RoBERTa}. */
    public static boolean isUnlisted(ParseState state, int first) {
        return state.mentions.stream()
                .anyMatch(
                        mention -> mention.first() == first && mention.id() != null && !isListed(state, mention.id()));
    }

    /** True of a model that stands in a price book. */
    public static boolean isListed(ParseState state, ModelId id) {
        return state.compiledLexicon.catalog().model(id).isPresent();
    }

    /** True if models are named, and nobody but their seller can train any of them. */
    public static boolean areOnlyClosed(ParseState state, List<Mention> mentions) {
        return !mentions.isEmpty() && mentions.stream().allMatch(mention -> isClosed(state, mention.id()));
    }

    private static boolean isClosed(ParseState state, @Nullable ModelId id) {
        return id != null
                && !state.compiledLexicon.offers().trainsByTheHour(id)
                && state.compiledLexicon
                        .catalog()
                        .model(id)
                        .map(Model::open)
                        .filter(open -> !open)
                        .isPresent();
    }
}
