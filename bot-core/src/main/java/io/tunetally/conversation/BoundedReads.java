package io.tunetally.conversation;

import io.tunetally.storage.StorageException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Reads of the store that an answer waits for, but not for long. */
final class BoundedReads implements AutoCloseable {
    private static final int THREADS = 16;
    private static final int IDLE_SECONDS = 10;

    private final Duration limit;
    private final ThreadPoolExecutor readers;

    /**
     * Reads.
     *
     * @param limit how long each is waited for
     */
    BoundedReads(Duration limit) {
        this.limit = limit;
        // Not virtual ones: the store would hand their statements to threads of its own, and the result back.
        this.readers = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("reads-", 0).factory());
        readers.allowCoreThreadTimeOut(true);
    }

    /**
     * What was read.
     *
     * @throws StorageException where it cannot be read, or not in time
     */
    <T> T read(Supplier<T> reading) {
        Future<T> begun = readers.submit(reading::get);
        try {
            return begun.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            begun.cancel(true);
            throw new StorageException("did not answer within " + limit.toMillis() + " ms", late);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof StorageException unusable
                    ? unusable
                    : new IllegalStateException("reading failed", failed);
        } catch (InterruptedException stopped) {
            begun.cancel(true);
            Thread.currentThread().interrupt();
            throw new StorageException("the program is being stopped", stopped);
        }
    }

    @Override
    public void close() {
        readers.shutdownNow();
    }
}
