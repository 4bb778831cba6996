package io.tunetally.storage.bounded;

import io.tunetally.storage.StorageException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Runs each store call with a deadline, on threads of its own; the caller waits no longer than that. */
public final class StoreCalls implements AutoCloseable {
    private static final int THREADS = 16;
    private static final int IDLE_SECONDS = 10;

    private final Executor callers;
    private final Runnable closing;

    private StoreCalls(Executor callers, Runnable closing) {
        this.callers = callers;
        this.closing = closing;
    }

    public StoreCalls() {
        ThreadPoolExecutor threads = threads();
        this(threads, threads::shutdownNow);
    }

    /**
     * Returns calls without a deadline, each on its caller's thread: for a store that never keeps its callers waiting, such as
     * one in this process. There, a deadline would only drop what a busy machine is slow to run.
     */
    public static StoreCalls withoutDeadline() {
        return new StoreCalls(Runnable::run, () -> {});
    }

    private static ThreadPoolExecutor threads() {
        // Not virtual threads: the store would pass their statements to its own threads, and the result back.
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("calls-", 0).factory());
        threads.allowCoreThreadTimeOut(true);
        return threads;
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
        FutureTask<T> begun = new FutureTask<>(call::get);
        try {
            callers.execute(begun);
            return begun;
        } catch (RejectedExecutionException closed) {
            throw new StorageException("the program is being stopped", closed);
        }
    }

    @Override
    public void close() {
        closing.run();
    }
}
