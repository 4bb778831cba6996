package io.tunetally.bot;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs tasks alongside or after an acknowledgement, at most N at a time, each on a virtual thread or elsewhere. */
public final class Bulkhead implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Bulkhead.class);

    private static final ScopedValue<Permit> OWN = ScopedValue.newInstance();

    /** Limits waiting tasks: each costs only memory, but not without bound. */
    private static final int MOST_WAITING = 5_000;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final int most;
    private final Semaphore room;
    private final Semaphore waitingRoom = new Semaphore(MOST_WAITING);
    private final Duration patience;
    private volatile boolean closing;

    /**
     * Creates a bulkhead that accepts tasks immediately.
     *
     * @param patience how long {@link #close} waits for running tasks
     */
    public Bulkhead(int most, Duration patience) {
        this.most = most;
        this.room = new Semaphore(most);
        this.patience = patience;
    }

    /** Returns a permit for a task that runs elsewhere; empty if the limit is reached or the bulkhead is closing. */
    public Optional<Permit> enter() {
        return !closing && room.tryAcquire() ? Optional.of(new Permit()) : Optional.empty();
    }

    /** Starts a task; empty if the limit is reached or the bulkhead is closing. */
    public <T> Optional<Future<T>> begin(Callable<T> piece) {
        Optional<Permit> entered = enter();
        if (entered.isEmpty()) {
            return Optional.empty();
        }
        Permit own = entered.get();
        try {
            return Optional.of(threads.submit(() -> {
                try (own) {
                    return ScopedValue.where(OWN, own).call(piece::call);
                }
            }));
        } catch (RejectedExecutionException closed) {
            own.close();
            return Optional.empty();
        }
    }

    /**
     * Marks the calling task as only waiting, so that another may start in its place. With 5,000 such tasks already, it
     * keeps its place. Does nothing outside of {@link #begin} and {@link #run}.
     */
    public static void onlyWaits() {
        if (OWN.isBound()) {
            OWN.get().leave();
        }
    }

    /** Starts a task and logs its failure; false if the task is rejected. */
    public boolean run(String what, Piece piece) {
        return begin(() -> {
                    try {
                        piece.run();
                    } catch (Throwable failure) { // Errors, too: the future is never read.
                        LOG.error("incident {}: {} failed", Incident.id(), what, failure);
                    }
                    return "";
                })
                .isPresent();
    }

    /** A task without a result. */
    public interface Piece {
        void run() throws Exception;
    }

    /** A slot in the bulkhead, held until it is closed; closing it again does nothing. */
    public final class Permit implements AutoCloseable {
        private final AtomicReference<@Nullable Semaphore> held = new AtomicReference<>(room);

        private Permit() {}

        private void leave() {
            if (waitingRoom.tryAcquire()) {
                (held.compareAndSet(room, waitingRoom) ? room : waitingRoom).release();
            }
        }

        @Override
        public void close() {
            Semaphore left = held.getAndSet(null);
            if (left != null) {
                left.release();
            }
        }
    }

    /** Rejects new tasks, waits for running ones, then interrupts those on the bulkhead's own threads. */
    @Override
    public void close() {
        closing = true;
        long end = System.nanoTime() + patience.toNanos();
        try {
            // In this order: a task that leaves the room is in the waiting room by then.
            if (!room.tryAcquire(most, patience.toNanos(), TimeUnit.NANOSECONDS)
                    || !waitingRoom.tryAcquire(MOST_WAITING, end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                LOG.warn("interrupting tasks that are still running after {}", patience);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        threads.shutdownNow();
    }
}
