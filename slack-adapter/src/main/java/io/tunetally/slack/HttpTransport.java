package io.tunetally.slack;

import com.slack.api.bolt.App;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** HTTP mode: the JDK's server on one port, each request on a virtual thread. */
final class HttpTransport implements Transport {
    /** Slow or greedy clients; the JDK reads these when its server is first used. */
    private static final String[][] LIMITS = {
        {"sun.net.httpserver.maxReqTime", "10"},
        {"sun.net.httpserver.maxRspTime", "10"},
        {"sun.net.httpserver.maxReqHeaders", "100"},
        {"jdk.httpserver.maxConnections", "1000"},
        {"sun.net.httpserver.maxReqHeaderSize", "16384"},
        {"sun.net.httpserver.nodelay", "true"},
    };

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
        for (String[] limit : LIMITS) {
            if (System.getProperty(limit[0]) == null) {
                System.setProperty(limit[0], limit[1]);
            }
        }
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
