package io.tunetally.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tunetally.ProgramTime;
import io.tunetally.Requirement;
import io.tunetally.WrittenLog;
import io.tunetally.discord.RunningDiscord.Changes;
import io.tunetally.discord.api.DiscordSettings;
import io.tunetally.discord.fake.Bodies;
import io.tunetally.discord.fake.FakeDiscord;
import io.tunetally.discord.fake.FakeDiscord.Kind;
import io.tunetally.discord.fake.Incoming;
import io.tunetally.discord.fake.Trouble;
import io.tunetally.discord.transport.GatewayConnection;
import io.tunetally.settings.SettingsException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The connection: what it asks for, how it is lost and comes back, and its shards. */
@Requirement("discord-27a")
@Execution(ExecutionMode.CONCURRENT)
class GatewayTest {
    private static final int PRIVILEGED = 1 << 1 | 1 << 8 | 1 << 15;
    private static final int GUILDS_AND_MESSAGES = 1 | 1 << 9 | 1 << 12;

    @TempDir
    private Path folder;

    @Requirement("discord-1")
    @Test
    void asksForNoPrivilegedIntent() throws Exception {
        try (FakeDiscord discord = new FakeDiscord();
                RunningDiscord running = new RunningDiscord(discord, folder)) {
            assertThat(running.app().isConnected()).isTrue();
            assertThat(discord.gateway().identifies()).singleElement().satisfies(identify -> {
                assertThat(identify.path("intents").asInt() & PRIVILEGED).isZero();
                assertThat(identify.path("intents").asInt()).isEqualTo(GUILDS_AND_MESSAGES);
                assertThat(identify.path("token").asText()).isEqualTo(FakeDiscord.TOKEN);
            });
        }
    }

    @Test
    void resumesWhereDiscordAsksForItAndAnswersNothingTwice() throws Exception {
        try (FakeDiscord discord = new FakeDiscord();
                RunningDiscord running = new RunningDiscord(discord, folder)) {
            ObjectNode message = Incoming.inGuild("<@100> cost gpt-4o");
            running.say(message);
            discord.gateway().askToReconnect();

            assertThat(discord.gateway().resumed()).isTrue();
            assertThat(discord.gateway().identifies()).hasSize(1);
            discord.gateway().dispatch("MESSAGE_CREATE", message);
            assertThat(running.say(Incoming.inGuild("<@100> help")).text())
                    .contains("What fine-tuning a model will cost");
            assertThat(discord.waiting(Kind.POST)).isZero();
        }
    }

    @Requirement("discord-36")
    @Test
    void triesAgainWhereDiscordIsAwayAtTheStart() throws Exception {
        try (FakeDiscord discord = new FakeDiscord();
                WrittenLog log = new WrittenLog()) {
            discord.refuseConnections(2);
            try (RunningDiscord running = new RunningDiscord(discord, folder)) {
                assertThat(running.say(Incoming.inGuild("<@100> cost gpt-4o")).text())
                        .contains("$37.50");
            }
            assertThat(log.messages())
                    .filteredOn(line -> line.startsWith("Discord cannot be reached"))
                    .hasSize(2)
                    .first()
                    .asString()
                    .contains("trying again in 1 s");
        }
    }

    /** JDA itself would give up at the fifth. */
    @Requirement("discord-36")
    @Test
    void triesAgainAsOftenAsDiscordIsBrokenAtTheStart() throws Exception {
        try (FakeDiscord discord = new FakeDiscord();
                WrittenLog log = new WrittenLog()) {
            List<Integer> answers = List.of(500, 502, 503, 504, 520, 429, 403, 500);
            answers.forEach(status -> discord.next(Kind.ADVICE, status, Map.of(), "{}"));
            discord.next(Kind.ADVICE, 200, Map.of(), "<html>Sign in to this network</html>");
            AtomicInteger limited = new AtomicInteger();
            DiscordSettings settings = DiscordSettings.read(RunningDiscord.environment(discord, folder));
            try (GatewayConnection connection =
                    GatewayConnection.to(settings, limited::incrementAndGet, Duration.ofNanos(1))) {
                connection.awaitReady();
            }
            assertThat(limited).hasValue(1);
            assertThat(log.messages())
                    .filteredOn(line -> line.startsWith("Discord cannot be reached"))
                    .hasSize(answers.size() + 1);
            assertThat(Trouble.in(log)).isEmpty();
        }
    }

    @Requirement("discord-36")
    @Test
    void saysWhichSettingIsWrongWhereDiscordIsNotAtItsAddress() throws Exception {
        try (FakeDiscord discord = new FakeDiscord()) {
            discord.next(Kind.ADVICE, 404, Map.of(), "{}");
            DiscordSettings settings = DiscordSettings.read(RunningDiscord.environment(discord, folder));
            assertThatThrownBy(() -> GatewayConnection.to(settings, () -> {}))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining("DISCORD_API_URL");
        }
    }

    /** JDA waits 75 seconds for it, and says so in the log. */
    @Requirement("discord-36")
    @Test
    void isReadyWhileAServerIsInAnOutageAndNamesIt() throws Exception {
        ObjectNode away = Incoming.guild("201", Incoming.USUAL_PERMISSIONS);
        try (FakeDiscord discord =
                new FakeDiscord(_ -> List.of(Incoming.guild(Incoming.GUILD, Incoming.USUAL_PERMISSIONS), away))) {
            discord.gateway().outage("201");
            try (RunningDiscord running = new RunningDiscord(discord, folder)) {
                assertThat(running.app().isConnected()).isTrue();
                assertThat(running.app().missingForSome()).containsExactly("1 server in an outage");
                assertThat(running.say(Incoming.inGuild("<@100> cost gpt-4o")).text())
                        .contains("$37.50");

                discord.gateway().dispatch("GUILD_CREATE", away);
                assertThat(RunningDiscord.within(
                                Duration.ofSeconds(20),
                                () -> running.app().missingForSome().isEmpty()))
                        .isTrue();
                assertThat(running.app().isConnected()).isTrue();
                assertThat(running.app().guilds()).isEqualTo(2);

                discord.gateway()
                        .dispatch(
                                "GUILD_DELETE",
                                Bodies.MAPPER
                                        .createObjectNode()
                                        .put("id", "201")
                                        .put("unavailable", true));
                assertThat(RunningDiscord.within(
                                Duration.ofSeconds(20),
                                () -> !running.app().missingForSome().isEmpty()))
                        .isTrue();
                assertThat(running.app().isConnected()).isTrue();
            }
        }
    }

    @Requirement("discord-29")
    @Test
    void hearsSignsOfLifeUntilItsNetworkFallsSilent() throws Exception {
        try (FakeDiscord discord = new FakeDiscord()) {
            DiscordSettings settings = DiscordSettings.read(RunningDiscord.environment(discord, folder));
            try (GatewayConnection connection = GatewayConnection.to(settings, () -> {})) {
                connection.awaitReady();
                assertThat(connection.isGatewayThere()).isTrue();
                assertThat(connection.isApiThere()).isTrue();

                discord.fallSilent(true);
                assertThat(connection.isGatewayThere()).isFalse();
                assertThat(connection.isApiThere()).isFalse();

                discord.fallSilent(false);
                assertThat(connection.isGatewayThere()).isTrue();
                assertThat(connection.isApiThere()).isTrue();
            }
        }
    }

    @Test
    void comesBackFromALostConnection() throws Exception {
        try (FakeDiscord discord = new FakeDiscord();
                RunningDiscord running = new RunningDiscord(discord, folder)) {
            running.expectTrouble("WebSocketClient");
            discord.refuseGateway(true);
            discord.gateway().cut();
            assertThat(RunningDiscord.within(
                            Duration.ofSeconds(10), () -> !running.app().isConnected()))
                    .isTrue();

            discord.refuseGateway(false);
            assertThat(discord.gateway().resumed()).isTrue();
            assertThat(RunningDiscord.within(
                            Duration.ofSeconds(10), () -> running.app().isConnected()))
                    .isTrue();
            assertThat(running.say(Incoming.inGuild("<@100> cost gpt-4o")).text())
                    .contains("$37.50");
        }
    }

    @Test
    void answersWhatWasSaidWhileItsConnectionWasLost() throws Exception {
        try (FakeDiscord discord = new FakeDiscord();
                RunningDiscord running = new RunningDiscord(discord, folder)) {
            running.expectTrouble("WebSocketClient");
            discord.refuseGateway(true);
            discord.gateway().cut();
            assertThat(RunningDiscord.within(
                            Duration.ofSeconds(10), () -> !running.app().isConnected()))
                    .isTrue();
            discord.gateway().dispatch("MESSAGE_CREATE", Incoming.inGuild("<@100> cost gpt-4o"));
            discord.refuseGateway(false);

            assertThat(discord.take(Kind.POST).text()).contains("$37.50");
        }
    }

    @Test
    void resumesWhereOnlyTheConnectionOfItsSessionIsOver() throws Exception {
        try (FakeDiscord discord = new FakeDiscord();
                RunningDiscord running = new RunningDiscord(discord, folder)) {
            running.expectTrouble("WebSocketClient");
            discord.gateway().invalidate(true);

            assertThat(discord.gateway().resumed()).isTrue();
            assertThat(discord.gateway().identifies()).hasSize(1);
            assertThat(running.say(Incoming.inGuild("<@100> cost gpt-4o")).text())
                    .contains("$37.50");
        }
    }

    @Test
    void identifiesAnewWhereItsSessionIsOver() throws Exception {
        try (FakeDiscord discord = new FakeDiscord();
                RunningDiscord running = new RunningDiscord(discord, folder)) {
            running.expectTrouble("WebSocketClient");
            ObjectNode message = Incoming.inGuild("<@100> cost gpt-4o");
            running.say(message);
            discord.gateway().invalidate(false);

            assertThat(RunningDiscord.within(
                            Duration.ofSeconds(20),
                            () -> discord.gateway().identifies().size() == 2
                                    && running.app().isConnected()))
                    .isTrue();
            discord.gateway().dispatch("MESSAGE_CREATE", message);
            assertThat(running.say(Incoming.inGuild("<@100> help")).text())
                    .contains("What fine-tuning a model will cost");
            assertThat(discord.waiting(Kind.POST)).isZero();
        }
    }

    @Requirement("discord-28")
    @Test
    void connectsAsManyShardsAsDiscordRecommends() throws Exception {
        try (FakeDiscord discord = new FakeDiscord()) {
            discord.recommendShards(2);
            try (RunningDiscord running = new RunningDiscord(discord, folder)) {
                assertThat(running.app().isConnected()).isTrue();
                assertThat(discord.gateway().identifies())
                        .extracting(identify -> identify.path("shard").toString())
                        .containsExactlyInAnyOrder("[0,2]", "[1,2]");
            }
        }
    }

    @Requirement("discord-28")
    @Test
    void isNotReadyBeforeItsLastShardIs() throws Exception {
        try (FakeDiscord discord = new FakeDiscord();
                WrittenLog log = new WrittenLog()) {
            discord.recommendShards(2);
            discord.gateway().holdBack(1);
            CompletableFuture<RunningDiscord> starting = CompletableFuture.supplyAsync(
                    () -> {
                        try {
                            return new RunningDiscord(discord, folder);
                        } catch (Exception failed) {
                            throw new CompletionException(failed);
                        }
                    },
                    Thread::startVirtualThread);
            Runnable lastShard = discord.gateway().held();
            assertThatThrownBy(() -> starting.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);

            lastShard.run();
            try (RunningDiscord running = starting.get(20, TimeUnit.SECONDS)) {
                assertThat(running.app().isConnected()).isTrue();
                assertThat(log.messages()).anyMatch(line -> line.contains("ready: 2 of 2 shards"));
            }
        }
    }

    /** The rest of its five seconds belongs to the memory. */
    @Requirement("discord-28")
    @Test
    void waitsForItsShardsTogetherWhenItStops() throws Exception {
        try (FakeDiscord discord = new FakeDiscord()) {
            discord.recommendShards(8);
            discord.gateway().neverClose();
            RunningDiscord running = new RunningDiscord(discord, folder);
            long begun = ProgramTime.now();
            running.close();
            assertThat(ProgramTime.since(begun)).isLessThan(Duration.ofMillis(2_500));
        }
    }

    @Requirement("discord-28")
    @Test
    void servesItsPartOfTheShardsAndLeavesTheCommandsToTheFirst() throws Exception {
        try (FakeDiscord discord = new FakeDiscord();
                RunningDiscord running =
                        new RunningDiscord(discord, folder, Changes.settings(Map.of("DISCORD_SHARDS", "1-1/2")))) {
            assertThat(running.app().isConnected()).isTrue();
            assertThat(discord.gateway().identifies())
                    .extracting(identify -> identify.path("shard").toString())
                    .containsExactly("[1,2]");
            assertThat(discord.waiting(Kind.REGISTRATION)).isZero();
        }
    }
}
