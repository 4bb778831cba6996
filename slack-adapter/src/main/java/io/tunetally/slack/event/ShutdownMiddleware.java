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
 * Takes nothing more once the program stops: whoever uses a command, button, shortcut or form meanwhile is told to come
 * again; an event Slack sends again, to another process or the next one. It comes after {@link Authorization}, whose token is
 * needed to tell whoever pressed.
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
