package io.tunetally.discord.send;

import io.tunetally.discord.api.DiscordRefusals;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Those whose answer is under way. Where the process ends first, because Discord holds an answer back for longer, each is told as
 * far as something can still be said.
 */
public final class PendingAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(PendingAnswers.class);

    private final Set<Waiter> waiting = ConcurrentHashMap.newKeySet();

    /** One of them. */
    public interface Waiter {
        /** Says that no answer comes; runs on a thread that may wait. */
        void turnAway() throws InterruptedException;
    }

    public void add(Waiter waiter) {
        waiting.add(waiter);
    }

    public void remove(Waiter waiter) {
        waiting.remove(waiter);
    }

    /** Tells all of them at once, and goes on after so long whoever has been told. */
    public void turnAway(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        List<Thread> telling = waiting.stream()
                .map(waiter -> Thread.ofVirtual().name("turning-away").start(() -> tell(waiter)))
                .toList();
        try {
            for (Thread one : telling) {
                one.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static void tell(Waiter waiter) {
        try {
            waiter.turnAway();
        } catch (ErrorResponseException refused) {
            LOG.info("somebody could not be told that no answer comes: {}", refused.getMessage());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            if (DiscordRefusals.isOurEnd(failure)) {
                LOG.info("somebody was not told in time that no answer comes");
            } else {
                LOG.error("somebody could not be told that no answer comes", failure);
            }
        }
    }
}
