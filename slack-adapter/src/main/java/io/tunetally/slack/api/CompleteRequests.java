package io.tunetally.slack.api;

import com.google.gson.JsonParseException;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.bolt.middleware.MiddlewareChain;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.GlobalShortcutRequest;
import com.slack.api.bolt.request.builtin.MessageShortcutRequest;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.view.View;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Refuses signed requests that lack fields Slack always sends, so that no handler meets one. An event's content is read only
 * where it is handled, so handlers of events check it by {@link #id}.
 */
public final class CompleteRequests implements Middleware {
    private static final Logger LOG = LoggerFactory.getLogger(CompleteRequests.class);
    private static final int BAD_REQUEST = 400;

    /** Slack's own are a fifth as long; a block's name, which holds one, is 255 characters at most. */
    private static final int LONGEST_ID = 100;

    @Override
    @SuppressWarnings("rawtypes") // as the SDK declares it
    public Response apply(Request request, Response response, MiddlewareChain chain) throws Exception {
        try {
            check(request);
        } catch (JsonParseException incomplete) {
            LOG.warn("a signed request could not be read: {}", incomplete.getMessage());
            return Response.error(BAD_REQUEST);
        }
        return chain.next(request);
    }

    /**
     * Returns an id of a request.
     *
     * @param name of its field, for the log
     * @throws JsonParseException where it is none
     */
    public static String id(@Nullable String value, String name) {
        if (value == null || value.isBlank() || value.length() > LONGEST_ID) {
            throw new JsonParseException("no " + name);
        }
        return value;
    }

    private static <T> T given(@Nullable T value, String name) {
        if (value == null) {
            throw new JsonParseException("no " + name);
        }
        return value;
    }

    private static void check(Request<?> request) {
        switch (request) {
            case SlashCommandRequest command -> {
                id(command.getPayload().getUserId(), "user_id");
                id(command.getPayload().getChannelId(), "channel_id");
                given(command.getPayload().getCommand(), "command");
            }
            case BlockActionRequest press -> check(press.getPayload());
            case MessageShortcutRequest shortcut -> check(shortcut.getPayload());
            case GlobalShortcutRequest shortcut ->
                id(given(shortcut.getPayload().getUser(), "user").getId(), "user.id");
            case ViewSubmissionRequest form -> {
                id(given(form.getPayload().getUser(), "user").getId(), "user.id");
                check(given(form.getPayload().getView(), "view"));
            }
            default -> {}
        }
    }

    private static void check(BlockActionPayload press) {
        id(given(press.getUser(), "user").getId(), "user.id");
        if (given(press.getActions(), "actions").isEmpty()) {
            throw new JsonParseException("no actions");
        }
        press.getActions().forEach(action -> given(given(action, "action").getActionId(), "action_id"));
        if (press.getView() == null) {
            id(given(press.getContainer(), "container").getChannelId(), "container.channel_id");
        }
    }

    private static void check(MessageShortcutPayload shortcut) {
        id(given(shortcut.getUser(), "user").getId(), "user.id");
        id(given(shortcut.getChannel(), "channel").getId(), "channel.id");
        given(shortcut.getMessage(), "message");
    }

    private static void check(View form) {
        id(form.getId(), "view.id");
        given(given(form.getState(), "view.state").getValues(), "view.state.values")
                .values()
                .forEach(field -> given(field, "field of the form"));
    }
}
