package io.tunetally.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tunetally.storage.Installations;
import java.time.Duration;
import java.util.Optional;

/** The workspaces that installed the app themselves. A token is looked up again after some seconds. */
final class InstalledWorkspaces implements Workspaces {
    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final int MOST = 10_000;

    private final Installations installations;
    private final TokenRotation rotation;
    private final Cache<Origin, Workspace> lately =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(FRESH).build();

    private record Origin(String enterprise, String team) {}

    InstalledWorkspaces(Installations installations, TokenRotation rotation) {
        this.installations = installations;
        this.rotation = rotation;
    }

    @Override
    public Optional<Workspace> find(String enterprise, String team) {
        Origin origin = new Origin(enterprise, team);
        Workspace known = lately.getIfPresent(origin);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Workspace> read = read(origin);
        read.ifPresent(workspace -> lately.put(origin, workspace));
        return read;
    }

    private Optional<Workspace> read(Origin origin) {
        Installations.Id id = new Installations.Id(SlackConversations.SLACK, origin.enterprise(), origin.team(), "");
        return installations.find(id).map(found -> {
            BotGrant grant = rotation.usable(found);
            return new Workspace(found.id().enterprise(), found.id().team(), grant.token(), grant.botUser());
        });
    }

    /** What was installed or uninstalled just now shows at once in this process. */
    void changed() {
        lately.invalidateAll();
    }
}
