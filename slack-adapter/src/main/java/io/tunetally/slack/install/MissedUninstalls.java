package io.tunetally.slack.install;

import com.slack.api.Slack;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.auth.AuthTestResponse;
import io.tunetally.slack.api.SlackConversations;
import io.tunetally.storage.Installations;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Workspaces that removed the app while nothing listened: Slack says it for some minutes only, so it is asked. */
final class MissedUninstalls {
    private static final Logger LOG = LoggerFactory.getLogger(MissedUninstalls.class);

    /** The errors of a removed bot. {@code invalid_auth} is not among them: Slack also returns it to an address it does not allow. */
    private static final Set<String> REMOVED = Set.of("account_inactive", "token_revoked");

    /**
     * A refresh token is refused also where the answer to it was lost, or a backup was restored. Then the workspace may
     * install the app again, and find its defaults.
     */
    private static final Duration KEPT_WITHOUT_TOKEN = Duration.ofDays(30);

    private final Slack slack;
    private final Installations installations;
    private final TokenRotation rotation;
    private final UninstallHandler uninstallHandler;
    private final Clock clock;

    MissedUninstalls(
            Slack slack,
            Installations installations,
            TokenRotation rotation,
            UninstallHandler uninstallHandler,
            Clock clock) {
        this.slack = slack;
        this.installations = installations;
        this.rotation = rotation;
        this.uninstallHandler = uninstallHandler;
        this.clock = clock;
    }

    /** Asks Slack whether each installation still exists, and deletes the data of removed ones. */
    void deleteAll() {
        List<Installations.Id> there = new ArrayList<>(installations.all(SlackConversations.SLACK));
        for (Installations.Id id : List.copyOf(there)) {
            Instant asked = clock.instant();
            try {
                if (hasLeft(id)) {
                    there.remove(id);
                    delete(id, there, asked);
                }
            } catch (RuntimeException
                    | IOException
                    | SlackApiException later) { // A failure of one must not stop the others.
                LOG.warn("whether {} has left is asked again in the next round: {}", id, later.toString());
            }
        }
    }

    /** A workspace that joined an organisation may have two, of which one is over. */
    private void delete(Installations.Id left, List<Installations.Id> others, Instant asked) {
        LOG.info("removed while nothing listened: {}", left);
        boolean goesOn = !left.team().isEmpty()
                && others.stream().anyMatch(other -> other.team().equals(left.team()));
        if (goesOn) {
            installations.deleteAll(SlackConversations.SLACK, left.enterprise(), left.team(), asked);
        } else {
            uninstallHandler.delete(left.team().isEmpty() ? left.enterprise() : left.team(), asked);
        }
    }

    private boolean hasLeft(Installations.Id id) throws IOException, SlackApiException {
        Optional<Installations.Found> found =
                installations.find(id).filter(it -> it.id().equals(id));
        return found.isPresent() && hasLeft(found.get());
    }

    private boolean hasLeft(Installations.Found found) throws IOException, SlackApiException {
        Optional<BotGrant> grant = rotation.usable(found);
        if (grant.isEmpty()) {
            return REMOVED.contains(rotation.refusal(found))
                    || found.savedAt().plus(KEPT_WITHOUT_TOKEN).isBefore(clock.instant());
        }
        AuthTestResponse answer = slack.methods(grant.get().token()).authTest(request -> request);
        return !answer.isOk() && REMOVED.contains(SlackConversations.orEmpty(answer.getError()));
    }
}
