package io.tunetally.slack.install;

import com.slack.api.Slack;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.auth.AuthTestResponse;
import io.tunetally.slack.api.Outage;
import io.tunetally.slack.api.RefusedToken;
import io.tunetally.slack.api.Retries;
import io.tunetally.slack.api.SlackConversations;
import io.tunetally.slack.api.SlackFaultException;
import io.tunetally.slack.api.SlackSetting;
import io.tunetally.slack.api.Workspace;
import io.tunetally.slack.api.Workspaces;
import java.io.IOException;
import java.util.Optional;

/** The one workspace that a token in the settings was made for; nothing comes from it before it is identified. */
public final class OwnWorkspace implements Workspaces {
    private final Slack slack;
    private final String token;
    private final Retries retries;
    private final Outage outage;
    private volatile Optional<Workspace> known = Optional.empty();

    public OwnWorkspace(Slack slack, String token, Retries retries, Outage outage) {
        this.slack = slack;
        this.token = token;
        this.retries = retries;
        this.outage = outage;
    }

    /**
     * Asks Slack whose token it is, as often as it takes until Slack can be reached.
     *
     * @throws io.tunetally.settings.SettingsException where Slack does not take the token
     * @throws IOException where another server than Slack's answers
     */
    public void identify() throws Exception {
        known = Optional.of(identified());
    }

    private Workspace identified() throws Exception {
        AuthTestResponse who;
        try {
            who = retries.untilReached(outage, this::authTest);
        } catch (SlackApiException refused) {
            throw new IOException("auth.test: status " + refused.getResponse().code(), refused);
        }
        if (!who.isOk()) {
            throw refused(SlackConversations.orEmpty(who.getError()));
        }
        return new Workspace(
                SlackConversations.orEmpty(who.getEnterpriseId()),
                SlackConversations.orEmpty(who.getTeamId()),
                token,
                SlackConversations.orEmpty(who.getUserId()));
    }

    private AuthTestResponse authTest() throws IOException, SlackApiException {
        AuthTestResponse who = slack.methods(token).authTest(request -> request);
        var _ = SlackFaultException.none(who);
        return who;
    }

    private static RuntimeException refused(String error) {
        return RefusedToken.isReason(error)
                ? RefusedToken.of(SlackSetting.BOT_TOKEN, error)
                : new IllegalStateException("auth.test: " + error);
    }

    /** Returns the one workspace for any id: all requests come from it. */
    @Override
    public Optional<Workspace> find(String enterprise, String team) {
        return known;
    }
}
