package io.tunetally.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SendPaceTest {
    @Test
    void letsFewerMessagesThroughThanDiscordTakesInASecond() throws Exception {
        SendPace pace = new SendPace();
        long begun = System.nanoTime();
        for (int n = 0; n < 100; n++) {
            pace.await();
        }

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
    }
}
