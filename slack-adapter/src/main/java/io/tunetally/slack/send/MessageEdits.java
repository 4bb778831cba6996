package io.tunetally.slack.send;

import com.slack.api.Slack;
import com.slack.api.methods.request.chat.ChatUpdateRequest;
import io.tunetally.slack.api.Retries;
import io.tunetally.slack.api.SendResult;
import io.tunetally.slack.message.PostedBoard;
import io.tunetally.slack.message.SlackMessage;
import io.tunetally.slack.message.SlackPost;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Replaces messages of the bot at their channel's turn; without a table where Slack refuses it. */
public final class MessageEdits {
    private static final Logger LOG = LoggerFactory.getLogger(MessageEdits.class);

    private final Slack slack;
    private final PacedCalls calls;

    MessageEdits(Slack slack, PacedCalls calls) {
        this.slack = slack;
        this.calls = calls;
    }

    /**
     * Posts a message that another will replace.
     *
     * @return what names it; empty if it is not certain that it is there
     */
    public Optional<String> postForNow(SlackSender.Place place, SlackMessage message) throws Exception {
        SendResult sendResult = calls.post(place, message);
        return sendResult.isTaken() && !sendResult.ts().isEmpty() ? Optional.of(sendResult.ts()) : Optional.empty();
    }

    /** Replaces a message. False if Slack does not take it. */
    public boolean replace(SlackSender.Place place, String ts, SlackPost post) throws Exception {
        return replaced(place.token(), place.channel(), ts, post).isTaken();
    }

    /**
     * Replaces a board.
     *
     * @return false if it is gone or cannot be changed any more
     * @throws IOException if Slack cannot be reached
     */
    public boolean replace(String token, PostedBoard board, SlackPost post) throws Exception {
        SendResult sendResult = replaced(token, board.channel(), board.ts(), post);
        return switch (sendResult.kind()) {
            case TAKEN -> true;
            case BLOCKS, PLACE, TOKEN -> {
                LOG.info("a board is not updated any more: {}", sendResult.error());
                yield false;
            }
            case BROKEN, UNREACHED, UNCERTAIN -> throw new IOException("chat.update: " + sendResult.error());
        };
    }

    private SendResult replaced(String token, String channel, String ts, SlackPost post) throws Exception {
        SendResult rich = replaced(token, channel, ts, post.rich());
        boolean tooBold = rich.kind() == SendResult.Kind.BLOCKS
                || (rich.kind() == SendResult.Kind.BROKEN && post.rich().isBold());
        return tooBold ? replaced(token, channel, ts, post.plain()) : rich;
    }

    /** A change without blocks has an empty list of them: without a list Slack would keep those of the message. */
    private SendResult replaced(String token, String channel, String ts, SlackMessage message) throws Exception {
        ChatUpdateRequest request = ChatUpdateRequest.builder()
                .token(token)
                .channel(channel)
                .ts(ts)
                .text(message.text())
                .blocks(message.blocks())
                .build();
        return calls.inTurn(
                token, channel, Retries.Again.ALWAYS, () -> slack.methods().chatUpdate(request));
    }
}
