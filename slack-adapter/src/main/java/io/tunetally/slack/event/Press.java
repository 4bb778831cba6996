package io.tunetally.slack.event;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.bolt.context.builtin.ActionContext;
import io.tunetally.chat.ChatEvent;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.Envelope;
import io.tunetally.chat.UserId;
import io.tunetally.slack.api.SlackConversations;
import io.tunetally.slack.message.AskedBy;
import io.tunetally.slack.send.SlackSender;
import io.tunetally.storage.ActionKeys;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A press of a button.
 *
 * @param own whether the message is seen by the presser alone
 * @param threadTs the thread around the message, null where it is in none
 * @param asked who asked for a message that everybody sees, where that is known
 */
record Press(
        String command,
        String team,
        String channel,
        String user,
        String name,
        String messageTs,
        @Nullable String threadTs,
        boolean own,
        Optional<AskedBy> asked,
        String responseUrl,
        String token) {
    static Press of(BlockActionPayload payload, ActionContext context) {
        BlockActionPayload.Container container = payload.getContainer();
        if (payload.getView() != null) {
            return onHome(payload, context);
        }
        String thread = container.getThreadTs();
        if (thread == null && payload.getMessage() != null) {
            thread = payload.getMessage().getThreadTs();
        }
        return new Press(
                SlackConversations.orEmpty(payload.getActions().getFirst().getValue()),
                SlackConversations.orEmpty(context.getTeamId()),
                container.getChannelId(),
                payload.getUser().getId(),
                SlackConversations.orEmpty(payload.getUser().getName()),
                SlackConversations.orEmpty(container.getMessageTs()),
                SlackConversations.threadAround(container.getMessageTs(), thread),
                container.isEphemeral(),
                AskedBy.of(SlackConversations.orEmpty(
                        payload.getActions().getFirst().getBlockId())),
                SlackConversations.orEmpty(payload.getResponseUrl()),
                context.getBotToken());
    }

    /** App Home has no message and no response address: the answer is a direct message. */
    private static Press onHome(BlockActionPayload payload, ActionContext context) {
        String user = payload.getUser().getId();
        String direct = SlackConversations.orEmpty(payload.getView().getPrivateMetadata());
        return new Press(
                SlackConversations.orEmpty(payload.getActions().getFirst().getValue()),
                SlackConversations.orEmpty(context.getTeamId()),
                direct.isEmpty() ? user : direct,
                user,
                SlackConversations.orEmpty(payload.getUser().getName()),
                "",
                null,
                false,
                Optional.empty(),
                "",
                context.getBotToken());
    }

    /** App Home has no message. */
    boolean onHome() {
        return messageTs.isEmpty();
    }

    /** Whether the message answers another user. */
    boolean ofAnother() {
        return !own && asked.filter(it -> !it.user().equals(user)).isPresent();
    }

    /** The conversation of the pressed message; for another user's answer, the presser's own. */
    ConversationId conversation() {
        if (onHome()) {
            return SlackConversations.direct(team, user);
        }
        return own || ofAnother()
                ? SlackConversations.own(team, channel, user)
                : conversationIn(threadTs == null ? messageTs : threadTs);
    }

    /** The conversation of a thread in the same channel. */
    ConversationId conversationIn(String thread) {
        return SlackConversations.isDirect(channel)
                ? SlackConversations.direct(team, user)
                : SlackConversations.thread(team, channel, thread);
    }

    ChatEvent event() {
        return new ChatEvent.Chose(
                new Envelope(responseUrl, conversation(), new UserId(user), true), command, discussion());
    }

    /** The thread of a message that others see, too: what is chosen in its discussion counts there. */
    Optional<ConversationId> discussion() {
        return own || onHome()
                ? Optional.empty()
                : Optional.of(conversationIn(threadTs == null ? messageTs : threadTs));
    }

    /** The thread for further posts about the message: its own, or a new one at it; none in direct messages. */
    @Nullable String threadOrMessage() {
        boolean alone = SlackConversations.isDirect(channel) || messageTs.isEmpty();
        return threadTs == null && !alone ? messageTs : threadTs;
    }

    /**
     * The id of an action that runs once per message for all its readers. A replaced message has the same place and time, but
     * another answer. A claim outlives "forget me", so the id names no user.
     */
    String once(String what) {
        String seenBy = own ? user : "";
        return what + " " + ActionKeys.keyOf(String.join(" ", channel, seenBy, messageTs, command));
    }

    /** The presser, at the response URL if there is one: App Home has none. */
    Background.Recipient recipient(SlackSender sender) {
        return notice -> sender.tell(responseUrl, place(), notice);
    }

    SlackSender.Place place() {
        return new SlackSender.Place(token, channel, threadTs, user);
    }

    /** Hides the token and the response address. */
    @Override
    public String toString() {
        return "Press[" + command + " " + place() + "]";
    }
}
