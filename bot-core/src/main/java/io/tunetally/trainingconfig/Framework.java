package io.tunetally.trainingconfig;

import io.tunetally.request.SlotName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A framework or service, as {@code frameworks.yaml} describes it.
 *
 * @param knownBy patterns of values by key; a config that matches all of one entry is of this framework
 * @param dropsLong whether examples beyond the sequence length are left out, not cut
 */
record Framework(
        String id,
        String title,
        List<Map<String, Pattern>> knownBy,
        boolean dropsLong,
        List<Setting> settings,
        List<Ignored> ignored) {
    Framework {
        knownBy = List.copyOf(knownBy);
        settings = List.copyOf(settings);
        ignored = List.copyOf(ignored);
    }

    /**
     * Where a value of the job is found.
     *
     * @param name the value: a slot's word, or one of {@link JobProperty}
     * @param each the list whose entries have the keys; null for the whole config
     * @param keys paths of keys, the first that has a value counts
     * @param when patterns of other keys that must match
     * @param unless patterns of other keys none of which may match
     * @param values words by patterns; empty if the value is taken as it is
     * @param near words by patterns of values that are priced as another
     * @param replace replacements by patterns, in order
     * @param unset patterns of values that say nothing
     * @param standard the framework's default; null if there is none
     * @param fixed a value that no key sets; null if keys set it
     * @param fractions whether a part of it is allowed, such as 1.5 epochs
     * @param names how data sets are named; null if the value is the file
     */
    record Setting(
            String name,
            @Nullable String each,
            List<String> keys,
            Map<String, Pattern> when,
            Map<String, Pattern> unless,
            Map<Pattern, String> values,
            Map<Pattern, String> near,
            Map<Pattern, String> replace,
            List<Pattern> unset,
            @Nullable String standard,
            @Nullable String fixed,
            boolean fractions,
            @Nullable NamedData names) {
        /** True if its value is a number or a flag, taken as it is written. */
        boolean isPlain() {
            boolean known = JobProperty.named(name).isPresent() || slot().isPresent();
            return known && values.isEmpty() && near.isEmpty() && !keys.isEmpty();
        }

        /** Returns the slot of its name; empty if it is no slot. */
        Optional<SlotName<?>> slot() {
            return SlotName.all().stream()
                    .filter(each -> each.word().equals(name))
                    .findFirst();
        }

        /** True if it has a word for a value. */
        boolean knows(String text) {
            return Frameworks.word(values, text).isPresent()
                    || Frameworks.word(near, text).isPresent();
        }

        boolean saysNothing(String text) {
            return unset.stream().anyMatch(pattern -> pattern.matcher(text).matches());
        }
    }

    /**
     * Data sets that are known by a name in a file.
     *
     * @param separator between several names
     * @param folder the key of the folder
     * @param standardFolder the folder if the key is not set
     * @param index the file in it
     * @param entry the keys of a name's entry; the first is a file beside the index, the others are names elsewhere
     */
    record NamedData(String separator, String folder, String standardFolder, String index, List<String> entry) {}

    /**
     * A key that changes the price and is not priced.
     *
     * @param unset patterns of values without effect
     */
    record Ignored(String key, String why, List<Pattern> unset) {}

    /** Returns the first key of a setting that is taken as it is written. */
    Optional<String> plainKey(String name) {
        return settings.stream()
                .filter(row -> row.name().equals(name) && row.isPlain())
                .map(row -> row.keys().getFirst())
                .findFirst();
    }

    /** Returns the paths of all keys that are looked at. */
    Stream<String> paths() {
        return Stream.of(
                        knownBy.stream().flatMap(keys -> keys.keySet().stream()),
                        settings.stream().flatMap(Framework::paths),
                        ignored.stream().map(Ignored::key))
                .flatMap(paths -> paths)
                .distinct();
    }

    private static Stream<String> paths(Setting row) {
        String each = row.each();
        NamedData names = row.names();
        return Stream.of(
                        row.keys().stream().map(key -> each == null ? key : each + "." + key),
                        Stream.ofNullable(each),
                        row.when().keySet().stream(),
                        row.unless().keySet().stream(),
                        Stream.ofNullable(names).map(NamedData::folder))
                .flatMap(paths -> paths);
    }
}
