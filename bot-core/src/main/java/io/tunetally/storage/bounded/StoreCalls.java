package io.tunetally.storage.bounded;

import io.tunetally.storage.StorageException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Runs calls of the store with a deadline. */
public final class StoreCalls implements AutoCloseable {
    private static final int THREADS = 16;
    private static final int IDLE_SECONDS = 10;

    private final ThreadPoolExecutor callers;

    public StoreCalls() {
        // Not virtual threads: the store would pass their statements to its own threads, and the result back.
        this.callers = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("calls-", 0).factory());
        callers.allowCoreThreadTimeOut(true);
    }

    /**
     * Returns the result of the call. A call that exceeds the limit is interrupted, and its changes may or may not be
     * stored.
     *
     * @param limit how long to wait for it
     * @throws StorageException if the store cannot be used, or not in time
     */
    public <T> T within(Duration limit, Supplier<T> call) {
        Future<T> begun = begun(call);
        try {
            return begun.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            begun.cancel(true);
            throw new StorageException("did not answer within " + limit.toMillis() + " ms", late);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof StorageException unusable
                    ? unusable
                    : new IllegalStateException("a call of the store failed", failed);
        } catch (InterruptedException stopped) {
            begun.cancel(true);
            Thread.currentThread().interrupt();
            throw new StorageException("the program is being stopped", stopped);
        }
    }

    private <T> Future<T> begun(Supplier<T> call) {
        try {
            return callers.submit(call::get);
        } catch (RejectedExecutionException closed) {
            throw new StorageException("the program is being stopped", closed);
        }
    }

    @Override
    public void close() {
        callers.shutdownNow();
    }
}
