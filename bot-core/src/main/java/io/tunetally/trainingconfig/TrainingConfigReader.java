package io.tunetally.trainingconfig;

import io.tunetally.catalog.FilePosition;
import io.tunetally.catalog.yaml.Faults;
import io.tunetally.catalog.yaml.NamedYaml;
import io.tunetally.catalog.yaml.YamlNode;
import io.tunetally.catalog.yaml.YamlTree;
import io.tunetally.interpreter.Interpreter;
import java.util.Optional;

/**
 * Reads training configs. The framework is recognised by its keys. Anchors, aliases and tags are refused and nesting is
 * limited, as in a price file, so that reading takes memory in proportion to the text.
 */
public final class TrainingConfigReader {
    private static final YamlTree.Purpose PURPOSE = new YamlTree.Purpose("training config", "the model and the data");

    private final Frameworks frameworks = Frameworks.builtIn();
    private final ModelNames models;

    /** Creates a reader that knows the models which an interpreter knows. */
    public TrainingConfigReader(Interpreter interpreter) {
        models = new ModelNames(interpreter);
    }

    /** True if a text can be read and is the config of a known framework. */
    public boolean knows(String file, String text) {
        Faults faults = new Faults();
        ConfigDocument document = document(new NamedYaml(file, text), faults);
        return faults.count() == 0 && frameworks.of(document).isPresent();
    }

    /**
     * Reads a config.
     *
     * @param index returns the text of a file that names data sets, such as {@code data/dataset_info.json}; empty if it is not there
     * @throws TrainingConfigException with every fault
     */
    public TrainingConfig read(String file, String text, DataIndex.Source index) {
        Faults faults = new Faults();
        ConfigDocument document = document(new NamedYaml(file, text), faults);
        refuse(faults);
        Optional<Framework> framework = frameworks.of(document);
        if (framework.isEmpty()) {
            faults.add(
                    FilePosition.start(file),
                    "is not a training config that is known; it needs the model and the keys of one of: "
                            + frameworks.titles());
            frameworks
                    .misspeltMarks(document)
                    .forEach(misspelt -> faults.add(
                            misspelt.found().place(), "is not a key that is known; is it " + misspelt.near() + "?"));
        }
        Optional<TrainingConfig> config = framework.map(
                known -> new JobReader(frameworks, known, document, models, new DataIndex(index), faults).read(file));
        refuse(faults);
        return config.orElseThrow();
    }

    private static void refuse(Faults faults) {
        if (faults.count() > 0) {
            throw new TrainingConfigException(faults.shown());
        }
    }

    private static ConfigDocument document(NamedYaml file, Faults faults) {
        return new ConfigDocument(tree(file, faults));
    }

    static YamlNode tree(NamedYaml file, Faults faults) {
        boolean json = file.text().stripLeading().startsWith("{");
        return YamlTree.read(file, json ? YamlTree.Syntax.JSON : YamlTree.Syntax.YAML, PURPOSE, faults);
    }
}
