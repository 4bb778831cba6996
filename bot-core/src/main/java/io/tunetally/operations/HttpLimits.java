package io.tunetally.operations;

import java.util.Map;

/**
 * Limits on slow and greedy clients of the JDK's HTTP server. They apply to every server of the process, and the JDK
 * reads them when the first server is created, so set them before.
 */
public final class HttpLimits {
    private static final Map<String, String> LIMITS = Map.of(
            "sun.net.httpserver.maxReqTime", "10",
            "sun.net.httpserver.maxRspTime", "10",
            "sun.net.httpserver.maxReqHeaders", "100",
            "sun.net.httpserver.maxReqHeaderSize", "16384",
            "sun.net.httpserver.nodelay", "true",
            "jdk.httpserver.maxConnections", "1000");

    private HttpLimits() {}

    /** Sets each limit that was not set with {@code -D...}. */
    public static void set() {
        LIMITS.forEach((name, value) -> {
            if (System.getProperty(name) == null) {
                System.setProperty(name, value);
            }
        });
    }
}
