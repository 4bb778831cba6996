package io.tunetally.storage.bounded;

import io.tunetally.storage.StorageException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Reads from the store before the work that needs the result. The work runs on the thread that has read, as waking
 * another one takes longer than both; if reading takes too long, it runs on another thread, without the result. A few
 * run at a time, in the order they arrived: if a whole burst started at once, the first would finish when the last
 * nearly does. Work of the same conversation runs in sequence, as the second may refer to the first.
 */
final class Prefetcher implements AutoCloseable {
    /** More than the processors, as work may wait, too: up to a second when the store hangs, and for the platform. */
    static final int THREADS = 20;

    private static final int IDLE_SECONDS = 10;

    /** A timeout is noticed at most a tenth of the limit late. */
    private static final int LOOKS_WITHIN_LIMIT = 10;

    private static final int LOOKS_BEFORE_SLEEP = 100;

    private final long limitNanos;
    private final String tooLong;
    private final ThreadPoolExecutor readers = threads("reads-ahead-");
    private final ThreadPoolExecutor withoutRead = threads("without-read-");
    private final Queue<Reading<?>> pending = new ConcurrentLinkedQueue<>();
    private final AtomicInteger atWork = new AtomicInteger();

    /** Work queued behind its predecessor, by conversation; every key present has one in progress. */
    private final Map<Object, Queue<Reading<?>>> following = new HashMap<>();

    private final Thread watch;
    private final LongSupplier nanoTime;
    private volatile long latestEnd;
    private volatile boolean watchSleeps;
    private volatile boolean closed;

    /**
     * Creates a prefetcher.
     *
     * @param limit how long to wait for each read once it is its turn
     */
    Prefetcher(Duration limit) {
        this(limit, System::nanoTime);
    }

    /**
     * Creates a prefetcher with another clock.
     *
     * @param nanoTime nanoseconds since an arbitrary moment
     */
    Prefetcher(Duration limit, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        latestEnd = nanoTime.getAsLong();
        limitNanos = limit.toNanos();
        tooLong = "did not answer within " + limit.toMillis() + " ms";
        watch = Thread.ofPlatform().daemon().name("reads-watch").start(this::watch);
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

    /** The result of a read; getting it throws the read's exception, a {@link StorageException} on timeout. */
    interface Outcome<T> {
        T get();
    }

    /**
     * Reads, then runs the work with the result, once.
     *
     * @param of the key that orders the work; earlier work with the same key goes first
     */
    <T> void read(Object of, Supplier<T> reading, Consumer<Outcome<T>> work) {
        Reading<T> next = new Reading<>(of, reading, work);
        if (isFirst(next)) {
            begin(next);
        }
    }

    private void begin(Reading<?> next) {
        next.asked = nanoTime.getAsLong();
        pending.add(next);
        if (watchSleeps) {
            LockSupport.unpark(watch);
        }
        readers.execute(next);
    }

    private synchronized boolean isFirst(Reading<?> next) {
        Queue<Reading<?>> others = following.get(next.of);
        if (others == null) {
            following.put(next.of, new ArrayDeque<>(1));
            return true;
        }
        others.add(next);
        return false;
    }

    private synchronized Optional<Reading<?>> after(Reading<?> done) {
        Optional<Reading<?>> next = Optional.ofNullable(following.get(done.of)).map(Queue::poll);
        if (next.isEmpty()) {
            following.remove(done.of);
        }
        return next;
    }

    private void ended(Reading<?> done) {
        if (!closed) {
            after(done).ifPresent(this::begin);
        }
    }

    /** Checks all pending reads periodically: one timer each would wake one thread each. */
    private void watch() {
        int idle = 0;
        while (!closed) {
            LockSupport.parkNanos(this, limitNanos / LOOKS_WITHIN_LIMIT);
            pending.removeIf(Reading::isPassedOn);
            idle = pending.isEmpty() ? idle + 1 : 0;
            if (idle == LOOKS_BEFORE_SLEEP) {
                sleepUntilThereIsMore();
                idle = 0;
            }
        }
    }

    private void sleepUntilThereIsMore() {
        watchSleeps = true;
        while (pending.isEmpty() && !closed) {
            LockSupport.park(this);
        }
        watchSleeps = false;
    }

    private final class Reading<T> implements Runnable {
        private final Object of;
        private final Supplier<T> reading;
        private final Consumer<Outcome<T>> work;
        private final AtomicBoolean passedOn = new AtomicBoolean();
        private volatile long asked;
        private volatile long begun;
        private volatile boolean isBegun;

        private Reading(Object of, Supplier<T> reading, Consumer<Outcome<T>> work) {
            this.of = of;
            this.reading = reading;
            this.work = work;
        }

        @Override
        public void run() {
            begun = nanoTime.getAsLong();
            isBegun = true;
            Outcome<T> outcome = outcome();
            latestEnd = nanoTime.getAsLong();
            if (passedOn.compareAndSet(false, true)) {
                atWork.incrementAndGet();
                try {
                    work.accept(outcome);
                } finally {
                    atWork.decrementAndGet();
                    ended(this);
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

        /** True if the work has started, or starts now because reading takes too long. */
        private boolean isPassedOn() {
            if (!passedOn.get() && left() <= 0 && passedOn.compareAndSet(false, true)) {
                withoutRead.execute(this::workWithout);
            }
            return passedOn.get();
        }

        private void workWithout() {
            try {
                work.accept(() -> {
                    throw new StorageException(tooLong);
                });
            } finally {
                ended(this);
            }
        }

        /** Returns the remaining time. Until its turn, a read waits as long as others are being served. */
        private long left() {
            if (isBegun) {
                return begun + limitNanos - nanoTime.getAsLong();
            }
            // Before it arrived, others may not have been served for long.
            long servedLast = asked + Math.max(0, latestEnd - asked);
            return atWork.get() > 0 ? limitNanos : servedLast + limitNanos - nanoTime.getAsLong();
        }
    }

    @Override
    public void close() {
        readers.shutdownNow();
        withoutRead.shutdownNow();
        closed = true;
        LockSupport.unpark(watch);
    }
}
