package io.tunetally.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SendPaceTest {
    @Test
    void letsFewerMessagesThroughThanDiscordTakesInASecond() throws Exception {
        assertThat(aHundred("https://discord.com/api/v10/")).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
    }

    @Test
    void leavesThePaceToAProxy() throws Exception {
        assertThat(aHundred("http://127.0.0.1:3000/api/v10/")).isLessThan(Duration.ofSeconds(1));
    }

    private static Duration aHundred(String apiUrl) throws InterruptedException {
        SendPace pace = new SendPace(URI.create(apiUrl));
        long begun = System.nanoTime();
        for (int n = 0; n < 100; n++) {
            pace.await();
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
