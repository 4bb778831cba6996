package io.tunetally;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

final class ProgramTimeTest {
    @Test
    void waitsForALatchNoLongerThanALimit() throws Exception {
        assertThat(ProgramTime.await(new CountDownLatch(0), Duration.ofSeconds(1)))
                .isTrue();

        long begun = System.nanoTime();
        assertThat(ProgramTime.await(new CountDownLatch(1), Duration.ofSeconds(1)))
                .isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofSeconds(1));
    }
}
