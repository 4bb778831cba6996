package io.tunetally.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.chat.ConversationId;
import io.tunetally.chat.PlatformId;
import io.tunetally.chat.UserId;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What waits for more to be written with it, for an hour here, is written before that where somebody waits for it. */
@Timeout(30)
final class UnwrittenTest {
    private static final ConversationId THREAD = new ConversationId(new PlatformId("slack"), "T1", "C1", "1");
    private static final Duration SOON = Duration.ofSeconds(20);

    private final ShakyMemory stored = new ShakyMemory();
    private final Unwritten unwritten = new Unwritten(stored, _ -> {}, Duration.ofHours(1));

    @Test
    void isWrittenAtOnceForWhoeverWaits() throws Exception {
        unwritten.add(THREAD, "cost gpt-4o", new UserId("ann"));

        assertThat(unwritten.settle(SOON)).isTrue();
        assertThat(stored.written()).containsExactly("cost gpt-4o by ann");
        unwritten.close();
    }

    @Test
    void gathersAgainWhenNobodyWaitsAnyMore() throws Exception {
        unwritten.add(THREAD, "cost gpt-4o", new UserId("ann"));
        assertThat(unwritten.settle(SOON)).isTrue();

        unwritten.add(THREAD, "recommend", new UserId("ann"));
        assertThat(unwritten.find(THREAD)).contains("recommend");
        assertThat(stored.written()).containsExactly("cost gpt-4o by ann");

        unwritten.close();
        assertThat(stored.written()).containsExactly("cost gpt-4o by ann", "recommend by ann");
    }

    @Test
    void isWrittenAlsoAfterAllThatWaitedWasForgotten() throws Exception {
        Unwritten quick = new Unwritten(stored, _ -> {}, Duration.ofMillis(300));
        quick.add(THREAD, "cost gpt-4o", new UserId("ann"));
        Thread.sleep(50); // The writer has begun to gather,
        quick.forget(THREAD);
        Thread.sleep(400); // and finds nothing.

        quick.add(THREAD, "recommend", new UserId("ann"));
        assertThat(quick.settle(SOON)).isTrue();
        assertThat(stored.written()).contains("recommend by ann");
        quick.close();
    }
}
