package io.tunetally.console.dataset;

import io.tunetally.answer.dataset.DatasetPricing;
import io.tunetally.answer.dataset.DatasetReport;
import io.tunetally.answer.dataset.DatasetRequest;
import io.tunetally.catalog.ModelId;
import io.tunetally.console.json.Json;
import io.tunetally.console.terminal.CommandContext;
import io.tunetally.console.terminal.ProgressBar;
import io.tunetally.dataset.DatasetReader;
import io.tunetally.dataset.Measurement;
import io.tunetally.dataset.source.DatasetException;
import io.tunetally.dataset.source.SizeLimits;
import io.tunetally.dataset.token.ExampleTokenizer;
import io.tunetally.dataset.token.TokenizerFamilies;
import io.tunetally.dataset.verdict.ProviderRules;
import io.tunetally.runtime.Assembly;
import io.tunetally.wording.dataset.DatasetWording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Prints the reports on training files. Tokenizers are loaded for the first file. */
final class DataFiles {
    private final CommandContext commandContext;
    private final boolean json;
    private final LocalDate day;
    private final Asked asked;
    private final DatasetPricing pricing;
    private final TokenizerFamilies families;
    private @Nullable Reports reports;

    /**
     * What the options ask.
     *
     * @param validation a validation file, or null
     */
    record Asked(DatasetRequest request, @Nullable Path validation) {}

    private record Reports(DatasetReader reader, DatasetRequest request, List<ModelId> models) {}

    DataFiles(
            CommandContext commandContext,
            Assembly assembly,
            TokenizerFamilies families,
            boolean json,
            LocalDate day,
            Asked asked) {
        this.commandContext = commandContext;
        this.json = json;
        this.day = day;
        this.asked = asked;
        this.families = families;
        pricing = new DatasetPricing(new Asking(assembly)::answer, families, ProviderRules.all());
    }

    /** Prints the report on a file. False if there is nothing to report. */
    boolean print(Path file) {
        Optional<Reports> known = reports();
        return known.isPresent()
                && measured(file, known.get().reader())
                        .filter(measured -> print(measured, known.get()))
                        .isPresent();
    }

    private boolean print(Measurement measured, Reports known) {
        DatasetReport report = pricing.report(measured, known.request(), known.models());
        commandContext
                .out()
                .print(
                        json
                                ? Json.pretty(new DatasetJson(day).of(report)) + "\n"
                                : commandContext.plainText().render(DatasetWording.reply(report)));
        return measured.examples() > 0 && report.isTrained();
    }

    /** Returns the reader and the request; empty if the validation file cannot be read. */
    private Optional<Reports> reports() {
        Reports known = reports;
        if (known != null) {
            return Optional.of(known);
        }
        DatasetRequest request = asked.request();
        List<ModelId> models = pricing.models(request);
        List<ExampleTokenizer> tokenizers = pricing.tokenizers(request, models).stream()
                .map(families::named)
                .map(families::tokenizer)
                .toList();
        DatasetReader reader = new DatasetReader(
                tokenizers,
                ProviderRules.all(),
                SizeLimits.COMMAND_LINE,
                Runtime.getRuntime().availableProcessors());
        Path validation = asked.validation();
        Optional<Reports> read = validation == null
                ? Optional.of(new Reports(reader, request, models))
                : held(validation, reader).map(held -> new Reports(reader, request.with(held), models));
        reports = read.orElse(null);
        return read;
    }

    /** Returns the measured validation file; one without examples is refused. */
    private Optional<Measurement> held(Path validation, DatasetReader reader) {
        Optional<Measurement> measured = measured(validation, reader);
        if (measured.filter(held -> held.examples() == 0).isEmpty()) {
            return measured;
        }
        commandContext.err().println("tunetally: --validation: " + validation + " has no examples");
        return Optional.empty();
    }

    private Optional<Measurement> measured(Path file, DatasetReader reader) {
        try {
            return Optional.of(reader.read(file, ProgressBar.of(commandContext)));
        } catch (DatasetException refused) {
            commandContext.err().println("tunetally: " + file + ": " + refused.getMessage());
        } catch (IOException unreadable) {
            commandContext.err().println("tunetally: " + unreadable(file, unreadable));
        }
        return Optional.empty();
    }

    /** Says why a file cannot be opened. */
    static String unreadable(Path file, IOException why) {
        if (why instanceof NoSuchFileException) {
            return file + ": there is no such file";
        }
        return file + ": "
                + (Files.isDirectory(file) ? "is a folder; name the file inside" : "cannot be read (" + why + ")");
    }
}
