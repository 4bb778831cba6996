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
 * Where virtual threads have their statements run. SQLite waits for the disk and for other writers in native code, which
 * would hold the few threads that carry all virtual ones: acknowledgements would wait for writes they do not need.
 */
final class SqlThreads implements AutoCloseable {
    /** More than there are connections, so that the pool of these decides who waits for how long. */
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

    /** The result of the work; what it throws is thrown here. */
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
            // What nobody waits for any more must not keep the next one waiting.
            begun.cancel(false);
            Thread.currentThread().interrupt();
            throw new StorageException("the caller did not wait any longer", stopped);
        }
    }

    private <T> Future<T> begun(Supplier<T> work) {
        try {
            return threads.submit(work::get);
        } catch (RejectedExecutionException closed) {
            throw new StorageException("the database is closed", closed);
        }
    }

    /** What has begun ends by itself. */
    @Override
    public void close() {
        threads.shutdown();
    }
}
