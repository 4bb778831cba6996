package io.tunetally.dataset.token;

import io.tunetally.dataset.format.Message;

/**
 * What a chat template adds to the text of an example, in tokens.
 *
 * @param example once per example
 * @param message per message
 * @param role whether the role is written out before each message
 * @param name beside the name of a speaker
 * @param user more per message that is not the assistant's
 * @param assistant more per message of the assistant
 */
record ChatTemplate(int example, int message, boolean role, int name, int user, int assistant) {
    /** Returns the tokens around the content of a message. */
    long around(Message message, TokenCounter counter) {
        String speaker = message.name();
        return message()
                + (role ? counter.count(message.role()) : 0)
                + (speaker == null ? 0 : name + counter.count(speaker))
                + (message.isAssistant() ? assistant : user);
    }
}
