package io.tunetally.slack.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A port of HTTP/1.1, each connection on a virtual thread, so many at once and so many of one client. */
public final class HttpPort implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpPort.class);
    private static final int BACKLOG = 1_024;
    private static final Duration LOOKED_AT_EVERY = Duration.ofMillis(250);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(1);

    private final ServerSocket server = new ServerSocket();
    private final HttpBounds limits;
    private final Map<String, HttpHandler> handlers = new ConcurrentSkipListMap<>();
    private final Set<HttpConnection> open = ConcurrentHashMap.newKeySet();
    private final Map<InetAddress, Integer> byClient = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Thread accepting =
            Thread.ofPlatform().name("http-accept").daemon().unstarted(this::accept);
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("http-deadlines").daemon().factory());

    /**
     * Binds the port.
     *
     * @throws IOException where it is taken, or the address is none of this machine
     */
    public HttpPort(InetSocketAddress address, HttpBounds limits) throws IOException {
        this.limits = limits;
        try {
            server.bind(address, BACKLOG);
        } catch (IOException taken) {
            server.close();
            throw taken;
        }
    }

    /** Answers the requests of one path; of any other path it says that there is none. */
    public void serve(String path, HttpHandler handler) {
        handlers.put(path, handler);
    }

    public int number() {
        return server.getLocalPort();
    }

    /** Takes connections from now on. */
    public void start() {
        accepting.start();
        long period = LOOKED_AT_EVERY.toNanos();
        ScheduledFuture<?> _ = watch.scheduleAtFixedRate(
                () -> open.forEach(HttpConnection::endIfLate), period, period, TimeUnit.NANOSECONDS);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                take(server.accept());
            } catch (IOException unable) {
                if (!server.isClosed()) {
                    LOG.warn("a connection could not be taken: {}", unable.toString());
                    LockSupport.parkNanos(LOOKED_AT_EVERY.toNanos());
                }
            }
        }
    }

    private void take(Socket socket) throws IOException {
        HttpConnection connection = new HttpConnection(socket, this::answer, limits);
        int ofClient = byClient.merge(connection.peer(), 1, Integer::sum);
        if (ofClient > limits.perClient() || open.size() >= limits.connections()) {
            leave(connection);
            socket.close();
            return;
        }
        open.add(connection);
        threads.execute(() -> {
            try {
                connection.run();
            } finally {
                open.remove(connection);
                leave(connection);
            }
        });
    }

    private void leave(HttpConnection connection) {
        byClient.computeIfPresent(connection.peer(), (_, count) -> count == 1 ? null : count - 1);
    }

    private HttpReply answer(HttpRequest request) {
        HttpHandler handler = handlers.get(request.path());
        if (handler == null) {
            return HttpReply.text(404, "not found");
        }
        try {
            return handler.answer(request);
        } catch (RuntimeException | Error bug) {
            LOG.error("a request to {} could not be answered", request.path(), bug);
            return HttpReply.text(500, "failed");
        }
    }

    /** Takes no more connections, and ends open ones after the replies that are under way. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException unclosed) {
            LOG.warn("the port did not close: {}", unclosed.toString());
        }
        watch.shutdownNow();
        try {
            // The kernel takes connections until the thread that waits for one has left its call.
            accepting.join(CLOSE_WITHIN.toMillis());
            open.forEach(HttpConnection::endSoon);
            threads.shutdown();
            if (!threads.awaitTermination(CLOSE_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                open.forEach(HttpConnection::end);
            }
        } catch (InterruptedException stopping) {
            threads.shutdown();
            open.forEach(HttpConnection::end);
            Thread.currentThread().interrupt();
        }
    }
}
