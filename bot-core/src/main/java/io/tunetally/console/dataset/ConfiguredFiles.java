package io.tunetally.console.dataset;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tunetally.answer.config.ConfiguredJob;
import io.tunetally.answer.outcome.Outcome;
import io.tunetally.bot.Answer;
import io.tunetally.console.config.ConfigAnswer;
import io.tunetally.console.config.ConfigJson;
import io.tunetally.console.config.ConfigLoader;
import io.tunetally.console.json.Json;
import io.tunetally.console.json.OutcomeJson;
import io.tunetally.console.terminal.CommandContext;
import io.tunetally.request.Slots;
import io.tunetally.runtime.Assembly;
import io.tunetally.trainingconfig.TrainingConfigException;
import java.nio.file.Path;
import java.time.LocalDate;

/** Prints what training configs cost. */
final class ConfiguredFiles {
    private final CommandContext commandContext;
    private final Assembly assembly;
    private final ConfigLoader loader;
    private final boolean json;
    private final LocalDate day;

    ConfiguredFiles(CommandContext commandContext, Assembly assembly, boolean json, LocalDate day) {
        this.commandContext = commandContext;
        this.assembly = assembly;
        this.json = json;
        this.day = day;
        loader = new ConfigLoader(commandContext, assembly);
    }

    boolean has(Path file) {
        return loader.isConfig(file.toString());
    }

    /** Prints the answer to a config. False if it has no price. */
    boolean print(Path file, Slots added) {
        try {
            ConfiguredJob job = loader.load(file.toString(), added);
            Answer answer = ConfigAnswer.of(job, "", assembly, "config-" + file);
            commandContext
                    .out()
                    .print(json ? json(answer, job) : commandContext.plainText().render(answer.reply()));
            return answer.outcome().status() == Outcome.Status.ANSWERED;
        } catch (TrainingConfigException refused) {
            String.valueOf(refused.getMessage())
                    .lines()
                    .forEach(line -> commandContext.err().println("tunetally: " + line));
            return false;
        }
    }

    private String json(Answer answer, ConfiguredJob job) {
        ObjectNode object = new OutcomeJson(day).of(answer.outcome());
        object.set("config", ConfigJson.of(job));
        return Json.pretty(object) + "\n";
    }
}
