package io.tunetally.console.prices.upkeep;

import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.compare.PriceListing;
import io.tunetally.console.json.Json;
import io.tunetally.console.terminal.CommandContext;
import io.tunetally.runtime.Assembly;
import io.tunetally.runtime.ExitCode;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Lists the prices that have to be looked up again. */
@CommandLine.Command(
        name = "stale",
        mixinStandardHelpOptions = true,
        description = {
            "Lists the prices that were last seen too long ago, with the page to open.",
            "The models that the standard questions ask about most often come first. Undated prices come last."
        },
        footer = {
            "",
            "Example of a weekly reminder by cron, which mails only if a price is too old:",
            "  0 8 * * 1  out=$$(/opt/tunetally/tunetally prices stale --fail) || echo \"$$out\"",
            "",
            "Exit code: 0 listed, 3 a dated price is too old and --fail is given, 64 usage, 78 bad configuration."
        })
final class PriceStaleCommand implements Callable<Integer> {
    private final CommandContext commandContext;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @CommandLine.Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "60",
            description = "list prices older than this (default: ${DEFAULT-VALUE})")
    private long days = 60;

    @CommandLine.Option(
            names = "--as",
            paramLabel = "FORM",
            defaultValue = "text",
            description = "text or json (default: ${DEFAULT-VALUE})")
    private Form form = Form.TEXT;

    @CommandLine.Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "the day that ages are counted to, e.g. 2026-11-25 (default: today)")
    private @Nullable LocalDate asOf;

    @CommandLine.Option(names = "--fail", description = "exit with 3 if a dated price is too old")
    private boolean fail;

    /** The output format of a list. */
    enum Form {
        TEXT,
        JSON
    }

    PriceStaleCommand(CommandContext commandContext) {
        this.commandContext = commandContext;
    }

    @Override
    public Integer call() {
        if (days < 0) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--days " + days + " is negative; use 0 or more");
        }
        StalePrices stale = stale();
        commandContext
                .out()
                .print(
                        switch (form) {
                            case TEXT -> StalePricesText.of(stale);
                            case JSON -> Json.pretty(StalePricesJson.of(stale)) + "\n";
                        });
        commandContext.out().flush();
        return fail && !stale.pages().isEmpty() ? ExitCode.BEYOND_LIMIT : ExitCode.OK;
    }

    private StalePrices stale() {
        Assembly assembly = Assembly.of(commandContext.environment(), commandContext.clock(), asOf, null);
        Catalog catalog = assembly.catalog();
        LocalDate day = asOf == null ? LocalDate.now(commandContext.clock()) : asOf;
        PriceListing listing = PriceListing.of(catalog, day, PriceListing.Filter.ALL);
        return StalePrices.in(listing, ModelRanks.of(catalog, assembly.interpreter()), days);
    }
}
