package io.tunetally.storage.bounded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tunetally.chat.ConversationId;
import io.tunetally.chat.PlatformId;
import io.tunetally.chat.UserId;
import io.tunetally.storage.RecentRequests;
import io.tunetally.storage.StorageException;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class FlushedRequestsTest {
    private static final PlatformId SLACK = new PlatformId("slack");
    private static final ConversationId THREAD = new ConversationId(SLACK, "T1", "C1", "1");
    private static final UserId ANN = new UserId("ann");

    private final ShakyMemory stored = new ShakyMemory();
    private final WriteBehindThreadMemory memory =
            new WriteBehindThreadMemory(stored, Clock.systemUTC(), failure -> {});
    private final RecentRequests requests = new FlushedRequests(memory, new RecentRequests() {
        @Override
        public List<String> of(PlatformId platform, String space, UserId asker, int most) {
            return stored.written();
        }

        @Override
        public List<String> of(PlatformId platform, UserId asker, int most) {
            return stored.written();
        }
    });

    @AfterEach
    void close() {
        stored.resume();
        memory.close();
    }

    @Test
    void readsTheLatestRequestToo() {
        memory.remember(THREAD, "cost gpt-4o", ANN);

        assertThat(requests.of(SLACK, "T1", ANN, 5)).containsExactly("cost gpt-4o by ann");

        memory.remember(THREAD, "cost gpt-4o-mini", ANN);
        assertThat(requests.of(SLACK, ANN, 5)).contains("cost gpt-4o-mini by ann");
    }

    @Test
    void readsNothingWhereItCannotBeWritten() {
        stored.hang();
        memory.remember(THREAD, "cost gpt-4o", ANN);

        assertThatThrownBy(() -> requests.of(SLACK, "T1", ANN, 5)).isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> requests.of(SLACK, ANN, 5)).isInstanceOf(StorageException.class);
    }
}
