package io.tunetally.slack.install;

import com.slack.api.app_backend.events.payload.Authorization;
import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.AppUninstalledEvent;
import com.slack.api.model.event.TokensRevokedEvent;
import io.tunetally.slack.api.SlackConversations;
import io.tunetally.slack.send.NotAcceptedException;
import io.tunetally.storage.Deletion;
import io.tunetally.storage.StorageException;
import io.tunetally.storage.bounded.StoreCalls;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes a workspace's data when it uninstalls the app; a later reinstall is kept. */
public final class UninstallHandler {
    private static final Logger LOG = LoggerFactory.getLogger(UninstallHandler.class);

    /** Below the three seconds that Slack waits. */
    public static final Duration DELETED_WITHIN = Duration.ofSeconds(2);

    private final Deletion deletion;
    private final Runnable changed;
    private final StoreCalls calls;
    private final Clock clock;

    /**
     * Creates the handler.
     *
     * @param changed told after a deletion
     */
    public UninstallHandler(Deletion deletion, Runnable changed, StoreCalls calls, Clock clock) {
        this.deletion = deletion;
        this.changed = changed;
        this.calls = calls;
        this.clock = clock;
    }

    public void register(App app) {
        app.event(AppUninstalledEvent.class, this::left);
        app.event(TokensRevokedEvent.class, (payload, context) -> {
            TokensRevokedEvent.Tokens tokens = payload.getEvent().getTokens();
            boolean bots = tokens != null
                    && tokens.getBot() != null
                    && !tokens.getBot().isEmpty();
            // Of people there are no tokens here.
            return bots ? left(payload, context) : context.ack();
        });
    }

    /** Deletes the data; after a failure the event is not acknowledged, so that Slack sends it again. */
    private Response left(EventsApiPayload<?> payload, EventContext context) {
        try {
            LOG.info("deleted {} rows after uninstall", calls.within(DELETED_WITHIN, () -> deleted(payload)));
            return context.ack();
        } catch (StorageException unusable) {
            throw new NotAcceptedException("the data of a workspace could not be deleted yet", unusable);
        }
    }

    private long deleted(EventsApiPayload<?> payload) {
        return spaces(payload).stream()
                .mapToLong(space -> delete(space, leftAt(payload)))
                .sum();
    }

    /** Deletes all data of a workspace, or of an organisation, that left by then; returns the number of rows. */
    long delete(String space, Instant leftAt) {
        long rows = deletion.ofSpace(SlackConversations.SLACK, space, leftAt).total();
        changed.run();
        return rows;
    }

    /** The workspace, and where a whole organisation leaves, that. */
    private static Set<String> spaces(EventsApiPayload<?> payload) {
        Set<String> spaces = new LinkedHashSet<>();
        spaces.add(SlackConversations.orEmpty(payload.getTeamId()));
        List<Authorization> authorizations =
                payload.getAuthorizations() == null ? List.of() : payload.getAuthorizations();
        for (Authorization authorization : authorizations) {
            spaces.add(SlackConversations.orEmpty(
                    Boolean.TRUE.equals(authorization.getIsEnterpriseInstall())
                            ? authorization.getEnterpriseId()
                            : authorization.getTeamId()));
        }
        spaces.remove("");
        return spaces;
    }

    /** Slack says the second: all of it counts. */
    private Instant leftAt(EventsApiPayload<?> payload) {
        Integer second = payload.getEventTime();
        return second == null ? clock.instant() : Instant.ofEpochSecond(second).plusSeconds(1);
    }
}
