package io.tunetally.download;

import io.tunetally.download.DownloadException.Kind;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * The content of an address, read once, in limited time and size. A redirect is not followed: the reader knows which server
 * it asks, and a server that is asked must not choose another.
 */
public final class Download implements Closeable {
    private static final int OK = 200;

    private final HttpClient client;
    private final Limits limits;
    private final long begunNanos;
    private final String mediaType;
    private final Body body;
    private final Thread watch;

    /**
     * The limits of a download.
     *
     * @param silence the longest wait for the next bytes
     * @param total the longest time from the request to the last byte
     */
    public record Limits(long bytes, Duration connecting, Duration silence, Duration total) {
        private static final Duration CONNECTING = Duration.ofSeconds(5);
        private static final Duration SILENCE = Duration.ofSeconds(10);

        /** Returns the limits of a file, with the usual ones of a connection. */
        public static Limits of(long bytes, Duration total) {
            return new Limits(bytes, CONNECTING, SILENCE, total);
        }
    }

    private Download(HttpClient client, Limits limits, long begunNanos, HttpResponse<InputStream> response) {
        this.client = client;
        this.limits = limits;
        this.begunNanos = begunNanos;
        this.mediaType = response.headers().firstValue("Content-Type").orElse("");
        this.body = new Body(response.body());
        this.watch = Thread.ofVirtual().name("download-watch").start(this::watch);
    }

    /**
     * Requests an address.
     *
     * @throws DownloadException if it is not answered with 200 in time, or announces too much
     */
    public static Download begin(URI uri, Map<String, String> headers, Limits limits) throws DownloadException {
        long begun = System.nanoTime();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri).timeout(limits.total()).header("User-Agent", "tunetally");
        headers.forEach(request::header);
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(limits.connecting())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        boolean open = false;
        try {
            HttpResponse<InputStream> response = client.sendAsync(
                            request.build(), HttpResponse.BodyHandlers.ofInputStream())
                    .get(
                            shorter(limits.total(), limits.connecting().plus(limits.silence()))
                                    .toMillis(),
                            TimeUnit.MILLISECONDS);
            check(response, limits);
            open = true;
            return new Download(client, limits, begun, response);
        } catch (TimeoutException late) {
            throw new DownloadException(Kind.TOO_SLOW, "no answer in time", late);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new DownloadException(Kind.INTERRUPTED, "interrupted", stopped);
        } catch (ExecutionException failed) {
            throw failure(Objects.requireNonNullElse(failed.getCause(), failed));
        } finally {
            if (!open) {
                client.shutdownNow();
            }
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static void check(HttpResponse<?> response, Limits limits) throws DownloadException {
        if (response.statusCode() != OK) {
            throw DownloadException.of(
                    response.statusCode(),
                    response.headers().firstValue("Location").orElse(""));
        }
        if (response.headers().firstValueAsLong("Content-Length").orElse(0) > limits.bytes()) {
            throw new DownloadException(Kind.TOO_LARGE, "announces more than is read");
        }
    }

    private static DownloadException failure(Throwable cause) {
        String detail = Objects.requireNonNullElse(cause.getMessage(), "");
        return switch (cause) {
            case DownloadException known -> known;
            case HttpTimeoutException late -> new DownloadException(Kind.TOO_SLOW, "no answer in time", late);
            case ConnectException e -> new DownloadException(Kind.UNREACHABLE, detail, e);
            case SSLException e -> new DownloadException(Kind.UNTRUSTED, detail, e);
            default -> new DownloadException(Kind.BROKEN, detail, cause);
        };
    }

    /** Returns what the server says that the content is; empty if it does not say. */
    public String mediaType() {
        return mediaType;
    }

    /** Returns the content, whose reading ends with a {@link DownloadException} at a limit. */
    public InputStream body() {
        return body;
    }

    /** Ends a download that is late: a read that waits for the network cannot end itself. */
    private void watch() {
        try {
            long left = nanosLeft();
            while (left > 0) {
                TimeUnit.NANOSECONDS.sleep(left);
                left = nanosLeft();
            }
            body.late = true;
            client.shutdownNow();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** Only waiting for bytes is silence: the reader may take its time between two reads. */
    private long nanosLeft() {
        long now = System.nanoTime();
        long untilEnd = begunNanos + limits.total().toNanos() - now;
        long waiting = body.waitingSince;
        long untilSilent =
                (waiting == Body.NOT_WAITING ? now : waiting) + limits.silence().toNanos() - now;
        return Math.min(untilEnd, untilSilent);
    }

    /** Also ends a content that is still being sent. */
    @Override
    public void close() {
        watch.interrupt();
        client.shutdownNow();
    }

    private final class Body extends FilterInputStream {
        static final long NOT_WAITING = Long.MIN_VALUE;
        private static final int SKIPPED_AT_ONCE = 8_192;

        private volatile boolean late;
        private volatile long waitingSince = NOT_WAITING;
        private long read;

        Body(InputStream content) {
            super(content);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            waitingSince = System.nanoTime();
            int count;
            try {
                count = super.read(into, offset, length);
            } catch (IOException broken) {
                throw late ? new DownloadException(Kind.TOO_SLOW, "stopped arriving", broken) : failure(broken);
            } finally {
                waitingSince = NOT_WAITING;
            }
            if (late) {
                throw new DownloadException(Kind.TOO_SLOW, "stopped arriving");
            }
            read += Math.max(0, count);
            if (read > limits.bytes()) {
                throw new DownloadException(Kind.TOO_LARGE, "sends more than is read");
            }
            return count;
        }

        /** Reads what it skips: those bytes arrive, too, and count. */
        @Override
        public long skip(long count) throws IOException {
            byte[] skipped = new byte[Math.clamp(count, 0, SKIPPED_AT_ONCE)];
            return skipped.length == 0 ? 0 : Math.max(0, read(skipped));
        }

        @Override
        public void close() throws IOException {
            Download.this.close();
            super.close();
        }
    }
}
