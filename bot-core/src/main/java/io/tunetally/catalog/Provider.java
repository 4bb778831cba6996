package io.tunetally.catalog;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A company that trains and serves models.
 *
 * @param offersLora whether a customer can choose LoRA there
 * @param methodNote why there is no choice, if there is none
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

    /** Compares the ids first, as providers mostly differ in theirs. */
    @Override
    public boolean equals(@Nullable Object object) {
        return this == object
                || (object instanceof Provider other
                        && id.equals(other.id)
                        && name.equals(other.name)
                        && aliases.equals(other.aliases)
                        && offersLora == other.offersLora
                        && Objects.equals(methodNote, other.methodNote));
    }

    /** Hashes what tells providers apart. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** Returns all its spellings: id, name and aliases. */
    public List<String> spellings() {
        return Stream.concat(Stream.of(id.value(), name), aliases.stream()).toList();
    }
}
