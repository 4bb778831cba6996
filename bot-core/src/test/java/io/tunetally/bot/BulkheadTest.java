package io.tunetally.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.Requirement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class BulkheadTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    @Test
    void hasRoomForSoManyPiecesWhereverTheyAreDone() {
        try (Bulkhead bulkhead = new Bulkhead(2, LONG)) {
            Bulkhead.Permit first = bulkhead.enter().orElseThrow();
            Bulkhead.Permit second = bulkhead.enter().orElseThrow();
            assertThat(bulkhead.enter()).isEmpty();
            assertThat(bulkhead.begin(() -> "")).isEmpty();

            first.close();
            first.close();
            Bulkhead.Permit third = bulkhead.enter().orElseThrow();
            assertThat(bulkhead.enter()).isEmpty();

            second.close();
            third.close();
        }
    }

    @Test
    void endsWhenAllThatHasBegunHasEnded() throws Exception {
        Bulkhead bulkhead = new Bulkhead(2, LONG);
        Optional<Bulkhead.Permit> room = bulkhead.enter();
        AtomicBoolean ended = new AtomicBoolean();
        CompletableFuture<Boolean> closed = CompletableFuture.supplyAsync(() -> {
            bulkhead.close();
            return ended.get();
        });
        while (bulkhead.enter().map(BulkheadTest::leave).isPresent()) {
            Thread.onSpinWait();
        }

        ended.set(true);
        room.orElseThrow().close();
        assertThat(closed.get(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    private static boolean leave(Bulkhead.Permit room) {
        room.close();
        return true;
    }

    @Requirement("slack-7b")
    @Test
    void takesAnotherInThePlaceOfOneThatOnlyWaitsAndStillEndsAfterIt() throws Exception {
        CountDownLatch waits = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        Bulkhead bulkhead = new Bulkhead(1, LONG);
        bulkhead.run("one that waits", () -> {
            Bulkhead.onlyWaits();
            Bulkhead.onlyWaits();
            waits.countDown();
            goOn.await();
            ended.set(true);
        });
        waits.await();

        bulkhead.enter().orElseThrow().close();
        Bulkhead.Permit other = bulkhead.enter().orElseThrow();
        assertThat(bulkhead.enter()).isEmpty();
        other.close();
        CompletableFuture<Boolean> closed = CompletableFuture.supplyAsync(() -> {
            bulkhead.close();
            return ended.get();
        });
        while (bulkhead.enter().map(BulkheadTest::leave).isPresent()) {
            Thread.onSpinWait();
        }
        goOn.countDown();
        assertThat(closed.get(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void interruptsTasksThatOutliveTheClosingLimit() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<String> end = new CompletableFuture<>();
        Bulkhead bulkhead = new Bulkhead(1, Duration.ofMillis(20));
        bulkhead.run("a long piece", () -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException stopped) {
                end.complete("interrupted");
            }
        });
        begun.await();

        bulkhead.close();
        assertThat(end.get(LONG.toSeconds(), TimeUnit.SECONDS)).isEqualTo("interrupted");
    }
}
