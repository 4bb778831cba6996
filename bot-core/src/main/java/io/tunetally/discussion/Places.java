package io.tunetally.discussion;

import io.tunetally.chat.ConversationId;
import io.tunetally.chat.Envelope;
import io.tunetally.chat.PlatformId;
import io.tunetally.chat.UserId;

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

    /** True if the records of a conversation go with the person's data. */
    static boolean isPersonal(Envelope envelope) {
        return isOutsideOfTeams(envelope.discussion()) || envelope.isOwn();
    }

    /** True if a record in a place goes with its owner's data. */
    static boolean isPersonal(ConversationId place) {
        return isOutsideOfTeams(place) || place.owner().isPresent();
    }

    private static boolean isOutsideOfTeams(ConversationId conversation) {
        return conversation.space().isEmpty() && !conversation.platform().equals(PlatformId.CONSOLE);
    }

    /** Returns the place of the quotes that are asked for: what a channel reads is the team's, also outside of threads. */
    static ConversationId quotes(Envelope envelope) {
        ConversationId conversation = envelope.discussion();
        return envelope.open() ? team(conversation) : own(conversation, envelope.user());
    }
}
