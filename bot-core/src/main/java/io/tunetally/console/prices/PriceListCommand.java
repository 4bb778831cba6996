package io.tunetally.console.prices;

import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.compare.PriceListing;
import io.tunetally.console.json.Json;
import io.tunetally.console.terminal.CommandContext;
import io.tunetally.runtime.Assembly;
import io.tunetally.runtime.ExitCode;
import io.tunetally.settings.Settings;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Lists every price with its source and age. */
@CommandLine.Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = {
            "Lists every price with its price book, subject, source and age.",
            "A price last seen more than 90 days ago is marked stale."
        },
        footer = {
            "",
            "Examples:",
            "  ./tunetally prices list --model gpt-4o",
            "  ./tunetally prices list --provider together --figure training --as csv",
            "",
            "Exit code: 0 listed, 64 an unknown name (lists the known ones), 78 bad configuration."
        })
final class PriceListCommand implements Callable<Integer> {
    private final CommandContext commandContext;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @CommandLine.Option(
            names = "--model",
            paramLabel = "MODEL",
            description = "only this model and the size tiers it belongs to; any spelling, e.g. \"llama 8b\"")
    private @Nullable String model;

    @CommandLine.Option(names = "--provider", paramLabel = "PROVIDER", description = "only this provider, e.g. openai")
    private @Nullable String provider;

    @CommandLine.Option(names = "--edition", paramLabel = "EDITION", description = "only this price book, e.g. guide")
    private @Nullable String edition;

    @CommandLine.Option(
            names = "--figure",
            paramLabel = "FIGURE",
            description = "only this kind of price, e.g. training, tuned-input or hosting-hour")
    private @Nullable String figure;

    @CommandLine.Option(
            names = "--as",
            paramLabel = "FORM",
            defaultValue = "text",
            description = "text, json or csv (default: ${DEFAULT-VALUE})")
    private Form form = Form.TEXT;

    @CommandLine.Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "the day that ages are counted to, e.g. 2026-11-25 (default: today)")
    private @Nullable LocalDate asOf;

    /** The output format of a list. */
    enum Form {
        TEXT,
        JSON,
        CSV
    }

    PriceListCommand(CommandContext commandContext) {
        this.commandContext = commandContext;
    }

    @Override
    public Integer call() {
        Catalog catalog = Assembly.loadCatalog(Settings.read(commandContext.environment()), commandContext.clock());
        LocalDate day = asOf == null ? LocalDate.now(commandContext.clock()) : asOf;
        PriceListing listing = PriceListing.of(catalog, day, filter(new PriceNames(catalog, spec.commandLine())));
        if (listing.rows().isEmpty()) {
            commandContext.err().println("tunetally: no price matches; without options all are listed");
        }
        commandContext
                .out()
                .print(
                        switch (form) {
                            case TEXT -> PriceTable.of(listing, catalog.books());
                            case JSON -> Json.pretty(PriceJson.of(listing)) + "\n";
                            case CSV -> PriceCsv.of(listing);
                        });
        commandContext.out().flush();
        return ExitCode.OK;
    }

    private PriceListing.Filter filter(PriceNames names) {
        return new PriceListing.Filter(
                PriceNames.ifGiven(model, names::model),
                PriceNames.ifGiven(provider, names::provider),
                PriceNames.ifGiven(edition, names::edition),
                PriceNames.ifGiven(figure, names::figure));
    }
}
