package io.tunetally.slack;

import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import java.io.IOException;
import java.util.Set;

/**
 * What became of a message that Slack was given.
 *
 * @param error Slack's word for it, empty where it took the message
 * @param ts the time of a message that everybody sees, which its thread is named by; empty where there is none
 */
record Verdict(Kind kind, String error, String ts) {
    private static final Set<String> OF_BLOCKS =
            Set.of("invalid_blocks", "msg_blocks_too_long", "invalid_blocks_format", "msg_too_long");

    /** What could help. */
    enum Kind {
        TAKEN,
        /** Plainer blocks, or none. */
        BLOCKS,
        /** Another place. */
        PLACE,
        /** Another time; Slack itself broke, of which new blocks may be the cause. */
        BROKEN,
        /** Another time. */
        UNREACHED
    }

    Verdict(Kind kind, String error) {
        this(kind, error, "");
    }

    static Verdict of(SlackApiTextResponse response) {
        String error = SlackConversations.orEmpty(response.getError());
        if (response.isOk()) {
            String ts = response instanceof ChatPostMessageResponse posted ? posted.getTs() : null;
            return new Verdict(Kind.TAKEN, "", SlackConversations.orEmpty(ts));
        }
        return new Verdict(OF_BLOCKS.contains(error) ? Kind.BLOCKS : Kind.PLACE, error);
    }

    static Verdict of(SlackApiException refused) {
        int status = refused.getResponse().code();
        return new Verdict(status >= Retries.SERVER_ERROR ? Kind.BROKEN : Kind.UNREACHED, "status " + status);
    }

    static Verdict of(IOException unreachable) {
        return new Verdict(Kind.UNREACHED, "not reached: " + unreachable);
    }

    boolean isTaken() {
        return kind == Kind.TAKEN;
    }
}
