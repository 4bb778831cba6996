package io.tunetally.trainingconfig;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
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
            @Nullable NamedData names) {
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
}
