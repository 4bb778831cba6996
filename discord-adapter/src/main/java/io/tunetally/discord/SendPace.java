package io.tunetally.discord;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;

/**
 * At most so many messages a second in all: a bot that is over Discord's global limit (50) is cut off from everything. Where
 * another address than Discord's own is given, a proxy stands there, which keeps the limit for all who share it.
 */
final class SendPace {
    private static final String DISCORD = "discord.com";
    private static final int A_SECOND = 45;
    private static final long WINDOW_NANOS = Duration.ofSeconds(1).toNanos();

    private final boolean paced;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final Deque<Long> latest = new ArrayDeque<>();

    SendPace(URI apiUrl) {
        paced = apiUrl.getHost().equals(DISCORD);
    }

    /** Takes the next turn if there is one now. */
    boolean isFree() {
        if (!paced) {
            return true;
        }
        if (!turn.tryLock()) {
            return false;
        }
        try {
            long now = System.nanoTime();
            if (latest.size() == A_SECOND) {
                if (latest.getFirst() + WINDOW_NANOS > now) {
                    return false;
                }
                latest.removeFirst();
            }
            latest.addLast(now);
            return true;
        } finally {
            turn.unlock();
        }
    }

    /** Waits for the next turn. */
    void await() throws InterruptedException {
        if (!paced) {
            return;
        }
        turn.lockInterruptibly();
        try {
            if (latest.size() == A_SECOND) {
                long wait = latest.removeFirst() + WINDOW_NANOS - System.nanoTime();
                if (wait > 0) {
                    Thread.sleep(Duration.ofNanos(wait));
                }
            }
            latest.addLast(System.nanoTime());
        } finally {
            turn.unlock();
        }
    }
}
