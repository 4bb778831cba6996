package io.tunetally.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tunetally.ProgramTime;
import io.tunetally.Requirement;
import io.tunetally.discord.fake.FakeDiscord;
import io.tunetally.discord.fake.Incoming;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Health, readiness and metrics of the adapter as a process of its own. */
@Requirement("discord-29")
class DiscordOperationsTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Pattern ADDRESS = Pattern.compile("health and metrics on (http://\\S+)");

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void isReadyWhileDiscordIsThereAndCountsWhatItAnswers() throws Exception {
        try (FakeDiscord discord = new FakeDiscord()) {
            ProcessBuilder builder = DiscordMainTest.process(discord, folder, Map.of("TUNETALLY_OPS_PORT", "0"));
            builder.redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile());
            Process process = builder.start();
            try {
                String address = until(() -> ADDRESS.matcher(Files.readString(folder.resolve("log"))), Matcher::find)
                        .group(1);
                until(() -> get(address + "/readyz"), response -> response.statusCode() == 200);
                assertThat(get(address + "/healthz").body()).isEqualTo("alive\n");

                ObjectNode message = Incoming.inGuild("<@100> cost gpt-4o 1k examples");
                discord.gateway().dispatch("MESSAGE_CREATE", message);
                discord.take(FakeDiscord.Kind.POST);
                discord.gateway().dispatch("MESSAGE_CREATE", message);
                discord.interact(Incoming.slash("cost", Map.of("model", "gpt-4o")));
                discord.take(FakeDiscord.Kind.CALLBACK);
                String counted = until(
                                () -> get(address + "/metrics"),
                                response -> response.body()
                                        .contains(
                                                "acknowledgement_seconds_count{platform=\"discord\",type=\"command\"} 1"))
                        .body();
                assertThat(counted)
                        .contains(
                                "tunetally_answers_total{intent=\"estimate\",platform=\"discord\",status=\"answered\"} 2.0");

                assertThat(counted)
                        .contains("tunetally_deliveries_duplicate_total{platform=\"discord\"} 1.0")
                        .containsPattern("tunetally_gateway_ping_seconds\\{platform=\"discord\"} (\\d|NaN)")
                        .containsPattern("tunetally_gateway_last_event_seconds\\{platform=\"discord\"} 1\\.\\d+E9");

                long silent = ProgramTime.now();
                discord.fallSilent(true);
                until(() -> get(address + "/readyz"), response -> response.statusCode() == 503);
                assertThat(ProgramTime.since(silent)).isLessThan(Duration.ofSeconds(10));
                discord.fallSilent(false);
                until(() -> get(address + "/readyz"), response -> response.statusCode() == 200);

                discord.refuseGateway(true);
                long lost = ProgramTime.now();
                discord.gateway().cut();
                HttpResponse<String> away = until(() -> get(address + "/readyz"), it -> it.statusCode() == 503);
                assertThat(ProgramTime.since(lost)).isLessThan(Duration.ofSeconds(10));
                assertThat(away.body()).isEqualTo("not ready, missing: connection to Discord\n");

                discord.refuseGateway(false);
                until(() -> get(address + "/readyz"), response -> response.statusCode() == 200);
                assertThat(get(address + "/metrics").body())
                        .containsPattern("tunetally_reconnects_total\\{platform=\"discord\"} [1-9]");
            } finally {
                process.destroyForcibly().waitFor();
                client.close();
            }
        }
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** A condition to poll. */
    private interface Question<T> {
        T ask() throws Exception;
    }

    private static <T> T until(Question<T> question, Predicate<T> settled) throws Exception {
        long begun = ProgramTime.now();
        while (true) {
            T answer = question.ask();
            if (settled.test(answer)) {
                return answer;
            }
            assertThat(ProgramTime.since(begun)).as("still " + answer).isLessThan(TIMEOUT);
            Thread.sleep(50);
        }
    }
}
