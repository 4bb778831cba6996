package io.tunetally.console.imports;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** The options shared by all imports. */
final class PriceImportOptions {
    @CommandLine.Parameters(paramLabel = "LIST", description = "the list: a file, or an https address to read it from")
    String place = "";

    @CommandLine.Option(
            names = "--into",
            paramLabel = "NAME",
            required = true,
            description = "the price book to write, e.g. litellm; lower case letters, digits, '.' and '-'")
    String edition = "";

    @CommandLine.Option(
            names = "--observed",
            paramLabel = "DATE",
            description = "when the list was fetched, if it does not say so itself (default: the file's own date;"
                    + " today for an address)")
    @Nullable LocalDate observed;
}
