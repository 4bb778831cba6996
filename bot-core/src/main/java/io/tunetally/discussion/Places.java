package io.tunetally.discussion;

import io.tunetally.chat.ConversationId;
import io.tunetally.chat.Envelope;
import io.tunetally.chat.PlatformId;
import io.tunetally.chat.UserId;
import java.util.Optional;

/** The places of records, derived from the conversation of a message. */
public final class Places {
    private Places() {}

    /** Returns the workspace or server; outside of one, the channel is all there is. */
    public static ConversationId team(ConversationId conversation) {
        return conversation.space().isEmpty()
                ? channel(conversation)
                : new ConversationId(conversation.platform(), conversation.space(), "", "");
    }

    public static ConversationId channel(ConversationId conversation) {
        return new ConversationId(conversation.platform(), conversation.space(), conversation.channel(), "");
    }

    /** Returns a person's own place in the workspace, which only that person reads. */
    static ConversationId own(ConversationId conversation, UserId person) {
        ConversationId team = team(conversation);
        return new ConversationId(team.platform(), team.space(), team.channel(), ConversationId.ownThread(person));
    }

    /** True if only the person reads the conversation: adapters name such a thread or channel after the person. */
    static boolean isOwn(Envelope envelope) {
        UserId person = envelope.user();
        ConversationId conversation = envelope.conversation();
        return conversation.owner().equals(Optional.of(person))
                || conversation.channel().equals(person.value());
    }

    /** True if the records of a conversation go with the person's data. */
    static boolean isPersonal(Envelope envelope) {
        ConversationId conversation = envelope.conversation();
        boolean outsideOfTeams =
                conversation.space().isEmpty() && !conversation.platform().equals(PlatformId.CONSOLE);
        return outsideOfTeams || isOwn(envelope);
    }

    /** Returns the place of the quotes that are asked for in a conversation. */
    static ConversationId quotes(Envelope envelope) {
        ConversationId conversation = envelope.conversation();
        return isOwn(envelope) ? own(conversation, envelope.user()) : team(conversation);
    }
}
