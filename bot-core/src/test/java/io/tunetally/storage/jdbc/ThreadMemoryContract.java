package io.tunetally.storage.jdbc;

import static io.tunetally.storage.jdbc.Fixture.ANN;
import static io.tunetally.storage.jdbc.Fixture.BOB;
import static io.tunetally.storage.jdbc.Fixture.DISCORD;
import static io.tunetally.storage.jdbc.Fixture.OTHER_REQUEST;
import static io.tunetally.storage.jdbc.Fixture.REQUEST;
import static io.tunetally.storage.jdbc.Fixture.SLACK;
import static io.tunetally.storage.jdbc.Fixture.thread;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tunetally.chat.ConversationId;
import io.tunetally.chat.UserId;
import io.tunetally.storage.StorageException;
import io.tunetally.storage.TeamDefaults;
import io.tunetally.storage.ThreadMemory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The memory of threads and the defaults of teams, the same on every engine. */
interface ThreadMemoryContract extends OpenStorage {
    ConversationId THREAD = thread("T1", "C1", "1700.1");
    TeamDefaults.Scope CHANNEL = new TeamDefaults.Scope(SLACK, "T1", "C1");

    @Test
    default void remembersTheLastRequestOverARestart() {
        storage().threadMemory().remember(THREAD, REQUEST, ANN);
        storage().threadMemory().remember(THREAD, OTHER_REQUEST, ANN);
        storage().close();

        assertThat(open().threadMemory().recall(THREAD)).contains(OTHER_REQUEST);
    }

    @Test
    default void remembersSeveralConversationsAtOnce() {
        ConversationId other = thread("T1", "C1", "1700.2");
        storage().threadMemory().remember(THREAD, REQUEST, BOB);

        storage()
                .threadMemory()
                .remember(List.of(
                        new ThreadMemory.Memory(THREAD, OTHER_REQUEST, ANN, clock().instant()),
                        new ThreadMemory.Memory(other, REQUEST, ANN, clock().instant())));

        assertThat(storage().threadMemory().recall(THREAD)).contains(OTHER_REQUEST);
        assertThat(storage().threadMemory().recall(other)).contains(REQUEST);
        // Two people asked in the first one, so it belongs to neither.
        assertThat(storage().recentRequests().of(SLACK, "T1", ANN, 5)).containsExactly(REQUEST);
    }

    /** The store was unavailable when it was asked. */
    @Test
    default void deletesWithASpaceRequestsMadeBeforeAndStoredLater() {
        Instant asked = clock().instant();
        clock().pass(Duration.ofMinutes(5));
        Instant left = clock().instant();
        clock().pass(Duration.ofMinutes(5));
        storage().threadMemory().remember(List.of(new ThreadMemory.Memory(THREAD, REQUEST, ANN, asked)));

        assertThat(storage().deletion().ofSpace(SLACK, "T1", left).total()).isEqualTo(1);
        assertThat(storage().threadMemory().recall(THREAD)).isEmpty();
    }

    /** Distinguishes such a row from an unavailable store. */
    @Test
    @SuppressWarnings("NullAway") // Tests a platform that sends no user.
    default void refusesAMemoryWithoutAnAskerAndNoneOfTheOthersAlone() {
        ThreadMemory.Memory bad = new ThreadMemory.Memory(THREAD, REQUEST, new UserId(null), clock().instant());
        ThreadMemory.Memory good =
                new ThreadMemory.Memory(thread("T1", "C1", "1700.2"), REQUEST, ANN, clock().instant());
        ThreadMemory memory = storage().threadMemory();

        assertThatThrownBy(() -> memory.remember(List.of(good, bad)))
                .isInstanceOfSatisfying(
                        StorageException.class, it -> assertThat(it.isRefusal()).isTrue());
        assertThatThrownBy(() -> memory.remember(List.of(bad)))
                .isInstanceOfSatisfying(
                        StorageException.class, it -> assertThat(it.isRefusal()).isTrue());
        memory.remember(List.of(good));
        assertThat(memory.recall(good.conversation())).contains(REQUEST);
    }

    @Test
    default void saysOfAStoreThatFailsThatItDoesNotRefuse() {
        Fixture.execute(place(), "DROP TABLE thread_memory");

        assertThatThrownBy(() -> storage().threadMemory().remember(THREAD, REQUEST, ANN))
                .isInstanceOfSatisfying(
                        StorageException.class, it -> assertThat(it.isRefusal()).isFalse());
    }

    @Test
    default void keepsConversationsApart() {
        storage().threadMemory().remember(THREAD, REQUEST, ANN);

        assertThat(storage().threadMemory().recall(thread("T2", "C1", "1700.1")))
                .isEmpty();
        assertThat(storage().threadMemory().recall(thread("T1", "C2", "1700.1")))
                .isEmpty();
        assertThat(storage().threadMemory().recall(thread("T1", "C1", ""))).isEmpty();
        assertThat(storage().threadMemory().recall(new ConversationId(DISCORD, "T1", "C1", "1700.1")))
                .isEmpty();
    }

    @Test
    default void keepsNonAsciiText() {
        ConversationId odd = thread("Tü", "C'; DROP TABLE thread_memory", "线程");
        storage().threadMemory().remember(odd, "cost \"naïve\" 模型 🙂", ANN);

        assertThat(storage().threadMemory().recall(odd)).contains("cost \"naïve\" 模型 🙂");
    }

    @Test
    default void forgetsAConversationWhenItsTimeIsOver() {
        storage().threadMemory().remember(THREAD, REQUEST, ANN);

        clock().pass(Duration.ofHours(24).minusMillis(1));
        assertThat(storage().threadMemory().recall(THREAD)).contains(REQUEST);
        clock().pass(Duration.ofMillis(1));
        assertThat(storage().threadMemory().recall(THREAD)).isEmpty();
    }

    @Test
    default void forgetsAConversationWhenToldTo() {
        storage().threadMemory().remember(THREAD, REQUEST, ANN);
        storage().threadMemory().forget(THREAD);

        assertThat(storage().threadMemory().recall(THREAD)).isEmpty();
    }

    @Test
    default void findsTheDefaultsOfAChannelBesideItsTeams() {
        assertThat(storage().teamDefaults().find(CHANNEL).team()).isEmpty();
        storage().teamDefaults().set(CHANNEL.team(), "2000 examples");
        storage().teamDefaults().set(CHANNEL, "5 epochs");

        TeamDefaults.Found found = storage().teamDefaults().find(CHANNEL);
        assertThat(found.team()).contains("2000 examples");
        assertThat(found.channel()).contains("5 epochs");
        assertThat(storage().teamDefaults().find(CHANNEL.team()).channel()).isEmpty();

        storage().teamDefaults().clear(CHANNEL);
        assertThat(storage().teamDefaults().find(CHANNEL).channel()).isEmpty();
        assertThat(storage().teamDefaults().find(CHANNEL).team()).contains("2000 examples");
    }

    @Test
    default void seesDefaultsOfAnotherProcessWithinSeconds() {
        JdbcStorage other = open();
        assertThat(other.teamDefaults().find(CHANNEL).team()).isEmpty();
        storage().teamDefaults().set(CHANNEL.team(), "2000 examples");

        clock().pass(Duration.ofSeconds(5));
        assertThat(other.teamDefaults().find(CHANNEL).team()).contains("2000 examples");
    }

    @Test
    default void returnsAPersonsRecentRequestsWithoutSharedConversations() {
        storage().threadMemory().remember(thread("T1", "C1", "a"), REQUEST, ANN);
        clock().pass(Duration.ofSeconds(1));
        storage().threadMemory().remember(thread("T1", "C1", "b"), OTHER_REQUEST, ANN);
        clock().pass(Duration.ofSeconds(1));
        storage().threadMemory().remember(thread("T1", "C1", "c"), REQUEST, ANN);
        storage().threadMemory().remember(thread("T1", "C1", "d"), "models", ANN);
        storage().threadMemory().remember(thread("T1", "C1", "d"), "recommend", BOB);
        storage().threadMemory().remember(thread("T2", "C1", "a"), "worth it", ANN);

        assertThat(storage().recentRequests().of(SLACK, "T1", ANN, 5)).containsExactly(REQUEST, OTHER_REQUEST);
        assertThat(storage().recentRequests().of(SLACK, "T1", ANN, 1)).containsExactly(REQUEST);
        assertThat(storage().recentRequests().of(SLACK, ANN, 5))
                .as("wherever they asked")
                .containsExactlyInAnyOrder(REQUEST, OTHER_REQUEST, "worth it");
        assertThat(storage().recentRequests().of(SLACK, ANN, 1)).hasSize(1);
        clock().pass(Duration.ofHours(25));
        assertThat(storage().recentRequests().of(SLACK, "T1", ANN, 5)).isEmpty();
        assertThat(storage().recentRequests().of(SLACK, ANN, 5)).isEmpty();
    }
}
