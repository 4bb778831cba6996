package io.tunetally.discord.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.ProgramTime;
import io.tunetally.Requirement;
import io.tunetally.discord.api.Shards;
import java.net.URI;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Requirement("discord-26")
class SendPaceTest {
    private static final Shards ALL = new Shards.Auto();

    @Test
    void letsFewerMessagesThroughThanDiscordTakesInASecond() throws Exception {
        long begun = ProgramTime.now();
        assertThat(aHundred("https://discord.com/api/v10/")).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
        assertThat(ProgramTime.since(begun)).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void leavesThePaceToAProxy() throws Exception {
        long begun = ProgramTime.now();
        aHundred("http://127.0.0.1:3000/api/v10/");
        assertThat(ProgramTime.since(begun)).isLessThan(Duration.ofSeconds(1));
    }

    private static Duration aHundred(String apiUrl) throws InterruptedException {
        SendPace pace = new SendPace(URI.create(apiUrl), ALL);
        long begun = System.nanoTime();
        for (int n = 0; n < 100; n++) {
            pace.await();
        }
        return Duration.ofNanos(System.nanoTime() - begun);
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
        SendPace pace = new SendPace(URI.create(apiUrl), Shards.parse(shards).orElseThrow());

        assertThat(IntStream.range(0, 100).filter(_ -> pace.isFree()).count()).isEqualTo(turns);
    }

    @Test
    void givesAnotherTurnASecondAfterTheFirst() throws Exception {
        SendPace pace = new SendPace(URI.create("https://discord.com/api/v10/"), new Shards.Part(0, 0, 45));
        assertThat(pace.isFree()).isTrue();
        assertThat(pace.isFree()).isFalse();
        Thread.sleep(1_050);
        assertThat(pace.isFree()).isTrue();
    }
}
