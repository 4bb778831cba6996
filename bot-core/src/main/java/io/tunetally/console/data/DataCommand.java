package io.tunetally.console.data;

import io.tunetally.console.terminal.CommandContext;
import io.tunetally.runtime.ExitCode;
import io.tunetally.runtime.Stores;
import io.tunetally.settings.StorageSettings;
import io.tunetally.storage.Counts;
import io.tunetally.storage.Kind;
import io.tunetally.storage.Storage;
import io.tunetally.storage.jdbc.DatabaseUrl;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Shows the stored data. */
@CommandLine.Command(
        name = "data",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Shows, saves, moves and deletes stored data.")
public final class DataCommand implements Callable<Integer> {
    private final CommandContext commandContext;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    public DataCommand(CommandContext commandContext) {
        this.commandContext = commandContext;
    }

    @Override
    public Integer call() {
        if (spec != null) {
            spec.commandLine().usage(commandContext.err());
        }
        return ExitCode.USAGE;
    }

    @CommandLine.Command(
            name = "status",
            mixinStandardHelpOptions = true,
            description = "Shows where the data is and how much of each kind.")
    int status() {
        try (Storage storage = open()) {
            Storage.Health health = storage.health();
            commandContext
                    .out()
                    .println(health.engine() + ", " + health.place() + ", schema " + health.schema() + ", "
                            + size(health.sizeBytes()));
            print(storage.archive().counts());
            if (!health.trouble().isEmpty()) {
                commandContext.err().println("tunetally: " + health.trouble());
                return ExitCode.BAD_CONFIGURATION;
            }
            return ExitCode.OK;
        }
    }

    @CommandLine.Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description = "Writes everything as JSON Lines to standard output; installations only with --with-secrets.")
    int export(
            @CommandLine.Option(
                            names = "--with-secrets",
                            description = "also installations, their tokens in the clear: keep the file safe")
                    boolean withSecrets) {
        try (Storage storage = open()) {
            long rows = new DataLines(storage.archive()).write(commandContext.out(), withSecrets);
            commandContext.out().flush();
            commandContext.err().println("tunetally: exported " + rows + " rows" + leftOut(storage, withSecrets));
            return ExitCode.OK;
        }
    }

    private static String leftOut(Storage storage, boolean withSecrets) {
        long secrets = withSecrets ? 0 : storage.archive().counts().of(Kind.INSTALLATIONS);
        return secrets == 0 ? "" : ", left out " + secrets + " with secrets (--with-secrets includes them)";
    }

    @CommandLine.Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description = "Reads JSON Lines as export writes them from standard input; rows that exist are replaced.")
    int read() throws IOException {
        try (Storage storage = open()) {
            long rows = new DataLines(storage.archive()).read(commandContext.in());
            commandContext.err().println("tunetally: imported " + rows + " rows");
            return ExitCode.OK;
        } catch (DataLines.MalformedLineException malformed) {
            commandContext.err().println("tunetally: " + malformed.getMessage());
            return ExitCode.USAGE;
        }
    }

    @CommandLine.Command(
            name = "migrate",
            mixinStandardHelpOptions = true,
            description = "Copies everything into another, empty database and compares the numbers of rows.")
    int migrate(
            @CommandLine.Option(
                            names = "--to",
                            required = true,
                            paramLabel = "URL",
                            description = "jdbc:postgresql://host/database?user=...&password=... or jdbc:sqlite:FILE")
                    String url) {
        StorageSettings settings = StorageSettings.read(commandContext.environment());
        DatabaseUrl target = Stores.place(url);
        try (Storage from = open();
                Storage to = Stores.open(target, settings, commandContext.clock())) {
            return new DataMove(
                            from.archive(), to.archive(), commandContext.clock().instant(), commandContext.err())
                    .run(target.shown());
        }
    }

    @CommandLine.Command(
            name = "rotate-key",
            mixinStandardHelpOptions = true,
            description = "Re-encrypts every stored secret: with a new key in the key file, or with the first key if"
                    + " TUNETALLY_KEY is NEW,OLD.")
    int rotateKey() {
        try (Storage storage = open()) {
            commandContext.err().println("tunetally: re-encrypted " + storage.rotateKey() + " secrets");
            return ExitCode.OK;
        }
    }

    @CommandLine.Command(
            name = "compact",
            mixinStandardHelpOptions = true,
            description = "Removes expired rows and frees the space of deleted ones; writers wait meanwhile.")
    int compact() {
        try (Storage storage = open()) {
            long before = storage.health().sizeBytes();
            long expired = storage.retention().sweep().total();
            storage.compact();
            commandContext
                    .err()
                    .println("tunetally: removed " + expired + " expired rows; " + size(before) + ", now "
                            + size(storage.health().sizeBytes()));
            return ExitCode.OK;
        }
    }

    private Storage open() {
        return Stores.open(commandContext.environment(), commandContext.clock());
    }

    private void print(Counts counts) {
        for (Kind kind : Kind.values()) {
            commandContext.out().println(String.format(Locale.ROOT, "%10d  %s", counts.of(kind), kind.word()));
        }
        commandContext.out().flush();
    }

    /** Formats a size for people: {@code 48 KB}. */
    public static String size(long bytes) {
        return bytes < 10_000_000 ? (bytes + 1023) / 1024 + " KB" : bytes / (1024 * 1024) + " MB";
    }
}
