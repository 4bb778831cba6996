package io.tunetally.slack.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.Requirement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@Requirement("slack-32b")
class MaintenanceSchedulerTest {
    @Test
    void goesRoundAfterRoundAlsoWhereOneFails() throws Exception {
        CountDownLatch rounds = new CountDownLatch(3);
        try (MaintenanceScheduler maintenanceScheduler = new MaintenanceScheduler()) {
            maintenanceScheduler.every(Duration.ofMillis(1), "a test", () -> {
                rounds.countDown();
                throw new IllegalStateException("broken for a test");
            });

            assertThat(rounds.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }
}
