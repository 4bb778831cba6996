package io.tunetally.console.data;

import io.tunetally.chat.ConversationId;
import io.tunetally.chat.PlatformId;
import io.tunetally.chat.UserId;
import io.tunetally.console.terminal.CommandContext;
import io.tunetally.runtime.ExitCode;
import io.tunetally.runtime.Stores;
import io.tunetally.storage.Counts;
import io.tunetally.storage.Deletion;
import io.tunetally.storage.Storage;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Deletes the data of a conversation, a person or a workspace. */
@CommandLine.Command(
        name = "delete",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Permanently deletes the data of a conversation, a person, or a workspace or guild.",
        footer = {
            "",
            "Examples: ./tunetally data delete --conversation budget",
            "          ./tunetally data delete --platform NAME --user U012AB3CD"
        })
public final class DataDeleteCommand implements Callable<Integer> {
    private final CommandContext commandContext;

    @CommandLine.ArgGroup(multiplicity = "1")
    private Whose whose = new Whose();

    @CommandLine.Option(
            names = "--platform",
            paramLabel = "NAME",
            defaultValue = "console",
            description = "console or the name of a platform (default: ${DEFAULT-VALUE})")
    private String platform = "console";

    /** The owner of the data: exactly one option must be given. */
    static final class Whose {
        @CommandLine.Option(
                names = "--conversation",
                paramLabel = "NAME",
                description =
                        "a named conversation of chat; of a platform: SPACE/CHANNEL/THREAD, empty parts left empty")
        private @Nullable String conversation;

        @CommandLine.Option(names = "--user", paramLabel = "ID", description = "a person, by the platform's id")
        private @Nullable String user;

        @CommandLine.Option(names = "--space", paramLabel = "ID", description = "a workspace or guild")
        private @Nullable String space;

        @CommandLine.Option(
                names = "--unreadable",
                description = "installations whose tokens no current key can decrypt, if the key is lost")
        private boolean unreadable;
    }

    public DataDeleteCommand(CommandContext commandContext) {
        this.commandContext = commandContext;
    }

    @Override
    public Integer call() {
        try (Storage storage = Stores.open(commandContext.environment(), commandContext.clock())) {
            long deleted = whose.unreadable
                    ? storage.installations().deleteUnreadable()
                    : delete(storage.deletion()).total();
            commandContext.err().println("tunetally: deleted " + deleted + " rows");
            return ExitCode.OK;
        }
    }

    private Counts delete(Deletion deletion) {
        PlatformId id = new PlatformId(platform);
        if (whose.user != null) {
            return deletion.ofUser(id, new UserId(whose.user));
        }
        if (whose.space != null) {
            // Also includes installations within this very millisecond.
            return deletion.ofSpace(
                    id, whose.space, commandContext.clock().instant().plusMillis(1));
        }
        return deletion.ofConversation(conversation(id, String.valueOf(whose.conversation)));
    }

    private static ConversationId conversation(PlatformId platform, String name) {
        if (platform.equals(PlatformId.CONSOLE)) {
            return CommandContext.conversation(name);
        }
        String[] parts = (name + "//").split("/", -1);
        return new ConversationId(platform, parts[0], parts[1], parts[2]);
    }
}
