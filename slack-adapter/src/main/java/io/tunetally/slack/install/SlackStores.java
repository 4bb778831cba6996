package io.tunetally.slack.install;

import io.tunetally.runtime.PlatformProcess;
import io.tunetally.storage.Deletion;
import io.tunetally.storage.Deliveries;
import io.tunetally.storage.Installations;
import io.tunetally.storage.OAuthStates;
import io.tunetally.storage.RecentRequests;
import io.tunetally.storage.Storage;
import io.tunetally.storage.ThreadMemory;
import io.tunetally.storage.bounded.FlushedDeletion;
import io.tunetally.storage.bounded.FlushedRequests;
import io.tunetally.storage.bounded.WriteBehindThreadMemory;

/**
 * What the adapter keeps.
 *
 * @param threads what the bot remembers
 */
public record SlackStores(
        ThreadMemory threads,
        Deliveries deliveries,
        Installations installations,
        OAuthStates states,
        Deletion deletion,
        RecentRequests recent) {
    public static SlackStores of(PlatformProcess.Parts parts) {
        return of(parts.storage(), parts.deliveries(), parts.memory());
    }

    /**
     * All of one store.
     *
     * @param memory what the bot remembers with; a deletion and whatever shows what is stored wait for it
     */
    static SlackStores of(Storage storage, Deliveries deliveries, WriteBehindThreadMemory memory) {
        return new SlackStores(
                memory,
                deliveries,
                storage.installations(),
                storage.oauthStates(),
                new FlushedDeletion(memory, storage.deletion()),
                new FlushedRequests(memory, storage.recentRequests()));
    }
}
