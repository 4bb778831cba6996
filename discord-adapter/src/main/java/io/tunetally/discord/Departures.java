package io.tunetally.discord;

import io.tunetally.bot.Work;
import io.tunetally.storage.Deletion;
import io.tunetally.storage.StorageException;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes what is stored of a server once the bot is out of it. An outage is none: JDA tells them apart. */
final class Departures {
    private static final Logger LOG = LoggerFactory.getLogger(Departures.class);

    private final Deletion deletion;
    private final Work work;
    private final Clock clock;

    Departures(Deletion deletion, Work work, Clock clock) {
        this.deletion = deletion;
        this.work = work;
        this.clock = clock;
    }

    void left(String guildId) {
        Instant leftAt = clock.instant();
        boolean taken = work.run("deleting a server's data", () -> {
            try {
                long rows = deletion.ofSpace(DiscordConversations.DISCORD, guildId, leftAt)
                        .total();
                LOG.info("out of server {}: {} rows deleted", guildId, rows);
            } catch (StorageException unusable) {
                notDeleted(guildId, unusable.getMessage());
            }
        });
        if (!taken) {
            notDeleted(guildId, "the process is stopping");
        }
    }

    private static void notDeleted(String guildId, @Nullable String why) {
        LOG.error("out of server {}, but its data is not deleted: {}. Run: tunetally data delete --help", guildId, why);
    }
}
