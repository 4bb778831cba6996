package io.tunetally.slack.http;

import java.net.InetAddress;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that has arrived whole.
 *
 * @param path decoded, without the query
 * @param query as it was sent, null where there is none
 * @param headers by their names in lower case
 * @param client the address that sent it, as far as a proxy on this machine tells
 */
public record HttpRequest(
        String method,
        String path,
        @Nullable String query,
        Map<String, String> headers,
        InetAddress client,
        byte[] body) {
    public HttpRequest {
        headers = Map.copyOf(headers);
    }

    /** The value of a header, null where it was not sent. */
    public @Nullable String header(String lowerCaseName) {
        return headers.get(lowerCaseName);
    }
}
