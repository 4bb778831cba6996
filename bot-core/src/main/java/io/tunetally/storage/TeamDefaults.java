package io.tunetally.storage;

import io.tunetally.chat.PlatformId;
import java.util.Optional;

/**
 * What a team or one of its channels assumes where a message does not say otherwise, as canonical text. A change reaches
 * the other processes within seconds. Every method throws {@link StorageException} where the store cannot be used.
 */
public interface TeamDefaults {
    /**
     * Whose defaults.
     *
     * @param space the workspace or guild
     * @param channel the channel, empty for the whole team
     */
    record Scope(PlatformId platform, String space, String channel) {
        /** The whole team's. */
        public Scope team() {
            return new Scope(platform, space, "");
        }
    }

    /** What holds in a channel: its own defaults go before the team's. */
    record Found(Optional<String> team, Optional<String> channel) {}

    /** Both texts that concern a channel, in one round trip. */
    Found find(Scope scope);

    /** What {@link #find} gave a moment ago and still holds, without asking the store; empty where that is not known. */
    default Optional<Found> known(Scope scope) {
        return Optional.empty();
    }

    /** Replaces the defaults of exactly this scope. */
    void set(Scope scope, String canonicalText);

    void clear(Scope scope);
}
