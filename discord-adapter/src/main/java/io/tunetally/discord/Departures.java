package io.tunetally.discord;

import io.tunetally.bot.Work;
import io.tunetally.storage.Deletion;
import io.tunetally.storage.StorageException;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Predicate;
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
        if (!work.run("deleting a server's data", () -> delete(guildId, leftAt))) {
            notDeleted(guildId, "there is too much work, or the process is stopping");
        }
    }

    /** Discord does not tell of servers that were left while the bot was away; the data of those is still there. */
    void leftMeanwhile(Predicate<String> hasLeft) {
        Instant now = clock.instant();
        work.run("looking for servers that were left", () -> {
            try {
                deletion.spaces(DiscordConversations.DISCORD).stream()
                        .filter(hasLeft)
                        .forEach(guildId -> delete(guildId, now));
            } catch (StorageException unusable) {
                LOG.error("cannot look for the data of servers that were left: {}", unusable.getMessage());
            }
        });
    }

    private void delete(String guildId, Instant leftAt) {
        try {
            long rows = deletion.ofSpace(DiscordConversations.DISCORD, guildId, leftAt)
                    .total();
            LOG.info("out of server {}: {} rows deleted", guildId, rows);
        } catch (StorageException unusable) {
            notDeleted(guildId, unusable.getMessage());
        }
    }

    private static void notDeleted(String guildId, @Nullable String why) {
        LOG.error("out of server {}, but its data is not deleted: {}. Run: tunetally data delete --help", guildId, why);
    }
}
