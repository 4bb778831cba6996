package io.tunetally.discord.api;

import io.tunetally.storage.StorageException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Uses of the store that an answer waits for: a second each, since Discord waits three for all of them. */
public final class TimeLimiter implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(1);

    private static final int THREADS = 16;

    /** Not virtual ones: the store would hand their statements to threads of its own, and the result back. */
    private final ExecutorService threads = Executors.newFixedThreadPool(
            THREADS, Thread.ofPlatform().daemon().name("store-", 0).factory());

    /** A use that has begun. */
    interface Pending<T> {
        /**
         * What the store gives.
         *
         * @throws StorageException where it cannot be used, or has taken longer since it began
         */
        T get() throws InterruptedException;

        /** Whether the store has given this by now. */
        boolean isNow(T what);
    }

    <T> Pending<T> begin(Callable<T> use) {
        long end = System.nanoTime() + LIMIT.toNanos();
        Future<T> result = threads.submit(use);
        return new Pending<>() {
            @Override
            public T get() throws InterruptedException {
                try {
                    return result.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (TimeoutException late) {
                    result.cancel(true);
                    throw new StorageException("did not answer within " + LIMIT.toSeconds() + " s", late);
                } catch (ExecutionException failed) {
                    throw failed.getCause() instanceof StorageException unusable
                            ? unusable
                            : new IllegalStateException("the store failed", failed.getCause());
                }
            }

            @Override
            public boolean isNow(T what) {
                return result.state() == Future.State.SUCCESS && what.equals(result.resultNow());
            }
        };
    }

    /**
     * What the store gives.
     *
     * @throws StorageException where it cannot be used or takes longer
     */
    public <T> T of(Callable<T> use) throws InterruptedException {
        return begin(use).get();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
