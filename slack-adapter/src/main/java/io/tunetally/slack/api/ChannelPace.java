package io.tunetally.slack.api;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.tunetally.bot.Bulkhead;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/** Limits each channel to one message a second, as Slack does, in the order of arrival. */
public final class ChannelPace {
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final Duration KEPT = Duration.ofMinutes(10);

    /** The last of them would be sent after more than a minute and a half. */
    private static final int MOST_OF_A_CHANNEL = 100;

    private final Clock clock;
    private final Pause pause;
    private final LoadingCache<String, Lane> lanes =
            Caffeine.newBuilder().expireAfterAccess(KEPT).build(channel -> new Lane());

    /** Lets time pass. */
    public interface Pause {
        void forThe(Duration time) throws InterruptedException;

        /** Whether no time is left to wait, as the program stops. */
        default boolean isOver() {
            return false;
        }

        /** Ends all pauses as the program stops; later ones do not begin. */
        default void end() {}
    }

    public ChannelPace(Clock clock, Pause pause) {
        this.clock = clock;
        this.pause = pause;
    }

    /**
     * Runs all of an answer, from the claim of its message to its post, in the channel's turn: a later answer knows the earlier
     * ones and is posted below them.
     */
    public void inOrder(String channel, Bulkhead.Task task) throws Exception {
        Lane lane = lanes.get(channel);
        lane.waiting.incrementAndGet();
        try {
            lane.enter();
            try {
                task.run();
            } finally {
                lane.turn.unlock();
            }
        } finally {
            lane.waiting.decrementAndGet();
        }
    }

    private static final class Lane {
        private final ReentrantLock turn = new ReentrantLock(true);
        private final AtomicInteger waiting = new AtomicInteger();
        private Instant free = Instant.MIN;

        void enter() throws InterruptedException {
            // Fair also without waiters, which a plain tryLock would not be.
            if (!turn.tryLock(0, TimeUnit.SECONDS)) {
                Bulkhead.onlyWaits();
                turn.lockInterruptibly();
            }
        }
    }

    /** Whether the channel's queue is so long that another message would come too late. */
    public boolean isFull(String channel) {
        return lanes.get(channel).waiting.get() >= MOST_OF_A_CHANNEL;
    }

    /** Sends at the channel's next turn. */
    public <T> T inTurn(String channel, Callable<T> sending) throws Exception {
        Lane lane = lanes.get(channel);
        // An ordered send waits already.
        int more = lane.turn.isHeldByCurrentThread() ? 0 : 1;
        lane.waiting.addAndGet(more);
        try {
            return inTurn(lane, sending);
        } finally {
            lane.waiting.addAndGet(-more);
        }
    }

    private <T> T inTurn(Lane lane, Callable<T> sending) throws Exception {
        lane.enter();
        try {
            Instant now = clock.instant();
            if (now.isBefore(lane.free)) {
                Duration left = Duration.between(now, lane.free);
                // More than that is left only where the clock was set back.
                pause.forThe(left.compareTo(INTERVAL) < 0 ? left : INTERVAL);
            }
            return sending.call();
        } finally {
            lane.free = clock.instant().plus(INTERVAL);
            lane.turn.unlock();
        }
    }
}
