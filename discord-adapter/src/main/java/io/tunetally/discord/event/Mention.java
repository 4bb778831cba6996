package io.tunetally.discord.event;

import io.tunetally.discord.message.MessageText;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.MessageType;

/** The mention of the bot in a message: whether the message is for the bot, and its text without the mention. */
final class Mention {
    private Mention() {}

    /**
     * A bot, a webhook and a reply's ping ask nothing; in a server only a mention in the text does. Nor does what Discord says in
     * a person's name (that a message was pinned, that a poll has ended), to which it takes no reply.
     */
    static boolean isForUs(Message message) {
        if (message.getAuthor().isBot() || message.getAuthor().isSystem() || message.isWebhookMessage()) {
            return false;
        }
        if (message.getType() != MessageType.DEFAULT && message.getType() != MessageType.INLINE_REPLY) {
            return false;
        }
        if (!message.isFromGuild()) {
            return true;
        }
        String text = message.getContentRaw();
        return text.contains(mention(message)) || text.contains(oldMention(message));
    }

    private static String mention(Message message) {
        return "<@" + message.getJDA().getSelfUser().getId() + ">";
    }

    /** The mention as old clients write it. */
    private static String oldMention(Message message) {
        return "<@!" + message.getJDA().getSelfUser().getId() + ">";
    }

    static String textWithout(Message message) {
        return MessageText.of(message)
                .replace(mention(message), " ")
                .replace(oldMention(message), " ")
                .strip();
    }
}
