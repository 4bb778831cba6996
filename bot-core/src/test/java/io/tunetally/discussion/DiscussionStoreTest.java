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
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
