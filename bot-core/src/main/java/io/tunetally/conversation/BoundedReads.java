package io.tunetally.conversation;

import io.tunetally.storage.StorageException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Reads of the store that an answer waits for, but not for long. */
final class BoundedReads implements AutoCloseable {
    private static final int READERS = 8;

    private final Duration limit;
    /** Not virtual: the store would hand a virtual thread's statements to yet another thread. */
    private final ExecutorService readers = Executors.newFixedThreadPool(
            READERS, Thread.ofPlatform().daemon().name("read-", 0).factory());

    /**
     * Reads.
     *
     * @param limit how long each is waited for
     */
    BoundedReads(Duration limit) {
        this.limit = limit;
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
