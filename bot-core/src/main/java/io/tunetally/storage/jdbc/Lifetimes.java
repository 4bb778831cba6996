package io.tunetally.storage.jdbc;

import java.time.Duration;

/**
 * How long each kind is kept. Team defaults and installations stay until they are deleted.
 *
 * @param conversation after its last request
 * @param delivery after it was claimed
 * @param actionKey after it was last kept
 * @param oauthState after it was used
 * @param deletion after the deletion
 */
public record Lifetimes(
        Duration conversation, Duration delivery, Duration actionKey, Duration oauthState, Duration deletion) {
    /** A day, a quarter of an hour, half a year, ten minutes, a year. */
    public static final Lifetimes USUAL = new Lifetimes(
            Duration.ofHours(24),
            Duration.ofMinutes(15),
            Duration.ofDays(180),
            Duration.ofMinutes(10),
            Duration.ofDays(365));
}
