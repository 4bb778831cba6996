package io.tunetally.console;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tunetally.answer.config.ConfiguredJob;
import io.tunetally.bot.Answer;
import io.tunetally.chart.ChartPicture;
import io.tunetally.console.config.ConfigAnswer;
import io.tunetally.console.config.ConfigJson;
import io.tunetally.console.config.ConfigLoader;
import io.tunetally.console.json.Json;
import io.tunetally.console.json.OutcomeJson;
import io.tunetally.console.terminal.CommandContext;
import io.tunetally.reply.Block;
import io.tunetally.reply.ChartSpec;
import io.tunetally.reply.PlainText;
import io.tunetally.reply.Reply;
import io.tunetally.runtime.Assembly;
import io.tunetally.runtime.ExitCode;
import io.tunetally.runtime.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Reads one message and prints one answer. */
@CommandLine.Command(
        name = "ask",
        mixinStandardHelpOptions = true,
        description = "Answers one message, by default from standard input.",
        footer = {
            "",
            "Exit code: 0 answered, 2 a question back, refused or nothing asked, 64 usage, 69 no picture can be drawn, 70 a bug, 78 bad configuration."
        })
public final class AskCommand implements Callable<Integer> {
    private static final String TEXT = "text";
    private static final String JSON = "json";
    private static final String DETAILS = "details";
    private static final String CONVERSATION = "ask";
    private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]*(=.*)?");

    private final CommandContext commandContext;
    private final List<Platform> platforms;

    @CommandLine.Option(
            names = "--as",
            paramLabel = "FORM",
            defaultValue = "text",
            description = "text, json, or the name of a platform, whose payload is printed (default: ${DEFAULT-VALUE})")
    private String form = TEXT;

    @CommandLine.Option(names = "--as-of", paramLabel = "DATE", description = "prices of this day, e.g. 2026-11-25")
    private @Nullable LocalDate asOf;

    @CommandLine.Option(names = "--edition", paramLabel = "NAME", description = "the price book to look at first")
    private @Nullable String edition;

    @CommandLine.Option(
            names = "--" + DETAILS,
            description = "also the arithmetic, every source, all notes and all rows")
    private boolean details;

    @CommandLine.Option(
            names = "--chart",
            paramLabel = "FILE.png",
            description = "also draws the answer's chart as a picture, if it has one")
    private @Nullable Path chart;

    @CommandLine.Option(
            names = "--save",
            paramLabel = "DIR",
            description = "also writes the answer's files, e.g. a calendar, into this folder; never over a file")
    private @Nullable Path folder;

    @CommandLine.Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "the training config that the message is about, or - for standard input: Axolotl, LLaMA-Factory, "
                            + "TRL, torchtune, a job of OpenAI or Together")
    private @Nullable String config;

    @CommandLine.Parameters(arity = "0..*", paramLabel = "TEXT", description = "the message")
    private List<String> words;

    /** @param words of the message, unless they are among arguments that are parsed */
    AskCommand(CommandContext commandContext, List<Platform> platforms, List<String> words) {
        this.words = new ArrayList<>(words);
        this.commandContext = commandContext;
        this.platforms = List.copyOf(platforms);
    }

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        refuseUnknownOption();
        Optional<Platform> printing = platform();
        Assembly assembly = Assembly.of(commandContext.environment(), commandContext.clock(), asOf, edition);
        refuseUnknownEdition(assembly);
        Optional<ConfiguredJob> job = Optional.ofNullable(config)
                .map(file -> new ConfigLoader(commandContext, assembly)
                        .load(file, ConfigAnswer.data(String.join(" ", words), assembly)));
        Answer answer = answer(assembly, job);
        if (chart != null) {
            draw(answer.reply(), chart);
        }
        if (folder != null) {
            save(answer.reply().files(), folder);
        }
        commandContext.out().print(printed(printing, answer, job));
        commandContext.out().flush();
        return ExitCode.of(answer.outcome());
    }

    /** A message may hold options of a training command; in front of it stands one of this command, perhaps misspelt. */
    private void refuseUnknownOption() {
        if (words.size() > 1 && OPTION.matcher(words.getFirst()).matches()) {
            throw usage("unknown option " + words.getFirst()
                    + (words.getFirst().startsWith("--conversation")
                            ? ": ask remembers nothing, \"chat --conversation NAME\" does"
                            : "; quote a message that begins with --"));
        }
    }

    private Answer answer(Assembly assembly, Optional<ConfiguredJob> job) throws IOException {
        String said = words.isEmpty() && job.isEmpty() ? standardInput() : String.join(" ", words);
        String text = details ? (said + " " + DETAILS).strip() : said;
        return job.isEmpty()
                ? assembly.bot().answer(CommandContext.said(text, CONVERSATION))
                : ConfigAnswer.of(job.get(), text, assembly, CONVERSATION);
    }

    private void draw(Reply reply, Path file) {
        Optional<ChartSpec> drawn = reply.blocks().stream()
                .filter(Block.Chart.class::isInstance)
                .map(block -> ((Block.Chart) block).spec())
                .findFirst();
        if (drawn.isEmpty()) {
            commandContext.err().println("tunetally: this answer has no chart, " + file + " is not written");
            return;
        }
        byte[] png = ChartPicture.png(drawn.get());
        try {
            Files.write(file, png);
        } catch (IOException unwritable) {
            throw usage("--chart: " + file + " cannot be written (" + unwritable + ")");
        }
    }

    private void save(List<Block.File> files, Path into) {
        if (files.isEmpty()) {
            commandContext.err().println("tunetally: this answer has no file, nothing is written to " + into);
            return;
        }
        files.stream()
                .map(file -> into.resolve(file.name()))
                .filter(Files::exists)
                .findFirst()
                .ifPresent(existing -> {
                    throw usage(
                            "--save: " + existing + " exists and is not overwritten; remove it or name another folder");
                });
        try {
            Files.createDirectories(into);
            for (Block.File file : files) {
                Files.write(into.resolve(file.name()), file.bytes(), StandardOpenOption.CREATE_NEW);
            }
        } catch (IOException unwritable) {
            throw usage("--save: nothing can be written to the folder " + into + " (" + unwritable + ")");
        }
    }

    private String printed(Optional<Platform> printing, Answer answer, Optional<ConfiguredJob> job) {
        if (printing.isPresent()) {
            return printing.get().payload(answer, commandContext.environment()) + "\n";
        }
        return form.equalsIgnoreCase(JSON) ? json(answer, job) : plainText().render(answer.reply());
    }

    private String json(Answer answer, Optional<ConfiguredJob> job) {
        ObjectNode object =
                new OutcomeJson(day()).of(answer.outcome(), answer.reply().files());
        job.ifPresent(configured -> object.set("config", ConfigJson.of(configured)));
        return Json.pretty(object) + "\n";
    }

    private PlainText plainText() {
        return folder == null ? commandContext.plainText() : commandContext.plainText("written to " + folder);
    }

    /** Returns the requested platform; empty for text and JSON. */
    private Optional<Platform> platform() {
        if (form.equalsIgnoreCase(TEXT) || form.equalsIgnoreCase(JSON)) {
            return Optional.empty();
        }
        Optional<Platform> named = platforms.stream()
                .filter(platform -> platform.name().equalsIgnoreCase(form))
                .findFirst();
        if (named.isEmpty()) {
            String known = Stream.concat(
                            Stream.of(TEXT, JSON), platforms.stream().map(Platform::name))
                    .collect(Collectors.joining(", "));
            throw usage("'" + form + "' is not one of: " + known);
        }
        return named;
    }

    private LocalDate day() {
        return asOf == null ? LocalDate.now(commandContext.clock()) : asOf;
    }

    private String standardInput() throws IOException {
        StringBuilder text = new StringBuilder();
        char[] buffer = new char[4096];
        for (int read = commandContext.in().read(buffer);
                read >= 0;
                read = commandContext.in().read(buffer)) {
            text.append(buffer, 0, read);
        }
        return text.toString().strip();
    }

    private void refuseUnknownEdition(Assembly assembly) {
        List<String> editions =
                assembly.catalog().books().stream().map(book -> book.edition()).toList();
        if (edition != null && !editions.contains(edition)) {
            throw usage("no price book '" + edition + "'; known: "
                    + editions.stream().sorted().collect(Collectors.joining(", ")));
        }
    }

    private CommandLine.ParameterException usage(String problem) {
        return new CommandLine.ParameterException(Objects.requireNonNull(spec).commandLine(), problem);
    }
}
