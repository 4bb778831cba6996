package io.tunetally.slack.install;

import com.slack.api.Slack;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.oauth.OAuthV2AccessResponse;
import io.tunetally.slack.api.SlackSettings;
import io.tunetally.slack.send.RefusedTokens;
import io.tunetally.storage.Installations;
import java.io.IOException;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stores what a workspace granted, and welcomes the person who installed; not again when they install anew. */
final class Installer {
    private static final Logger LOG = LoggerFactory.getLogger(Installer.class);

    private final Slack slack;
    private final SlackSettings.Installation app;
    private final Installations installations;
    private final InstalledWorkspaces workspaces;
    private final RefusedTokens refused;
    private final Welcome welcome;
    private final Clock clock;

    Installer(
            Slack slack,
            SlackSettings.Installation app,
            Installations installations,
            InstalledWorkspaces workspaces,
            RefusedTokens refused,
            Welcome welcome,
            Clock clock) {
        this.slack = slack;
        this.app = app;
        this.installations = installations;
        this.workspaces = workspaces;
        this.refused = refused;
        this.welcome = welcome;
        this.clock = clock;
    }

    /** Exchanges a code for a grant. */
    OAuthV2AccessResponse exchange(String code) throws IOException {
        try {
            return slack.methods()
                    .oauthV2Access(request -> request.clientId(app.clientId())
                            .clientSecret(app.clientSecret().reveal())
                            .code(code));
        } catch (SlackApiException refused) {
            throw new IOException(
                    "oauth.v2.access: status " + refused.getResponse().code(), refused);
        }
    }

    /** Stores a grant; an existing one is replaced, as it may have more scopes and has new tokens. */
    void install(OAuthV2AccessResponse granted) {
        Installations.Id id = BotGrant.idOf(granted);
        BotGrant grant = BotGrant.of(granted, clock.instant());
        boolean first = installations.find(id).filter(it -> it.id().equals(id)).isEmpty();
        installations.save(id, grant.withoutInstaller().json());
        workspaces.changed();
        refused.replaced(id.enterprise(), id.team());
        LOG.info("installed: {}", id);
        if (first) {
            welcome.to(id, grant);
        }
    }
}
