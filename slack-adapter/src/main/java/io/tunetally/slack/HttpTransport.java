package io.tunetally.slack;

import com.slack.api.bolt.App;
import com.sun.net.httpserver.HttpServer;
import io.tunetally.operations.HttpLimits;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** HTTP mode: the JDK's server on one port, each request on a virtual thread. */
final class HttpTransport implements Transport {
    private static final int BACKLOG = 1_024;
    private static final int CLOSE_WITHIN_SECONDS = 1;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final EventsPath events;
    private volatile boolean running;

    /**
     * Binds the port.
     *
     * @param port 0 takes a free one
     */
    HttpTransport(App app, String signingSecret, int port, Clock clock) throws IOException {
        HttpLimits.set();
        server = HttpServer.create(new InetSocketAddress(port), BACKLOG);
        events = new EventsPath(app, new Signature(signingSecret, clock));
        server.createContext("/slack/events", events);
        server.setExecutor(threads);
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void start() {
        server.start();
        running = true;
    }

    @Override
    public boolean isConnected() {
        return running;
    }

    @Override
    public void stopIntake() {
        running = false;
        events.stopIntake();
    }

    @Override
    public void close() {
        server.stop(CLOSE_WITHIN_SECONDS);
        threads.shutdown();
    }

    @Override
    public String toString() {
        return "HTTP on port " + port() + ", POST /slack/events";
    }
}
