package io.tunetally.discord.install;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tunetally.Requirement;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.UserId;
import io.tunetally.discord.RunningDiscord;
import io.tunetally.discord.RunningDiscord.Changes;
import io.tunetally.discord.api.DiscordConversations;
import io.tunetally.discord.fake.Bodies;
import io.tunetally.discord.fake.FakeDiscord;
import io.tunetally.discord.fake.Incoming;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The data of servers that the bot is removed from, also while it is away. */
@Requirement("discord-31b")
@Execution(ExecutionMode.CONCURRENT)
class ServerRemovalTest {
    @TempDir
    private Path folder;

    @Test
    void deletesTheDataOfAServerItIsRemovedFromButNotInAnOutage() throws Exception {
        ConversationId thread =
                new ConversationId(DiscordConversations.DISCORD, Incoming.GUILD, Incoming.CHANNEL, Incoming.THREAD);
        ConversationId elsewhere = new ConversationId(DiscordConversations.DISCORD, "201", "2011", "");
        try (FakeDiscord discord = new FakeDiscord();
                RunningDiscord running = new RunningDiscord(discord, folder)) {
            running.storage().threadMemory().remember(elsewhere, "cost gpt-4o", new UserId("1"));
            running.say(Incoming.inGuild(Incoming.THREAD, "<@100> cost gpt-4o 1k examples"));
            running.memory().settle(Duration.ofSeconds(5));
            JsonNode outage =
                    Bodies.MAPPER.createObjectNode().put("id", Incoming.GUILD).put("unavailable", true);
            discord.gateway().dispatch("GUILD_DELETE", outage);
            discord.gateway().dispatch("GUILD_CREATE", Incoming.guild(Incoming.GUILD, Incoming.USUAL_PERMISSIONS));
            running.say(Incoming.direct("help"));
            assertThat(running.storage().threadMemory().recall(thread)).isPresent();

            discord.gateway()
                    .dispatch("GUILD_DELETE", Bodies.MAPPER.createObjectNode().put("id", Incoming.GUILD));

            assertThat(RunningDiscord.within(
                            Duration.ofSeconds(5),
                            () -> running.storage()
                                    .threadMemory()
                                    .recall(thread)
                                    .isEmpty()))
                    .isTrue();
            assertThat(running.storage().threadMemory().recall(elsewhere)).isPresent();
        }
    }

    @Test
    void deletesTheDataOfAServerItIsRemovedFromInAnOutage() throws Exception {
        try (FakeDiscord discord = new FakeDiscord();
                RunningDiscord running = new RunningDiscord(discord, folder)) {
            running.storage().threadMemory().remember(channelOf(Incoming.GUILD), "cost gpt-4o", new UserId("1"));
            ObjectNode guild = Bodies.MAPPER.createObjectNode().put("id", Incoming.GUILD);
            discord.gateway().dispatch("GUILD_DELETE", guild.deepCopy().put("unavailable", true));
            discord.gateway().dispatch("GUILD_DELETE", guild);

            assertThat(RunningDiscord.within(
                            Duration.ofSeconds(10),
                            () -> running.storage()
                                    .threadMemory()
                                    .recall(channelOf(Incoming.GUILD))
                                    .isEmpty()))
                    .isTrue();
        }
    }

    @Test
    void deletesTheDataOfServersThatWereLeftWhileItWasAway() throws Exception {
        List<String> servers = List.of(Incoming.GUILD, "201", "202", "");
        ObjectNode inAnOutage =
                Incoming.guild("202", Incoming.USUAL_PERMISSIONS).put("unavailable", true);
        try (FakeDiscord discord =
                new FakeDiscord(_ -> List.of(Incoming.guild(Incoming.GUILD, Incoming.USUAL_PERMISSIONS), inAnOutage))) {
            try (RunningDiscord before = new RunningDiscord(discord, folder)) {
                for (String server : servers) {
                    before.storage().threadMemory().remember(channelOf(server), "cost gpt-4o", new UserId("1"));
                }
            }
            try (RunningDiscord running = new RunningDiscord(discord, folder)) {
                assertThat(RunningDiscord.within(
                                Duration.ofSeconds(10),
                                () -> running.storage()
                                        .threadMemory()
                                        .recall(channelOf("201"))
                                        .isEmpty()))
                        .isTrue();
                assertThat(servers)
                        .filteredOn(server -> !server.equals("201"))
                        .allMatch(server -> running.storage()
                                .threadMemory()
                                .recall(channelOf(server))
                                .isPresent());
            }
        }
    }

    @Test
    void deletesTheDataOfServersThatWereLeftWhileItsSessionWasLost() throws Exception {
        List<ObjectNode> guilds = new CopyOnWriteArrayList<>(List.of(
                Incoming.guild(Incoming.GUILD, Incoming.USUAL_PERMISSIONS),
                Incoming.guild("201", Incoming.USUAL_PERMISSIONS)));
        try (FakeDiscord discord = new FakeDiscord(_ -> guilds);
                RunningDiscord running = new RunningDiscord(discord, folder)) {
            running.expectTrouble("WebSocketClient");
            for (String server : List.of(Incoming.GUILD, "201")) {
                running.storage().threadMemory().remember(channelOf(server), "cost gpt-4o", new UserId("1"));
            }
            guilds.removeLast();
            discord.gateway().invalidate(false);

            assertThat(RunningDiscord.within(
                            Duration.ofSeconds(20),
                            () -> running.storage()
                                    .threadMemory()
                                    .recall(channelOf("201"))
                                    .isEmpty()))
                    .isTrue();
            assertThat(running.storage().threadMemory().recall(channelOf(Incoming.GUILD)))
                    .isPresent();
        }
    }

    @Test
    void leavesServersToTheirOwnShard() throws Exception {
        try (FakeDiscord discord = new FakeDiscord()) {
            try (RunningDiscord before = new RunningDiscord(discord, folder)) {
                before.storage().threadMemory().remember(channelOf("201"), "cost gpt-4o", new UserId("1"));
            }
            Changes anotherShard = Changes.settings(Map.of("DISCORD_SHARDS", "1-1/2"));
            new RunningDiscord(discord, folder, anotherShard).close();
            try (RunningDiscord after = new RunningDiscord(discord, folder, anotherShard)) {
                assertThat(after.storage().threadMemory().recall(channelOf("201")))
                        .isPresent();
            }
        }
    }

    private static ConversationId channelOf(String server) {
        return new ConversationId(DiscordConversations.DISCORD, server, server + "1", "");
    }
}
