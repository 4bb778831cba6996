package io.tunetally.slack;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The one port of HTTP, for Slack's requests and the pages of installation: the JDK's server, each request on a virtual thread. */
final class HttpPort implements AutoCloseable {
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

    /**
     * Binds the port.
     *
     * @param port 0 takes a free one
     */
    HttpPort(int port) throws IOException {
        limitClients();
        server = HttpServer.create(new InetSocketAddress(port), BACKLOG);
        server.setExecutor(threads);
    }

    /**
     * Bounds what slow or greedy clients can take; what is set already stays. The JDK reads these once, when the process
     * first makes a server, so they are set before anything else does.
     */
    static void limitClients() {
        for (String[] limit : LIMITS) {
            if (System.getProperty(limit[0]) == null) {
                System.setProperty(limit[0], limit[1]);
            }
        }
    }

    /** Answers requests whose path begins like this. */
    void serve(String path, HttpHandler handler) {
        server.createContext(path, handler);
    }

    int number() {
        return server.getAddress().getPort();
    }

    void start() {
        server.start();
    }

    @Override
    public void close() {
        server.stop(CLOSE_WITHIN_SECONDS);
        threads.shutdown();
    }
}
