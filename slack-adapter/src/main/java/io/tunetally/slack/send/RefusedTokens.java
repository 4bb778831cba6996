package io.tunetally.slack.send;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.slack.api.Slack;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.auth.AuthTestResponse;
import io.tunetally.operations.Metrics;
import io.tunetally.slack.api.RefusedToken;
import io.tunetally.slack.api.Workspace;
import io.tunetally.slack.api.Workspaces;
import io.tunetally.storage.StorageException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bot tokens that Slack takes no more: their workspaces are not answered until the token is replaced or taken again. Each is
 * said once in the log. Safe for use by many threads.
 */
public final class RefusedTokens {
    private static final Logger LOG = LoggerFactory.getLogger(RefusedTokens.class);
    private static final int MOST = 10_000;

    private final Cache<String, Workspace> workspaces =
            Caffeine.newBuilder().maximumSize(MOST).build();
    /** Slack's word for it, by the token. */
    private final Cache<String, String> refused =
            Caffeine.newBuilder().maximumSize(MOST).build();

    public RefusedTokens(Metrics metrics) {
        metrics.gauge(
                "tunetally.tokens.refused", "Workspaces whose token the platform takes no more", () -> names().size());
    }

    /** Something came from a workspace, which has this token now: another one that was refused is replaced. */
    public void belongs(Workspace workspace) {
        if (workspaces.getIfPresent(workspace.token()) == null) {
            workspaces.put(workspace.token(), workspace);
        }
        forget(workspace.enterprise(), workspace.team(), workspace.token());
    }

    /**
     * Records Slack's verdict on a token.
     *
     * @param error empty where it took it
     */
    void heard(String token, String error) {
        if (RefusedToken.isRevoked(error)) {
            if (refused.asMap().put(token, error) == null) {
                LOG.error(
                        "Slack takes the bot token of {} no more ({}): it is not answered until the app is installed"
                                + " again or the token replaced",
                        name(token),
                        error);
            }
        } else if (error.isEmpty() && refused.asMap().remove(token) != null) {
            LOG.info("Slack takes the bot token of {} again", name(token));
        }
    }

    /** The workspace has a token of its own choice now. */
    public void replaced(String enterprise, String team) {
        forget(enterprise, team, "");
    }

    private void forget(String enterprise, String team, String good) {
        for (String token : List.copyOf(refused.asMap().keySet())) {
            Workspace of = workspaces.getIfPresent(token);
            boolean same =
                    of != null && of.team().equals(team) && of.enterprise().equals(enterprise);
            if (same && !token.equals(good) && refused.asMap().remove(token) != null) {
                LOG.info("the bot token of {} was replaced", name(token));
            }
        }
    }

    /** Whether one of them still is: asks Slack, and forgets those of workspaces that have another one, or none. */
    public void askAgain(Slack slack, Workspaces all) {
        for (Map.Entry<String, String> entry : Map.copyOf(refused.asMap()).entrySet()) {
            String token = entry.getKey();
            try {
                if (isReplaced(token, all)) {
                    refused.invalidate(token);
                } else {
                    AuthTestResponse said = slack.methods(token).authTest(request -> request);
                    heard(token, said.isOk() ? "" : entry.getValue());
                }
            } catch (StorageException | IOException | SlackApiException later) {
                LOG.warn("whether Slack takes the bot token of {} is asked again: {}", name(token), later.toString());
            }
        }
    }

    private boolean isReplaced(String token, Workspaces all) {
        Optional<Workspace> of = Optional.ofNullable(workspaces.getIfPresent(token));
        return of.isPresent()
                && all.find(of.get().enterprise(), of.get().team())
                        .filter(now -> now.token().equals(token))
                        .isEmpty();
    }

    /** The tokens that are refused now, in an operator's words. */
    public List<String> names() {
        return refused.asMap().entrySet().stream()
                .map(entry -> "bot token of " + name(entry.getKey()) + " (" + entry.getValue() + ")")
                .sorted()
                .toList();
    }

    private String name(String token) {
        Workspace of = workspaces.getIfPresent(token);
        return of == null ? "an unknown workspace" : of.team().isEmpty() ? of.enterprise() : of.team();
    }
}
