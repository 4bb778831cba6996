package io.tunetally.console.dataset;

import io.tunetally.answer.dataset.DatasetRequest;
import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.ModelId;
import io.tunetally.console.config.JobOptions;
import io.tunetally.console.terminal.CommandContext;
import io.tunetally.dataset.format.ExampleConverter;
import io.tunetally.dataset.format.Format;
import io.tunetally.dataset.token.TokenizerFamilies;
import io.tunetally.request.Origin;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.runtime.Assembly;
import io.tunetally.runtime.ExitCode;
import io.tunetally.settings.TokenizerSettings;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Measures training files and training configs and prints what they cost. */
@CommandLine.Command(
        name = "dataset",
        mixinStandardHelpOptions = true,
        description = {
            "Checks training files, counts their tokens, and prints what they cost on each model and which provider accepts them.",
            "Formats are detected: OpenAI chat, preference pairs, KTO, ShareGPT, Alpaca, Gemini, prompt and completion, plain text; JSON Lines, a JSON array, CSV, TSV, also gzipped; of Parquet the rows and columns.",
            "A training config is priced with the data that it names: Axolotl, LLaMA-Factory, TRL, torchtune, a job of OpenAI or Together."
        },
        footer = {
            "",
            "Exit code: 0 all files were measured, 2 a file is no training data, has no usable line, cannot be written as --to says, has no model that --provider trains or is a config that cannot be priced, 64 usage, 70 a bug, 78 bad configuration."
        })
public final class DatasetCommand implements Callable<Integer> {
    private static final String JSON = "json";

    private final CommandContext commandContext;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @CommandLine.Option(names = "--model", paramLabel = "MODEL", description = "a model to price; may be repeated")
    private List<String> models = new ArrayList<>();

    @CommandLine.Option(names = "--epochs", paramLabel = "N", description = "passes over the data, 1 to 100")
    private @Nullable Long epochs;

    @CommandLine.Option(names = "--as", paramLabel = "FORM", defaultValue = "text", description = "text or json")
    private String form = "text";

    @CommandLine.Option(names = "--as-of", paramLabel = "DATE", description = "prices of this day, e.g. 2026-11-25")
    private @Nullable LocalDate asOf;

    @CommandLine.Option(
            names = "--tokenizer",
            paramLabel = "NAME",
            description = "also count with this tokenizer, e.g. mistral-nemo; may be repeated")
    private List<String> tokenizers = new ArrayList<>();

    @CommandLine.Mixin
    private JobOptions options = new JobOptions();

    @CommandLine.Option(
            names = "--validation",
            paramLabel = "FILE",
            description = "a validation file, whose tokens are priced where the provider bills them")
    private @Nullable Path validation;

    @CommandLine.Option(
            names = "--to",
            paramLabel = "FORMAT",
            description =
                    "write the examples to standard output as JSON Lines of this format, instead of the report: openai-chat, openai-preference or instruction (prompt and completion)")
    private @Nullable String target;

    @CommandLine.Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "training files or training configs; - for a config from standard input")
    private List<Path> files = new ArrayList<>();

    public DatasetCommand(CommandContext commandContext) {
        this.commandContext = commandContext;
    }

    @Override
    public Integer call() {
        refuseBadOptions();
        if (target != null) {
            return converted(target);
        }
        Assembly assembly = Assembly.of(commandContext.environment(), commandContext.clock(), asOf, null);
        Slots said = options.slots(assembly);
        List<ModelId> named = models(assembly.catalog());
        TokenizerFamilies families = TokenizerFamilies.with(TokenizerSettings.read(commandContext.environment()));
        refuseUnknownTokenizers(families.ids());
        boolean json = form.equals(JSON);
        ConfiguredFiles configs = new ConfiguredFiles(commandContext, assembly, json, day());
        DatasetRequest request = new DatasetRequest(named, epochs, said, tokenizers, null);
        DataFiles data = new DataFiles(
                commandContext, assembly, families, json, day(), new DataFiles.Asked(request, validation));
        boolean allMeasured = true;
        for (Path file : files) {
            allMeasured &= configs.has(file) ? configs.print(file, added(named, said)) : data.print(file);
        }
        commandContext.out().flush();
        return allMeasured ? ExitCode.OK : ExitCode.NOT_ANSWERED;
    }

    private int converted(String word) {
        Format format = ExampleConverter.targets().stream()
                .filter(known -> known.word().equals(word))
                .findFirst()
                .orElseThrow(() -> usage("--to: '" + word + "' is not one of: "
                        + ExampleConverter.targets().stream().map(Format::word).collect(Collectors.joining(", "))));
        ConvertedFiles converted = new ConvertedFiles(commandContext, format);
        boolean all = true;
        for (Path file : files) {
            all &= converted.print(file);
        }
        commandContext.out().flush();
        return all ? ExitCode.OK : ExitCode.NOT_ANSWERED;
    }

    /** Returns what the options say, which goes before what a config says. */
    private Slots added(List<ModelId> named, Slots said) {
        Slots.Builder added = said.toBuilder();
        if (!named.isEmpty()) {
            added.put(SlotName.MODELS, Slot.of(named, Origin.SAID));
        }
        if (epochs != null) {
            added.put(SlotName.EPOCHS, Slot.of(epochs, Origin.SAID));
        }
        return added.build();
    }

    private void refuseBadOptions() {
        if (!form.equals("text") && !form.equals(JSON)) {
            throw usage("--as: '" + form + "' is not one of: text, json");
        }
        Long passes = epochs;
        if (passes != null && (passes < 1 || passes > 100)) {
            throw usage("--epochs: " + passes + " is not between 1 and 100");
        }
    }

    private void refuseUnknownTokenizers(List<String> known) {
        tokenizers.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw usage("--tokenizer: '" + name + "' is not one of: " + String.join(", ", known));
        });
    }

    private List<ModelId> models(Catalog catalog) {
        return models.stream()
                .map(name -> catalog.modelNamed(name)
                        .orElseThrow(() ->
                                usage("--model: no model is called '" + name + "'; ./tunetally ask models lists them"))
                        .id())
                .distinct()
                .toList();
    }

    private LocalDate day() {
        return asOf == null ? LocalDate.now(commandContext.clock()) : asOf;
    }

    private CommandLine.ParameterException usage(String problem) {
        return new CommandLine.ParameterException(Objects.requireNonNull(spec).commandLine(), problem);
    }
}
