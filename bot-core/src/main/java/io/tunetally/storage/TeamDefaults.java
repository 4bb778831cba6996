package io.tunetally.storage;

import io.tunetally.chat.PlatformId;
import java.util.Optional;

/**
 * The assumptions of a team or channel for details missing from a message, as canonical text. A change reaches the
 * other processes within seconds. Every method throws {@link StorageException} if the store cannot be used.
 */
public interface TeamDefaults {
    /**
     * The team or channel that defaults belong to.
     *
     * @param space the workspace or guild
     * @param channel the channel; empty for the whole team
     */
    record Scope(PlatformId platform, String space, String channel) {
        /** Returns the scope of the whole team. */
        public Scope team() {
            return new Scope(platform, space, "");
        }
    }

    /** The defaults that apply in a channel: its own take precedence over the team's. */
    record Found(Optional<String> team, Optional<String> channel) {}

    /** Returns the defaults of both team and channel in one round trip. */
    Found find(Scope scope);

    /** Returns a recent result of {@link #find} that is still valid, without asking the store; empty if there is none. */
    default Optional<Found> known(Scope scope) {
        return Optional.empty();
    }

    /** Replaces the defaults of exactly this scope. */
    void set(Scope scope, String canonicalText);

    void clear(Scope scope);
}
