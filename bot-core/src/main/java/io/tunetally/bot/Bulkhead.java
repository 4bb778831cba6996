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

/** Runs tasks after an event is acknowledged, at most N at a time, each on a virtual thread or elsewhere. */
public final class Bulkhead implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Bulkhead.class);

    private static final ScopedValue<Permit> OWN = ScopedValue.newInstance();

    /** Limits waiting tasks: each costs only memory, but not without bound. */
    private static final int MOST_WAITING = 5_000;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final int most;
    private final Semaphore running;
    private final Semaphore waiting = new Semaphore(MOST_WAITING);
    private final Duration closeWithin;
    private volatile boolean closing;

    /**
     * Creates a bulkhead that accepts tasks immediately.
     *
     * @param closeWithin how long {@link #close} waits for running tasks
     */
    public Bulkhead(int most, Duration closeWithin) {
        this.most = most;
        this.running = new Semaphore(most);
        this.closeWithin = closeWithin;
    }

    /** Returns a permit for a task that runs elsewhere; empty if the limit is reached or this is closing. */
    public Optional<Permit> enter() {
        return !closing && running.tryAcquire() ? Optional.of(new Permit()) : Optional.empty();
    }

    /** Starts a task; empty if the limit is reached or this is closing. */
    public <T> Optional<Future<T>> begin(Callable<T> task) {
        Optional<Permit> entered = enter();
        if (entered.isEmpty()) {
            return Optional.empty();
        }
        Permit own = entered.get();
        try {
            return Optional.of(threads.submit(() -> {
                try (own) {
                    return ScopedValue.where(OWN, own).call(task::call);
                }
            }));
        } catch (RejectedExecutionException closed) {
            own.close();
            return Optional.empty();
        }
    }

    /**
     * Marks the calling task as only waiting, so that another may start in its place. If 5,000 tasks already wait, it
     * keeps its place. Does nothing outside of {@link #begin} and {@link #run}.
     */
    public static void onlyWaits() {
        if (OWN.isBound()) {
            OWN.get().leave();
        }
    }

    /** Starts a task and logs its failure; false if it is rejected. */
    public boolean run(String what, Task task) {
        return begin(() -> {
                    try {
                        task.run();
                    } catch (Throwable failure) { // Errors, too: no caller reads the future.
                        LOG.error("incident {}: {} failed", Incident.id(), what, failure);
                    }
                    return "";
                })
                .isPresent();
    }

    /** A task without a result. */
    public interface Task {
        void run() throws Exception;
    }

    /** The place of a task until it is closed; closing it again does nothing. */
    public final class Permit implements AutoCloseable {
        private final AtomicReference<@Nullable Semaphore> held = new AtomicReference<>(running);

        private Permit() {}

        private void leave() {
            if (waiting.tryAcquire()) {
                (held.compareAndSet(running, waiting) ? running : waiting).release();
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

    /** Rejects new tasks, waits for running ones, then interrupts those on its own threads. */
    @Override
    public void close() {
        closing = true;
        long end = System.nanoTime() + closeWithin.toNanos();
        try {
            // In this order: a task that leaves its place has one among the waiting by then.
            if (!running.tryAcquire(most, closeWithin.toNanos(), TimeUnit.NANOSECONDS)
                    || !waiting.tryAcquire(MOST_WAITING, end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                LOG.warn("interrupting tasks that are still running after {}", closeWithin);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        threads.shutdownNow();
    }
}
