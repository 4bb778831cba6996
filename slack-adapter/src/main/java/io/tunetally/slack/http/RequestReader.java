package io.tunetally.slack.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads requests of HTTP/1.1 (RFC 9112) one after the other. It is strict: what two readers could take for two different requests (two
 * lengths, folded headers, a space before a colon, bare line feeds) is refused, and the connection with it.
 */
final class RequestReader {
    private static final int LINE_BYTES = 16_384;
    private static final int HEADERS = 100;
    private static final int HEAD_BYTES = 32_768;
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,256}");
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,15}");
    private static final Pattern CHUNK = Pattern.compile("([0-9A-Fa-f]{1,7})[ \t]*(;.*)?");

    private final InputStream in;
    private final OutputStream out;
    private final InetAddress peer;
    private final int bodyBytes;
    private int headBytes;

    RequestReader(InputStream in, OutputStream out, InetAddress peer, int bodyBytes) {
        this.in = in;
        this.out = out;
        this.peer = peer;
        this.bodyBytes = bodyBytes;
    }

    /** A request, and whether others may follow it. */
    record Read(HttpRequest request, boolean last) {}

    /**
     * The next request.
     *
     * @param first its first byte, which has arrived
     * @throws RefusedRequestException where it is malformed or too large
     */
    Read read(int first) throws IOException {
        headBytes = 0;
        String[] line = line(first).split(" ", -1);
        if (line.length != 3 || !TOKEN.matcher(line[0]).matches()) {
            throw malformed("the request line");
        }
        boolean old = line[2].equals("HTTP/1.0");
        if (!old && !line[2].equals("HTTP/1.1")) {
            throw malformed("the version");
        }
        URI target = target(line[1]);
        Map<String, String> headers = headers();
        if (!old && !headers.containsKey("host")) {
            throw malformed("the header Host");
        }
        byte[] body = body(headers);
        String connection = headers.getOrDefault("connection", "").toLowerCase(Locale.ROOT);
        boolean last = old || connection.contains("close");
        HttpRequest request =
                new HttpRequest(line[0], target.getPath(), target.getRawQuery(), headers, client(headers), body);
        return new Read(request, last);
    }

    private static URI target(String text) throws RefusedRequestException {
        try {
            URI target = new URI(text);
            if (text.startsWith("/") && !text.startsWith("//") && target.getPath() != null) {
                return target;
            }
        } catch (URISyntaxException malformed) {
            throw malformed("the address");
        }
        throw malformed("the address");
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (int n = 0; ; n++) {
            String line = line(in.read());
            if (line.isEmpty()) {
                return headers;
            }
            if (n == HEADERS) {
                throw new RefusedRequestException(431, "too many headers");
            }
            int colon = line.indexOf(':');
            if (colon < 1 || !TOKEN.matcher(line.substring(0, colon)).matches()) {
                throw malformed("a header");
            }
            String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            String value = line.substring(colon + 1).strip();
            if (name.equals("x-forwarded-for")) {
                headers.merge(name, value, (before, next) -> before + "," + next);
            } else if (headers.putIfAbsent(name, value) != null && isFraming(name)) {
                throw malformed("two headers " + name);
            }
        }
    }

    private static boolean isFraming(String name) {
        return name.equals("content-length") || name.equals("transfer-encoding") || name.equals("host");
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        @Nullable String length = headers.get("content-length");
        @Nullable String encoding = headers.get("transfer-encoding");
        if (length != null && (encoding != null || !LENGTH.matcher(length).matches())) {
            throw malformed("the header Content-Length");
        }
        if (encoding != null && !encoding.equalsIgnoreCase("chunked")) {
            throw new RefusedRequestException(501, "only chunked is understood");
        }
        long bytes = length == null ? 0 : Long.parseLong(length);
        if (bytes > bodyBytes) {
            throw tooLarge();
        }
        if ((bytes > 0 || encoding != null)
                && headers.getOrDefault("expect", "").equalsIgnoreCase("100-continue")) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(ISO_8859_1));
            out.flush();
        }
        return encoding == null ? exactly((int) bytes) : chunks();
    }

    private byte[] exactly(int bytes) throws IOException {
        byte[] body = in.readNBytes(bytes);
        if (body.length < bytes) {
            throw malformed("the body, which ends too early");
        }
        return body;
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            headBytes = 0;
            var size = CHUNK.matcher(line(in.read()));
            if (!size.matches()) {
                throw malformed("the size of a chunk");
            }
            int bytes = Integer.parseInt(size.group(1), 16);
            if (bytes == 0) {
                headers();
                return body.toByteArray();
            }
            if (body.size() + bytes > bodyBytes) {
                throw tooLarge();
            }
            body.writeBytes(exactly(bytes));
            if (!line(in.read()).isEmpty()) {
                throw malformed("the end of a chunk");
            }
        }
    }

    /** Reads one line without its end. */
    private String line(int first) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        int read = first;
        while (read != '\r') {
            if (read < ' ' && read != '\t') {
                throw malformed(read < 0 ? "a request that ends too early" : "a control character");
            }
            line.write(read);
            headBytes++;
            if (line.size() > LINE_BYTES || headBytes > HEAD_BYTES) {
                throw new RefusedRequestException(431, "too long headers");
            }
            read = in.read();
        }
        if (in.read() != '\n') {
            throw malformed("the end of a line");
        }
        return line.toString(ISO_8859_1);
    }

    /** A proxy on this machine says whom it speaks for, last in the list; what others say of themselves proves nothing. */
    private InetAddress client(Map<String, String> headers) {
        @Nullable String forwarded = headers.get("x-forwarded-for");
        if (forwarded == null || !peer.isLoopbackAddress()) {
            return peer;
        }
        try {
            return InetAddress.ofLiteral(
                    forwarded.substring(forwarded.lastIndexOf(',') + 1).strip());
        } catch (IllegalArgumentException _) {
            return peer;
        }
    }

    private static RefusedRequestException malformed(String what) {
        return new RefusedRequestException(400, "not understood: " + what);
    }

    private static RefusedRequestException tooLarge() {
        return new RefusedRequestException(413, "too large");
    }
}
