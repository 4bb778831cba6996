package io.tunetally.chat;

import java.util.Optional;

/**
 * The conversation that a memory belongs to; everyone who writes there shares it.
 *
 * @param space the workspace or guild; empty if there is none
 * @param channel the channel, direct message or console session
 * @param thread the thread within the channel; empty if there is none
 */
public record ConversationId(PlatformId platform, String space, String channel, String thread) {
    private static final String OWN = "user ";

    /** Returns the thread of what a person asks outside of threads and is shown alone. */
    public static String ownThread(UserId person) {
        return OWN + person.value();
    }

    /** Returns the person whose own thread it is; empty for one that others read. */
    public Optional<UserId> owner() {
        return thread.startsWith(OWN) ? Optional.of(new UserId(thread.substring(OWN.length()))) : Optional.empty();
    }
}
