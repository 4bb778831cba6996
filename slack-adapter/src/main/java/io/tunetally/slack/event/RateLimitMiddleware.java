package io.tunetally.slack.event;

import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.bolt.middleware.MiddlewareChain;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.builtin.EventRequest;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import io.tunetally.bot.CoolDown;
import io.tunetally.chat.UserId;
import io.tunetally.slack.api.SlackConversations;
import io.tunetally.slack.install.Authorization;
import io.tunetally.slack.message.Notices;

/**
 * Limits the rate of each user, so that one user cannot slow the others down; a user over the limit is told so. Events have no
 * acknowledgement to say it in, so their handlers count them. Runs after {@link Authorization}: a notice needs its token.
 */
public final class RateLimitMiddleware implements Middleware {
    private final CoolDown coolDown;
    private final ErrorMiddleware errorMiddleware;

    public RateLimitMiddleware(CoolDown coolDown, ErrorMiddleware errorMiddleware) {
        this.coolDown = coolDown;
        this.errorMiddleware = errorMiddleware;
    }

    @Override
    @SuppressWarnings("rawtypes") // as the SDK declares it
    public Response apply(Request request, Response response, MiddlewareChain chain) throws Exception {
        String person = SlackConversations.orEmpty(request.getContext().getRequestUserId());
        if (request instanceof EventRequest || person.isEmpty()) {
            return chain.next(request);
        }
        return switch (coolDown.act(new UserId(person))) {
            case GO -> chain.next(request);
            case TELL -> errorMiddleware.sayForNow(request, Notices.coolDown());
            // A command and a form are answered anyhow; a silent answer would look like a failure.
            case SILENT ->
                request instanceof SlashCommandRequest || request instanceof ViewSubmissionRequest
                        ? errorMiddleware.sayForNow(request, Notices.coolDown())
                        : Response.ok();
        };
    }
}
