package io.tunetally.slack;

import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.bolt.middleware.MiddlewareChain;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.builtin.EventRequest;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import io.tunetally.bot.Incident;
import io.tunetally.operations.Metrics;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers what has no handler and what fails: a person gets a sentence. An event has no place for one; where it fails it is
 * not acknowledged, so that Slack sends it again.
 */
final class Courtesy implements Middleware {
    private static final Logger LOG = LoggerFactory.getLogger(Courtesy.class);
    private static final int NOT_FOUND = 404;
    private static final int UNAVAILABLE = 503;

    private final SlackSender sender;
    private final Background background;
    private final RequestCounts counts;

    Courtesy(SlackSender sender, Background background, Metrics metrics) {
        this.sender = sender;
        this.background = background;
        this.counts = new RequestCounts(metrics);
    }

    @Override
    @SuppressWarnings("rawtypes") // as the SDK declares it
    public Response apply(Request request, Response response, MiddlewareChain chain) {
        long begun = System.nanoTime();
        try {
            Response handled = chain.next(request);
            return handled.getStatusCode() == NOT_FOUND ? unknown(request) : handled;
        } catch (NotTaken later) {
            LOG.warn("not acknowledged, Slack sends it again: {}", later.getMessage(), later.getCause());
            return Response.error(UNAVAILABLE);
        } catch (Exception failure) {
            String incident = Incident.id();
            LOG.error("incident {} while handling {}", incident, request.getRequestType(), failure);
            counts.of(request).incident();
            return request instanceof EventRequest
                    ? Response.error(UNAVAILABLE)
                    : say(request, Notices.failed(incident));
        } finally {
            counts.of(request).acknowledged(Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    private Response unknown(Request<?> request) {
        return request instanceof SlashCommandRequest command
                ? json(Notices.unknownCommand(command.getPayload().getCommand()))
                : say(request, Notices.unknownAction());
    }

    /** A command is answered in its acknowledgement, a form in its place, all else at its response address where it has one. */
    Response say(Request<?> request, Map<String, Object> notice) {
        if (request instanceof SlashCommandRequest) {
            return json(notice);
        }
        if (request instanceof ViewSubmissionRequest) {
            return json(Notices.insteadOfForm(notice));
        }
        String address = request.getResponseUrl();
        if (address != null && !address.isEmpty()) {
            background.tell(it -> sender.respond(address, it), notice);
        }
        return Response.ok();
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
