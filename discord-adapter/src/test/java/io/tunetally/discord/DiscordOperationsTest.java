package io.tunetally.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tunetally.ProgramTime;
import io.tunetally.Requirement;
import io.tunetally.discord.fake.FakeDiscord;
import io.tunetally.discord.fake.Incoming;
import io.tunetally.runtime.RunningPlatform;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Health, readiness and metrics of the running adapter. */
@Requirement("discord-29")
@Execution(ExecutionMode.CONCURRENT)
class DiscordOperationsTest {
    @TempDir
    private Path folder;

    @Test
    void isReadyWhileDiscordIsThereAndCountsWhatItAnswers() throws Exception {
        try (FakeDiscord discord = new FakeDiscord();
                RunningPlatform running = start(discord)) {
            running.awaitReady();
            assertThat(running.page("/healthz").body()).isEqualTo("alive\n");

            ObjectNode message = Incoming.inGuild("<@100> cost gpt-4o 1k examples");
            discord.gateway().dispatch("MESSAGE_CREATE", message);
            discord.take(FakeDiscord.Kind.POST);
            discord.gateway().dispatch("MESSAGE_CREATE", message);
            discord.interact(Incoming.slash("cost", Map.of("model", "gpt-4o")));
            discord.take(FakeDiscord.Kind.CALLBACK);
            String acknowledged = "acknowledgement_seconds_count{platform=\"discord\",type=\"command\"} 1";
            assertThat(running.page("/metrics", page -> page.body().contains(acknowledged))
                            .body())
                    .contains(
                            "tunetally_answers_total{intent=\"estimate\",platform=\"discord\",status=\"answered\"} 2.0")
                    .contains("tunetally_deliveries_duplicate_total{platform=\"discord\"} 1.0")
                    .containsPattern("tunetally_gateway_ping_seconds\\{platform=\"discord\"} (\\d|NaN)")
                    .containsPattern("tunetally_gateway_last_event_seconds\\{platform=\"discord\"} 1\\.\\d+E9");

            long silent = ProgramTime.now();
            discord.fallSilent(true);
            assertThat(running.awaitNotReady()).contains("connection to Discord");
            assertThat(ProgramTime.since(silent)).isLessThan(Duration.ofSeconds(10));
            discord.fallSilent(false);
            running.awaitReady();

            discord.refuseGateway(true);
            long lost = ProgramTime.now();
            discord.gateway().cut();
            String away = running.awaitNotReady();
            assertThat(ProgramTime.since(lost)).isLessThan(Duration.ofSeconds(10));
            assertThat(away).isEqualTo("not ready, missing: connection to Discord\n");

            discord.refuseGateway(false);
            running.awaitReady();
            assertThat(running.page("/metrics").body())
                    .containsPattern("tunetally_reconnects_total\\{platform=\"discord\"} [1-9]");
        }
    }

    private RunningPlatform start(FakeDiscord discord) {
        Map<String, String> environment = new HashMap<>(RunningDiscord.environment(discord, folder));
        environment.put("TUNETALLY_OPS_PORT", "0");
        return RunningPlatform.start(DiscordPlatform.SPEC, environment);
    }
}
