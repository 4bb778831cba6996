package io.tunetally.storage.jdbc;

import io.tunetally.storage.StorageException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Runs statements for virtual threads. SQLite waits for the disk and for other writers in native code, which pins the
 * few carrier threads: acknowledgements would wait for writes that they do not need.
 */
final class SqlThreads implements AutoCloseable {
    /** More than the connections, so that the pool decides which caller waits and how long. */
    static final int THREADS = 16;

    private static final int IDLE_SECONDS = 10;

    private final ThreadPoolExecutor threads;

    SqlThreads() {
        threads = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("sql-", 0).factory());
        threads.allowCoreThreadTimeOut(true);
    }

    /** Returns the result of the work, or throws its exception. */
    <T> T run(Supplier<T> work) {
        return Thread.currentThread().isVirtual() ? elsewhere(work) : work.get();
    }

    private <T> T elsewhere(Supplier<T> work) {
        Future<T> begun = begun(work);
        try {
            return begun.get();
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException("statements failed", failed);
            }
        } catch (InterruptedException stopped) {
            // Work that is no longer awaited must not delay the next caller.
            begun.cancel(false);
            Thread.currentThread().interrupt();
            throw new StorageException("the caller stopped waiting", stopped);
        }
    }

    private <T> Future<T> begun(Supplier<T> work) {
        try {
            return threads.submit(work::get);
        } catch (RejectedExecutionException closed) {
            throw new StorageException("the database is closed", closed);
        }
    }

    /** Running work finishes on its own. */
    @Override
    public void close() {
        threads.shutdown();
    }
}
