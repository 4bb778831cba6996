package io.tunetally.discord;

import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.interactions.callbacks.IMessageEditCallback;
import net.dv8tion.jda.api.requests.restaction.interactions.InteractionCallbackAction;
import net.dv8tion.jda.api.utils.messages.MessageEditData;

/** The message whose component was used, to be replaced in the form it has: a message cannot lose the second version's flag. */
record InPlace(IMessageEditCallback event, Message message) implements InteractionReplies.ReplyTarget {
    @Override
    public void defer() {
        if (!event.isAcknowledged()) {
            event.deferEdit().complete();
        }
    }

    @Override
    public int callbackType() {
        return InteractionCallbackAction.ResponseType.MESSAGE_UPDATE.getRaw();
    }

    @Override
    public void send(DiscordMessage answer, boolean privately) {
        MessageEditData data = MessageEditData.fromCreateData(answer.data());
        if (event.isAcknowledged()) {
            event.getHook().editOriginal(data).complete();
        } else {
            event.editMessage(data).complete();
        }
    }

    @Override
    public Allowed allowed(Allowed place) {
        return place.replacing(DiscordMessage.Form.of(message));
    }
}
