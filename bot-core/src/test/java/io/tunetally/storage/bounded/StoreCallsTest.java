package io.tunetally.storage.bounded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tunetally.storage.StorageException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class StoreCallsTest {
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Duration LONG = Duration.ofSeconds(30);

    private final CountDownLatch storeAnswers = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicBoolean stored = new AtomicBoolean();

    @Test
    void aLateCallIsInterrupted() throws Exception {
        try (StoreCalls calls = new StoreCalls()) {
            assertThatThrownBy(() -> calls.within(SHORT, this::store)).isInstanceOf(StorageException.class);

            assertThat(ended.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(stored).isFalse();
        }
    }

    @Test
    void aLateCallWithAGraceStillStoresItsChange() throws Exception {
        try (StoreCalls calls = new StoreCalls()) {
            assertThatThrownBy(() -> calls.within(SHORT, LONG, this::store)).isInstanceOf(StorageException.class);
            storeAnswers.countDown();

            assertThat(ended.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(stored).isTrue();
        }
    }

    /** A second thread would make the order of two calls, and their time, depend on the machine. */
    @Test
    void aCallWithoutADeadlineIsRunByItsCallerHoweverShortTheLimit() {
        try (StoreCalls calls = StoreCalls.withoutDeadline()) {
            assertThat(calls.within(Duration.ZERO, Thread::currentThread)).isSameAs(Thread.currentThread());
            assertThatThrownBy(() -> calls.within(Duration.ZERO, () -> {
                        throw new StorageException("away");
                    }))
                    .isInstanceOf(StorageException.class)
                    .hasMessage("away");
        }
    }

    private boolean store() {
        try {
            storeAnswers.await();
            stored.set(true);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            ended.countDown();
        }
        return true;
    }
}
