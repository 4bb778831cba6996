package io.tunetally.storage.jdbc;

import static io.tunetally.storage.jdbc.Fixture.DISCORD;
import static io.tunetally.storage.jdbc.Fixture.OTHER_REQUEST;
import static io.tunetally.storage.jdbc.Fixture.REQUEST;
import static io.tunetally.storage.jdbc.Fixture.SLACK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tunetally.storage.ActionKeys;
import io.tunetally.storage.StorageException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Deliveries, command keys and installation states, the same on every engine: claimed, kept and used up. */
interface DeliveriesContract extends OpenStorage {
    int RIVALS = 64;

    @Test
    default void givesADeliveryToOneOfManyRivals() throws Exception {
        JdbcStorage other = open();
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Boolean>> claims = new ArrayList<>();
        try (ExecutorService rivals = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int rival = 0; rival < RIVALS; rival++) {
                JdbcStorage mine = rival % 2 == 0 ? storage() : other;
                claims.add(rivals.submit(() -> {
                    start.await();
                    return mine.deliveries().claim(SLACK, "Ev1");
                }));
            }
            start.countDown();
        }
        int won = 0;
        for (Future<Boolean> claim : claims) {
            won += claim.get() ? 1 : 0;
        }
        assertThat(won).isEqualTo(1);
    }

    /** They are claimed in the same transaction. */
    @Test
    @SuppressWarnings("NullAway") // Tests a platform that sends no id.
    default void refusesAClaimWithoutAnIdAndNoneThatComesAtTheSameTime() throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Boolean>> claims = new ArrayList<>();
        try (ExecutorService rivals = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int rival = 0; rival < RIVALS; rival++) {
                String id = rival % 8 == 0 ? null : "Ev" + rival;
                claims.add(rivals.submit(() -> {
                    start.await();
                    return storage().deliveries().claim(SLACK, id);
                }));
            }
            start.countDown();
        }
        for (int rival = 0; rival < RIVALS; rival++) {
            Future<Boolean> claim = claims.get(rival);
            if (rival % 8 == 0) {
                assertThatThrownBy(claim::get).hasCauseInstanceOf(StorageException.class);
            } else {
                assertThat(claim.get()).isTrue();
            }
        }
    }

    @Test
    default void takesADeliveryForNewWhenItsTimeIsOver() {
        assertThat(storage().deliveries().claim(SLACK, "Ev1")).isTrue();
        assertThat(storage().deliveries().claim(DISCORD, "Ev1")).isTrue();

        clock().pass(Duration.ofMinutes(15).minusMillis(1));
        assertThat(storage().deliveries().claim(SLACK, "Ev1")).isFalse();
        clock().pass(Duration.ofMillis(1));
        assertThat(storage().deliveries().claim(SLACK, "Ev1")).isTrue();
        assertThat(storage().deliveries().claim(SLACK, "Ev1")).isFalse();
    }

    @Test
    default void keepsAClaimForATimeOfItsOwn() {
        assertThat(storage().deliveries().claim(SLACK, "short", Duration.ofSeconds(30)))
                .isTrue();
        assertThat(storage().deliveries().claim(SLACK, "long", Duration.ofDays(1)))
                .isTrue();

        clock().pass(Duration.ofMinutes(20));
        assertThat(storage().deliveries().claim(SLACK, "short", Duration.ofSeconds(30)))
                .isTrue();
        assertThat(storage().deliveries().claim(SLACK, "long", Duration.ofDays(1)))
                .isFalse();
    }

    @Test
    default void givesADeliveryAgainThatWasGivenBackInAnotherProcess() {
        assertThat(storage().deliveries().claim(SLACK, "Ev1")).isTrue();
        assertThat(storage().deliveries().claim(SLACK, "Ev2")).isTrue();
        open().deliveries().release(SLACK, "Ev1");

        assertThat(storage().deliveries().claim(SLACK, "Ev2")).isFalse();
        assertThat(storage().deliveries().claim(SLACK, "Ev1")).isTrue();
        assertThat(storage().deliveries().claim(SLACK, "Ev1")).isFalse();
    }

    @Test
    default void findsTheCommandsOfAMessageByTheirKeysInAnotherProcess() {
        storage().actionKeys().keep(List.of(REQUEST, OTHER_REQUEST, REQUEST));
        storage().actionKeys().keep(List.of(OTHER_REQUEST));
        JdbcStorage other = open();

        assertThat(other.actionKeys().command(ActionKeys.keyOf(REQUEST))).contains(REQUEST);
        assertThat(other.actionKeys().command(ActionKeys.keyOf(OTHER_REQUEST))).contains(OTHER_REQUEST);
        assertThat(other.actionKeys().command("never-kept")).isEmpty();
    }

    @Test
    default void keepsAKeyAliveThatIsSentAgain() {
        storage().actionKeys().keep(List.of(REQUEST));
        clock().pass(Duration.ofDays(100));
        storage().actionKeys().keep(List.of(REQUEST));
        clock().pass(Duration.ofDays(100));

        assertThat(open().actionKeys().command(ActionKeys.keyOf(REQUEST))).contains(REQUEST);
        clock().pass(Duration.ofDays(100));
        assertThat(open().actionKeys().command(ActionKeys.keyOf(REQUEST))).isEmpty();
    }

    @Test
    default void takesAStateOfAnInstallationOnce() {
        JdbcStorage other = open();

        assertThat(other.oauthStates().use(SLACK, "a state")).isTrue();
        assertThat(storage().oauthStates().use(SLACK, "a state")).isFalse();
        assertThat(storage().oauthStates().use(SLACK, "another")).isTrue();
        assertThat(other.oauthStates().use(DISCORD, "a state")).isTrue();
        clock().pass(Duration.ofMinutes(9));
        assertThat(storage().oauthStates().use(SLACK, "another")).isFalse();
    }
}
