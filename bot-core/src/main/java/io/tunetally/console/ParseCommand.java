package io.tunetally.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tunetally.bot.Incident;
import io.tunetally.chat.Markup;
import io.tunetally.console.json.InterpretationJson;
import io.tunetally.console.json.Json;
import io.tunetally.console.terminal.CommandContext;
import io.tunetally.interpreter.Interpreter;
import io.tunetally.request.Address;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Request;
import io.tunetally.runtime.Assembly;
import io.tunetally.runtime.ExitCode;
import io.tunetally.runtime.Platform;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** Runs the interpreter alone: JSON Lines in, JSON Lines out, one for each, never an abort. */
@CommandLine.Command(
        name = "parse",
        mixinStandardHelpOptions = true,
        description = {
            "Reads JSON Lines from standard input and prints how each message was read.",
            "In: {\"text\": \"...\", \"context\": \"an earlier message, or null\", \"platform\": \"console, or a platform whose adapter is there\"}"
        })
final class ParseCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(ParseCommand.class);

    private static final String CONSOLE = "console";

    @CommandLine.Option(
            names = "--explain",
            description =
                    "Adds the features of the message that decided whether and what it asks for, with their weights.")
    private boolean explain;

    private final CommandContext commandContext;
    private final SortedMap<String, Markup> markups = new TreeMap<>(Map.of(CONSOLE, Markup.PLAIN));

    ParseCommand(CommandContext commandContext, List<Platform> platforms) {
        this.commandContext = commandContext;
        platforms.forEach(platform -> markups.put(platform.name(), platform.markup()));
    }

    @Override
    public Integer call() throws IOException {
        Interpreter interpreter = Assembly.of(commandContext.environment(), commandContext.clock(), null, null)
                .interpreter();
        for (String line = commandContext.in().readLine();
                line != null;
                line = commandContext.in().readLine()) {
            commandContext.out().println(Json.line(parseOrReport(interpreter, line)));
            if (!commandContext.in().ready()) {
                commandContext.out().flush();
            }
        }
        commandContext.out().flush();
        return ExitCode.OK;
    }

    /** A bug fails only its own line, not those after it. */
    private ObjectNode parseOrReport(Interpreter interpreter, String line) {
        try {
            return parse(interpreter, line);
        } catch (RuntimeException bug) {
            String incident = Incident.id();
            LOG.error("incident {}", incident, bug);
            return error("this line could not be read because of a bug; report incident " + incident);
        }
    }

    private ObjectNode parse(Interpreter interpreter, String line) {
        JsonNode message;
        try {
            message = Json.MAPPER.readTree(line);
        } catch (JsonProcessingException malformed) {
            return expecting("not a line of JSON: " + malformed.getOriginalMessage());
        }
        JsonNode text = message.path("text");
        if (!text.isTextual()) {
            return expecting("\"text\" is missing or not a string");
        }
        String platform = message.path("platform").asText(CONSOLE);
        Markup markup = markups.get(platform);
        if (markup == null) {
            return error(
                    "\"platform\" is \"" + platform + "\"; expected one of: " + String.join(", ", markups.keySet()));
        }
        JsonNode context = message.path("context");
        Request remembered = context.isTextual() ? request(interpreter, context.asText(), markup) : null;
        Address address = message.path("pointed").asBoolean() ? Address.POINTED_AT : Address.ADDRESSED;
        ObjectNode parsed = InterpretationJson.of(interpreter.read(text.asText(), markup, address, remembered));
        if (explain) {
            ArrayNode decided = parsed.putArray("decidedBy");
            interpreter
                    .reasons(text.asText(), markup, remembered)
                    .forEach(reason ->
                            decided.addObject().put("feature", reason.feature()).put("weight", reason.weight()));
        }
        return parsed;
    }

    /** Returns the request of an earlier message, if it made one. */
    private static @Nullable Request request(Interpreter interpreter, String text, Markup markup) {
        Interpretation interpretation = interpreter.read(text, markup, true, null);
        return interpretation.request();
    }

    private static ObjectNode expecting(String what) {
        return error(what + "; expected {\"text\": \"...\"}");
    }

    private static ObjectNode error(String what) {
        return JsonNodeFactory.instance.objectNode().put("status", "error").put("error", what);
    }
}
