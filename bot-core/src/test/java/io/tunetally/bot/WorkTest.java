package io.tunetally.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class WorkTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    @Test
    void hasRoomForSoManyPiecesWhereverTheyAreDone() {
        try (Work work = new Work(2, LONG)) {
            Work.Room first = work.enter().orElseThrow();
            Work.Room second = work.enter().orElseThrow();
            assertThat(work.enter()).isEmpty();
            assertThat(work.begin(() -> "")).isEmpty();

            first.close();
            first.close();
            Work.Room third = work.enter().orElseThrow();
            assertThat(work.enter()).isEmpty();

            second.close();
            third.close();
        }
    }

    @Test
    void endsWhenAllThatHasBegunHasEnded() throws Exception {
        Work work = new Work(2, LONG);
        Optional<Work.Room> room = work.enter();
        AtomicBoolean ended = new AtomicBoolean();
        CompletableFuture<Boolean> closed = CompletableFuture.supplyAsync(() -> {
            work.close();
            return ended.get();
        });
        while (work.enter().map(WorkTest::leave).isPresent()) {
            Thread.onSpinWait();
        }

        ended.set(true);
        room.orElseThrow().close();
        assertThat(closed.get(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    private static boolean leave(Work.Room room) {
        room.close();
        return true;
    }

    @Test
    void takesAnotherInThePlaceOfOneThatOnlyWaitsAndStillEndsAfterIt() throws Exception {
        CountDownLatch waits = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        Work work = new Work(1, LONG);
        work.run("one that waits", () -> {
            Work.onlyWaits();
            Work.onlyWaits();
            waits.countDown();
            goOn.await();
            ended.set(true);
        });
        waits.await();

        work.enter().orElseThrow().close();
        Work.Room other = work.enter().orElseThrow();
        assertThat(work.enter()).isEmpty();
        other.close();
        CompletableFuture<Boolean> closed = CompletableFuture.supplyAsync(() -> {
            work.close();
            return ended.get();
        });
        while (work.enter().map(WorkTest::leave).isPresent()) {
            Thread.onSpinWait();
        }
        goOn.countDown();
        assertThat(closed.get(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void interruptsWhatTakesLongerThanItsPatience() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<String> end = new CompletableFuture<>();
        Work work = new Work(1, Duration.ofMillis(20));
        work.run("a long piece", () -> {
            begun.countDown();
            try {
                Thread.sleep(LONG);
            } catch (InterruptedException stopped) {
                end.complete("interrupted");
            }
        });
        begun.await();

        work.close();
        assertThat(end.get(LONG.toSeconds(), TimeUnit.SECONDS)).isEqualTo("interrupted");
    }
}
