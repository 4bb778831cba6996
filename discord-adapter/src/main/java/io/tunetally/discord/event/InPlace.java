package io.tunetally.discord.event;

import io.tunetally.discord.message.AskedBy;
import io.tunetally.discord.message.DiscordMessage;
import io.tunetally.discord.send.Allowed;
import io.tunetally.discord.send.Callback;
import net.dv8tion.jda.api.entities.Message;

/**
 * Replaces the message whose component was used, in the form it has: a message cannot lose the second version's flag. A reply for
 * the asker alone, for instance a refusal, is a message of its own, and the answer stays.
 */
record InPlace(Message message) implements InteractionReplies.ReplyTarget {
    @Override
    public void defer(Callback callback) {
        callback.edit();
    }

    @Override
    public void send(Callback callback, DiscordMessage answer, boolean privately) throws InterruptedException {
        if (privately) {
            callback.tell(answer);
        } else {
            DiscordMessage signed =
                    Shared.signature(message).map(answer::signed).orElse(answer);
            callback.replace(AskedBy.of(message).map(signed::askedBy).orElse(signed));
        }
    }

    @Override
    public Allowed allowed(Allowed place, boolean privately) {
        return privately ? place : place.replacing(DiscordMessage.Form.of(message));
    }
}
