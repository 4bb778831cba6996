package io.tunetally.console.imports;

import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.imports.EditionFile;
import io.tunetally.catalog.imports.ImportedEdition;
import io.tunetally.catalog.yaml.CatalogLoader;
import io.tunetally.catalog.yaml.NamedYaml;
import io.tunetally.console.terminal.CommandContext;
import io.tunetally.runtime.ExitCode;
import io.tunetally.runtime.PriceFiles;
import io.tunetally.settings.Settings;
import io.tunetally.settings.SettingsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Imports a list into the operator's folder: a complete edition that loads, or nothing. */
final class PriceImport {
    private static final String NO_FOLDER =
            "TUNETALLY_CONFIG: missing. It is the folder whose files override the built-in configuration; an import"
                    + " is written into its prices folder. Make one and name it:\n"
                    + "  mkdir -p ~/tunetally && export TUNETALLY_CONFIG=~/tunetally";

    private final CommandContext commandContext;
    private final CommandLine command;
    private final ImportedEdition.Content content;

    PriceImport(CommandContext commandContext, CommandLine command, ImportedEdition.Content content) {
        this.commandContext = commandContext;
        this.command = command;
        this.content = content;
    }

    /** Reads one kind of list. */
    @FunctionalInterface
    interface Reader {
        ImportedEdition read(Catalog catalog, NamedYaml list, String edition, LocalDate observed);
    }

    /**
     * Imports and reports.
     *
     * @return the exit code
     * @throws UncheckedIOException if the edition cannot be written; the existing file is then unchanged
     */
    int run(PriceImportOptions options, Reader reader) {
        Settings settings = Settings.read(commandContext.environment());
        Path prices = settings.overlayPrices().orElseThrow(() -> new SettingsException(List.of(NO_FOLDER)));
        String edition = named(options.edition);
        Path target = prices.resolve(edition + ".yaml");
        LocalDate observed = checked(options.observed);
        Catalog before = before(settings, edition, target);
        refuseAnotherBook(before, edition, target);
        ListReader.DatedList list = new ListReader(commandContext, command).read(options.place);
        ImportedEdition imported = reader.read(before, list.list(), edition, observed == null ? list.day() : observed);
        if (imported.figures() == 0) {
            commandContext.out().print(PriceImportReport.nothing(edition, imported));
            commandContext.out().flush();
            return ExitCode.NOT_ANSWERED;
        }
        Catalog after = after(settings, new NamedYaml(target.toString(), imported.yaml()));
        boolean changed = write(target, imported.yaml());
        commandContext.out().print(new PriceImportReport(edition, target, imported, changed, settings, after.books()));
        commandContext.out().flush();
        return ExitCode.OK;
    }

    private String named(String edition) {
        if (!edition.matches("[a-z0-9][a-z0-9.-]*")) {
            throw new CommandLine.ParameterException(
                    command,
                    "'" + edition + "' is not a valid price book name; use lower case letters, digits, '.' and '-'");
        }
        return edition;
    }

    private @Nullable LocalDate checked(@Nullable LocalDate given) {
        if (given != null && given.isAfter(LocalDate.now(commandContext.clock()))) {
            throw new CommandLine.ParameterException(command, "--observed " + given + " is in the future");
        }
        return given;
    }

    // The configured order may name the edition before its first import.
    private Catalog before(Settings settings, String edition, Path target) {
        List<String> others = settings.editions().stream()
                .filter(listed -> !listed.equals(edition) || Files.exists(target))
                .toList();
        return new CatalogLoader(commandContext.clock())
                .load(others, PriceFiles.builtIn(), PriceFiles.overlay(settings));
    }

    private Catalog after(Settings settings, NamedYaml written) {
        Stream<NamedYaml> others = PriceFiles.overlay(settings).stream()
                .filter(file -> !file.name().equals(written.name()));
        return new CatalogLoader(commandContext.clock())
                .load(
                        settings.editions(),
                        PriceFiles.builtIn(),
                        Stream.concat(others, Stream.of(written)).toList());
    }

    private void refuseAnotherBook(Catalog catalog, String edition, Path target) {
        boolean writtenByHand =
                catalog.books().stream().anyMatch(book -> book.edition().equals(edition) && !book.imported());
        boolean another =
                Files.exists(target) && !EditionFile.isImportOf(edition, content, PriceFiles.named(target, command));
        if (writtenByHand || another) {
            throw new CommandLine.ParameterException(
                    command,
                    "--into " + edition + ": " + (another ? target + " was" : "that price book was")
                            + " not written by an import of " + content.one()
                            + "s, which would replace it; choose another"
                            + " name");
        }
    }

    private static boolean write(Path target, String yaml) {
        try {
            return EditionFile.write(target, yaml);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(
                    "cannot write " + target + " (" + unwritable + "); it is unchanged", unwritable);
        }
    }
}
