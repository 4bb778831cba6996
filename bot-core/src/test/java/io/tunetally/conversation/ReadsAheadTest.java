package io.tunetally.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tunetally.storage.StorageException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class ReadsAheadTest {
    private static final int PATIENCE_SECONDS = 20;

    @Test
    void runsTheWorkWithWhatWasReadOnTheThreadThatReadIt() throws Exception {
        try (ReadsAhead reads = new ReadsAhead(Duration.ofSeconds(PATIENCE_SECONDS))) {
            CompletableFuture<Thread> reader = new CompletableFuture<>();
            CompletableFuture<String> found = new CompletableFuture<>();

            reads.read(
                    () -> {
                        reader.complete(Thread.currentThread());
                        return "kept";
                    },
                    outcome -> found.complete(outcome.get() + " " + Thread.currentThread()));

            assertThat(found.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo("kept " + reader.get());
        }
    }

    @Test
    void runsTheWorkOnceAndWithoutWhereReadingTakesTooLong() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        AtomicInteger runs = new AtomicInteger();
        CompletableFuture<ReadsAhead.Outcome<String>> late = new CompletableFuture<>();
        try (ReadsAhead reads = new ReadsAhead(Duration.ofMillis(50))) {
            reads.read(
                    () -> {
                        await(end);
                        return "too late";
                    },
                    outcome -> {
                        runs.incrementAndGet();
                        late.complete(outcome);
                    });
            assertThatThrownBy(
                            () -> late.get(PATIENCE_SECONDS, TimeUnit.SECONDS).get())
                    .isInstanceOf(StorageException.class)
                    .hasMessage("did not answer within 50 ms");

            end.countDown();
            // The same threads read what comes next.
            for (int n = 0; n < ReadsAhead.THREADS; n++) {
                reads.read(() -> "", _ -> ended.countDown());
            }
            await(ended);
            assertThat(runs).hasValue(1);
        }
    }

    @Test
    void waitsForItsTurnAsLongAsOthersAreServed() throws Exception {
        int reads = 8 * ReadsAhead.THREADS;
        List<ReadsAhead.Outcome<String>> outcomes = new ArrayList<>();
        CountDownLatch all = new CountDownLatch(reads);
        try (ReadsAhead ahead = new ReadsAhead(Duration.ofMillis(400))) {
            for (int n = 0; n < reads; n++) {
                ahead.read(
                        () -> {
                            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
                            return "read";
                        },
                        outcome -> {
                            synchronized (outcomes) {
                                outcomes.add(outcome);
                            }
                            all.countDown();
                        });
            }
            await(all);
        }
        // The last ones wait for 700 ms and are read within 100.
        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.get()).isEqualTo("read"));
    }

    @Test
    void waitsForItsTurnAlsoWhereTheWorkOfOthersTakesLong() throws Exception {
        int works = 2 * ReadsAhead.THREADS;
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch all = new CountDownLatch(works);
        try (ReadsAhead ahead = new ReadsAhead(Duration.ofMillis(50))) {
            for (int n = 0; n < works; n++) {
                ahead.read(() -> "read", outcome -> {
                    most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                    LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
                    underWay.decrementAndGet();
                    if (outcome.get().equals("read")) {
                        all.countDown();
                    }
                });
            }
            await(all);
        }
        assertThat(most).hasValue(ReadsAhead.THREADS);
    }

    @Test
    void handsOnWhateverReadingEndsWith() throws Exception {
        try (ReadsAhead reads = new ReadsAhead(Duration.ofSeconds(PATIENCE_SECONDS))) {
            CompletableFuture<ReadsAhead.Outcome<String>> outcome = new CompletableFuture<>();

            reads.read(
                    () -> {
                        throw new IllegalStateException("a bug");
                    },
                    outcome::complete);

            assertThatThrownBy(() ->
                            outcome.get(PATIENCE_SECONDS, TimeUnit.SECONDS).get())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("a bug");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
