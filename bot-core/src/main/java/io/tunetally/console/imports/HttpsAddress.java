package io.tunetally.console.imports;

import io.tunetally.download.Download;
import io.tunetally.download.DownloadException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Map;

/**
 * An https address that the operator names on the command line. It is read once, in limited time and size, and without
 * following a redirect: the operator knows which server the prices come from.
 */
final class HttpsAddress {
    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final Duration READING = Duration.ofSeconds(60);
    private static final Map<String, String> ACCEPTED = Map.of("Accept", "application/json, text/*;q=0.5");
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
        Download.Limits limits = new Download.Limits(ListReader.MOST_BYTES, CONNECTING, limit, limit);
        try (Download download = Download.begin(uri, ACCEPTED, limits)) {
            return download.body().readAllBytes();
        } catch (DownloadException refused) {
            throw problem(refused, limit);
        } catch (IOException cut) {
            throw cut(cut);
        }
    }

    private AddressException problem(DownloadException refused, Duration limit) {
        return switch (refused.kind()) {
            case STATUS -> problem(refusal(refused.status(), refused.location()));
            case TOO_LARGE ->
                problem("sends more than " + (ListReader.MOST_BYTES >> 20)
                        + " MiB, the most that is read; check that it is the address of the list");
            case TOO_SLOW -> tooLate(limit);
            case UNREACHABLE -> unreachable(refused);
            case UNTRUSTED ->
                problem("has no connection that can be trusted (" + refused.getMessage() + "); check the address");
            case INTERRUPTED -> problem("was given up: the command was interrupted");
            case BROKEN, FOREIGN -> cut(refused);
        };
    }

    private static String refusal(int status, String location) {
        String answered = "answers " + status;
        if (status == UNAUTHORIZED || status == FORBIDDEN) {
            return answered + ", it wants a key; download the list with the key and name the file";
        }
        return status / 100 == 3 && !location.isEmpty()
                ? answered + " and refers to " + shown(location) + "; if you trust that server, name its address"
                : answered + " instead of 200; check the address, or try again later";
    }

    private AddressException tooLate(Duration limit) {
        return problem("has not sent the list within " + limit.toSeconds() + " seconds; try again later");
    }

    private AddressException unreachable(DownloadException e) {
        String detail = String.valueOf(e.getMessage());
        return problem("cannot be reached" + (detail.isEmpty() ? "" : " (" + detail + ")")
                + "; check the address and this machine's network");
    }

    private AddressException cut(IOException cause) {
        return problem("broke off before the list was complete (" + cause.getMessage() + "); try again later");
    }

    private AddressException problem(String problem) {
        return new AddressException(name() + " " + problem + ". Nothing was written");
    }
}
