package io.tunetally.storage.bounded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.tunetally.ProgramTime;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.PlatformId;
import io.tunetally.chat.UserId;
import io.tunetally.storage.StorageException;
import io.tunetally.storage.ThreadMemory;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class WriteBehindThreadMemoryTest {
    private static final ConversationId THREAD = new ConversationId(new PlatformId("slack"), "T1", "C1", "1");
    private static final UserId ANN = new UserId("ann");
    private static final UserId BOB = new UserId("bob");
    private static final Duration SOON = Duration.ofSeconds(10);

    private final ShakyMemory stored = new ShakyMemory();
    private final BlockingQueue<StorageException> failures = new LinkedBlockingQueue<>();
    private final WriteBehindThreadMemory memory =
            new WriteBehindThreadMemory(stored, Clock.systemUTC(), failures::add);

    @AfterEach
    void close() {
        stored.resume();
        memory.close();
    }

    @Test
    void returnsBeforeAWriteIsDone() throws Exception {
        stored.hang();

        memory.remember(THREAD, "cost gpt-4o", ANN);

        assertThat(memory.recall(THREAD)).contains("cost gpt-4o");
        assertThat(stored.written()).isEmpty();
        stored.resume();
        assertThat(memory.settle(SOON)).isTrue();
        assertThat(stored.written()).containsExactly("cost gpt-4o by ann");
    }

    @Test
    void forgetsWithinItsTimeLimit() {
        stored.hang();
        memory.remember(THREAD, "cost gpt-4o", ANN);

        assertThatThrownBy(() -> memory.forget(THREAD)).isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> memory.forget(thread("another"))).isInstanceOf(StorageException.class);
    }

    @Test
    void writesPendingEntriesWhenItIsClosed() {
        memory.remember(THREAD, "cost gpt-4o", ANN);
        memory.close();

        assertThat(stored.recall(THREAD)).contains("cost gpt-4o");
    }

    @Test
    void recallsTheLatestAndAssignsAConversationOfTwoToNeither() throws Exception {
        stored.hang();
        memory.remember(thread("first"), "recommend", ANN);
        stored.awaitCaller();
        memory.remember(THREAD, "cost gpt-4o", ANN);
        memory.remember(THREAD, "cost gpt-4o 5 epochs", BOB);

        assertThat(memory.recall(THREAD)).contains("cost gpt-4o 5 epochs");
        stored.resume();
        assertThat(memory.settle(SOON)).isTrue();
        assertThat(stored.written()).containsExactly("recommend by ann", "cost gpt-4o 5 epochs by ");
    }

    @Test
    void writesGatheredEntriesTogether() throws Exception {
        stored.hang();
        memory.remember(thread("first"), "recommend", ANN);
        stored.awaitCaller();
        memory.remember(thread("second"), "models", ANN);
        memory.remember(thread("third"), "cost gpt-4o", BOB);
        stored.resume();

        assertThat(memory.settle(SOON)).isTrue();
        assertThat(stored.writes()).containsExactly(1, 2);
        assertThat(stored.written()).containsExactly("recommend by ann", "models by ann", "cost gpt-4o by bob");
    }

    @Test
    void keepsFailedWritesAndRetriesThem() throws Exception {
        stored.failing(true);
        memory.remember(THREAD, "cost gpt-4o", ANN);

        assertThat(failures.poll(10, TimeUnit.SECONDS)).hasMessage("the disk is gone");
        assertThat(memory.recall(THREAD)).contains("cost gpt-4o");
        stored.failing(false);
        assertThat(memory.settle(SOON)).isTrue();
        assertThat(stored.recall(THREAD)).contains("cost gpt-4o");
        assertThat(failures).isEmpty();
    }

    @Test
    void forgetsPendingEntries() throws Exception {
        stored.failing(true);
        memory.remember(THREAD, "cost gpt-4o", ANN);
        assertThat(failures.poll(10, TimeUnit.SECONDS)).isNotNull();
        stored.failing(false);

        memory.forget(THREAD);

        assertThat(memory.recall(THREAD)).isEmpty();
        assertThat(memory.settle(SOON)).isTrue();
        assertThat(stored.recall(THREAD)).isEmpty();
    }

    @Test
    void waitsForAReadNoLongerThanAPersonWould() {
        stored.hang();
        long began = ProgramTime.now();

        assertThatThrownBy(() -> memory.recall(THREAD))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("within 1000 ms");
        assertThat(ProgramTime.since(began)).isLessThan(Duration.ofSeconds(3));
    }

    private static ConversationId thread(String name) {
        return new ConversationId(new PlatformId("slack"), "T1", "C1", name);
    }

    @Test
    void saysThatItCannotBeRead() {
        stored.failing(true);

        assertThatThrownBy(() -> memory.recall(THREAD))
                .isInstanceOf(StorageException.class)
                .hasMessage("the disk is gone");
    }

    @Test
    void recallsAheadAnEntryWrittenMeanwhile() throws Exception {
        AtomicReference<WriteBehindThreadMemory> self = new AtomicReference<>();
        ThreadMemory old = mock(ThreadMemory.class);
        when(old.recall(THREAD)).thenAnswer(_ -> {
            self.get().settle(SOON);
            return Optional.of("cost gpt-4o");
        });
        try (WriteBehindThreadMemory quick = new WriteBehindThreadMemory(old, Clock.systemUTC(), failures::add)) {
            self.set(quick);
            CompletableFuture<Optional<String>> recalled = new CompletableFuture<>();
            quick.remember(THREAD, "cost gpt-4o 5 epochs", ANN);
            quick.recallAhead(THREAD, () -> recalled.complete(quick.recall(THREAD)));

            assertThat(recalled.get()).contains("cost gpt-4o 5 epochs");
        }
    }
}
