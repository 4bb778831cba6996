package io.tunetally.discord.send;

import io.tunetally.discord.api.Shards;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/**
 * Limits the messages a second in total: a bot that is over Discord's global limit (50) is cut off from everything. A process
 * with some of the bot's shards has as large a part of it. Where another address than Discord's own is given, a proxy stands
 * there, which keeps the limit for all who share it.
 */
public final class SendPace {
    /** Its test versions, and the name it had, are Discord, too. */
    private static final Pattern DISCORD = Pattern.compile("(?:.+\\.)?discord(?:app)?\\.com", Pattern.CASE_INSENSITIVE);

    private static final int A_SECOND = 45;
    private static final long WINDOW_NANOS = Duration.ofSeconds(1).toNanos();

    private final boolean paced;
    private final int aSecond;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final Deque<Long> latest = new ArrayDeque<>();
    private final LongSupplier nanoTime;
    private final Pause pause;

    public SendPace(URI apiUrl, Shards shards) {
        this(apiUrl, shards, System::nanoTime, nanos -> Thread.sleep(Duration.ofNanos(nanos)));
    }

    /**
     * Creates a pace with another clock.
     *
     * @param nanoTime nanoseconds since an arbitrary moment
     * @param pause waits on the same clock
     */
    SendPace(URI apiUrl, Shards shards, LongSupplier nanoTime, Pause pause) {
        this.nanoTime = nanoTime;
        this.pause = pause;
        paced = DISCORD.matcher(apiUrl.getHost()).matches();
        aSecond = switch (shards) {
            case Shards.Auto _, Shards.Total _ -> A_SECOND;
            case Shards.Part part -> Math.max(1, A_SECOND * (part.last() - part.first() + 1) / part.total());
        };
    }

    /** Waits some nanoseconds. */
    interface Pause {
        void of(long nanos) throws InterruptedException;
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
            long now = nanoTime.getAsLong();
            if (latest.size() == aSecond) {
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
            if (latest.size() == aSecond) {
                long wait = latest.removeFirst() + WINDOW_NANOS - nanoTime.getAsLong();
                if (wait > 0) {
                    pause.of(wait);
                }
            }
            latest.addLast(nanoTime.getAsLong());
        } finally {
            turn.unlock();
        }
    }
}
