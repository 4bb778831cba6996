package io.tunetally.catalog;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who trains and serves models.
 *
 * @param offersLora whether a customer can choose LoRA there
 * @param methodNote why there is no choice, where there is none
 */
public record Provider(
        ProviderId id,
        String name,
        List<String> aliases,
        boolean offersLora,
        @Nullable String methodNote) {
    public Provider {
        aliases = List.copyOf(aliases);
    }

    /** Everything it can be called: its id, its name and the other spellings. */
    public List<String> spellings() {
        return Stream.concat(Stream.of(id.value(), name), aliases.stream()).toList();
    }
}
