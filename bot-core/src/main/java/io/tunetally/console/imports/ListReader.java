package io.tunetally.console.imports;

import io.tunetally.catalog.yaml.NamedYaml;
import io.tunetally.console.terminal.CommandContext;
import io.tunetally.settings.TextFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import picocli.CommandLine;

/** Reads the lists that the operator names on the command line: files and https addresses. */
final class ListReader {
    /** LiteLLM's list, the largest, has 1.5 million. */
    static final int MOST_BYTES = 16 << 20;

    private final CommandContext commandContext;
    private final CommandLine command;

    ListReader(CommandContext commandContext, CommandLine command) {
        this.commandContext = commandContext;
        this.command = command;
    }

    /**
     * A list and the day it is from.
     *
     * @param day the date of the file; today for an address
     */
    record DatedList(NamedYaml list, LocalDate day) {}

    /**
     * Reads a list.
     *
     * @throws CommandLine.ParameterException if there is no such file, or the address is not read
     * @throws AddressException if the address does not give it
     */
    DatedList read(String place) {
        return HttpsAddress.is(place) ? fetched(place) : file(place);
    }

    private DatedList fetched(String text) {
        HttpsAddress address = address(text);
        return new DatedList(new NamedYaml(address.name(), TextFile.decoded(address.name(), address.read())), today());
    }

    private HttpsAddress address(String text) {
        try {
            return HttpsAddress.of(text);
        } catch (IllegalArgumentException e) {
            throw usage(HttpsAddress.shown(text) + ": " + e.getMessage());
        }
    }

    private DatedList file(String name) {
        Path file = path(name);
        if (!Files.isRegularFile(file)) {
            throw usage("there is no file " + file);
        }
        return new DatedList(new NamedYaml(file.toString(), TextFile.read(file, MOST_BYTES)), modified(file));
    }

    private Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException _) {
            throw usage("'" + name + "' is neither the name of a file nor an https address");
        }
    }

    private LocalDate modified(Path file) {
        try {
            LocalDate modified = LocalDate.ofInstant(
                    Files.getLastModifiedTime(file).toInstant(),
                    commandContext.clock().getZone());
            return modified.isAfter(today()) ? today() : modified;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the date of " + file, unreadable);
        }
    }

    private LocalDate today() {
        return LocalDate.now(commandContext.clock());
    }

    private CommandLine.ParameterException usage(String problem) {
        return new CommandLine.ParameterException(command, problem);
    }
}
