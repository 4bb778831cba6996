package io.tunetally.slack.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Map;

/**
 * The reply to a request.
 *
 * @param headers without those that the server itself sets, {@code Content-Length} and {@code Connection}
 * @param body sent in UTF-8
 */
public record HttpReply(int status, Map<String, String> headers, String body) {
    private static final Map<Integer, String> REASONS = Map.ofEntries(
            Map.entry(200, "OK"),
            Map.entry(302, "Found"),
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(413, "Content Too Large"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(431, "Request Header Fields Too Large"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(501, "Not Implemented"),
            Map.entry(503, "Service Unavailable"));

    /**
     * A reply.
     *
     * @throws IllegalArgumentException where a header's value has more than one line
     */
    public HttpReply {
        headers = Map.copyOf(headers);
        if (headers.values().stream().anyMatch(value -> value.indexOf('\r') >= 0 || value.indexOf('\n') >= 0)) {
            throw new IllegalArgumentException("a header of several lines");
        }
    }

    /** A reply of one line of text. */
    public static HttpReply text(int status, String text) {
        return new HttpReply(status, Map.of("Content-Type", "text/plain; charset=utf-8"), text);
    }

    /** The bytes of the reply: with its length, and without its body if it answers {@code HEAD}. */
    byte[] bytes(boolean closes, boolean withBody) {
        byte[] text = body.getBytes(UTF_8);
        StringBuilder head = new StringBuilder(256)
                .append("HTTP/1.1 ")
                .append(status)
                .append(' ')
                .append(REASONS.getOrDefault(status, "Status"))
                .append("\r\nContent-Length: ")
                .append(text.length)
                .append(closes ? "\r\nConnection: close" : "");
        headers.forEach(
                (name, value) -> head.append("\r\n").append(name).append(": ").append(value));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(head.length() + text.length + 4);
        bytes.writeBytes(head.append("\r\n\r\n").toString().getBytes(ISO_8859_1));
        if (withBody) {
            bytes.writeBytes(text);
        }
        return bytes.toByteArray();
    }
}
