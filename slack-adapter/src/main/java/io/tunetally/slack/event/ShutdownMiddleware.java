package io.tunetally.slack.event;

import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.bolt.middleware.MiddlewareChain;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.builtin.EventRequest;
import com.slack.api.bolt.response.Response;
import io.tunetally.slack.install.Authorization;
import io.tunetally.slack.message.Notices;
import io.tunetally.slack.send.NotAcceptedException;

/**
 * Refuses requests once the program stops: the user of a command, button, shortcut or form is told to try again; Slack sends an
 * event again, to another process or the next one. Runs after {@link Authorization}: a notice needs its token.
 */
public final class ShutdownMiddleware implements Middleware {
    private final ErrorMiddleware errorMiddleware;
    private volatile boolean stopping;

    public ShutdownMiddleware(ErrorMiddleware errorMiddleware) {
        this.errorMiddleware = errorMiddleware;
    }

    public void begin() {
        stopping = true;
    }

    @Override
    @SuppressWarnings("rawtypes") // as the SDK declares it
    public Response apply(Request request, Response response, MiddlewareChain chain) throws Exception {
        if (!stopping) {
            return chain.next(request);
        }
        if (request instanceof EventRequest) {
            throw new NotAcceptedException("the program stops");
        }
        return errorMiddleware.sayForNow(request, Notices.restarting());
    }
}
