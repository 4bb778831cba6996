package io.tunetally.discord;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The gateway of a {@link DiscordStandIn}, for one bot in one server. */
final class GatewayStandIn implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GatewayStandIn.class);
    private static final String HELLO = "{\"op\":10,\"d\":{\"heartbeat_interval\":41250}}";
    private static final String HEARD = "{\"op\":11}";

    private final AtomicInteger sequence = new AtomicInteger();
    private final String ready;
    private final String guild;
    private final WebSocketServer server =
            new WebSocketServer(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1) {
                @Override
                public void onStart() {}

                @Override
                public void onOpen(WebSocket bot, ClientHandshake handshake) {
                    bot.send(HELLO);
                }

                @Override
                public void onMessage(WebSocket bot, String message) {
                    if (message.contains("\"token\"")) {
                        tell("READY", ready.formatted(url()));
                        tell("GUILD_CREATE", guild);
                    } else {
                        bot.send(HEARD);
                    }
                }

                @Override
                public void onClose(WebSocket bot, int code, String reason, boolean remote) {}

                @Override
                public void onError(WebSocket bot, Exception error) {
                    LOG.warn("the rehearsal's gateway failed", error);
                }
            };

    /**
     * A gateway on a free port.
     *
     * @param ready what a bot that has said who it is hears first, with a gap for the address
     * @param guild the server it is in
     */
    GatewayStandIn(String ready, String guild) {
        this.ready = ready;
        this.guild = guild;
    }

    void start() {
        server.start();
    }

    String url() {
        return "ws://127.0.0.1:" + server.getPort();
    }

    void tell(String type, String data) {
        server.broadcast("{\"op\":0,\"t\":\"%s\",\"s\":%d,\"d\":%s}".formatted(type, sequence.incrementAndGet(), data));
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
