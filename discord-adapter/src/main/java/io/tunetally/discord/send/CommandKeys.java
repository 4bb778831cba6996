package io.tunetally.discord.send;

import io.tunetally.discord.api.DiscordLimits;
import io.tunetally.discord.message.DiscordMessage;
import io.tunetally.storage.ActionKeys;
import io.tunetally.storage.StorageException;
import io.tunetally.storage.bounded.StoreCalls;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stores the commands that the components of messages stand for, where their ids are too short for them. */
final class CommandKeys {
    private static final Logger LOG = LoggerFactory.getLogger(CommandKeys.class);

    private static final List<Duration> KEPT_AGAIN_AFTER =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(25), Duration.ofSeconds(90));

    /** Limits the messages whose commands are stored later. */
    private final Semaphore laterKept = new Semaphore(1_000);

    private final ActionKeys keys;
    private final StoreCalls calls;

    CommandKeys(ActionKeys keys, StoreCalls calls) {
        this.keys = keys;
        this.calls = calls;
    }

    /** Stores the commands of a message before it is sent; if the store fails, tries again later. */
    void keep(DiscordMessage message) {
        List<String> commands = message.commands();
        if (commands.isEmpty()) {
            return;
        }
        try {
            calls.run(DiscordLimits.STORE_CALL, () -> keys.keep(commands));
        } catch (StorageException unusable) {
            LOG.warn("some buttons of a message do not work yet: {}", unusable.getMessage());
            keepLater(commands);
        }
    }

    /** The message is sent meanwhile: a store that comes back within two minutes makes its buttons work. */
    private void keepLater(List<String> commands) {
        if (!laterKept.tryAcquire()) {
            return;
        }
        Thread.ofVirtual().name("keys").start(() -> {
            try {
                for (Duration pause : KEPT_AGAIN_AFTER) {
                    Thread.sleep(pause);
                    if (isKept(commands)) {
                        return;
                    }
                }
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            } finally {
                laterKept.release();
            }
        });
    }

    private boolean isKept(List<String> commands) {
        try {
            keys.keep(commands);
            return true;
        } catch (StorageException unusable) {
            LOG.debug("some buttons of a message still do not work", unusable);
            return false;
        }
    }
}
