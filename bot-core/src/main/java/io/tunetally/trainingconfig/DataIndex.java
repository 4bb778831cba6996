package io.tunetally.trainingconfig;

import io.tunetally.catalog.yaml.Faults;
import io.tunetally.catalog.yaml.NamedYaml;
import java.util.List;
import java.util.Optional;

/** Looks up data sets that a config calls by a name in a file beside them. */
public final class DataIndex {
    /** Returns the text of a file by its name; empty if it is not there. */
    @FunctionalInterface
    public interface Source {
        Optional<String> text(String file);
    }

    private final Source source;

    DataIndex(Source source) {
        this.source = source;
    }

    /** Returns the file of a name; the name itself if the index is not there, cannot be read or does not have it. */
    String file(String name, String folder, Framework.NamedData names) {
        return source.text(inside(folder, names.index()))
                .flatMap(text -> entry(name, text, names.entry()))
                .map(found -> found.place().key().endsWith(names.entry().getFirst())
                        ? inside(folder, found.text())
                        : found.text())
                .orElse(name);
    }

    private static Optional<ConfigDocument.Found> entry(String name, String text, List<String> keys) {
        Faults faults = new Faults();
        ConfigDocument document = new ConfigDocument(TrainingConfigReader.tree(new NamedYaml("", text), faults));
        return faults.count() > 0
                ? Optional.empty()
                : document.within(name)
                        .flatMap(found -> keys.stream()
                                .flatMap(key -> found.first(key).stream())
                                .findFirst());
    }

    private static String inside(String folder, String file) {
        return folder.isEmpty() ? file : folder + "/" + file;
    }
}
