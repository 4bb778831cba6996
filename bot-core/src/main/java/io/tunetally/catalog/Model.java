package io.tunetally.catalog;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A model that can be asked about.
 *
 * @param name as people write it, e.g. {@code Llama 3.1 8B}
 * @param billionParameters its size, if published
 * @param open whether its weights are public, so that providers price it by size
 * @param aliases other spellings; compared after folding case and separators
 */
public record Model(
        ModelId id, String name, @Nullable BigDecimal billionParameters, boolean open, List<String> aliases) {
    public Model {
        aliases = List.copyOf(aliases);
    }

    /** Everything it can be called: its id, its name and the other spellings. */
    public List<String> spellings() {
        return Stream.concat(Stream.of(id.value(), name), aliases.stream()).toList();
    }
}
