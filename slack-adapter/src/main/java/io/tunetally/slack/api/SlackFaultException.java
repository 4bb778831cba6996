package io.tunetally.slack.api;

import com.slack.api.methods.SlackApiTextResponse;
import java.io.IOException;
import java.util.Set;

/** Slack's own trouble, none of a message or its place, which it says with a status of 200. */
public final class SlackFaultException extends IOException {
    private static final long serialVersionUID = 1;

    /** Slack adds that some of what it was asked may have succeeded. */
    private static final Set<String> PERHAPS_DONE = Set.of("internal_error", "fatal_error");

    /** The third one is for a body that did not arrive whole. */
    private static final Set<String> NOTHING_DONE = Set.of("service_unavailable", "ratelimited", "request_timeout");

    /** Whether what a response address said is such a trouble, after which what it was asked may be done. */
    static boolean isPerhapsDone(String answer) {
        return PERHAPS_DONE.stream().anyMatch(answer::contains);
    }

    private SlackFaultException(String error) {
        super(error);
    }

    /**
     * Returns a response, unless it is such a fault.
     *
     * @throws NotProcessedException where it is one, and Slack has done nothing
     * @throws SlackFaultException where it is one, and Slack may have done it
     */
    public static SlackApiTextResponse none(SlackApiTextResponse response) throws IOException {
        String error = response.isOk() ? "" : SlackConversations.orEmpty(response.getError());
        if (NOTHING_DONE.contains(error)) {
            throw new NotProcessedException(new SlackFaultException(error));
        }
        if (PERHAPS_DONE.contains(error)) {
            throw new SlackFaultException(error);
        }
        return response;
    }
}
