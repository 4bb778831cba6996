package io.tunetally.discord;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tunetally.JavaProcess;
import io.tunetally.Requirement;
import io.tunetally.discord.fake.FakeDiscord;
import io.tunetally.discord.fake.Incoming;
import io.tunetally.discord.install.Invitation;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.Permission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The adapter as a process of its own; {@link DiscordPlatformTest} has what needs no process. */
@Requirement({"discord-27b", "discord-34"})
// The tests wait for a log line or an exit; a timeout ends them only if neither comes.
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@Execution(ExecutionMode.CONCURRENT)
class DiscordMainTest {
    private static final Map<String, String> AGAIN_IN_A_SECOND =
            Map.of("Retry-After", "1", "X-RateLimit-Scope", "user", "Via", "1.1 google");
    private static final String LIMITED =
            "{\"message\":\"You are being rate limited.\",\"retry_after\":1.0,\"global\":false}";

    @TempDir
    private Path folder;

    @Requirement("discord-2")
    @Test
    void saysItIsReadyAndAnswersWhatItHasTakenBeforeItStops() throws Exception {
        try (FakeDiscord discord = new FakeDiscord()) {
            Process process = start(discord);
            try (BufferedReader log = process.errorReader(UTF_8)) {
                List<String> lines = linesUntilReady(log);
                assertThat(lines).last().asString().contains("ready: 1 of 1 shards");
                assertThat(lines)
                        .anyMatch(line -> line.contains("https://discord.com/oauth2/authorize?client_id=100"
                                + "&scope=bot+applications.commands&permissions=" + Invitation.PERMISSIONS));
                assertThat(lines)
                        .anyMatch(line -> line.contains("https://discord.com/oauth2/authorize?client_id=100"
                                + "&scope=applications.commands&integration_type=1"));
                assertThat(Permission.getPermissions(Invitation.PERMISSIONS))
                        .containsExactlyInAnyOrder(
                                Permission.VIEW_CHANNEL,
                                Permission.MESSAGE_SEND,
                                Permission.MESSAGE_SEND_IN_THREADS,
                                Permission.MESSAGE_EMBED_LINKS,
                                Permission.MESSAGE_ATTACH_FILES,
                                Permission.MESSAGE_HISTORY);
                for (int n = 0; n < 3; n++) {
                    ObjectNode message = Incoming.inGuild("<@100> cost gpt-4o 1k examples");
                    discord.gateway().dispatch("MESSAGE_CREATE", message);
                    readUntil(log, "message " + message.path("id").asText() + " in channel");
                    discord.take(FakeDiscord.Kind.POST);
                }
                discord.interact(Incoming.slash("ask", Map.of("message", "models details")));
                FakeDiscord.Call deferred = discord.take(FakeDiscord.Kind.CALLBACK);
                assertThat(deferred.body().path("type").asInt()).isEqualTo(5);
                discord.next(FakeDiscord.Kind.POST, 429, AGAIN_IN_A_SECOND, LIMITED);
                discord.gateway().dispatch("MESSAGE_CREATE", Incoming.inGuild("<@100> cost gpt-4o 1k examples"));
                discord.take(FakeDiscord.Kind.POST);
                process.toHandle().destroy();

                assertEndsInItsOwnWay(process);
                assertThat(discord.waiting(FakeDiscord.Kind.POST))
                        .as("what Discord held back is sent")
                        .isEqualTo(1);
                assertThat(discord.waiting(FakeDiscord.Kind.ORIGINAL)).isEqualTo(1);
            } finally {
                process.destroyForcibly();
            }
        }
    }

    @Test
    void stopsAlsoWhileItsShardsAreStillConnecting() throws Exception {
        try (FakeDiscord discord = new FakeDiscord()) {
            discord.recommendShards(2);
            discord.gateway().holdBack(1);
            Process process = start(discord);
            try (BufferedReader log = process.errorReader(UTF_8)) {
                Runnable _ = discord.gateway().held();
                process.toHandle().destroy(); // By itself it would close what it says, too.

                assertThat(log.lines().toList())
                        .anyMatch(line -> line.contains("Discord adapter stopped"))
                        .noneMatch(line -> line.contains("cannot run"));
                assertEndsInItsOwnWay(process);
            } finally {
                process.destroyForcibly();
            }
        }
    }

    /** Within five seconds of its own: it is ended with another code then, so no clock is looked at here. */
    private static void assertEndsInItsOwnWay(Process process) throws InterruptedException {
        assertThat(process.waitFor()).isZero();
    }

    @Requirement("discord-3")
    @Test
    void endsWithOneLineWhereItsTokenIsNotTakenAnyMore() throws Exception {
        try (FakeDiscord discord = new FakeDiscord()) {
            Process process = start(discord);
            try (BufferedReader log = process.errorReader(UTF_8)) {
                linesUntilReady(log);
                discord.gateway().cut(4004, "Authentication failed.");

                assertThat(log.lines().toList())
                        .noneMatch(line -> line.contains("\tat "))
                        .filteredOn(line -> line.startsWith("DISCORD_TOKEN: "))
                        .hasSize(1);
                assertThat(process.waitFor()).isEqualTo(78);
            } finally {
                process.destroyForcibly();
            }
        }
    }

    private Process start(FakeDiscord discord) throws IOException {
        ProcessBuilder builder = JavaProcess.withOwnLog(List.of(), DiscordMain.class);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("DISCORD_") || name.startsWith("TUNETALLY_"));
        environment.putAll(RunningDiscord.environment(discord, folder));
        return builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }

    private static List<String> linesUntilReady(BufferedReader log) throws IOException {
        return readUntil(log, "ready");
    }

    private static List<String> readUntil(BufferedReader log, String part) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            lines.add(line);
            if (line.contains(part)) {
                break;
            }
        }
        return lines;
    }
}
