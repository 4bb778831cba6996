package io.tunetally.console.prices;

import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.compare.PriceDiff;
import io.tunetally.console.json.Json;
import io.tunetally.console.terminal.CommandContext;
import io.tunetally.runtime.Assembly;
import io.tunetally.runtime.ExitCode;
import io.tunetally.settings.Settings;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Compares two price books and explains the differences. */
@CommandLine.Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = {
            "Compares two price books: every figure that both know of one model at one provider.",
            "Prices that are more than 5 %% apart are shown with their sources, dates and what explains them."
        },
        footer = {
            "",
            "A price for several methods is compared with each that the other book distinguishes.",
            "",
            "Example: ./tunetally prices diff guide published",
            "Exit code: 0 compared, 64 an unknown price book (lists the known ones), 78 bad configuration."
        })
final class PriceDiffCommand implements Callable<Integer> {
    private final CommandContext commandContext;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @CommandLine.Parameters(index = "0", paramLabel = "EDITION", description = "one price book, e.g. guide")
    private String one = "";

    @CommandLine.Parameters(index = "1", paramLabel = "EDITION", description = "the other, e.g. published")
    private String other = "";

    @CommandLine.Option(
            names = "--as",
            paramLabel = "FORM",
            defaultValue = "text",
            description = "text or json (default: ${DEFAULT-VALUE})")
    private Form form = Form.TEXT;

    @CommandLine.Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "compare prices valid on this day, e.g. 2026-11-25 (default: today)")
    private @Nullable LocalDate asOf;

    /** The output format of a comparison. */
    enum Form {
        TEXT,
        JSON
    }

    PriceDiffCommand(CommandContext commandContext) {
        this.commandContext = commandContext;
    }

    @Override
    public Integer call() {
        Catalog catalog = Assembly.loadCatalog(Settings.read(commandContext.environment()), commandContext.clock());
        PriceNames names = new PriceNames(catalog, spec.commandLine());
        LocalDate day = asOf == null ? LocalDate.now(commandContext.clock()) : asOf;
        String first = names.edition(one);
        String second = names.edition(other);
        if (first.equals(second)) {
            throw new CommandLine.ParameterException(spec.commandLine(), "name two different price books");
        }
        PriceComparison comparison =
                new PriceComparison(first, second, day, new PriceDiff(catalog, day).between(first, second));
        commandContext
                .out()
                .print(
                        switch (form) {
                            case TEXT -> PriceComparisonText.of(comparison);
                            case JSON -> Json.pretty(PriceComparisonJson.of(comparison)) + "\n";
                        });
        commandContext.out().flush();
        return ExitCode.OK;
    }
}
