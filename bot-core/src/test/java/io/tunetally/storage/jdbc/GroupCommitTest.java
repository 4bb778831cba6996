package io.tunetally.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import io.tunetally.storage.StorageException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class GroupCommitTest {
    private static final int CALLERS = 5;

    private final AtomicInteger commits = new AtomicInteger();
    private final CountDownLatch firstBegins = new CountDownLatch(1);
    private final CountDownLatch firstCommits = new CountDownLatch(1);
    private final ExecutorService callers = Executors.newCachedThreadPool();
    private final GroupCommit groupCommit = new GroupCommit(new Counted());

    /** Counts transactions. */
    private final class Counted implements Statements {
        private final Connection connection = mock(Connection.class);

        @Override
        public <T> T plainly(Plain<T> work) {
            throw new UnsupportedOperationException("no statement is alone");
        }

        @Override
        public <T> T plainlyInTransaction(Plain<T> work) {
            try {
                T result = work.on(connection);
                commits.incrementAndGet();
                return result;
            } catch (SQLException failed) {
                throw new StorageException("failed", failed);
            }
        }
    }

    @AfterEach
    void close() {
        callers.shutdownNow();
    }

    /** Begins a commit that ends when it may. */
    private CompletableFuture<Integer> slow() {
        CompletableFuture<Integer> first = call(() -> {
            firstBegins.countDown();
            arrived(firstCommits);
            return 0;
        });
        arrived(firstBegins);
        return first;
    }

    private static void arrived(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException("the test is being stopped", stopped);
        }
    }

    private void awaitWaiting(int works) {
        while (groupCommit.waiting() < works) {
            Thread.onSpinWait();
        }
    }

    private interface Work {
        int result();
    }

    private CompletableFuture<Integer> call(Work work) {
        return CompletableFuture.supplyAsync(() -> groupCommit.inOneTransaction(_ -> work.result()), callers);
    }

    /** Returns the calls that gather while another commits. */
    private List<CompletableFuture<Integer>> gathered(Stream<Work> works) {
        CompletableFuture<Integer> first = slow();
        List<CompletableFuture<Integer>> calls = works.map(this::call).toList();
        awaitWaiting(calls.size());
        firstCommits.countDown();
        assertThat(first.join()).isZero();
        return calls;
    }

    @Test
    void commitsAtOnceWhatGathersDuringACommit() {
        List<CompletableFuture<Integer>> calls =
                gathered(IntStream.range(0, CALLERS).mapToObj(n -> () -> n));

        assertThat(calls).extracting(CompletableFuture::join).containsExactly(0, 1, 2, 3, 4);
        assertThat(commits).hasValue(2);
    }

    @Test
    void workThatFailsFailsItsCallerOnly() {
        List<CompletableFuture<Integer>> calls =
                gathered(IntStream.range(0, CALLERS).mapToObj(n -> () -> 10 / (n - 1)));

        assertThatThrownBy(() -> calls.get(1).join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(ArithmeticException.class);
        assertThat(Stream.of(0, 2, 3, 4).map(n -> calls.get(n).join())).containsExactly(-10, 10, 5, 3);
        assertThat(commits).hasValue(CALLERS);
    }

    @Test
    void aCallerThatIsStoppedBeforeItsTurnRunsNothing() throws InterruptedException {
        CompletableFuture<Integer> first = slow();
        AtomicInteger runs = new AtomicInteger();
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        Thread stopped = Thread.ofPlatform().start(() -> {
            try {
                groupCommit.inOneTransaction(_ -> runs.incrementAndGet());
            } catch (StorageException late) {
                thrown.complete(late);
            }
        });
        awaitWaiting(1);
        stopped.interrupt();
        stopped.join();
        firstCommits.countDown();

        assertThat(first.join()).isZero();
        assertThat(thrown.join()).hasMessage("the caller stopped waiting");
        assertThat(runs).hasValue(0);
    }
}
