package io.tunetally.slack.api;

import io.tunetally.chat.ConversationId;
import io.tunetally.chat.PlatformId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where a memory belongs: to a thread, a direct message, or a person in a channel. */
public final class SlackConversations {
    public static final PlatformId SLACK = new PlatformId("slack");

    private SlackConversations() {}

    /** All who write in a thread share its memory. */
    public static ConversationId thread(@Nullable String team, String channel, String threadTs) {
        return new ConversationId(SLACK, orEmpty(team), channel, threadTs);
    }

    /** A person's direct messages, which have one channel; it is not known where a form or App Home is answered. */
    public static ConversationId direct(@Nullable String team, String user) {
        return new ConversationId(SLACK, orEmpty(team), user, "");
    }

    /** What only the asker sees is remembered for the asker alone; in direct messages with all that is said there. */
    public static ConversationId own(@Nullable String team, String channel, String user) {
        return isDirect(channel)
                ? direct(team, user)
                : new ConversationId(SLACK, orEmpty(team), channel, "user " + user);
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
