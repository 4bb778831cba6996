package io.tunetally.storage.bounded;

import io.tunetally.storage.StorageException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Runs each store call with a deadline, on its own threads; the caller waits no longer than that. */
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
     * Returns the result of a call. A call that takes longer is interrupted: its change may or may not be stored.
     *
     * @param limit includes the wait for a free thread
     * @throws StorageException if the store fails or does not answer in time, or if the caller is interrupted
     */
    public <T> T within(Duration limit, Supplier<T> call) {
        return within(limit, Duration.ZERO, call);
    }

    /**
     * Returns the result of a call that may still finish after its caller has stopped waiting, so that what it writes is not
     * lost on a slow store.
     *
     * @param limit includes the wait for a free thread
     * @param grace how long a late call may go on before it is interrupted
     * @throws StorageException if the store fails or does not answer in time, or if the caller is interrupted
     */
    public <T> T within(Duration limit, Duration grace, Supplier<T> call) {
        Future<T> begun = begun(call);
        try {
            return begun.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            if (grace.isZero()) {
                begun.cancel(true);
            } else {
                CompletableFuture.delayedExecutor(grace.toMillis(), TimeUnit.MILLISECONDS)
                        .execute(() -> begun.cancel(true));
            }
            throw new StorageException("did not answer within " + limit.toMillis() + " ms", late);
        } catch (ExecutionException failed) {
            throw failure(failed);
        } catch (InterruptedException stopped) {
            throw stopped(begun, stopped);
        }
    }

    private static RuntimeException failure(ExecutionException failed) {
        return failed.getCause() instanceof StorageException unusable
                ? unusable
                : new IllegalStateException("a call of the store failed", failed);
    }

    private static StorageException stopped(Future<?> begun, InterruptedException stopped) {
        begun.cancel(true);
        Thread.currentThread().interrupt();
        return new StorageException("the program is being stopped", stopped);
    }

    /** Runs a call without a result, under the same rules. */
    public void run(Duration limit, Runnable call) {
        boolean _ = within(limit, () -> {
            call.run();
            return true;
        });
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
