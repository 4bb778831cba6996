package io.tunetally.console.prices;

import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** The options shared by all imports. */
final class PriceImportOptions {
    @CommandLine.Parameters(paramLabel = "FILE", description = "the downloaded list")
    Path file = Path.of("");

    @CommandLine.Option(
            names = "--into",
            paramLabel = "NAME",
            required = true,
            description = "the price book to write, e.g. litellm; lower case letters, digits, '.' and '-'")
    String edition = "";

    @CommandLine.Option(
            names = "--observed",
            paramLabel = "DATE",
            description = "when the list was fetched, if it does not say so itself (default: the file's own date)")
    @Nullable LocalDate observed;
}
