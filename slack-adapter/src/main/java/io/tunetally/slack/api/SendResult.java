package io.tunetally.slack.api;

import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import io.tunetally.reply.Cut;
import java.io.IOException;
import java.util.Set;
import okhttp3.Response;

/**
 * The result of sending a message to Slack.
 *
 * @param error Slack's word for it, empty where it took the message
 * @param ts the time of a message that everybody sees, which its thread is named by; empty where there is none
 * @param channel the channel of such a message; for a direct message not the user that it was sent to
 */
public record SendResult(Kind kind, String error, String ts, String channel) {
    /** The most bytes read of a response URL's reply: Slack says a few words. */
    private static final int MOST_READ = 64 * 1_024;

    /** The most characters logged of it. */
    private static final int MOST_SAID = 200;

    private static final Set<String> OF_BLOCKS =
            Set.of("invalid_blocks", "msg_blocks_too_long", "invalid_blocks_format", "msg_too_long");

    /** Why a message was not taken, by the remedy. */
    public enum Kind {
        TAKEN,
        /** Plainer blocks, or none, may help. */
        BLOCKS,
        /** Another place may help. */
        PLACE,
        /** Only another token helps, so another place does not. */
        TOKEN,
        /** Slack itself broke, perhaps because of new blocks: a later attempt may help. The message may be there nevertheless. */
        BROKEN,
        /** A later attempt may help. */
        UNREACHED,
        /** Nothing helps: the message may be there. */
        UNCERTAIN
    }

    public SendResult(Kind kind, String error) {
        this(kind, error, "", "");
    }

    public static SendResult of(SlackApiTextResponse response) {
        String error = SlackConversations.orEmpty(response.getError());
        if (response.isOk()) {
            return response instanceof ChatPostMessageResponse posted ? taken(posted) : new SendResult(Kind.TAKEN, "");
        }
        return new SendResult(kindOf(error), error);
    }

    private static SendResult taken(ChatPostMessageResponse posted) {
        return new SendResult(
                Kind.TAKEN,
                "",
                SlackConversations.orEmpty(posted.getTs()),
                SlackConversations.orEmpty(posted.getChannel()));
    }

    private static Kind kindOf(String error) {
        if (RefusedToken.isRevoked(error)) {
            return Kind.TOKEN;
        }
        return OF_BLOCKS.contains(error) ? Kind.BLOCKS : Kind.PLACE;
    }

    /** The result of a post to a response URL. */
    public static SendResult of(Response response) throws IOException {
        String text = response.peekBody(MOST_READ).string();
        String error = "status " + response.code() + " " + Cut.to(text, MOST_SAID);
        if (response.isSuccessful() && !text.contains("\"ok\":false")) {
            return new SendResult(Kind.TAKEN, "");
        }
        boolean broken = response.code() >= Retries.SERVER_ERROR || SlackFaultException.isPerhapsDone(text);
        return new SendResult(broken ? Kind.BROKEN : Kind.PLACE, error);
    }

    public static SendResult of(SlackApiException refused) {
        int status = refused.getResponse().code();
        return new SendResult(status >= Retries.SERVER_ERROR ? Kind.BROKEN : Kind.UNREACHED, "status " + status);
    }

    public static SendResult of(IOException unreachable) {
        Kind kind = switch (unreachable) {
            case NotProcessedException _ -> Kind.UNREACHED;
            case SlackFaultException _ -> Kind.BROKEN;
            default -> Kind.UNCERTAIN;
        };
        return new SendResult(kind, unreachable.toString());
    }

    /** Whether Slack may have taken it without saying so: sent again, it could be seen twice. */
    public boolean mayBeThere() {
        return kind == Kind.BROKEN || kind == Kind.UNCERTAIN;
    }

    public boolean isTaken() {
        return kind == Kind.TAKEN;
    }
}
