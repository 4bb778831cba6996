package io.tunetally.discussion.command;

import io.tunetally.chat.ConversationId;
import io.tunetally.chat.Envelope;
import io.tunetally.conversation.Defaults;
import io.tunetally.discussion.Command;
import io.tunetally.discussion.Verb;

/**
 * A command where it was said.
 *
 * @param defaults the team's assumptions there
 */
record Context(Command command, Envelope from, Defaults defaults) {
    Verb verb() {
        return command.verb();
    }

    ConversationId thread() {
        return from.discussion();
    }
}
