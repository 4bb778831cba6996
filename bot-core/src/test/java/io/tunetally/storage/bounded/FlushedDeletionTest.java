package io.tunetally.storage.bounded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tunetally.chat.ConversationId;
import io.tunetally.chat.PlatformId;
import io.tunetally.chat.UserId;
import io.tunetally.storage.Counts;
import io.tunetally.storage.Deletion;
import io.tunetally.storage.StorageException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class FlushedDeletionTest {
    private static final PlatformId SLACK = new PlatformId("slack");
    private static final ConversationId THREAD = new ConversationId(SLACK, "T1", "C1", "1");
    private static final UserId ANN = new UserId("ann");

    private final ShakyMemory stored = new ShakyMemory();
    private final WriteBehindThreadMemory memory =
            new WriteBehindThreadMemory(stored, Clock.systemUTC(), failure -> {});
    private final List<String> deleted = new ArrayList<>();
    private final Deletion deletion = new FlushedDeletion(memory, new Recorded());

    @AfterEach
    void close() {
        stored.resume();
        memory.close();
    }

    @Test
    void deletesAfterPendingWrites() {
        memory.remember(THREAD, "cost gpt-4o", ANN);
        deletion.ofUser(SLACK, ANN);
        memory.remember(THREAD, "recommend", ANN);
        deletion.ofConversation(THREAD);
        memory.remember(THREAD, "models", ANN);
        deletion.ofSpace(SLACK, "T1", Instant.EPOCH);

        assertThat(deleted)
                .containsExactly(
                        "ann of [cost gpt-4o by ann]",
                        "1 of [cost gpt-4o by ann, recommend by ann]",
                        "T1 of [cost gpt-4o by ann, recommend by ann, models by ann]");
    }

    @Test
    void deletesNothingWhereItCannotBeWritten() {
        stored.hang();
        memory.remember(THREAD, "cost gpt-4o", ANN);

        assertThatThrownBy(() -> deletion.ofUser(SLACK, ANN)).isInstanceOf(StorageException.class);
        assertThat(deleted).isEmpty();
    }

    private final class Recorded implements Deletion {
        private Counts note(String what) {
            deleted.add(what + " of " + stored.written());
            return new Counts(Map.of());
        }

        @Override
        public Counts ofConversation(ConversationId conversation) {
            return note(conversation.thread());
        }

        @Override
        public Counts ofUser(PlatformId platform, String space, UserId user) {
            return ofUser(platform, user);
        }

        @Override
        public Counts ofUser(PlatformId platform, UserId user) {
            return note(user.value());
        }

        @Override
        public Counts ofSpace(PlatformId platform, String space, Instant leftAt) {
            return note(space);
        }

        @Override
        public Set<String> spaces(PlatformId platform) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Entry> log(int limit) {
            return List.of();
        }
    }
}
