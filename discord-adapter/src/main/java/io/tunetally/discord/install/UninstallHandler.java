package io.tunetally.discord.install;

import io.tunetally.bot.Bulkhead;
import io.tunetally.bot.Incident;
import io.tunetally.discord.api.DiscordConversations;
import io.tunetally.storage.Deletion;
import io.tunetally.storage.StorageException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes the data of a server after the bot was removed from it. An outage is not a removal: JDA tells them apart. Runs outside
 * of the bulkhead of answers, and retries while the store is away for some minutes.
 */
public final class UninstallHandler {
    private static final Logger LOG = LoggerFactory.getLogger(UninstallHandler.class);

    public static final List<Duration> AGAIN_AFTER =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofMinutes(5));

    private final Deletion deletion;
    private final Clock clock;
    private final List<Duration> againAfter;

    /**
     * Creates the handler.
     *
     * @param againAfter how long to wait after each attempt that failed
     */
    public UninstallHandler(Deletion deletion, Clock clock, List<Duration> againAfter) {
        this.deletion = deletion;
        this.clock = clock;
        this.againAfter = List.copyOf(againAfter);
    }

    public void left(String guildId) {
        Instant leftAt = clock.instant();
        onItsOwn(() -> delete(guildId, leftAt));
    }

    /** Discord does not tell of servers that were left while the bot was away; the data of those is still there. */
    public void leftMeanwhile(Predicate<String> hasLeft) {
        Instant now = clock.instant();
        onItsOwn(() -> {
            for (String guildId : spaces()) {
                if (hasLeft.test(guildId)) {
                    delete(guildId, now);
                }
            }
        });
    }

    /** Runs a deletion in the background; the next start repeats one that the process did not finish. */
    private static void onItsOwn(Bulkhead.Task task) {
        Thread.ofVirtual().name("uninstalls").start(() -> {
            try {
                task.run();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            } catch (CancellationException | RejectedExecutionException stop) {
                LOG.info("servers that were left are looked for at the next start");
            } catch (Exception | Error failure) { // Errors, too: no other handler logs them.
                LOG.error("incident {}: the data of a server that was left is not deleted", Incident.id(), failure);
            }
        });
    }

    private Set<String> spaces() {
        try {
            return deletion.spaces(DiscordConversations.DISCORD);
        } catch (StorageException unusable) {
            LOG.error("cannot look for the data of servers that were left: {}", unusable.getMessage());
            return Set.of();
        }
    }

    private void delete(String guildId, Instant leftAt) throws InterruptedException {
        Iterator<Duration> pauses = againAfter.iterator();
        while (true) {
            try {
                long rows = deletion.ofSpace(DiscordConversations.DISCORD, guildId, leftAt)
                        .total();
                LOG.info("out of server {}: {} rows deleted", guildId, rows);
                return;
            } catch (StorageException unusable) {
                if (!pauses.hasNext()) {
                    notDeleted(guildId, unusable.getMessage());
                    return;
                }
            }
            Thread.sleep(pauses.next());
        }
    }

    private static void notDeleted(String guildId, @Nullable String why) {
        LOG.error("out of server {}, but its data is not deleted: {}. Run: tunetally data delete --help", guildId, why);
    }
}
