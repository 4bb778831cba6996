package io.tunetally.console.dataset;

import io.tunetally.answer.dataset.DatasetPricing;
import io.tunetally.answer.dataset.DatasetReport;
import io.tunetally.answer.dataset.DatasetRequest;
import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.ModelId;
import io.tunetally.console.json.Json;
import io.tunetally.console.terminal.CommandContext;
import io.tunetally.dataset.DatasetReader;
import io.tunetally.dataset.Measurement;
import io.tunetally.dataset.source.DatasetException;
import io.tunetally.dataset.source.SizeLimits;
import io.tunetally.dataset.token.ExampleTokenizer;
import io.tunetally.dataset.token.TokenizerFamilies;
import io.tunetally.dataset.verdict.ProviderRules;
import io.tunetally.runtime.Assembly;
import io.tunetally.runtime.ExitCode;
import io.tunetally.settings.TokenizerSettings;
import io.tunetally.wording.dataset.DatasetWording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Measures training files and prints what they cost. */
@CommandLine.Command(
        name = "dataset",
        mixinStandardHelpOptions = true,
        description = {
            "Checks training files, counts their tokens, and prints what they cost on each model and which provider accepts them.",
            "Formats are detected: OpenAI chat, preference pairs, KTO, ShareGPT, Alpaca, Gemini, prompt and completion, plain text; JSON Lines, a JSON array, CSV, TSV, also gzipped; of Parquet the rows and columns."
        },
        footer = {
            "",
            "Exit code: 0 all files were measured, 2 a file is no training data or has no usable line, 64 usage, 70 a bug, 78 bad configuration."
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

    @CommandLine.Parameters(arity = "1..*", paramLabel = "FILE", description = "training files")
    private List<Path> files = new ArrayList<>();

    public DatasetCommand(CommandContext commandContext) {
        this.commandContext = commandContext;
    }

    @Override
    public Integer call() {
        refuseBadOptions();
        Assembly assembly = Assembly.of(commandContext.environment(), commandContext.clock(), asOf, null);
        List<ProviderRules> rules = ProviderRules.all();
        TokenizerFamilies families = TokenizerFamilies.with(TokenizerSettings.read(commandContext.environment()));
        DatasetPricing pricing = new DatasetPricing(new Asking(assembly)::answer, families, rules);
        DatasetRequest asked = new DatasetRequest(models(assembly.catalog()), epochs);
        List<ModelId> priced = pricing.models(asked);
        List<ExampleTokenizer> tokenizers = pricing.tokenizers(priced).stream()
                .map(families::named)
                .map(families::tokenizer)
                .toList();
        DatasetReader reader = new DatasetReader(
                tokenizers, rules, SizeLimits.COMMAND_LINE, Runtime.getRuntime().availableProcessors());
        boolean allMeasured = true;
        for (Path file : files) {
            allMeasured &= print(file, reader, measured -> pricing.report(measured, asked, priced));
        }
        commandContext.out().flush();
        return allMeasured ? ExitCode.OK : ExitCode.NOT_ANSWERED;
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

    private List<ModelId> models(Catalog catalog) {
        return models.stream()
                .map(name -> catalog.modelNamed(name)
                        .orElseThrow(() ->
                                usage("--model: no model is called '" + name + "'; ./tunetally ask models lists them"))
                        .id())
                .distinct()
                .toList();
    }

    /** Prints the report on a file. False if there is nothing to report. */
    private boolean print(Path file, DatasetReader reader, Function<Measurement, DatasetReport> reports) {
        try {
            Measurement measured = reader.read(file, ProgressBar.of(commandContext));
            DatasetReport report = reports.apply(measured);
            commandContext
                    .out()
                    .print(
                            form.equals(JSON)
                                    ? Json.pretty(new DatasetJson(day()).of(report)) + "\n"
                                    : commandContext.plainText().render(DatasetWording.reply(report)));
            return measured.examples() > 0;
        } catch (DatasetException refused) {
            commandContext.err().println("tunetally: " + file + ": " + refused.getMessage());
        } catch (NoSuchFileException missing) {
            commandContext.err().println("tunetally: " + file + ": there is no such file");
        } catch (IOException unreadable) {
            String why = Files.isDirectory(file)
                    ? "is a folder; name the file inside"
                    : "cannot be read (" + unreadable + ")";
            commandContext.err().println("tunetally: " + file + ": " + why);
        }
        return false;
    }

    private LocalDate day() {
        return asOf == null ? LocalDate.now(commandContext.clock()) : asOf;
    }

    private CommandLine.ParameterException usage(String problem) {
        return new CommandLine.ParameterException(Objects.requireNonNull(spec).commandLine(), problem);
    }
}
