package io.tunetally.operations;

import com.sun.net.httpserver.HttpServer;
import io.tunetally.settings.OperationsPort;
import io.tunetally.settings.Setting;
import io.tunetally.settings.SettingsException;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves {@code /healthz}, {@code /readyz} and {@code /metrics}, each request on a virtual thread. */
public final class OperationsServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OperationsServer.class);
    private static final int BACKLOG = 16;

    private final @Nullable HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private OperationsServer(@Nullable HttpServer server) {
        this.server = server;
    }

    /**
     * Starts to serve; does nothing if the port is off.
     *
     * @throws SettingsException naming {@code TUNETALLY_OPS_PORT} or {@code TUNETALLY_OPS_ADDRESS} if it cannot be
     *     bound
     */
    public static OperationsServer start(OperationsPort port, Health health, Metrics metrics) {
        return switch (port) {
            case OperationsPort.Off _ -> new OperationsServer(null);
            case OperationsPort.On on -> start(on, new OperationsPages(health, metrics));
        };
    }

    private static OperationsServer start(OperationsPort.On on, OperationsPages pages) {
        HttpLimits.set();
        InetSocketAddress wanted = new InetSocketAddress(on.address(), on.port());
        try {
            HttpServer server = HttpServer.create(wanted, BACKLOG);
            OperationsServer serving = new OperationsServer(server);
            server.createContext("/", pages);
            server.setExecutor(serving.threads);
            server.start();
            LOG.info(
                    "health and metrics on http://{}",
                    shown(on.address(), server.getAddress().getPort()));
            return serving;
        } catch (IOException taken) {
            // The only other cause that Java reports is an address of another machine.
            boolean elsewhere = String.valueOf(taken.getMessage()).contains("assign");
            Setting setting = elsewhere ? Setting.TUNETALLY_OPS_ADDRESS : Setting.TUNETALLY_OPS_PORT;
            String what = elsewhere ? on.address().getHostAddress() : "port " + on.port();
            throw new SettingsException(List.of(setting + ": " + what + " cannot be used (" + taken.getMessage()
                    + "). It is " + setting.what() + ": " + setting.where()));
        }
    }

    private static String shown(InetAddress address, int port) {
        String host = address.getHostAddress();
        return (address instanceof Inet6Address ? "[" + host + "]" : host) + ":" + port;
    }

    /** Returns the port it serves on; empty if it is off. */
    public OptionalInt port() {
        return server == null
                ? OptionalInt.empty()
                : OptionalInt.of(server.getAddress().getPort());
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop(0);
        }
        threads.shutdownNow();
    }
}
