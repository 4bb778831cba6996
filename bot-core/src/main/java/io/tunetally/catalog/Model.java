package io.tunetally.catalog;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A model that can be asked about.
 *
 * @param name the usual spelling, e.g. {@code Llama 3.1 8B}
 * @param billionParameters its size, if published
 * @param comparableBillionParameters the size of the open models that usually replace it; only if its own is not published
 * @param activeBillionParameters the part of a mixture-of-experts model that one token passes through; null if it is all
 * @param open whether its weights are public, so that providers price it by size
 * @param aliases other spellings; compared after folding case and separators
 * @param classifier whether it only answers with one of fixed classes, so that it replaces no model that writes text
 */
public record Model(
        ModelId id,
        String name,
        @Nullable BigDecimal billionParameters,
        @Nullable BigDecimal comparableBillionParameters,
        @Nullable BigDecimal activeBillionParameters,
        boolean open,
        List<String> aliases,
        boolean classifier) {
    /** Letters that are spoken one by one, as no vowel is among them. */
    private static final Pattern INITIALS = Pattern.compile("[a-z&&[^aeiouy]]+");

    /** Compares the ids first, as models mostly differ in theirs. */
    @Override
    public boolean equals(@Nullable Object object) {
        return this == object
                || (object instanceof Model other
                        && id.equals(other.id)
                        && name.equals(other.name)
                        && Objects.equals(billionParameters, other.billionParameters)
                        && Objects.equals(comparableBillionParameters, other.comparableBillionParameters)
                        && Objects.equals(activeBillionParameters, other.activeBillionParameters)
                        && open == other.open
                        && aliases.equals(other.aliases)
                        && classifier == other.classifier);
    }

    /** Hashes what tells models apart. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** Creates a dense model: a token passes through all its parameters. */
    public Model(ModelId id, String name, @Nullable BigDecimal billionParameters, boolean open, List<String> aliases) {
        this(id, name, billionParameters, null, null, open, aliases, false);
    }

    /** Returns a model that no price book lists: an open one if its size is known. Its name is derived from the id. */
    public static Model unlisted(ModelId id, @Nullable BigDecimal billionParameters) {
        return new Model(id, displayName(id.value()), billionParameters, billionParameters != null, List.of());
    }

    /** Converts {@code qwen 32b} to {@code Qwen 32B} and {@code gpt-5-mini} to {@code GPT-5 Mini}. */
    private static String displayName(String id) {
        StringBuilder name = new StringBuilder();
        boolean afterInitials = false;
        for (String word : id.split("[ -]", -1)) {
            boolean number = !word.isEmpty() && Character.isDigit(word.charAt(0));
            boolean initials = INITIALS.matcher(word).matches();
            String shown = number || initials || word.isEmpty()
                    ? word.toUpperCase(Locale.ROOT)
                    : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
            name.append(name.isEmpty() ? "" : afterInitials && number ? "-" : " ")
                    .append(shown);
            afterInitials = initials;
        }
        return name.toString();
    }

    public Model {
        aliases = List.copyOf(aliases);
    }

    /** Returns the size by which it is compared with others in billions of parameters, or null if neither is known. */
    public @Nullable BigDecimal comparableSize() {
        return billionParameters == null ? comparableBillionParameters : billionParameters;
    }

    /** Returns all its spellings: id, name and aliases. */
    public List<String> spellings() {
        return Stream.concat(Stream.of(id.value(), name), aliases.stream()).toList();
    }
}
