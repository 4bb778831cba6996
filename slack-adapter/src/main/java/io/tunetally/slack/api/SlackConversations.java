package io.tunetally.slack.api;

import io.tunetally.chat.ConversationId;
import io.tunetally.chat.PlatformId;
import io.tunetally.chat.UserId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Builds the key of a memory: a thread, a direct message, or a user in a channel. */
public final class SlackConversations {
    public static final PlatformId SLACK = new PlatformId("slack");

    private SlackConversations() {}

    /** The conversation of a thread: all who write in it share its memory. */
    public static ConversationId thread(@Nullable String team, String channel, String threadTs) {
        return new ConversationId(SLACK, orEmpty(team), channel, threadTs);
    }

    /** A person's direct messages, which have one channel; it is not known where a form or App Home is answered. */
    public static ConversationId direct(@Nullable String team, String user) {
        return new ConversationId(SLACK, orEmpty(team), user, "");
    }

    /** The conversation of an answer that only the asker sees; in direct messages, that of the whole channel. */
    public static ConversationId own(@Nullable String team, String channel, String user) {
        return isDirect(channel)
                ? direct(team, user)
                : new ConversationId(SLACK, orEmpty(team), channel, ConversationId.ownThread(new UserId(user)));
    }

    /** The thread that a message stands in; the one that begins with it has its name, too, but the message is in the channel. */
    public static @Nullable String threadAround(@Nullable String ts, @Nullable String threadTs) {
        return Objects.equals(ts, threadTs) ? null : threadTs;
    }

    /** A direct message's channel starts with D. */
    public static boolean isDirect(String channel) {
        return channel.startsWith("D");
    }

    public static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
