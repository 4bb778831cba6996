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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done beside or after an acknowledgement: each piece on a virtual thread, so many at a time at most. */
public final class Work implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Work.class);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore room;
    private final Duration patience;

    /**
     * Takes work at once.
     *
     * @param patience how long {@link #close} waits for what has begun
     */
    public Work(int most, Duration patience) {
        this.room = new Semaphore(most);
        this.patience = patience;
    }

    /** Begins a piece of work; empty where there is already as much as can be done, or the end is near. */
    public <T> Optional<Future<T>> begin(Callable<T> piece) {
        if (!room.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return Optional.of(threads.submit(() -> {
                try {
                    return piece.call();
                } finally {
                    room.release();
                }
            }));
        } catch (RejectedExecutionException closing) {
            room.release();
            return Optional.empty();
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

    /** Takes no more and waits for what has begun, then interrupts it. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("work is still going on after {} and is interrupted", patience);
                threads.shutdownNow();
            }
        } catch (InterruptedException stop) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
