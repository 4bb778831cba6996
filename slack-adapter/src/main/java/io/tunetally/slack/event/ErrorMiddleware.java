package io.tunetally.slack.event;

import com.google.gson.JsonParseException;
import com.slack.api.bolt.context.Context;
import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.bolt.middleware.MiddlewareChain;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.EventRequest;
import com.slack.api.bolt.request.builtin.GlobalShortcutRequest;
import com.slack.api.bolt.request.builtin.MessageShortcutRequest;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.view.ViewState;
import io.tunetally.bot.Incident;
import io.tunetally.operations.Metrics;
import io.tunetally.slack.api.SlackConversations;
import io.tunetally.slack.message.Notices;
import io.tunetally.slack.message.SlackMessage;
import io.tunetally.slack.send.NotAcceptedException;
import io.tunetally.slack.send.SlackSender;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers requests that fail or have no handler: the user gets a sentence. An event has no place for one: a failed event is not
 * acknowledged, so that Slack sends it again, and is given up after the last retry.
 */
public final class ErrorMiddleware implements Middleware {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorMiddleware.class);
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int UNAVAILABLE = 503;
    /** The number of times Slack sends an event again: at once, after a minute and after five. */
    private static final int SLACKS_RETRIES = 3;

    private final SlackSender sender;
    private final Background background;
    private final Metrics metrics;
    private final RequestCounts counts;

    public ErrorMiddleware(SlackSender sender, Background background, Metrics metrics) {
        this.sender = sender;
        this.background = background;
        this.metrics = metrics;
        this.counts = new RequestCounts(metrics);
    }

    @Override
    @SuppressWarnings("rawtypes") // as the SDK declares it
    public Response apply(Request request, Response response, MiddlewareChain chain) {
        long begun = System.nanoTime();
        try {
            Response handled = chain.next(request);
            return handled.getStatusCode() == NOT_FOUND ? unknown(request) : handled;
        } catch (NotAcceptedException later) {
            LOG.warn("not acknowledged, Slack sends it again: {}", later.getMessage(), later.getCause());
            return Response.error(UNAVAILABLE);
        } catch (Throwable failure) { // Errors, too: a user waits.
            if (failure instanceof JsonParseException && request instanceof EventRequest event) {
                // An event's content is read only where it is handled; what the exception says can hold what people
                // wrote.
                LOG.warn(
                        "a signed request could not be read: {}",
                        failure.getClass().getSimpleName());
                return againOrGivenUp(event, BAD_REQUEST);
            }
            String incident = Incident.id();
            LOG.error("incident {} while handling {}", incident, request.getRequestType(), failure);
            counts.of(request).incident();
            return request instanceof EventRequest event
                    ? againOrGivenUp(event, UNAVAILABLE)
                    : sayForNow(request, Notices.failed(incident));
        } finally {
            counts.of(request).acknowledged(Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    /**
     * Asks Slack to send the event again, or gives up after its last retry, which is acknowledged: Slack would count the app as
     * unresponsive.
     */
    private Response againOrGivenUp(EventRequest event, int status) {
        Integer retry = event.getContext().getRetryNum();
        if (retry == null || retry < SLACKS_RETRIES) {
            return Response.error(status);
        }
        metrics.abandoned();
        LOG.error("an event that failed each time is given up after Slack's try {}", retry);
        return Response.ok();
    }

    private Response unknown(Request<?> request) {
        return request instanceof SlashCommandRequest command
                ? json(Notices.unknownCommand(command.getPayload().getCommand()))
                : say(request, Notices.unknownAction());
    }

    /**
     * A command is answered in its acknowledgement, a form in its place, a press at its response address; where it has none,
     * as on App Home, or that takes nothing, in a direct message.
     */
    public Response say(Request<?> request, Map<String, Object> notice) {
        if (request instanceof SlashCommandRequest) {
            return json(notice);
        }
        if (request instanceof ViewSubmissionRequest) {
            return json(Notices.insteadOfForm(notice));
        }
        if (isPress(request)) {
            String address = SlackConversations.orEmpty(request.getResponseUrl());
            background.tell(presser(request.getContext(), address), notice);
        }
        return Response.ok();
    }

    /** The same for a temporary failure: a form keeps the typed values, and can be sent again. */
    Response sayForNow(Request<?> request, Map<String, Object> notice) {
        Optional<String> field = request instanceof ViewSubmissionRequest form ? firstField(form) : Optional.empty();
        return field.map(name -> json(Notices.atField(name, notice))).orElseGet(() -> say(request, notice));
    }

    private static Optional<String> firstField(ViewSubmissionRequest form) {
        ViewState state = form.getPayload().getView().getState();
        return state == null || state.getValues() == null
                ? Optional.empty()
                : state.getValues().keySet().stream().findFirst();
    }

    private static boolean isPress(Request<?> request) {
        return request instanceof BlockActionRequest
                || request instanceof GlobalShortcutRequest
                || request instanceof MessageShortcutRequest;
    }

    /** The user of a press; without an installation there is no token, so only the response address is left. */
    private Background.Recipient presser(Context context, String address) {
        String person = SlackConversations.orEmpty(context.getRequestUserId());
        String token = SlackConversations.orEmpty(context.getBotToken());
        return token.isEmpty() || person.isEmpty()
                ? notice -> atAddress(address, notice)
                : notice -> sender.tell(address, new SlackSender.Place(token, person, null, person), notice);
    }

    private void atAddress(String address, Map<String, Object> notice) throws InterruptedException {
        if (address.isEmpty() || !sender.respond(address, notice)) {
            metrics.undelivered();
        }
    }

    static Response json(Map<String, Object> body) {
        return json(SlackMessage.GSON.toJson(body));
    }

    static Response json(String body) {
        return Response.builder()
                .statusCode(200)
                .contentType(Response.CONTENT_TYPE_APPLICATION_JSON_UTF8)
                .body(body)
                .build();
    }
}
