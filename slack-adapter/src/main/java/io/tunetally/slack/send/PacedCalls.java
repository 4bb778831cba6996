package io.tunetally.slack.send;

import com.slack.api.Slack;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.model.block.LayoutBlock;
import io.tunetally.slack.api.ChannelPace;
import io.tunetally.slack.api.Retries;
import io.tunetally.slack.api.SendResult;
import io.tunetally.slack.api.SlackFaultException;
import io.tunetally.slack.message.SlackMessage;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls methods that show messages: at the channel's turn, again when Slack says so. Refused tokens are heard of. */
final class PacedCalls {
    private final Slack slack;
    private final ChannelPace pace;
    private final Retries retries;
    private final RefusedTokens refused;

    /** A call. */
    interface Sending {
        SlackApiTextResponse send() throws IOException, SlackApiException;
    }

    PacedCalls(Slack slack, ChannelPace pace, Retries retries, RefusedTokens refused) {
        this.slack = slack;
        this.pace = pace;
        this.retries = retries;
        this.refused = refused;
    }

    /** Posts a message for everybody. */
    SendResult post(SlackSender.Place place, SlackMessage message) throws Exception {
        return post(place, message, message.isBold() ? Retries.Again.NOT_SENT : Retries.Again.NOT_DONE);
    }

    SendResult post(SlackSender.Place place, SlackMessage message, Retries.Again again) throws Exception {
        ChatPostMessageRequest request = ChatPostMessageRequest.builder()
                .token(place.token())
                .channel(place.channel())
                .threadTs(place.threadTs())
                .text(message.text())
                .blocks(blocks(message))
                .unfurlLinks(false)
                .unfurlMedia(false)
                .build();
        return inTurn(
                place.token(), place.channel(), again, () -> slack.methods().chatPostMessage(request));
    }

    /** Returns the blocks of a new message, none at all where there are none: Slack would show the message empty. */
    static @Nullable List<LayoutBlock> blocks(SlackMessage message) {
        return message.blocks().isEmpty() ? null : message.blocks();
    }

    SendResult inTurn(String token, String channel, Retries.Again again, Sending sending) throws Exception {
        return pace.inTurn(channel, () -> result(token, again, sending));
    }

    SendResult result(String token, Retries.Again again, Sending sending) throws Exception {
        try {
            return heard(token, retries.of(again, () -> SlackFaultException.none(sending.send())));
        } catch (SlackApiException failed) {
            return SendResult.of(failed);
        } catch (IOException unreachable) {
            return SendResult.of(unreachable);
        }
    }

    SendResult heard(String token, SlackApiTextResponse response) {
        SendResult sendResult = SendResult.of(response);
        refused.heard(token, sendResult.error());
        return sendResult;
    }
}
