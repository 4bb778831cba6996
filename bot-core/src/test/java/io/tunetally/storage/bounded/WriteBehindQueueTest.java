package io.tunetally.storage.bounded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import io.tunetally.MovableClock;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.PlatformId;
import io.tunetally.chat.UserId;
import io.tunetally.storage.StorageException;
import io.tunetally.storage.ThreadMemory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Entries that are gathered for an hour are written earlier if a caller waits for them. */
@Timeout(30)
final class WriteBehindQueueTest {
    private static final ConversationId THREAD = new ConversationId(new PlatformId("slack"), "T1", "C1", "1");
    private static final Clock CLOCK = Clock.systemUTC();
    private static final UserId ANN = new UserId("ann");
    private static final Duration SOON = Duration.ofSeconds(20);

    private final ShakyMemory stored = new ShakyMemory();
    private final WriteBehindQueue writeBehindQueue = new WriteBehindQueue(stored, _ -> {}, CLOCK, Duration.ofHours(1));

    @Test
    void isWrittenAtOnceIfACallerWaits() throws Exception {
        writeBehindQueue.add(THREAD, "cost gpt-4o", ANN);

        assertThat(writeBehindQueue.settle(SOON)).isTrue();
        assertThat(stored.written()).containsExactly("cost gpt-4o by ann");
        writeBehindQueue.close();
    }

    @Test
    void gathersAgainWhenNoCallerWaits() throws Exception {
        writeBehindQueue.add(THREAD, "cost gpt-4o", ANN);
        assertThat(writeBehindQueue.settle(SOON)).isTrue();

        writeBehindQueue.add(THREAD, "recommend", ANN);
        assertThat(writeBehindQueue.find(THREAD)).contains("recommend");
        assertThat(stored.written()).containsExactly("cost gpt-4o by ann");

        writeBehindQueue.close();
        assertThat(stored.written()).containsExactly("cost gpt-4o by ann", "recommend by ann");
    }

    @Test
    void isWrittenAlsoAfterAllThatWaitedWasForgotten() throws Exception {
        ThreadGroup group = new ThreadGroup("of the queue");
        AtomicReference<WriteBehindQueue> made = new AtomicReference<>();
        Thread maker =
                new Thread(group, () -> made.set(new WriteBehindQueue(stored, _ -> {}, CLOCK, Duration.ofMillis(100))));
        maker.start();
        maker.join();
        WriteBehindQueue quick = made.get();
        Thread writer = onlyThreadOf(group);
        quick.add(THREAD, "cost gpt-4o", ANN);
        await(writer, Thread.State.TIMED_WAITING); // It gathers,
        quick.forget(THREAD);
        await(writer, Thread.State.WAITING); // and finds nothing.

        quick.add(THREAD, "recommend", ANN);
        assertThat(quick.settle(SOON)).isTrue();
        assertThat(stored.written()).containsExactly("recommend by ann");
        quick.close();
    }

    private static Thread onlyThreadOf(ThreadGroup group) {
        Thread[] threads = new Thread[2];
        assertThat(group.enumerate(threads)).isEqualTo(1);
        return threads[0];
    }

    private static void await(Thread thread, Thread.State state) {
        while (thread.getState() != state && thread.isAlive()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void isStoredWithTheTimeItWasAsked() throws Exception {
        MovableClock clock = new MovableClock();
        Instant asked = clock.instant();
        ThreadMemory memory = mock(ThreadMemory.class);
        WriteBehindQueue later = new WriteBehindQueue(memory, _ -> {}, clock, Duration.ofHours(1));
        later.add(THREAD, "cost gpt-4o", ANN);
        clock.pass(Duration.ofMinutes(1));

        assertThat(later.settle(SOON)).isTrue();
        verify(memory).remember(List.of(new ThreadMemory.Memory(THREAD, "cost gpt-4o", ANN, asked)));
        later.close();
    }

    @Test
    void isNotWaitedForWhereItCameLater() throws Exception {
        ThreadMemory slow = mock(ThreadMemory.class);
        doAnswer(_ -> {
                    Thread.sleep(20);
                    return "";
                })
                .when(slow)
                .remember(anyList());
        WriteBehindQueue busy = new WriteBehindQueue(slow, _ -> {}, CLOCK, Duration.ofMillis(1));
        AtomicBoolean stop = new AtomicBoolean();
        Thread others = Thread.ofVirtual().start(() -> {
            for (int n = 0; !stop.get(); n++) {
                busy.add(new ConversationId(new PlatformId("slack"), "T1", "C1", "other " + n), "recommend", ANN);
                LockSupport.parkNanos(1_000_000);
            }
        });

        assertThat(busy.settle(SOON)).isTrue();
        stop.set(true);
        others.join();
        busy.close();
    }

    @Test
    void isWrittenAtTheNextAttemptWhereTheStoreHasABug() throws Exception {
        ThreadMemory broken = mock(ThreadMemory.class);
        doThrow(new IllegalStateException("a bug")).doNothing().when(broken).remember(anyList());
        List<StorageException> failures = new CopyOnWriteArrayList<>();
        WriteBehindQueue mended = new WriteBehindQueue(broken, failures::add, CLOCK, Duration.ofMillis(1));
        mended.add(THREAD, "cost gpt-4o", ANN);

        assertThat(mended.settle(SOON)).isTrue();
        verify(broken, times(2)).remember(anyList());
        assertThat(failures).singleElement().asString().contains("a bug");
        mended.close();
    }

    @Test
    void setsAsideAnEntryRefusedTwiceAndWritesTheOthers() throws Exception {
        RefusingMemory refusing = new RefusingMemory("bad");
        List<StorageException> failures = new CopyOnWriteArrayList<>();
        WriteBehindQueue writing = new WriteBehindQueue(refusing, failures::add, CLOCK, Duration.ofHours(1));
        for (String thread : List.of("1", "bad", "2", "3", "bad too", "4", "5")) {
            writing.add(thread(thread), "recommend", ANN);
        }

        assertThat(writing.settle(SOON)).isTrue();
        assertThat(refusing.written()).containsExactlyInAnyOrder("1", "2", "3", "4", "5");
        assertThat(failures.stream().filter(StorageException::isRefusal))
                .hasSize(2)
                .allSatisfy(refusal -> assertThat(refusal).hasMessageContaining("takes no bad"));
        writing.add(thread("6"), "recommend", ANN);
        assertThat(writing.settle(SOON)).isTrue();
        assertThat(refusing.written()).contains("6");
        writing.close();
    }

    @Test
    void isNoWriterAnyMoreThatHasFailedForAMinuteUntilItSucceeds() throws Exception {
        MovableClock clock = new MovableClock();
        BlockingQueue<StorageException> failures = new LinkedBlockingQueue<>();
        WriteBehindQueue failing =
                new WriteBehindQueue(stored.failing(true), failures::add, clock, Duration.ofMillis(1));
        clock.pass(Duration.ofHours(1));
        assertThat(failing.isWriting()).isTrue();
        failing.add(THREAD, "cost gpt-4o", ANN);
        assertThat(failures.take()).hasMessage("the disk is gone");

        clock.pass(Duration.ofSeconds(59));
        assertThat(failing.isWriting()).isTrue();
        clock.pass(Duration.ofSeconds(2));
        assertThat(failing.isWriting()).isFalse();

        stored.failing(false);
        assertThat(failing.settle(SOON)).isTrue();
        assertThat(failing.isWriting()).isTrue();
        failing.close();
    }

    private static ConversationId thread(String name) {
        return new ConversationId(new PlatformId("slack"), "T1", "C1", name);
    }

    /** A store that rejects every write containing a thread with a given name, and nothing else. */
    private static final class RefusingMemory implements ThreadMemory {
        private final String bad;
        private final List<String> written = new CopyOnWriteArrayList<>();

        RefusingMemory(String bad) {
            this.bad = bad;
        }

        List<String> written() {
            return List.copyOf(written);
        }

        @Override
        public void remember(List<Memory> memories) {
            List<String> threads = memories.stream()
                    .map(memory -> memory.conversation().thread())
                    .toList();
            if (threads.stream().anyMatch(thread -> thread.startsWith(bad))) {
                throw StorageException.refusal("takes no " + bad, new IllegalArgumentException());
            }
            written.addAll(threads);
        }

        @Override
        public void remember(ConversationId conversation, String canonicalText, UserId asker) {
            remember(List.of(new Memory(conversation, canonicalText, asker, CLOCK.instant())));
        }

        @Override
        public Optional<String> recall(ConversationId conversation) {
            return Optional.empty();
        }

        @Override
        public void forget(ConversationId conversation) {}
    }
}
