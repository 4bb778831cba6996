package io.tunetally.runtime;

import io.tunetally.chat.ConversationId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs tasks about threads: those of one thread in sequence, those of others beside them. A workspace runs few at once, so that
 * one that the platform slows down keeps no other waiting.
 */
final class ThreadLanes implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ThreadLanes.class);
    private static final int AT_ONCE = 4;

    /** Workspaces share them by their hash. */
    private static final int WORKSPACES = 256;

    /** The share of the five seconds within which the process must be gone. */
    private static final Duration END_WITHIN = Duration.ofMillis(500);

    private final int most;
    private final ExecutorService runners = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("board-", 0).factory());
    private final List<Semaphore> permits =
            Stream.generate(() -> new Semaphore(AT_ONCE)).limit(WORKSPACES).toList();
    private final Map<ConversationId, Queue<Runnable>> lanes = new HashMap<>();
    private int waiting;

    /** @param most the maximum number of tasks that wait */
    ThreadLanes(int most) {
        this.most = most;
    }

    /** Runs a task at its turn; returns false if too many wait or the process ends. */
    synchronized boolean run(ConversationId thread, Runnable task) {
        if (waiting >= most || runners.isShutdown()) {
            return false;
        }
        waiting++;
        Queue<Runnable> lane = lanes.get(thread);
        if (lane != null) {
            return lane.add(task);
        }
        lanes.put(thread, new ArrayDeque<>(List.of(task)));
        runners.execute(() -> runAll(thread));
        return true;
    }

    private void runAll(ConversationId thread) {
        Semaphore permit = permits.get(Math.floorMod(thread.space().hashCode(), WORKSPACES));
        Runnable task = next(thread);
        while (task != null) {
            try {
                permit.acquire();
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
                return;
            }
            try {
                task.run();
            } finally {
                permit.release();
            }
            task = next(thread);
        }
    }

    private synchronized @Nullable Runnable next(ConversationId thread) {
        Runnable task = lanes.getOrDefault(thread, new ArrayDeque<>()).poll();
        if (task == null) {
            lanes.remove(thread);
        } else {
            waiting--;
        }
        return task;
    }

    /** Interrupts what runs, and drops what waits; returns once nothing runs any more, or at a limit. */
    @Override
    public void close() {
        synchronized (this) { // A task is taken before, or refused.
            runners.shutdownNow();
        }
        try {
            if (!runners.awaitTermination(END_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("a board is still being updated after {}", END_WITHIN);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
