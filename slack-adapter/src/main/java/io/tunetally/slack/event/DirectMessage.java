package io.tunetally.slack.event;

import com.slack.api.model.File;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.event.MessageFileShareEvent;
import com.slack.api.model.event.MessageMeEvent;
import com.slack.api.model.event.MessageThreadBroadcastEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message that a person wrote. Slack has an event of its own for one with a file, one from a thread that is also sent to
 * the channel, and one with {@code /me}.
 *
 * @param channelType {@code im} for a direct message
 */
record DirectMessage(
        @Nullable String user,
        @Nullable String bot,
        String channel,
        @Nullable String channelType,
        @Nullable String threadTs,
        @Nullable String text,
        List<File> files) {
    static DirectMessage of(MessageEvent event) {
        return new DirectMessage(
                event.getUser(),
                event.getBotId(),
                event.getChannel(),
                event.getChannelType(),
                event.getThreadTs(),
                event.getText(),
                List.of());
    }

    /** Pictures of the bot itself come back like this, by its own user. */
    static DirectMessage of(MessageFileShareEvent event) {
        return new DirectMessage(
                event.getUser(),
                null,
                event.getChannel(),
                event.getChannelType(),
                event.getThreadTs(),
                event.getText(),
                SlackFiles.of(event.getFiles()));
    }

    static DirectMessage of(MessageThreadBroadcastEvent event) {
        return new DirectMessage(
                event.getUser(),
                null,
                event.getChannel(),
                event.getChannelType(),
                event.getThreadTs(),
                event.getText(),
                List.of());
    }

    static DirectMessage of(MessageMeEvent event) {
        return new DirectMessage(
                event.getUser(),
                event.getBotId(),
                event.getChannel(),
                event.getChannelType(),
                null,
                event.getText(),
                List.of());
    }
}
