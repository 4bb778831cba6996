package io.tunetally.slack.api;

import io.tunetally.storage.StorageException;
import java.util.Optional;

/** The workspaces that have the app. */
public interface Workspaces {
    /**
     * Finds the workspace of a request.
     *
     * @param enterprise its organisation, empty where there is none
     * @param team its id, empty where something comes from the organisation as a whole
     * @throws StorageException where it cannot be looked up now
     */
    Optional<Workspace> find(String enterprise, String team);

    /** These workspaces, and the one that a token was made for. */
    default Workspaces besides(Workspaces one) {
        return (enterprise, team) -> {
            Optional<Workspace> own =
                    one.find(enterprise, team).filter(it -> it.team().equals(team));
            return own.isPresent() ? installed(enterprise, team).or(() -> own) : find(enterprise, team);
        };
    }

    /** None, too, where the store is away: there is another token. */
    private Optional<Workspace> installed(String enterprise, String team) {
        try {
            return find(enterprise, team);
        } catch (StorageException unusable) {
            return Optional.empty();
        }
    }
}
