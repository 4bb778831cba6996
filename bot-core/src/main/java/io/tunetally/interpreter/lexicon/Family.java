package io.tunetally.interpreter.lexicon;

import io.tunetally.catalog.ModelId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A model family that is named by one word.
 *
 * @param open whether its sizes are published, so that a size can be priced
 * @param tier whether the word also extends another model's name ({@code mini})
 * @param sizes the model for a size without a version, e.g. {@code 8b}
 * @param standard the model for the bare name, null if that is open
 * @param candidates the possible models for a bare name
 * @param versions those that a space may lead to: the 3 of {@code qwen 3 200 rows} is no thousand
 */
public record Family(
        String name,
        boolean open,
        boolean tier,
        Map<String, ModelId> sizes,
        @Nullable ModelId standard,
        List<ModelId> candidates,
        List<String> versions) {
    public Family {
        sizes = Map.copyOf(sizes);
        candidates = List.copyOf(candidates);
        versions = List.copyOf(versions);
    }

    /** True if one of its models is a smaller one of another: {@code gpt-4.1-mini} of {@code gpt-4.1}. */
    public boolean hasSmaller(ModelId id) {
        return candidates.stream().anyMatch(smaller -> smaller.isEditionOf(id));
    }

    /** True if a model is meant by the family's bare name, or has it as a tier: {@code gpt-4o-mini} by {@code mini}. */
    public boolean includes(ModelId id) {
        return candidates.contains(id) || (tier && id.value().endsWith("-" + name));
    }
}
