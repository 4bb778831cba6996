package io.tunetally.storage.bounded;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.chat.PlatformId;
import io.tunetally.storage.Deliveries;
import io.tunetally.storage.StorageException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class DeduplicatorTest {
    private static final PlatformId SLACK = new PlatformId("slack");

    private final StoreCalls calls = new StoreCalls();
    private final CountDownLatch never = new CountDownLatch(1);

    @AfterEach
    void close() {
        calls.close();
    }

    @Test
    void isTrueForTheFirstDeliveryOnlyUntilItIsReleased() {
        Deduplicator deduplicator = new Deduplicator(SLACK, new InMemory(new HashSet<>()), calls);

        assertThat(deduplicator.isFirst("1")).isTrue();
        assertThat(deduplicator.isFirst("1")).isFalse();
        assertThat(deduplicator.isFirst("2")).isTrue();

        deduplicator.release("1");
        assertThat(deduplicator.isFirst("1")).isTrue();
    }

    @Test
    void releasesNoClaimOfALaterPress() {
        Deduplicator deduplicator = new Deduplicator(SLACK, new InMemory(new HashSet<>()), calls);
        assertThat(deduplicator.isFirst("1")).isTrue();
        Runnable release = deduplicator.releaseOnce("1");

        release.run();
        assertThat(deduplicator.isFirst("1")).isTrue();
        release.run();
        assertThat(deduplicator.isFirst("1")).isFalse();
    }

    @Test
    void passesALifetimeOn() {
        Deduplicator deduplicator = new Deduplicator(SLACK, new InMemory(new HashSet<>()), calls);

        assertThat(deduplicator.isFirst("1", Duration.ofDays(1))).isTrue();
        assertThat(deduplicator.isFirst("1", Duration.ofDays(2))).isTrue();
        assertThat(deduplicator.isFirst("1", Duration.ofDays(1))).isFalse();
    }

    @Test
    void prefersADuplicateToALostAnswerWhereTheStoreFails() {
        Deduplicator deduplicator = new Deduplicator(SLACK, new Unusable(this::fail), calls);

        assertThat(deduplicator.isFirst("1")).isTrue();
        assertThat(deduplicator.isFirst("1", Duration.ofDays(1))).isTrue();
        deduplicator.release("1");
    }

    @Test
    void prefersADuplicateToALateAnswerWhereTheStoreHangs() {
        Deduplicator deduplicator = new Deduplicator(SLACK, new Unusable(this::hang), calls);

        long begun = System.nanoTime();
        assertThat(deduplicator.isFirst("1")).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    private boolean fail() {
        throw new StorageException("unusable for a test", new IllegalStateException());
    }

    private boolean hang() {
        try {
            never.await();
            return false;
        } catch (InterruptedException cancelled) {
            throw new StorageException("interrupted", cancelled);
        }
    }

    private record InMemory(Set<String> claimed) implements Deliveries {
        @Override
        public boolean claim(PlatformId platform, String deliveryId) {
            return claimed.add(platform.value() + deliveryId);
        }

        @Override
        public boolean claim(PlatformId platform, String id, Duration lifetime) {
            return claimed.add(platform.value() + id + lifetime);
        }

        @Override
        public void release(PlatformId platform, String deliveryId) {
            claimed.remove(platform.value() + deliveryId);
        }
    }

    private interface Use {
        boolean run();
    }

    private record Unusable(Use use) implements Deliveries {
        @Override
        public boolean claim(PlatformId platform, String deliveryId) {
            return use.run();
        }

        @Override
        public boolean claim(PlatformId platform, String id, Duration lifetime) {
            return use.run();
        }

        @Override
        public void release(PlatformId platform, String deliveryId) {
            boolean _ = use.run();
        }
    }
}
