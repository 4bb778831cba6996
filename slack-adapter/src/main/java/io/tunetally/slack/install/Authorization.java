package io.tunetally.slack.install;

import com.slack.api.bolt.context.Context;
import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.bolt.middleware.MiddlewareChain;
import com.slack.api.bolt.middleware.MiddlewareOps;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.response.Response;
import io.tunetally.slack.api.SlackConversations;
import io.tunetally.slack.api.Workspace;
import io.tunetally.slack.api.Workspaces;
import io.tunetally.slack.event.ErrorMiddleware;
import io.tunetally.slack.message.Notices;
import io.tunetally.slack.send.RefusedTokens;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the token of the workspace that a request comes from. Requests from elsewhere are refused. */
public final class Authorization implements Middleware {
    private static final Logger LOG = LoggerFactory.getLogger(Authorization.class);

    private final Workspaces workspaces;
    private final RefusedTokens refused;
    private final ErrorMiddleware errorMiddleware;

    public Authorization(Workspaces workspaces, RefusedTokens refused, ErrorMiddleware errorMiddleware) {
        this.workspaces = workspaces;
        this.refused = refused;
        this.errorMiddleware = errorMiddleware;
    }

    @Override
    @SuppressWarnings("rawtypes") // as the SDK declares it
    public Response apply(Request request, Response response, MiddlewareChain chain) throws Exception {
        if (MiddlewareOps.isNoAuthRequiredRequest(request.getRequestType())
                || MiddlewareOps.isNoTokenRequiredRequest(request)) {
            return chain.next(request);
        }
        Context context = request.getContext();
        Optional<Workspace> workspace = workspaces.find(
                SlackConversations.orEmpty(context.getEnterpriseId()), SlackConversations.orEmpty(context.getTeamId()));
        if (workspace.isEmpty()) {
            LOG.warn("nothing is installed where a request comes from: {}", context.getTeamId());
            return errorMiddleware.say(request, Notices.notInstalled());
        }
        refused.belongs(workspace.get());
        authorize(context, workspace.get());
        return chain.next(request);
    }

    /** Adds the workspace to the context; under an organisation's installation the request's own stays, or the organisation stands in. */
    private static void authorize(Context context, Workspace workspace) {
        context.setBotToken(workspace.token());
        context.setBotUserId(workspace.botUser());
        if (!workspace.team().isEmpty()) {
            context.setTeamId(workspace.team());
        } else if (SlackConversations.orEmpty(context.getTeamId()).isEmpty()) {
            context.setTeamId(workspace.enterprise());
        }
    }
}
