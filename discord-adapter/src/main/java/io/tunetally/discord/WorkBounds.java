package io.tunetally.discord;

import java.time.Duration;

/**
 * How much is done at once, and how long Discord's users and the end of the process wait for it.
 *
 * @param mostWork the most concurrent tasks; an interaction is two, as another task waits for its answer
 * @param deferAfter the time within which an interaction is answered or deferred
 * @param stopWithin the time that running tasks have at the end of the process
 * @param turnAwayWithin the time after that for telling users whose answer will not come
 */
record WorkBounds(int mostWork, Duration deferAfter, Duration stopWithin, Duration turnAwayWithin) {
    /**
     * Those of the running adapter: Discord waits three seconds for an interaction, of which the network needs some, and the
     * process must be gone within five.
     */
    static final WorkBounds USUAL =
            new WorkBounds(1_000, Duration.ofSeconds(2), Duration.ofMillis(2_500), Duration.ofMillis(800));
}
