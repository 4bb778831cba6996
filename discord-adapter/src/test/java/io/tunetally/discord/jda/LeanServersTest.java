package io.tunetally.discord.jda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tunetally.Requirement;
import io.tunetally.discord.RunningDiscord;
import io.tunetally.discord.api.DiscordSettings;
import io.tunetally.discord.fake.FakeDiscord;
import io.tunetally.discord.fake.Incoming;
import io.tunetally.discord.message.DiscordMessage;
import io.tunetally.discord.send.Allowed;
import io.tunetally.discord.transport.GatewayConnection;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** JDA's copy of a server holds what permissions follow from, and channels only once they concern the bot. */
@Requirement("discord-30")
@Timeout(60)
class LeanServersTest {
    private static final String WORDS = "words that the adapter never reads";
    private static final String SERVER = "201";
    private static final String CHANNEL = "9001";
    private static final String MENTION = "<@" + Incoming.APP + "> hello";

    @TempDir
    private Path folder;

    @Test
    void removesTheWordsOfServersAndRoles() throws Exception {
        with(server().put("description", WORDS), (discord, shards) -> {
            Guild server = guild(shards);
            assertThat(server.getDescription()).isNull();
            assertThat(List.of(server.getName(), server.getPublicRole().getName()))
                    .containsOnly("-");
        });
    }

    @Test
    void keepsAChannelFromJdaUntilAMessageThereMentionsTheBot() throws Exception {
        with(server(), (discord, shards) -> {
            assertThat(guild(shards).getChannels()).isEmpty();

            say(discord, "nothing for the bot");
            delete(discord, "MESSAGE_DELETE", "77");
            barrier(discord, shards);
            assertThat(guild(shards).getChannels()).isEmpty();

            say(discord, MENTION);
            barrier(discord, shards); // JDA lists a channel before it has read its overwrites.
            TextChannel channel = channel(shards);
            assertThat(channel.getTopic()).isNull();
            assertThat(channel.getName()).isEqualTo("-");
            assertThat(Allowed.in(channel).forms()).containsExactly(DiscordMessage.Form.TEXT);
            // Permission to add reactions is of no use to the bot.
            assertThat(channel.getPermissionOverrides()).hasSize(1);
        });
    }

    @Test
    void followsAChannelThatChangesBeforeItIsNeededAndAfter() throws Exception {
        with(server(), (discord, shards) -> {
            ObjectNode open = description();
            open.putArray("permission_overwrites");
            discord.gateway().dispatch("CHANNEL_UPDATE", open);
            say(discord, MENTION);
            barrier(discord, shards);
            assertThat(Allowed.in(channel(shards)).forms()).contains(DiscordMessage.Form.COMPONENTS);

            discord.gateway().dispatch("CHANNEL_UPDATE", description());
            barrier(discord, shards);
            assertThat(Allowed.in(channel(shards)).forms()).containsExactly(DiscordMessage.Form.TEXT);
        });
    }

    @Test
    void learnsOfNewChannelsAndForgetsDeletedOnes() throws Exception {
        with(server(), (discord, shards) -> {
            discord.gateway().dispatch("CHANNEL_DELETE", description());
            say(discord, MENTION);
            barrier(discord, shards);
            assertThat(guild(shards).getChannels()).isEmpty();

            discord.gateway().dispatch("CHANNEL_CREATE", description());
            barrier(discord, shards);
            assertThat(guild(shards).getChannels()).isEmpty();
            say(discord, MENTION);
            assertThat(channel(shards)).isNotNull();

            discord.gateway().dispatch("CHANNEL_DELETE", description());
            barrier(discord, shards);
            assertThat(guild(shards).getChannels()).isEmpty();
        });
    }

    @Test
    void givesJdaTheChannelOfAThread() throws Exception {
        with(server(), (discord, shards) -> {
            discord.gateway().dispatch("THREAD_CREATE", thread("9101"));
            until(() -> shards.getThreadChannelById("9101") != null);
            ThreadChannel thread = Objects.requireNonNull(shards.getThreadChannelById("9101"));
            assertThat(thread.getParentChannel().getId()).isEqualTo(CHANNEL);
        });
    }

    @Test
    void givesJdaTheChannelsOfTheThreadsThatAServerBeginsWith() throws Exception {
        ObjectNode server = server();
        server.withArray("threads").add(thread("9101"));
        with(server, (discord, shards) -> {
            until(() -> shards.getThreadChannelById("9101") != null);
            assertThat(guild(shards).getTextChannels())
                    .extracting(TextChannel::getId)
                    .containsExactly(CHANNEL);
        });
    }

    @Test
    void forgetsTheChannelsOfAServerThatRemovedTheBot() {
        StoredChannels stored = new StoredChannels();
        stored.replace(
                201,
                DataArray.fromCollection(
                        List.of(DataObject.empty().put("id", "5").put("type", 0))));
        assertThat(stored.find(201, 5)).isPresent();
        assertThat(stored.find(202, 5)).isEmpty();

        stored.remove(201);
        stored.put(201, DataObject.empty().put("id", "6"));
        assertThat(stored.find(201, 5)).isEmpty();
        assertThat(stored.find(201, 6)).isEmpty();
    }

    /** A test within a session. */
    private interface Session {
        void test(FakeDiscord discord, ShardManager shards) throws Exception;
    }

    private void with(ObjectNode server, Session session) throws Exception {
        try (FakeDiscord discord =
                new FakeDiscord(_ -> List.of(Incoming.guild(Incoming.GUILD, Incoming.USUAL_PERMISSIONS), server))) {
            DiscordSettings settings = DiscordSettings.read(RunningDiscord.environment(discord, folder));
            try (GatewayConnection connection = GatewayConnection.to(settings, () -> {})) {
                connection.awaitReady();
                session.test(discord, connection.shards());
            }
        }
    }

    private static ObjectNode server() {
        ObjectNode server = Incoming.guild(SERVER, Incoming.USUAL_PERMISSIONS);
        server.putArray("threads");
        server.putArray("channels").add(description());
        return server;
    }

    /** The channel as Discord describes it: the bot may write and nothing else, which leaves it plain text. */
    private static ObjectNode description() {
        ObjectNode channel = JsonNodeFactory.instance
                .objectNode()
                .put("id", CHANNEL)
                .put("type", 0)
                .put("guild_id", SERVER)
                .put("name", WORDS)
                .put("topic", WORDS)
                .put("position", 0);
        channel.putArray("permission_overwrites")
                .addObject()
                .put("id", SERVER)
                .put("type", 0)
                .put("allow", "0")
                .put("deny", String.valueOf(Permission.MESSAGE_EMBED_LINKS.getRawValue()));
        channel.withArray("permission_overwrites")
                .addObject()
                .put("id", Incoming.APP)
                .put("type", 1)
                .put("allow", String.valueOf(Permission.MESSAGE_ADD_REACTION.getRawValue()))
                .put("deny", "0");
        return channel;
    }

    private static ObjectNode thread(String id) {
        return Incoming.thread(id, 11, CHANNEL).put("guild_id", SERVER).put("newly_created", true);
    }

    private static void say(FakeDiscord discord, String text) {
        ObjectNode message = Incoming.message(Incoming.id(), Incoming.ada(), text, CHANNEL);
        discord.gateway().dispatch("MESSAGE_CREATE", message.put("guild_id", SERVER));
    }

    private static void delete(FakeDiscord discord, String type, String message) {
        discord.gateway()
                .dispatch(
                        type,
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("id", message)
                                .put("channel_id", CHANNEL)
                                .put("guild_id", SERVER));
    }

    /** Returns when all that was dispatched before has been handled. */
    private static void barrier(FakeDiscord discord, ShardManager shards) throws InterruptedException {
        int roles = guild(shards).getRoles().size();
        ObjectNode role = Incoming.guild(SERVER, 0).withArray("roles").get(0).deepCopy();
        ObjectNode event = JsonNodeFactory.instance.objectNode().put("guild_id", SERVER);
        event.set("role", role.put("id", Incoming.id()));
        discord.gateway().dispatch("GUILD_ROLE_CREATE", event);
        until(() -> guild(shards).getRoles().size() > roles);
    }

    private static Guild guild(ShardManager shards) {
        return Objects.requireNonNull(shards.getGuildById(SERVER));
    }

    private static TextChannel channel(ShardManager shards) throws InterruptedException {
        until(() -> shards.getTextChannelById(CHANNEL) != null);
        return Objects.requireNonNull(shards.getTextChannelById(CHANNEL));
    }

    /** Waits; the limit of the class ends it where the condition never holds. */
    private static void until(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(10);
        }
    }
}
