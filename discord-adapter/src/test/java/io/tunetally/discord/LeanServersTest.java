package io.tunetally.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tunetally.settings.DiscordSettings;
import java.nio.file.Path;
import java.util.List;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of servers. */
class LeanServersTest {
    private static final String WRITTEN = "what nobody here looks at";

    @TempDir
    private Path folder;

    @Test
    void keepsWhatPermissionsFollowFromAndNoWords() throws Exception {
        ObjectNode server = Incoming.guild("201", Incoming.USUAL_PERMISSIONS).put("description", WRITTEN);
        ObjectNode channel = ((ObjectNode) server.at("/channels/0")).put("topic", WRITTEN);
        channel.putArray("permission_overwrites")
                .addObject()
                .put("id", "201")
                .put("type", 0)
                .put("allow", "0")
                .put("deny", String.valueOf(Permission.MESSAGE_EMBED_LINKS.getRawValue()));
        channel.withArray("permission_overwrites")
                .addObject()
                .put("id", Incoming.APP)
                .put("type", 1)
                .put("allow", String.valueOf(Permission.MESSAGE_ADD_REACTION.getRawValue()))
                .put("deny", "0");
        try (FakeDiscord discord =
                new FakeDiscord(_ -> List.of(Incoming.guild(Incoming.GUILD, Incoming.USUAL_PERMISSIONS), server))) {
            DiscordSettings settings = DiscordSettings.read(RunningDiscord.environment(discord, folder));
            try (GatewayConnection connection = GatewayConnection.to(settings, () -> {})) {
                connection.awaitReady();
                Guild kept = connection.shards().getGuildById("201");
                assertThat(kept).isNotNull();
                TextChannel keptChannel = kept.getTextChannels().getFirst();
                assertThat(kept.getDescription()).isNull();
                assertThat(keptChannel.getTopic()).isNull();
                assertThat(List.of(
                                kept.getName(),
                                keptChannel.getName(),
                                kept.getPublicRole().getName()))
                        .containsOnly("-");
                assertThat(Allowed.in(keptChannel).forms()).containsExactly(DiscordMessage.Form.TEXT);
                assertThat(keptChannel.getPermissionOverrides()).hasSize(1);

                ObjectNode changed = channel.deepCopy().put("guild_id", "201").put("topic", WRITTEN + " either");
                changed.putArray("permission_overwrites");
                discord.gateway().dispatch("CHANNEL_UPDATE", changed);
                while (!keptChannel.getPermissionOverrides().isEmpty()) {
                    Thread.sleep(10); // Until it has come; where it never does, the build's own limit ends this.
                }
                assertThat(keptChannel.getTopic()).isNull();
                assertThat(Allowed.in(keptChannel).forms()).contains(DiscordMessage.Form.COMPONENTS);
            }
        }
    }
}
