package io.tunetally.slack.transport;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.bolt.App;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.socket_mode.request.SocketModeRequest;
import com.slack.api.bolt.socket_mode.request.SocketModeRequestParser;
import io.tunetally.bot.Incident;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes envelopes to the app and its acknowledgements back, many at a time. */
final class SocketIntake {
    private static final Logger LOG = LoggerFactory.getLogger(SocketIntake.class);
    private static final int OK = 200;

    private final App app;
    private final SocketModeRequestParser parser;
    private final Executor threads;

    SocketIntake(App app, SocketModeRequestParser parser, Executor threads) {
        this.app = app;
        this.parser = parser;
        this.threads = threads;
    }

    /**
     * Handles one envelope on a thread of its own.
     *
     * @param acknowledge sends an acknowledgement on the connection the envelope came by
     * @param done runs afterwards in any case
     */
    void take(String envelope, Consumer<String> acknowledge, Runnable done) {
        threads.execute(() -> {
            try {
                handle(envelope, acknowledge);
            } catch (Throwable failure) {
                LOG.error("incident {}: an envelope could not be handled", Incident.id(), failure);
            } finally {
                done.run();
            }
        });
    }

    private void handle(String envelope, Consumer<String> acknowledge) throws Exception {
        SocketModeRequest request = parsed(envelope);
        if (request == null || request.getBoltRequest() == null) {
            LOG.warn("an envelope could not be read: of an unknown kind");
            return;
        }
        Response response = app.run(request.getBoltRequest());
        if (response.getStatusCode() == OK) {
            acknowledge.accept(acknowledgement(request.getEnvelope().getEnvelopeId(), response.getBody()));
        } else {
            LOG.warn("not acknowledged, Slack sends it again: status {}", response.getStatusCode());
        }
    }

    private @Nullable SocketModeRequest parsed(String envelope) {
        try {
            return parser.parse(envelope);
        } catch (RuntimeException malformed) {
            // The exception's message can quote users.
            LOG.warn("an envelope could not be read: {}", malformed.getClass().getSimpleName());
            return null;
        }
    }

    private static String acknowledgement(String envelopeId, @Nullable String body) {
        JsonObject acknowledgement = new JsonObject();
        acknowledgement.addProperty("envelope_id", envelopeId);
        if (body != null && !body.isEmpty()) {
            JsonElement payload = JsonParser.parseString(body);
            acknowledgement.add("payload", payload);
        }
        return acknowledgement.toString();
    }
}
