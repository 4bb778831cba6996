package io.tunetally.slack;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.tunetally.operations.HttpLimits;
import io.tunetally.settings.Setting;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The one port of HTTP, for Slack's requests and the pages of installation: the JDK's server, each request on a virtual thread. */
final class HttpPort implements AutoCloseable {
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
        HttpLimits.set();
        server = bound(port);
        server.setExecutor(threads);
    }

    private static HttpServer bound(int port) throws IOException {
        try {
            return HttpServer.create(new InetSocketAddress(port), BACKLOG);
        } catch (BindException taken) {
            throw new IOException(
                    Setting.SLACK_PORT + ": port " + port + ": " + taken.getMessage()
                            + "; end what listens there or give another port",
                    taken);
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
