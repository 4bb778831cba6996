package io.tunetally.console.prices.upkeep;

import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.Objective;
import io.tunetally.catalog.PriceBook;
import io.tunetally.catalog.ProviderId;
import io.tunetally.catalog.Rate;
import io.tunetally.catalog.yaml.CatalogException;
import io.tunetally.catalog.yaml.Constants;
import io.tunetally.catalog.yaml.RateMerge;
import io.tunetally.console.prices.PriceNames;
import io.tunetally.console.terminal.CommandContext;
import io.tunetally.runtime.Assembly;
import io.tunetally.runtime.ExitCode;
import io.tunetally.runtime.PriceFiles;
import io.tunetally.settings.Settings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;

/** Prints new prices as an entry to paste and as the text of a change request. */
@CommandLine.Command(
        name = "propose",
        mixinStandardHelpOptions = true,
        description = {
            "Checks new prices and prints the entry to paste into a price file, and the text of a change request.",
            "Figures are named as in a price file: training.full=25.00 tuned.input=3.75 hosting_hour=1.70; a range is"
                    + " written 1.50-2.00, and null means that none is published. Nothing is written.",
            "A change of more than 5 times or from or to 0 is held for a second look."
        },
        footer = {
            "",
            "Example:",
            "  ./tunetally prices propose --model gpt-4o --provider openai \\",
            "    training.full=20.00 tuned.input=3.75 --observed 2026-11-27 \\",
            "    --source \"OpenAI: pricing\" --url https://openai.com/api/pricing",
            "",
            "Exit code: 0 proposed, 3 proposed but held, 64 usage or a fault in the entry, 78 bad configuration."
        })
final class PriceProposeCommand implements Callable<Integer> {
    /** The edition in which the figures are read back alone. */
    private static final String ALONE = "proposal";

    private final CommandContext commandContext;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @CommandLine.Mixin
    private ProposalOptions options = new ProposalOptions();

    PriceProposeCommand(CommandContext commandContext) {
        this.commandContext = commandContext;
    }

    @Override
    public Integer call() {
        Settings settings = Settings.read(commandContext.environment());
        Catalog configured = Assembly.loadCatalog(settings, commandContext.clock());
        PriceNames names = new PriceNames(configured, spec.commandLine());
        String edition = names.edition(options.edition);
        ProviderId provider = names.provider(options.provider);
        EntryDraft typed = options.draft(names, provider, new KnownSources(configured), today(), spec.commandLine());
        try {
            EntryDraft draft = aimed(typed, prices(typed, settings, configured, edition));
            List<ProposedPrice> prices = prices(draft, settings, configured, edition);
            Impact impact = impact(prices, settings, configured, edition);
            ChangeRequest request =
                    new ChangeRequest(draft, PriceFiles.fileOf(edition, provider.value()), prices, impact, today());
            print(request);
            return request.isHeld() ? ExitCode.BEYOND_LIMIT : ExitCode.OK;
        } catch (CatalogException faulty) {
            faulty.faults().forEach(fault -> commandContext.err().println(fault));
            return ExitCode.USAGE;
        }
    }

    private List<ProposedPrice> prices(EntryDraft draft, Settings settings, Catalog configured, String edition) {
        Catalog read = Assembly.loadCatalog(settings, commandContext.clock(), List.of(draft.file(ALONE)));
        List<Rate> rates = book(read, ALONE).rates();
        if (rates.isEmpty()) {
            throw usage("every figure is null; name one with a price, or write the entry by hand");
        }
        return rates.stream()
                .map(rate -> ProposedPrice.in(configured, edition, rate.in(edition), day()))
                .toList();
    }

    private static PriceBook book(Catalog catalog, String edition) {
        return catalog.books().stream()
                .filter(book -> book.edition().equals(edition))
                .findFirst()
                .orElseThrow();
    }

    /** Gives a training price the objectives of the price before, unless they were named. */
    private EntryDraft aimed(EntryDraft typed, List<ProposedPrice> prices) {
        if (options.objectives != null) {
            return typed;
        }
        Set<Set<Objective>> before = prices.stream()
                .flatMap(price -> price.before().stream())
                .filter(rate -> rate.figure().dependsOnObjective())
                .map(Rate::objectives)
                .collect(Collectors.toSet());
        if (before.size() > 1) {
            throw usage("the price depends on the objective; add --objectives with one of: "
                    + before.stream().map(PriceProposeCommand::words).sorted().collect(Collectors.joining("; ")));
        }
        return before.stream()
                .filter(objectives -> !objectives.isEmpty())
                .findFirst()
                .map(objectives -> typed.with("objectives", "[" + words(objectives) + "]"))
                .orElse(typed);
    }

    private static String words(Set<Objective> objectives) {
        return objectives.stream().sorted().map(Constants::name).collect(Collectors.joining(", "));
    }

    private Impact impact(List<ProposedPrice> prices, Settings settings, Catalog configured, String edition) {
        PriceBook book = book(configured, edition);
        List<Rate> proposed = prices.stream().map(ProposedPrice::proposed).toList();
        Catalog changed = configured.with(book.with(RateMerge.laidOver(book.rates(), proposed)));
        return Impact.between(
                "now",
                Assembly.of(settings, configured, commandContext.clock(), day()),
                "proposed",
                Assembly.of(settings, changed, commandContext.clock(), day()),
                day());
    }

    private void print(ChangeRequest request) {
        List<String> lines = new ArrayList<>();
        lines.add("Entry for " + request.file() + ":\n");
        lines.add(request.draft().yaml());
        lines.add("Change request:\n");
        lines.add(request.toString());
        commandContext.out().print(String.join("\n", lines));
        commandContext.out().flush();
    }

    private LocalDate today() {
        return LocalDate.now(commandContext.clock());
    }

    /** Returns the first day on which the prices apply. */
    private LocalDate day() {
        LocalDate from = options.from;
        return from == null || from.isBefore(today()) ? today() : from;
    }

    private CommandLine.ParameterException usage(String problem) {
        return new CommandLine.ParameterException(spec.commandLine(), problem);
    }
}
