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
 * Tracks the users whose answer is under way. If the process ends first, because Discord holds an answer back for longer, each is
 * told so as far as possible.
 */
public final class PendingAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(PendingAnswers.class);

    private final Set<Waiter> waiting = ConcurrentHashMap.newKeySet();

    /** A user who waits. */
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

    /** Tells all users in parallel, and returns after the limit at the latest. */
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
            LOG.info("could not notify a user that no answer comes: {}", refused.getMessage());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            if (DiscordRefusals.isOurEnd(failure)) {
                LOG.info("a user was not notified in time that no answer comes");
            } else {
                LOG.error("could not notify a user that no answer comes", failure);
            }
        }
    }
}
