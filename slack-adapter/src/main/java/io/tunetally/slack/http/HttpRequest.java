package io.tunetally.slack.http;

import java.net.InetAddress;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request that has arrived whole. */
public final class HttpRequest {
    private final String method;
    private final String path;
    private final @Nullable String query;
    private final Map<String, String> headers;
    private final InetAddress client;
    private final byte[] body;

    HttpRequest(
            String method,
            String path,
            @Nullable String query,
            Map<String, String> headers,
            InetAddress client,
            byte[] body) {
        this.method = method;
        this.path = path;
        this.query = query;
        this.headers = Map.copyOf(headers);
        this.client = client;
        this.body = body;
    }

    public String method() {
        return method;
    }

    /** Decoded, without the query. */
    public String path() {
        return path;
    }

    /** The header as it was sent; null if there is none. */
    public @Nullable String query() {
        return query;
    }

    /** The headers by their names in lower case. */
    public Map<String, String> headers() {
        return headers;
    }

    /** The value of a header, null where it was not sent. */
    public @Nullable String header(String lowerCaseName) {
        return headers.get(lowerCaseName);
    }

    /** The address that sent it, as far as a proxy on this machine tells. */
    public InetAddress client() {
        return client;
    }

    /** Its bytes as they arrived; not to be changed. */
    public byte[] body() {
        return body;
    }
}
