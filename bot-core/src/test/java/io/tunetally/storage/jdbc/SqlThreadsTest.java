package io.tunetally.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tunetally.storage.StorageException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SqlThreadsTest {
    /** Otherwise abandoned calls of a burst would run before awaited ones. */
    @Test
    void skipsAbandonedCalls() throws Exception {
        CountDownLatch busy = new CountDownLatch(SqlThreads.THREADS);
        CountDownLatch free = new CountDownLatch(1);
        AtomicBoolean wasRun = new AtomicBoolean();
        try (SqlThreads threads = new SqlThreads();
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, SqlThreads.THREADS)
                    .forEach(_ -> callers.execute(() -> threads.run(() -> occupy(busy, free))));
            busy.await();

            Thread givingUp = Thread.ofVirtual()
                    .unstarted(() -> assertThatThrownBy(() -> threads.run(() -> {
                                wasRun.set(true);
                                return true;
                            }))
                            .isInstanceOf(StorageException.class));
            givingUp.start();
            givingUp.interrupt();
            givingUp.join();
            Future<Boolean> next = callers.submit(() -> threads.run(() -> true));
            free.countDown();

            assertThat(next.get()).isTrue();
            assertThat(wasRun).isFalse();
        }
    }

    private static boolean occupy(CountDownLatch busy, CountDownLatch free) {
        busy.countDown();
        try {
            free.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return true;
    }
}
