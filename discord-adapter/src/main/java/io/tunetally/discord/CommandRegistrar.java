package io.tunetally.discord;

import io.tunetally.storage.Installations;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers the commands where they differ from what Discord has, so that a start costs no registration (200 a day). In a
 * server for development they are registered there alone; its id is stored, so that its copies go with the next start that
 * registers them everywhere.
 */
final class CommandRegistrar {
    private static final Logger LOG = LoggerFactory.getLogger(CommandRegistrar.class);
    private static final Installations.Id DEV_GUILD =
            new Installations.Id(DiscordConversations.DISCORD, "development", "server", "");

    private final List<CommandData> wanted;
    private final Installations remembered;

    CommandRegistrar(List<CommandData> wanted, Installations remembered) {
        this.wanted = List.copyOf(wanted);
        this.remembered = remembered;
    }

    void register(JDA jda, Optional<String> devGuild) {
        if (devGuild.isPresent()) {
            inDevelopment(jda, devGuild.get());
        } else {
            everywhere(jda);
        }
    }

    private void everywhere(JDA jda) {
        if (differs(jda.retrieveCommands(true).complete())) {
            jda.updateCommands().addCommands(wanted).complete();
            LOG.info("commands registered everywhere");
        }
        remembered.find(DEV_GUILD).ifPresent(former -> {
            Guild guild = jda.getGuildById(former.secret());
            if (guild != null && !guild.retrieveCommands().complete().isEmpty()) {
                guild.updateCommands().complete();
                LOG.info("the copies of the commands in server {} are gone", former.secret());
            }
            remembered.delete(DEV_GUILD);
        });
    }

    private void inDevelopment(JDA jda, String guildId) {
        Guild guild = jda.getGuildById(guildId);
        if (guild == null) {
            LOG.error("DISCORD_DEV_GUILD: the bot is in no server {}, so no commands are registered", guildId);
            return;
        }
        List<Command> everywhere = jda.retrieveCommands(true).complete();
        if (!everywhere.isEmpty()) {
            LOG.warn("the application's commands are registered everywhere, too: server {} shows both", guildId);
        }
        remembered.save(DEV_GUILD, guildId);
        if (differs(guild.retrieveCommands(true).complete())) {
            guild.updateCommands().addCommands(wanted).complete();
            LOG.info("commands registered in server {}", guildId);
        }
    }

    private boolean differs(List<Command> registered) {
        return !texts(registered.stream().map(CommandData::fromCommand).toList())
                .equals(texts(wanted));
    }

    /** Sorted, and with sorted keys. */
    private static List<String> texts(List<CommandData> commands) {
        return commands.stream()
                .sorted(Comparator.comparing(CommandData::getType).thenComparing(CommandData::getName))
                .map(command -> command.toData().toPrettyString())
                .toList();
    }
}
