package io.tunetally.slack;

import com.slack.api.Slack;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.auth.AuthTestResponse;
import io.tunetally.settings.Setting;
import io.tunetally.storage.StorageException;
import java.io.IOException;
import java.util.Optional;

/** The workspaces that have the app. */
interface Workspaces {
    /**
     * The workspace something comes from.
     *
     * @param enterprise its organisation, empty where there is none
     * @param team its id, empty where something comes from the organisation as a whole
     * @throws StorageException where it cannot be looked up now
     */
    Optional<Workspace> find(String enterprise, String team);

    /**
     * The one workspace a token was made for; all that comes in comes from it.
     *
     * @throws io.tunetally.settings.SettingsException where Slack does not take the token
     */
    static Workspaces ofToken(Slack slack, String token) throws IOException {
        Workspace only = identified(slack, token);
        return (enterprise, team) -> Optional.of(only);
    }

    /** These, and beside them the one a token was made for. */
    default Workspaces besides(Slack slack, String token) throws IOException {
        Workspace own = identified(slack, token);
        return (enterprise, team) -> own.team().equals(team)
                ? Optional.of(installed(enterprise, team).orElse(own))
                : find(enterprise, team);
    }

    /** None, too, where the store is away: there is another token. */
    private Optional<Workspace> installed(String enterprise, String team) {
        try {
            return find(enterprise, team);
        } catch (StorageException unusable) {
            return Optional.empty();
        }
    }

    private static RuntimeException refused(String error) {
        return RefusedToken.isReason(error)
                ? RefusedToken.of(Setting.SLACK_BOT_TOKEN, error)
                : new IllegalStateException("auth.test: " + error);
    }

    private static Workspace identified(Slack slack, String token) throws IOException {
        try {
            AuthTestResponse who = slack.methods(token).authTest(request -> request);
            if (!who.isOk()) {
                throw refused(SlackConversations.orEmpty(who.getError()));
            }
            return new Workspace(
                    SlackConversations.orEmpty(who.getEnterpriseId()),
                    SlackConversations.orEmpty(who.getTeamId()),
                    token,
                    SlackConversations.orEmpty(who.getUserId()));
        } catch (SlackApiException refused) {
            throw new IOException("auth.test: status " + refused.getResponse().code(), refused);
        }
    }
}
