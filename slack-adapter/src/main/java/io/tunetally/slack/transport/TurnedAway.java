package io.tunetally.slack.transport;

import io.tunetally.slack.api.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs requests that Slack did not send, or not now: the first at once, then their number, once a minute for each reason.
 * One line for each would let any sender fill the disk.
 */
final class TurnedAway {
    private static final Logger LOG = LoggerFactory.getLogger(TurnedAway.class);
    private static final Duration LOGGED_EVERY = Duration.ofMinutes(1);

    private final Clock clock;
    private final Map<Signature.Verdict, Count> counts = new EnumMap<>(Signature.Verdict.class);

    TurnedAway(Clock clock) {
        this.clock = clock;
    }

    private static final class Count {
        private Instant logged = Instant.MIN;
        private int since;
    }

    /**
     * Counts one request.
     *
     * @param ahead how far its time is ahead of this machine's; negative where it is behind
     */
    void add(Signature.Verdict verdict, Duration ahead) {
        int requests = counted(verdict);
        if (requests > 0) {
            LOG.warn("turned away, {} since this was last said: {}", requests, reason(verdict, ahead));
        }
    }

    /** How many are to be logged now; 0 where the minute is not over. */
    private synchronized int counted(Signature.Verdict verdict) {
        Count count = counts.computeIfAbsent(verdict, _ -> new Count());
        count.since++;
        Instant now = clock.instant();
        if (now.minus(LOGGED_EVERY).isBefore(count.logged)) {
            return 0;
        }
        int requests = count.since;
        count.since = 0;
        count.logged = now;
        return requests;
    }

    private static String reason(Signature.Verdict verdict, Duration ahead) {
        return switch (verdict) {
            case GENUINE -> throw new IllegalArgumentException("a genuine request is taken");
            case WRONG -> "the signature does not fit. Slack did not send it, or SLACK_SIGNING_SECRET is another app's";
            case UNTIMELY ->
                "the signature fits and the time is " + ahead.abs().toSeconds() + " s "
                        + (ahead.isNegative() ? "behind" : "ahead of")
                        + " this machine's. Set the clock (NTP); where it is right, an old request was sent again";
        };
    }
}
