package io.tunetally.console.prices.upkeep;

import io.tunetally.catalog.Catalog;
import io.tunetally.console.json.Json;
import io.tunetally.console.terminal.CommandContext;
import io.tunetally.runtime.Assembly;
import io.tunetally.runtime.ExitCode;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Compares the answers to the standard questions under two sets of price books. */
@CommandLine.Command(
        name = "impact",
        mixinStandardHelpOptions = true,
        description = {
            "Answers twenty standard questions under two sets of price books and shows what changes.",
            "A set is an edition, which is looked up first, a price file, which is laid over the configured books,"
                    + " or a folder of complete price books, such as config/prices of another checkout.",
            "A change of more than 5 times or from or to 0 is held for a second look."
        },
        footer = {
            "",
            "Examples:",
            "  ./tunetally prices impact guide published",
            "  ./tunetally prices impact ../released/config/prices config/prices",
            "",
            "Exit code: 0 compared, 3 a change is held and --accept is not given, 64 usage, 78 bad configuration or"
                    + " price files."
        })
final class PriceImpactCommand implements Callable<Integer> {
    private final CommandContext commandContext;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @CommandLine.Parameters(index = "0", paramLabel = "BEFORE", description = "an edition, a file or a folder")
    private String before = "";

    @CommandLine.Parameters(index = "1", paramLabel = "AFTER", description = "the same")
    private String after = "";

    @CommandLine.Option(
            names = "--as",
            paramLabel = "FORM",
            defaultValue = "text",
            description = "text, json or markdown (default: ${DEFAULT-VALUE})")
    private Form form = Form.TEXT;

    @CommandLine.Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "answer with the prices of this day, e.g. 2026-11-25 (default: today)")
    private @Nullable LocalDate asOf;

    @CommandLine.Option(names = "--accept", description = "exit with 0 although a change is held")
    private boolean accept;

    /** The output format of an impact. */
    enum Form {
        TEXT,
        JSON,
        MARKDOWN
    }

    PriceImpactCommand(CommandContext commandContext) {
        this.commandContext = commandContext;
    }

    @Override
    public Integer call() {
        NamedBooks books = new NamedBooks(commandContext, spec.commandLine());
        LocalDate day = asOf == null ? LocalDate.now(commandContext.clock()) : asOf;
        Impact impact = Impact.between(
                before,
                assembly(books, books.catalog(before), day),
                after,
                assembly(books, books.catalog(after), day),
                day);
        commandContext
                .out()
                .print(
                        switch (form) {
                            case TEXT -> ImpactTable.text(impact);
                            case JSON -> Json.pretty(ImpactJson.of(impact)) + "\n";
                            case MARKDOWN -> ImpactTable.markdown(impact);
                        });
        commandContext.out().flush();
        return impact.held() > 0 && !accept ? ExitCode.BEYOND_LIMIT : ExitCode.OK;
    }

    private Assembly assembly(NamedBooks books, Catalog catalog, LocalDate day) {
        return Assembly.of(books.settings(), catalog, commandContext.clock(), day);
    }
}
