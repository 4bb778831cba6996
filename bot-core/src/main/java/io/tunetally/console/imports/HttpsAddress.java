package io.tunetally.console.imports;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * An https address that the operator names on the command line. It is read once, in limited time and size, and without
 * following a redirect: the operator knows which server the prices come from.
 */
final class HttpsAddress {
    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final Duration READING = Duration.ofSeconds(60);
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    private final URI uri;

    private HttpsAddress(URI uri) {
        this.uri = uri;
    }

    /** True for a text that is an address and not the name of a file. */
    static boolean is(String text) {
        return text.matches("(?i)[a-z][a-z0-9+.-]*://.*");
    }

    /**
     * Reads an address.
     *
     * @throws IllegalArgumentException with the problem and its remedy
     */
    static HttpsAddress of(String text) {
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("it is not an address: " + e.getReason(), e);
        }
        if (!"https".equalsIgnoreCase(uri.getScheme())) {
            throw new IllegalArgumentException(
                    "only https is read; use the https address, or download the list and name the file");
        }
        if (uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "an address with a user name or password is not read; download the list and name the file");
        }
        if (uri.getHost() == null) {
            throw new IllegalArgumentException("it names no server; write https://server/path");
        }
        return new HttpsAddress(uri);
    }

    /** Returns the address without its query, which may hold a key. */
    static String shown(String text) {
        return text.replaceFirst("[?#].*", "").replaceFirst("//[^/@]*@", "//");
    }

    /** Returns its name in messages and price books. */
    String name() {
        return shown(uri.toString());
    }

    /**
     * Returns the list.
     *
     * @throws AddressException if it does not arrive completely
     */
    byte[] read() {
        return read(READING);
    }

    byte[] read(Duration limit) {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(limit)
                .header("User-Agent", "tunetally")
                .header("Accept", "application/json, text/*;q=0.5")
                .build();
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(CONNECTING)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        try {
            return client.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream())
                    .thenApply(this::body)
                    .get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            throw tooLate(limit);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw problem("was given up: the command was interrupted");
        } catch (ExecutionException e) {
            throw failure(Objects.requireNonNullElse(e.getCause(), e), limit);
        } finally {
            // It also ends a body that is still being sent.
            client.shutdownNow();
        }
    }

    private byte[] body(HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            if (response.statusCode() != OK) {
                throw problem(refusal(response));
            }
            byte[] bytes = body.readNBytes(ListReader.MOST_BYTES + 1);
            if (bytes.length > ListReader.MOST_BYTES) {
                throw problem("sends more than " + (ListReader.MOST_BYTES >> 20)
                        + " MiB, the most that is read; check that it is the address of the list");
            }
            return bytes;
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private static String refusal(HttpResponse<?> response) {
        int status = response.statusCode();
        String answered = "answers " + status;
        if (status == UNAUTHORIZED || status == FORBIDDEN) {
            return answered + ", it wants a key; download the list with the key and name the file";
        }
        return response.headers()
                .firstValue("Location")
                .filter(_ -> status / 100 == 3)
                .map(target ->
                        answered + " and refers to " + shown(target) + "; if you trust that server, name its address")
                .orElse(answered + " instead of 200; check the address, or try again later");
    }

    private AddressException failure(Throwable cause, Duration limit) {
        return switch (cause) {
            case AddressException refused -> refused;
            case HttpTimeoutException _ -> tooLate(limit);
            case ConnectException e -> unreachable(e);
            case SSLException e ->
                problem("has no connection that can be trusted (" + e.getMessage() + "); check the address");
            default -> cut(cause);
        };
    }

    private AddressException tooLate(Duration limit) {
        return problem("has not sent the list within " + limit.toSeconds() + " seconds; try again later");
    }

    private AddressException unreachable(ConnectException e) {
        return problem("cannot be reached" + (e.getMessage() == null ? "" : " (" + e.getMessage() + ")")
                + "; check the address and this machine's network");
    }

    private AddressException cut(Throwable cause) {
        return problem("broke off before the list was complete (" + cause.getMessage() + "); try again later");
    }

    private AddressException problem(String problem) {
        return new AddressException(name() + " " + problem + ". Nothing was written");
    }
}
