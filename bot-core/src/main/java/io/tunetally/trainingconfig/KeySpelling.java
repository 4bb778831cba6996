package io.tunetally.trainingconfig;

import io.tunetally.text.EditDistance;
import io.tunetally.text.TypoIndex;
import io.tunetally.trainingconfig.ConfigDocument.Found;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds keys of a config that nothing reads and that resemble one that is read: {@code num_epoch}, which is {@code num_epochs}. */
final class KeySpelling {
    /** A file may have thousands of keys; a few warnings are enough to see what is wrong. */
    private static final int MOST = 5;

    private final Set<String> read;
    private final Set<String> others;
    private final Map<String, String> foreign;

    /**
     * Creates the spelling of a framework's keys.
     *
     * @param read paths of keys that are read
     * @param others keys that change nothing, at any place
     * @param foreign keys that other frameworks read, and the key of this one that says the same
     */
    KeySpelling(Stream<String> read, Collection<String> others, Map<String, String> foreign) {
        this.read = new TreeSet<>();
        read.forEach(this.read::add);
        this.others = new TreeSet<>(others);
        this.foreign = Map.copyOf(foreign);
    }

    /**
     * A key that is taken for a misspelling.
     *
     * @param near the key that it resembles
     */
    record Misspelt(Found found, String near) {}

    /** Returns the misspelt keys in the order of the config. */
    List<Misspelt> misspelt(ConfigDocument document) {
        List<Misspelt> misspelt = new ArrayList<>();
        misspelt(document, "", misspelt);
        return misspelt;
    }

    private void misspelt(ConfigDocument document, String parent, List<Misspelt> misspelt) {
        Set<String> keys = document.keys();
        for (String key : keys) {
            String path = parent + key;
            boolean holdsOthers = read.stream().anyMatch(known -> known.startsWith(path + "."));
            if (holdsOthers) {
                document.entries(key).forEach(entry -> misspelt(entry, path + ".", misspelt));
            } else if (misspelt.size() < MOST && !read.contains(path) && !others.contains(key)) {
                near(parent, key, keys)
                        .flatMap(near -> document.first(key).map(found -> new Misspelt(found, near)))
                        .ifPresent(misspelt::add);
            }
        }
    }

    private Optional<String> near(String parent, String key, Set<String> present) {
        return nearest(key, siblings(parent))
                .or(() -> parent.isEmpty() ? nearest(key, foreign.keySet()).map(foreign::get) : Optional.empty())
                .filter(near -> !present.contains(near));
    }

    /** Returns the keys that are known at a place. */
    private List<String> siblings(String parent) {
        return Stream.concat(
                        read.stream()
                                .filter(path -> path.startsWith(parent))
                                .map(path -> path.substring(parent.length()).replaceFirst("\\..*", "")),
                        others.stream())
                .distinct()
                .toList();
    }

    private static Optional<String> nearest(String key, Collection<String> known) {
        int reach = TypoIndex.reach(key.length());
        for (int distance = 0; distance <= reach; distance++) {
            int most = distance;
            Optional<String> found = known.stream()
                    .filter(each -> EditDistance.between(key, each, most) <= most)
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
