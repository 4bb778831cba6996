package io.tunetally.discord.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.Requirement;
import io.tunetally.discord.api.Shards;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Requirement("discord-26")
class SendPaceTest {
    private static final Shards ALL = new Shards.Auto();
    private static final String DISCORD = "https://discord.com/api/v10/";

    private final AtomicLong nanos = new AtomicLong();

    /** The 46th waits for the second after the first, the 91st for the one after the 46th. */
    @Test
    void letsFewerMessagesThroughThanDiscordTakesInASecond() throws Exception {
        assertThat(aHundred(DISCORD)).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void leavesThePaceToAProxy() throws Exception {
        assertThat(aHundred("http://127.0.0.1:3000/api/v10/")).isZero();
    }

    private Duration aHundred(String apiUrl) throws InterruptedException {
        SendPace pace = pace(apiUrl, ALL);
        for (int n = 0; n < 100; n++) {
            pace.await();
        }
        return Duration.ofNanos(nanos.get());
    }

    private SendPace pace(String apiUrl, Shards shards) {
        return new SendPace(URI.create(apiUrl), shards, nanos::get, nanos::addAndGet);
    }

    @ParameterizedTest
    @CsvSource({
        "https://discord.com/api/v10/, auto, 45",
        "https://ptb.discord.com/api/v10/, 4, 45",
        "https://discordapp.com/api/v10/, auto, 45",
        "https://discord.com/api/v10/, 0-1/4, 22",
        "https://discord.com/api/v10/, 7-7/1000, 1",
        "https://discord.com.example/api/v10/, auto, 100",
    })
    void givesAsManyTurnsAtOnceAsItsShardsHaveOfTheWhole(String apiUrl, String shards, int turns) {
        SendPace pace = pace(apiUrl, Shards.parse(shards).orElseThrow());

        assertThat(IntStream.range(0, 100).filter(_ -> pace.isFree()).count()).isEqualTo(turns);
    }

    @Test
    void givesAnotherTurnASecondAfterTheFirst() {
        SendPace pace = pace(DISCORD, new Shards.Part(0, 0, 45));
        assertThat(pace.isFree()).isTrue();
        nanos.addAndGet(Duration.ofSeconds(1).toNanos() - 1);
        assertThat(pace.isFree()).isFalse();
        nanos.incrementAndGet();
        assertThat(pace.isFree()).isTrue();
    }
}
