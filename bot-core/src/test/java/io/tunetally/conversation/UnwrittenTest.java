package io.tunetally.conversation;

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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What waits for more to be written with it, for an hour here, is written before that where somebody waits for it. */
@Timeout(30)
final class UnwrittenTest {
    private static final ConversationId THREAD = new ConversationId(new PlatformId("slack"), "T1", "C1", "1");
    private static final Clock CLOCK = Clock.systemUTC();
    private static final UserId ANN = new UserId("ann");
    private static final Duration SOON = Duration.ofSeconds(20);

    private final ShakyMemory stored = new ShakyMemory();
    private final Unwritten unwritten = new Unwritten(stored, _ -> {}, CLOCK, Duration.ofHours(1));

    @Test
    void isWrittenAtOnceForWhoeverWaits() throws Exception {
        unwritten.add(THREAD, "cost gpt-4o", ANN);

        assertThat(unwritten.settle(SOON)).isTrue();
        assertThat(stored.written()).containsExactly("cost gpt-4o by ann");
        unwritten.close();
    }

    @Test
    void gathersAgainWhenNobodyWaitsAnyMore() throws Exception {
        unwritten.add(THREAD, "cost gpt-4o", ANN);
        assertThat(unwritten.settle(SOON)).isTrue();

        unwritten.add(THREAD, "recommend", ANN);
        assertThat(unwritten.find(THREAD)).contains("recommend");
        assertThat(stored.written()).containsExactly("cost gpt-4o by ann");

        unwritten.close();
        assertThat(stored.written()).containsExactly("cost gpt-4o by ann", "recommend by ann");
    }

    @Test
    void isWrittenAlsoAfterAllThatWaitedWasForgotten() throws Exception {
        Unwritten quick = new Unwritten(stored, _ -> {}, CLOCK, Duration.ofMillis(300));
        quick.add(THREAD, "cost gpt-4o", ANN);
        Thread.sleep(50); // The writer has begun to gather,
        quick.forget(THREAD);
        Thread.sleep(400); // and finds nothing.

        quick.add(THREAD, "recommend", ANN);
        assertThat(quick.settle(SOON)).isTrue();
        assertThat(stored.written()).contains("recommend by ann");
        quick.close();
    }

    @Test
    void isStoredWithTheTimeItWasAsked() throws Exception {
        MovableClock clock = new MovableClock();
        Instant asked = clock.instant();
        ThreadMemory memory = mock(ThreadMemory.class);
        Unwritten later = new Unwritten(memory, _ -> {}, clock, Duration.ofHours(1));
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
        Unwritten busy = new Unwritten(slow, _ -> {}, CLOCK, Duration.ofMillis(1));
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
        Unwritten mended = new Unwritten(broken, failures::add, CLOCK, Duration.ofMillis(1));
        mended.add(THREAD, "cost gpt-4o", ANN);

        assertThat(mended.settle(SOON)).isTrue();
        verify(broken, times(2)).remember(anyList());
        assertThat(failures).singleElement().asString().contains("a bug");
        mended.close();
    }
}
