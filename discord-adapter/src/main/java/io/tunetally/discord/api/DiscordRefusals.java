package io.tunetally.discord.api;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.requests.ErrorResponse;

/** Classifies Discord's refusals by their meaning for the next attempt. */
public final class DiscordRefusals {
    private static final int INVALID_BODY = 50_035;
    private static final int TOO_LARGE = 413;
    private static final int UNAUTHORIZED = 401;
    private static final int SERVER_ERRORS = 500;

    private DiscordRefusals() {}

    /** Whether Discord or the network failed, so that a repeat may succeed. JDA's server errors include some 401s. */
    public static boolean isTheirs(ErrorResponseException refused) {
        return refused.getResponse().getException() instanceof IOException
                || refused.getResponse().code >= SERVER_ERRORS;
    }

    /** Whether the request was never sent: for example, a picture, which is drawn while it is sent, could not be drawn. */
    public static boolean isOurs(ErrorResponseException refused) {
        return refused.getResponse().getException() instanceof RuntimeException;
    }

    /** Whether another form of the same message may be taken. */
    public static boolean isForItsForm(ErrorResponseException refused) {
        return refused.getErrorCode() == INVALID_BODY;
    }

    /** The same message may be taken without what goes along with it; a proxy says so in its own words. */
    public static boolean isForItsSize(ErrorResponseException refused) {
        return refused.getErrorResponse() == ErrorResponse.REQUEST_ENTITY_TOO_LARGE
                || refused.getResponse().code == TOO_LARGE;
    }

    /** The same message may be taken where it does not point at another one: to read that is a permission of its own. */
    public static boolean isForItsReference(ErrorResponseException refused) {
        return refused.getErrorResponse() == ErrorResponse.REPLY_FAILED_MISSING_MESSAGE_HISTORY_PERM;
    }

    /** JDA lets go of what still waits, or takes nothing more, because the process ends. */
    public static boolean isOurEnd(Throwable why) {
        return why instanceof CancellationException
                || why instanceof RejectedExecutionException
                || why instanceof InterruptedException;
    }

    /** Discord knows the interaction no more, has had an answer, or does not know us: nothing else will be taken either. */
    public static boolean isOver(ErrorResponseException refused) {
        return switch (refused.getErrorResponse()) {
            case UNKNOWN_INTERACTION, UNKNOWN_WEBHOOK, INVALID_WEBHOOK_TOKEN, INTERACTION_ALREADY_ACKNOWLEDGED -> true;
            default -> refused.getResponse().code == UNAUTHORIZED;
        };
    }
}
