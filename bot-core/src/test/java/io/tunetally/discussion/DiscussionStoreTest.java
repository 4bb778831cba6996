package io.tunetally.discussion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tunetally.chat.ConversationId;
import io.tunetally.chat.Envelope;
import io.tunetally.chat.PlatformId;
import io.tunetally.chat.UserId;
import io.tunetally.storage.Lifetimes;
import io.tunetally.storage.StorageException;
import io.tunetally.storage.TeamRecords;
import io.tunetally.storage.bounded.ProcessRecords;
import io.tunetally.storage.bounded.StoreCalls;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DiscussionStoreTest {
    private static final ConversationId THREAD = new ConversationId(new PlatformId("slack"), "T1", "C1", "1700.1");
    private static final Envelope ENVELOPE = new Envelope("", THREAD, new UserId("ada"), true);

    private final CountDownLatch storeIsAsked = new CountDownLatch(1);
    private final CountDownLatch storeWrites = new CountDownLatch(1);
    private final DiscussionStore store =
            new DiscussionStore(slow(), Lifetimes.OfDiscussion.USUAL, new StoreCalls(), Clock.systemUTC());

    @Test
    void aPlanThatIsStoredLateIsKeptAndSeenByTheNextCommand() throws Exception {
        Plan plan = new Plan("cost gpt-4o", "cost gpt-4o 1000 examples", "1000 examples", 1, SampleFigures.GPT_4O);

        assertThatThrownBy(() -> store.record(ENVELOPE, List.of(plan))).isInstanceOf(StorageException.class);
        assertThat(storeIsAsked.await(30, TimeUnit.SECONDS)).isTrue();
        CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS).execute(storeWrites::countDown);

        assertThat(store.scenarios(THREAD)).extracting(Scenario::canonical).containsExactly("cost gpt-4o");
    }

    /** By the time the plans of one comparison are known to belong together: "total for both", "decide that". */
    @Test
    void plansOfOneAnswerAreAskedAtOneTime() {
        Clock ticking = new Clock() {
            private final AtomicLong millis = new AtomicLong();

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return Instant.ofEpochMilli(millis.incrementAndGet());
            }
        };
        DiscussionStore kept = new DiscussionStore(
                new ProcessRecords(ticking), Lifetimes.OfDiscussion.USUAL, new StoreCalls(), ticking);

        kept.record(
                ENVELOPE,
                List.of(
                        new Plan("cost gpt-4o", "cost gpt-4o 1000 examples", "1000 examples", 1, SampleFigures.GPT_4O),
                        new Plan("cost gpt-4", "cost gpt-4 2000 examples", "2000 examples", 1, SampleFigures.GPT_4O)));

        assertThat(kept.scenarios(THREAD)).hasSize(2);
        assertThat(kept.scenarios(THREAD).stream().map(Scenario::lastAskedAt).distinct())
                .hasSize(1);
    }

    /** Writes only once it may. */
    private TeamRecords slow() {
        TeamRecords records = new ProcessRecords(Clock.systemUTC());
        return (TeamRecords) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {TeamRecords.class}, (_, method, arguments) -> {
                    if (method.getName().equals("inOneTransaction")) {
                        storeIsAsked.countDown();
                        assertThat(storeWrites.await(30, TimeUnit.SECONDS)).isTrue();
                    }
                    return method.invoke(records, arguments);
                });
    }
}
