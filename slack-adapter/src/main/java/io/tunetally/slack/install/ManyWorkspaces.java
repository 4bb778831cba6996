package io.tunetally.slack.install;

import com.slack.api.Slack;
import io.tunetally.bot.Bulkhead;
import io.tunetally.runtime.PlatformProcess;
import io.tunetally.slack.api.SlackConversations;
import io.tunetally.slack.api.SlackSettings;
import io.tunetally.slack.send.RefusedTokens;
import io.tunetally.slack.send.SlackSender;
import io.tunetally.storage.Installations;
import io.tunetally.storage.bounded.Deduplicator;
import io.tunetally.storage.bounded.StoreCalls;
import java.time.Clock;
import java.time.Duration;

/** Assembles the parts for installation into many workspaces. */
public final class ManyWorkspaces implements AutoCloseable {
    private static final Duration RENEWED_EVERY = Duration.ofMinutes(10);
    private static final Duration LOOKED_FOR_EVERY = Duration.ofDays(1);

    private final MaintenanceScheduler maintenanceScheduler = new MaintenanceScheduler();
    private final TokenRotation rotation;
    private final MissedUninstalls missed;
    private final InstalledWorkspaces installed;
    private final InstallPages pages;

    public ManyWorkspaces(
            SlackSettings settings,
            SlackSettings.Installation app,
            Slack slack,
            PlatformProcess.Parts parts,
            SlackSender sender,
            RefusedTokens refused,
            UninstallHandler uninstallHandler,
            Bulkhead bulkhead,
            StoreCalls calls) {
        Installations installations = parts.installations();
        Clock clock = parts.clock();
        rotation = new TokenRotation(slack, app, installations, parts.deliveries(), bulkhead, clock);
        missed = new MissedUninstalls(slack, installations, rotation, uninstallHandler, clock);
        installed = new InstalledWorkspaces(installations, rotation, calls, bulkhead, clock);
        Welcome welcome =
                new Welcome(new Deduplicator(SlackConversations.SLACK, parts.deliveries(), calls), sender, bulkhead);
        Installer installer = new Installer(slack, app, installations, installed, refused, welcome, clock);
        pages = new InstallPages(
                app,
                settings.apiUrl(),
                parts.oauthStates(),
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

    /** Starts the maintenance of all installations, also of silent ones. */
    public void start() {
        maintenanceScheduler.every(RENEWED_EVERY, "renewing tokens", rotation::renewAll);
        maintenanceScheduler.every(LOOKED_FOR_EVERY, "looking for missed uninstalls", missed::deleteAll);
    }

    /** Forgets cached tokens after a workspace left. */
    public void changed() {
        installed.changed();
    }

    @Override
    public void close() {
        maintenanceScheduler.close();
    }
}
