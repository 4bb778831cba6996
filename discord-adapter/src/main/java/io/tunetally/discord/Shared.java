package io.tunetally.discord;

import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.requests.restaction.interactions.InteractionCallbackAction;
import net.dv8tion.jda.api.utils.messages.MessageEditData;

/** An answer that only its asker saw, for everybody: posted once, and the button that did it goes. */
record Shared(ButtonInteractionEvent event, Claims claims) implements InteractionReplies.ReplyTarget {
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
    public void send(DiscordMessage answer, boolean privately) throws InterruptedException {
        defer();
        if (!claims.isFirst("share " + event.getMessageId())) {
            return;
        }
        event.getHook()
                .editOriginal(MessageEditData.fromCreateData(answer.data()))
                .complete();
        event.getHook()
                .sendMessage(answer.signed("Shared by "
                                + Markdown.escape(Markdown.plain(event.getUser().getEffectiveName())))
                        .data())
                .setEphemeral(false)
                .complete();
    }

    @Override
    public Allowed allowed(Allowed place) {
        return place.replacing(DiscordMessage.Form.of(event.getMessage()));
    }
}
