package io.tunetally.storage;

import java.time.Duration;

/**
 * How long each kind is kept. Team defaults and installations stay until they are deleted.
 *
 * @param conversation after its last request
 * @param delivery after it was claimed
 * @param actionKey after it was last kept
 * @param oauthState after it was used
 * @param deletion after the deletion
 * @param discussion what a team discusses
 */
public record Lifetimes(
        Duration conversation,
        Duration delivery,
        Duration actionKey,
        Duration oauthState,
        Duration deletion,
        OfDiscussion discussion) {
    /** A day, a quarter of an hour, half a year, ten minutes, a year, and the usual ones of a discussion. */
    public static final Lifetimes USUAL = new Lifetimes(
            Duration.ofHours(24),
            Duration.ofMinutes(15),
            Duration.ofDays(180),
            Duration.ofMinutes(10),
            Duration.ofDays(365),
            OfDiscussion.USUAL);

    /**
     * How long each kind of a team's records is kept after it was last written.
     *
     * @param rule a price, discount, currency, customer relation or budget of the team
     */
    public record OfDiscussion(
            Duration scenario,
            Duration vote,
            Duration decision,
            Duration quote,
            Duration bill,
            Duration watch,
            Duration rule) {
        /** Half a year for what is discussed, a year for watches, two for quotes, three for decisions and bills, ten for rules. */
        public static final OfDiscussion USUAL = new OfDiscussion(
                Duration.ofDays(180),
                Duration.ofDays(180),
                Duration.ofDays(1_095),
                Duration.ofDays(730),
                Duration.ofDays(1_095),
                Duration.ofDays(365),
                Duration.ofDays(3_650));
    }
}
