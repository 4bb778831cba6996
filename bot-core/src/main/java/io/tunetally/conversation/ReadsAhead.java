package io.tunetally.conversation;

import io.tunetally.storage.StorageException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Reads of the store, each before the work that needs it. The work runs on the thread that has read, as waking another one for
 * it takes longer than both; where reading takes too long, on another one, without what was to be read. A few of each run at a
 * time, in the order they came: if all of a burst were begun at once, the first would be done when the last nearly is.
 */
final class ReadsAhead implements AutoCloseable {
    /** As many as there are connections to a store. Work that waits for more than its read does not belong here. */
    static final int THREADS = 8;

    private static final int IDLE_SECONDS = 10;

    private final long limitNanos;
    private final String tooLong;
    private final ThreadPoolExecutor readers = threads("reads-ahead-");
    private final ThreadPoolExecutor withoutRead = threads("without-read-");
    private final ScheduledThreadPoolExecutor watch = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("reads-watch").factory());
    private final AtomicInteger atWork = new AtomicInteger();
    private volatile long latestEnd = System.nanoTime();

    /**
     * Reads.
     *
     * @param limit how long each is waited for once it is its turn
     */
    ReadsAhead(Duration limit) {
        limitNanos = limit.toNanos();
        tooLong = "did not answer within " + limit.toMillis() + " ms";
        watch.setRemoveOnCancelPolicy(true);
    }

    private static ThreadPoolExecutor threads(String name) {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name(name, 0).factory());
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    /** What was read; asking throws what reading ended with, a {@link StorageException} where it took too long. */
    interface Outcome<T> {
        T get();
    }

    /** Reads, then runs the work with what was read, once. */
    <T> void read(Supplier<T> reading, Consumer<Outcome<T>> work) {
        readers.execute(new Reading<>(reading, work));
    }

    private final class Reading<T> implements Runnable {
        private final Supplier<T> reading;
        private final Consumer<Outcome<T>> work;
        private final AtomicBoolean passedOn = new AtomicBoolean();
        private volatile Future<?> overdue;
        private volatile long begun;
        private volatile boolean isBegun;

        private Reading(Supplier<T> reading, Consumer<Outcome<T>> work) {
            this.reading = reading;
            this.work = work;
            this.overdue = watch.schedule(this::look, limitNanos, TimeUnit.NANOSECONDS);
        }

        @Override
        public void run() {
            begun = System.nanoTime();
            isBegun = true;
            Outcome<T> outcome = outcome();
            latestEnd = System.nanoTime();
            if (passedOn.compareAndSet(false, true)) {
                overdue.cancel(false);
                atWork.incrementAndGet();
                try {
                    work.accept(outcome);
                } finally {
                    atWork.decrementAndGet();
                }
            }
        }

        private Outcome<T> outcome() {
            try {
                T found = reading.get();
                return () -> found;
            } catch (RuntimeException failed) {
                return () -> {
                    throw failed;
                };
            }
        }

        private void look() {
            long left = left();
            if (left > 0) {
                overdue = watch.schedule(this::look, left, TimeUnit.NANOSECONDS);
            } else if (passedOn.compareAndSet(false, true)) {
                withoutRead.execute(() -> work.accept(() -> {
                    throw new StorageException(tooLong);
                }));
            }
        }

        /** How long it may still take. Before its turn it waits for as long as others are served. */
        private long left() {
            if (isBegun) {
                return begun + limitNanos - System.nanoTime();
            }
            return atWork.get() > 0 ? limitNanos : latestEnd + limitNanos - System.nanoTime();
        }
    }

    @Override
    public void close() {
        readers.shutdownNow();
        withoutRead.shutdownNow();
        watch.shutdownNow();
    }
}
