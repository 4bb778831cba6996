package io.tunetally.slack.install;

import com.slack.api.Slack;
import io.tunetally.bot.Work;
import io.tunetally.settings.SlackSettings;
import io.tunetally.slack.event.Claims;
import io.tunetally.slack.send.RefusedTokens;
import io.tunetally.slack.send.SlackSender;
import io.tunetally.storage.bounded.BoundedCalls;
import java.time.Clock;
import java.time.Duration;

/** What installation into many workspaces needs, put together. */
public final class ManyWorkspaces implements AutoCloseable {
    private static final Duration RENEWED_EVERY = Duration.ofMinutes(10);
    private static final Duration LOOKED_FOR_EVERY = Duration.ofDays(1);

    private final Upkeep upkeep = new Upkeep();
    private final TokenRotation rotation;
    private final MissedDepartures missed;
    private final InstalledWorkspaces installed;
    private final InstallPages pages;

    public ManyWorkspaces(
            SlackSettings settings,
            SlackSettings.Installation app,
            Slack slack,
            SlackStores stores,
            SlackSender sender,
            RefusedTokens refused,
            Departures departures,
            Work work,
            BoundedCalls calls,
            Clock clock) {
        rotation = new TokenRotation(slack, app, stores.installations(), stores.deliveries(), work, clock);
        missed = new MissedDepartures(slack, stores.installations(), rotation, departures, clock);
        installed = new InstalledWorkspaces(stores.installations(), rotation, calls, work, clock);
        Welcome welcome = new Welcome(new Claims(stores.deliveries(), calls), sender, work);
        Installer installer = new Installer(slack, app, stores.installations(), installed, refused, welcome, clock);
        pages = new InstallPages(
                app,
                settings.apiUrl(),
                stores.states(),
                settings.storage().retention().oauthState(),
                installer,
                clock);
    }

    public InstalledWorkspaces installed() {
        return installed;
    }

    public InstallPages pages() {
        return pages;
    }

    /** Looks after installations from now on, also after those that nothing comes from. */
    public void start() {
        upkeep.every(RENEWED_EVERY, "renewing tokens", rotation::renewAll);
        upkeep.every(LOOKED_FOR_EVERY, "looking for who has left", missed::deleteAll);
    }

    /** Somebody left. */
    public void changed() {
        installed.changed();
    }

    @Override
    public void close() {
        upkeep.close();
    }
}
