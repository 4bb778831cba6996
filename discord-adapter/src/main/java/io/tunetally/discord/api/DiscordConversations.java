package io.tunetally.discord.api;

import io.tunetally.chat.ConversationId;
import io.tunetally.chat.Envelope;
import io.tunetally.chat.PlatformId;
import io.tunetally.chat.UserId;
import java.util.Objects;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.User;
import net.dv8tion.jda.api.entities.channel.Channel;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import org.jspecify.annotations.Nullable;

/**
 * Builds the key of a memory: a thread, a direct message with the bot, or a user in a channel, where many talk of different
 * things. A direct message between people is such a channel.
 */
public final class DiscordConversations {
    public static final PlatformId DISCORD = new PlatformId("discord");

    private DiscordConversations() {}

    /** The conversation of a message that everybody reads: all who write in a thread share its memory. */
    public static ConversationId of(Message message) {
        Guild guild = message.isFromGuild() ? message.getGuild() : null;
        return guild == null
                ? conversation(null, message.getChannel(), "")
                : open(guild, message.getChannel(), message.getAuthor());
    }

    /**
     * The envelope of an interaction.
     *
     * @param own whether only the asker sees the answer; then it is remembered for the asker alone
     */
    public static Envelope envelope(Interaction event, boolean own) {
        Channel channel = Objects.requireNonNull(event.getChannel(), "Discord names the channel of every interaction");
        return new Envelope(event.getId(), of(event, channel, own), person(event.getUser()), true);
    }

    private static ConversationId of(Interaction event, Channel channel, boolean own) {
        if (event.getContext() == InteractionContextType.BOT_DM) {
            return conversation(null, channel, "");
        }
        return own ? own(event.getGuild(), channel, event.getUser()) : open(event.getGuild(), channel, event.getUser());
    }

    private static ConversationId open(@Nullable Guild guild, Channel channel, User user) {
        boolean known = channel instanceof ThreadChannel thread && !thread.isDetached();
        return known
                ? new ConversationId(
                        DISCORD,
                        space(guild),
                        ((ThreadChannel) channel).getParentChannel().getId(),
                        channel.getId())
                : own(guild, channel, user);
    }

    private static ConversationId own(@Nullable Guild guild, Channel channel, User user) {
        return conversation(guild, channel, ConversationId.ownThread(person(user)));
    }

    private static ConversationId conversation(@Nullable Guild guild, Channel channel, String thread) {
        return new ConversationId(DISCORD, space(guild), channel.getId(), thread);
    }

    /** The id of a server that installed the app; empty if only a user did so, as such a server never reports that it left. */
    private static String space(@Nullable Guild guild) {
        return guild == null || guild.isDetached() ? "" : guild.getId();
    }

    public static UserId person(User user) {
        return new UserId(user.getId());
    }
}
