package io.tunetally.console.config;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tunetally.answer.config.ConfiguredJob;
import io.tunetally.answer.config.ConfiguredJob.Remark;
import io.tunetally.trainingconfig.TrainingConfig;
import io.tunetally.wording.config.ConfigWording;

/** A training config as JSON: the settings that were read, its data, and remarks. */
public final class ConfigJson {
    private ConfigJson() {}

    public static ObjectNode of(ConfiguredJob job) {
        TrainingConfig config = job.config();
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("file", config.file());
        object.put("framework", config.framework());
        object.put("canonical", ConfigAnswer.question(job));
        ObjectNode settings = object.putObject("settings");
        config.said().forEach(settings::put);
        object.put("sizeKnown", job.hasSize());
        ArrayNode data = object.putArray("data");
        job.remarks().forEach(remark -> add(data, remark));
        ArrayNode notes = object.putArray("notes");
        ConfigWording.notes(job).forEach(notes::add);
        return object;
    }

    private static void add(ArrayNode data, Remark remark) {
        switch (remark) {
            case Remark.Counted counted ->
                data.addObject()
                        .put("name", counted.name())
                        .put("here", true)
                        .put("examples", counted.examples())
                        .put("tokens", counted.tokens())
                        .put("tokenizer", counted.tokenizer())
                        .put("exact", counted.exact());
            case Remark.NotHere missing ->
                data.addObject().put("name", missing.name()).put("here", false);
            case Remark.Empty empty ->
                data.addObject().put("name", empty.name()).put("here", true).put("examples", 0);
            case Remark.NoData _, Remark.Held _, Remark.TooLong _, Remark.Steps _, Remark.FractionalEpochs _ -> {}
        }
    }
}
