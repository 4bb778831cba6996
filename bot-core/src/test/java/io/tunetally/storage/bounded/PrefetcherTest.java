package io.tunetally.storage.bounded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tunetally.storage.StorageException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PrefetcherTest {
    private static final int PATIENCE_SECONDS = 60;
    private static final Duration LIMIT = Duration.ofMillis(40);

    private final AtomicLong nanos = new AtomicLong();

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void runsTheWorkOnTheReadingThread() throws Exception {
        try (Prefetcher reads = new Prefetcher(Duration.ofSeconds(PATIENCE_SECONDS))) {
            CompletableFuture<Thread> reader = new CompletableFuture<>();
            CompletableFuture<String> found = new CompletableFuture<>();

            reads.read(
                    "one",
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
        CompletableFuture<Prefetcher.Outcome<String>> late = new CompletableFuture<>();
        try (Prefetcher reads = new Prefetcher(Duration.ofMillis(50))) {
            reads.read(
                    "one",
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
            // The same threads do the following reads.
            for (int n = 0; n < Prefetcher.THREADS; n++) {
                reads.read(n, () -> "", _ -> ended.countDown());
            }
            await(ended);
            assertThat(runs).hasValue(1);
        }
    }

    /** Ten rounds, each a quarter of the limit long. */
    @Test
    void waitsForItsTurnAsLongAsOthersAreServed() throws Exception {
        assertThat(outcomesOfRounds(10, Duration.ZERO))
                .hasSize(10 * Prefetcher.THREADS)
                .allSatisfy(outcome -> assertThat(outcome.get()).isEqualTo("read"));
    }

    @Test
    void waitsForItsTurnAlsoAfterAnIdleTime() throws Exception {
        assertThat(outcomesOfRounds(3, LIMIT.multipliedBy(2)))
                .hasSize(3 * Prefetcher.THREADS)
                .allSatisfy(outcome -> assertThat(outcome.get()).isEqualTo("read"));
    }

    private List<Prefetcher.Outcome<String>> outcomesOfRounds(int rounds, Duration idle) throws Exception {
        int reads = rounds * Prefetcher.THREADS;
        List<Prefetcher.Outcome<String>> outcomes = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch all = new CountDownLatch(reads);
        CyclicBarrier round = new CyclicBarrier(Prefetcher.THREADS, () -> pass(LIMIT.dividedBy(4)));
        try (Prefetcher ahead = new Prefetcher(LIMIT, nanos::get)) {
            pass(idle);
            for (int n = 0; n < reads; n++) {
                ahead.read(
                        n,
                        () -> {
                            await(round);
                            return "read";
                        },
                        outcome -> {
                            outcomes.add(outcome);
                            all.countDown();
                        });
            }
            await(all);
        }
        return outcomes;
    }

    @Test
    void waitsForItsTurnAlsoWhereTheWorkOfOthersTakesLong() throws Exception {
        int works = 2 * Prefetcher.THREADS;
        CountDownLatch begun = new CountDownLatch(Prefetcher.THREADS);
        CountDownLatch end = new CountDownLatch(1);
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Prefetcher.Outcome<String>> outcomes = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch all = new CountDownLatch(works);
        try (Prefetcher ahead = new Prefetcher(LIMIT, nanos::get)) {
            for (int n = 0; n < works; n++) {
                ahead.read(n, () -> "read", outcome -> {
                    most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                    begun.countDown();
                    await(end);
                    underWay.decrementAndGet();
                    outcomes.add(outcome);
                    all.countDown();
                });
            }
            await(begun);
            pass(LIMIT.multipliedBy(10));
            Thread.sleep(LIMIT.dividedBy(2)); // The watch checks five times.
            end.countDown();
            await(all);
        }
        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.get()).isEqualTo("read"));
        assertThat(most).hasValue(Prefetcher.THREADS);
    }

    @Test
    void passesOnTheResultOfReading() throws Exception {
        try (Prefetcher reads = new Prefetcher(Duration.ofSeconds(PATIENCE_SECONDS))) {
            CompletableFuture<Prefetcher.Outcome<String>> outcome = new CompletableFuture<>();

            reads.read(
                    "one",
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

    @Test
    void runsWorkOfTheSameKeyInOrderAndOtherWorkInParallel() throws Exception {
        int ofEach = 50;
        List<String> readAndDone = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch all = new CountDownLatch(2 * ofEach);
        CountDownLatch otherIsDone = new CountDownLatch(1);
        try (Prefetcher reads = new Prefetcher(Duration.ofSeconds(PATIENCE_SECONDS))) {
            reads.read("one", () -> "", _ -> await(otherIsDone));
            for (int n = 0; n < ofEach; n++) {
                int number = n;
                reads.read("one", () -> readAndDone.add("read " + number), _ -> {
                    readAndDone.add("done " + number);
                    all.countDown();
                });
                reads.read("other " + n, () -> "", _ -> {
                    otherIsDone.countDown();
                    all.countDown();
                });
            }
            await(all);
        }
        assertThat(readAndDone)
                .containsExactlyElementsOf(IntStream.range(0, ofEach)
                        .boxed()
                        .flatMap(n -> Stream.of("read " + n, "done " + n))
                        .toList());
    }

    @Test
    void goesOnAfterWorkThatFailsAndReadingThatTakesTooLong() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        CompletableFuture<String> third = new CompletableFuture<>();
        try (Prefetcher reads = new Prefetcher(LIMIT, nanos::get)) {
            reads.read("one", () -> "", _ -> {
                throw new IllegalStateException("a bug that a test wants to see in the log");
            });
            reads.read(
                    "one",
                    () -> {
                        begun.countDown();
                        await(end);
                        return "";
                    },
                    _ -> {});
            reads.read("one", () -> "third", outcome -> third.complete(outcome.get()));
            await(begun);
            pass(LIMIT);

            assertThat(third.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo("third");
            end.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(CyclicBarrier round) {
        try {
            round.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException broken) {
            throw new AssertionError(broken);
        }
    }
}
