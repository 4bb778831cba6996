package io.tunetally.slack.http;

import java.time.Duration;

/**
 * Limits on slow and greedy clients.
 *
 * @param connections open at once
 * @param perClient open at once from one address
 * @param bodyBytes of a request
 * @param sent within which a request arrives whole, and a reply is taken
 * @param idle without a request
 */
public record HttpBounds(int connections, int perClient, int bodyBytes, Duration sent, Duration idle) {
    /**
     * A thousand connections, a quarter of them from one address, since a proxy is one client; a million bytes, which Slack's largest
     * events stay far below; ten and thirty seconds.
     */
    public static final HttpBounds USUAL =
            new HttpBounds(1_000, 256, 1_000_000, Duration.ofSeconds(10), Duration.ofSeconds(30));
}
