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

/** What is done beside or after an acknowledgement: so many pieces at a time at most, each on a virtual thread or elsewhere. */
public final class Bulkhead implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Bulkhead.class);

    private static final ScopedValue<Permit> OWN = ScopedValue.newInstance();

    /** What only waits costs memory alone, but not without end. */
    private static final int MOST_WAITING = 5_000;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final int most;
    private final Semaphore room;
    private final Semaphore waitingRoom = new Semaphore(MOST_WAITING);
    private final Duration patience;
    private volatile boolean closing;

    /**
     * Takes work at once.
     *
     * @param patience how long {@link #close} waits for what has begun
     */
    public Bulkhead(int most, Duration patience) {
        this.most = most;
        this.room = new Semaphore(most);
        this.patience = patience;
    }

    /** Permit for a piece of work, wherever it is done; empty where there is as much as can be done, or the end is near. */
    public Optional<Permit> enter() {
        return !closing && room.tryAcquire() ? Optional.of(new Permit()) : Optional.empty();
    }

    /** Begins a piece of work; empty where there is already as much as can be done, or the end is near. */
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
     * The piece of work that calls this only waits from now on: another one may begin in its place. Where there are 5,000
     * such already it keeps its place. Outside of {@link #begin} and {@link #run} nothing happens.
     */
    public static void onlyWaits() {
        if (OWN.isBound()) {
            OWN.get().leave();
        }
    }

    /** Begins a piece of work whose failure is logged; false where it cannot be taken. */
    public boolean run(String what, Piece piece) {
        return begin(() -> {
                    try {
                        piece.run();
                    } catch (Throwable failure) { // Errors, too: nobody reads the future.
                        LOG.error("incident {}: {} failed", Incident.id(), what, failure);
                    }
                    return "";
                })
                .isPresent();
    }

    /** A piece of work without a result. */
    public interface Piece {
        void run() throws Exception;
    }

    /** What a piece of work takes up until it is closed; closing it again does nothing. */
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

    /** Takes no more and waits for what has begun, then interrupts what runs on threads of its own. */
    @Override
    public void close() {
        closing = true;
        long end = System.nanoTime() + patience.toNanos();
        try {
            // In this order: what leaves the room is in the waiting room by then.
            if (!room.tryAcquire(most, patience.toNanos(), TimeUnit.NANOSECONDS)
                    || !waitingRoom.tryAcquire(MOST_WAITING, end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                LOG.warn("work is still going on after {} and is interrupted", patience);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        threads.shutdownNow();
    }
}
