package io.tunetally.discord;

import io.tunetally.chat.ConversationId;
import io.tunetally.chat.PlatformId;
import io.tunetally.chat.UserId;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.User;
import net.dv8tion.jda.api.entities.channel.Channel;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import org.jspecify.annotations.Nullable;

/** Where a memory belongs: to a thread, a direct message, or a person in a channel, where many talk of different things. */
final class DiscordConversations {
    static final PlatformId DISCORD = new PlatformId("discord");

    private DiscordConversations() {}

    /** What everybody reads: all who write in a thread share its memory. */
    static ConversationId open(@Nullable Guild guild, Channel channel, User user) {
        boolean known = channel instanceof ThreadChannel thread && !thread.isDetached();
        return known
                ? new ConversationId(
                        DISCORD,
                        space(guild),
                        ((ThreadChannel) channel).getParentChannel().getId(),
                        channel.getId())
                : own(guild, channel, user);
    }

    /** What only the asker sees is remembered for the asker alone. */
    static ConversationId own(@Nullable Guild guild, Channel channel, User user) {
        String thread = channel.getType() == ChannelType.PRIVATE ? "" : "user " + user.getId();
        return new ConversationId(DISCORD, space(guild), channel.getId(), thread);
    }

    /** Where only a person brought the app along, the server has not installed it and will not be heard to leave. */
    private static String space(@Nullable Guild guild) {
        return guild == null || guild.isDetached() ? "" : guild.getId();
    }

    static UserId person(User user) {
        return new UserId(user.getId());
    }
}
