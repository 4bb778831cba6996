package io.tunetally.discord.send;

import io.tunetally.discord.jda.JdaInternals;
import io.tunetally.discord.message.AskedBy;
import io.tunetally.discord.message.DiscordMessage;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.MessageReference;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.requests.restaction.MessageCreateAction;
import net.dv8tion.jda.api.utils.data.DataObject;
import okhttp3.RequestBody;

/** The request that replies to a message, with files or without. */
final class ReplyRequest {
    private ReplyRequest() {}

    /** Returns whether a reply in a channel may point at the message that it answers. */
    static boolean mayRefer(MessageChannel channel) {
        return !(channel instanceof GuildMessageChannel inGuild) || Allowed.may(inGuild, Permission.MESSAGE_HISTORY);
    }

    static RestAction<Long> withFiles(Message asked, String nonce, DiscordMessage message, boolean refers) {
        MessageChannel channel = asked.getChannel();
        DiscordMessage named = message.askedBy(AskedBy.of(asked.getAuthor()));
        MessageCreateAction action = channel.sendMessage(named.data()).setNonce(nonce);
        if (refers) {
            action = action.setMessageReference(asked).failOnInvalidReply(false);
        }
        return action.map(Message::getIdLong);
    }

    /** Reads Discord's answer as JSON: JDA would build a message of it with all its components. */
    static RestAction<Long> withoutFiles(Message asked, String nonce, DiscordMessage message, boolean refers) {
        MessageChannel channel = asked.getChannel();
        return JdaInternals.request(
                channel.getJDA(),
                Route.Messages.SEND_MESSAGE.compile(channel.getId()),
                RequestBody.create(body(asked, nonce, message, refers).toJson(), JdaInternals.JSON),
                response -> response.getObject().getUnsignedLong("id"));
    }

    /** The body of a reply; its nonce makes Discord take one reply to a message, however often it is sent. */
    private static DataObject body(Message asked, String nonce, DiscordMessage message, boolean refers) {
        DataObject body = message.askedBy(AskedBy.of(asked.getAuthor()))
                .data()
                .toData()
                .put("nonce", nonce)
                .put("enforce_nonce", true);
        return refers
                ? body.put(
                        "message_reference",
                        DataObject.empty()
                                .put("type", MessageReference.MessageReferenceType.DEFAULT.getId())
                                .put("message_id", asked.getId())
                                .put("channel_id", asked.getChannelId())
                                .put("fail_if_not_exists", false))
                : body;
    }
}
