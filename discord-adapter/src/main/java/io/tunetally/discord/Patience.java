package io.tunetally.discord;

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
final class Patience implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(1);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * What the store gives.
     *
     * @throws StorageException where it cannot be used or takes longer
     */
    <T> T of(Callable<T> use) throws InterruptedException {
        Future<T> result = threads.submit(use);
        try {
            return result.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
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
    public void close() {
        threads.shutdownNow();
    }
}
