package io.tunetally.slack.install;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tunetally.bot.Bulkhead;
import io.tunetally.slack.api.SlackConversations;
import io.tunetally.slack.api.Workspace;
import io.tunetally.slack.api.Workspaces;
import io.tunetally.storage.Installations;
import io.tunetally.storage.StorageException;
import io.tunetally.storage.bounded.StoreCalls;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The workspaces that installed the app themselves. A token is looked up again after some seconds; where the store does not
 * give it in time, the last one goes on as long as it is good.
 */
public final class InstalledWorkspaces implements Workspaces {
    private static final Logger LOG = LoggerFactory.getLogger(InstalledWorkspaces.class);
    private static final Duration FRESH = Duration.ofSeconds(5);

    /** The limit of a lookup; with the two seconds of an answer it stays below the three that Slack waits. */
    public static final Duration LOOKED_UP_WITHIN = Duration.ofMillis(750);

    private static final int MOST = 10_000;

    private final Installations installations;
    private final TokenRotation rotation;
    private final StoreCalls calls;
    private final Bulkhead bulkhead;
    private final Clock clock;
    private final Cache<Origin, Workspace> lately;
    private final Cache<Origin, Known> known =
            Caffeine.newBuilder().maximumSize(MOST).build();

    private final Set<Origin> served = ConcurrentHashMap.newKeySet();

    private record Origin(String enterprise, String team) {}

    private record Known(Workspace workspace, BotGrant grant) {}

    InstalledWorkspaces(
            Installations installations, TokenRotation rotation, StoreCalls calls, Bulkhead bulkhead, Clock clock) {
        this.installations = installations;
        this.rotation = rotation;
        this.calls = calls;
        this.bulkhead = bulkhead;
        this.clock = clock;
        this.lately = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(FRESH)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    @Override
    public Optional<Workspace> find(String enterprise, String team) {
        Origin origin = new Origin(enterprise, team);
        Workspace fresh = lately.getIfPresent(origin);
        return fresh == null ? lookedUp(origin) : Optional.of(fresh);
    }

    private Optional<Workspace> lookedUp(Origin origin) {
        Optional<Known> found;
        try {
            found = calls.within(LOOKED_UP_WITHIN, () -> read(origin));
        } catch (StorageException unusable) {
            found = Optional.of(lastKnown(origin, unusable));
        }
        found.ifPresentOrElse(it -> keep(origin, it), () -> known.invalidate(origin));
        return found.map(Known::workspace);
    }

    private void keep(Origin origin, Known found) {
        known.put(origin, found);
        lately.put(origin, found.workspace());
    }

    private Known lastKnown(Origin origin, StorageException unusable) {
        @Nullable Known last = known.getIfPresent(origin);
        if (last == null || last.grant().expiresWithin(Duration.ZERO, clock.instant())) {
            throw unusable;
        }
        LOG.warn("a workspace could not be looked up, its last token goes on: {}", unusable.toString());
        return last;
    }

    private Optional<Known> read(Origin origin) {
        Installations.Id id = new Installations.Id(SlackConversations.SLACK, origin.enterprise(), origin.team(), "");
        return installations.find(id).flatMap(found -> {
            remember(found.id(), origin.team());
            return rotation.usable(found).map(grant -> known(found.id(), grant));
        });
    }

    private static Known known(Installations.Id id, BotGrant grant) {
        return new Known(new Workspace(id.enterprise(), id.team(), grant.token(), grant.botUser()), grant);
    }

    /** Stores which workspaces an organisation's installation serves, for its deletion; a failure is repeated at a later request. */
    private void remember(Installations.Id installed, String team) {
        Origin origin = new Origin(installed.enterprise(), team);
        if (!installed.team().isEmpty() || team.isEmpty() || !served.add(origin)) {
            return;
        }
        boolean taken = bulkhead.run("remembering a workspace of an organisation", () -> {
            try {
                installations.serves(SlackConversations.SLACK, installed.enterprise(), team);
            } catch (StorageException unusable) {
                served.remove(origin);
                throw unusable;
            }
        });
        if (!taken) {
            served.remove(origin);
        }
    }

    /** Drops all cached workspaces, so that a new installation or uninstallation is seen at once in this process. */
    void changed() {
        served.clear();
        lately.invalidateAll();
        known.invalidateAll();
    }
}
