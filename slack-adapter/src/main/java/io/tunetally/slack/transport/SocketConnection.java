package io.tunetally.slack.transport;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.handshake.ServerHandshake;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A WebSocket to Slack. Pings detect a dead one, which counts as lost. */
final class SocketConnection extends WebSocketClient {
    private static final Logger LOG = LoggerFactory.getLogger(SocketConnection.class);

    /** A ping goes out as often; what has not answered for one and a half times as long is lost, so after 8 s at most. */
    private static final int PING_EVERY_SECONDS = 4;

    private static final int CONNECT_MILLIS = 5_000;

    private final SocketIntake intake;
    private final SocketLine line;
    private final AtomicInteger open = new AtomicInteger();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean hello;
    private volatile boolean retired;

    SocketConnection(URI address, SocketIntake intake, SocketLine line) {
        super(address, new Draft_6455(), Map.of(), CONNECT_MILLIS);
        this.intake = intake;
        this.line = line;
        setConnectionLostTimeout(PING_EVERY_SECONDS);
    }

    boolean hasSaidHello() {
        return hello && isOpen();
    }

    /** Waits until it has ended, and with it all that was sent has arrived; not for longer than the limit. */
    void awaitEnd(long nanos) throws InterruptedException {
        if (!ended.await(nanos, TimeUnit.NANOSECONDS)) {
            LOG.warn("a connection to Slack did not end in time");
        }
    }

    /** Ends at once, in whatever state: also one that has connected and then got no answer. */
    void giveUp() {
        closeConnection(CloseFrame.ABNORMAL_CLOSE, "no hello");
        try {
            if (getSocket() != null) {
                getSocket().close();
            }
        } catch (IOException unclosed) {
            LOG.warn("a connection to Slack did not close: {}", unclosed.toString());
        }
    }

    /** Ends once every envelope it brought is acknowledged. */
    void retire() {
        retired = true;
        closeWhenIdle();
    }

    private void closeWhenIdle() {
        if (retired && open.get() == 0) {
            close();
        }
    }

    @Override
    public void onOpen(ServerHandshake handshake) {
        LOG.debug("connected");
    }

    @Override
    public void onMessage(String message) {
        switch (type(message)) {
            case "hello" -> {
                hello = true;
                line.saidHello(this);
            }
            case "disconnect" -> line.refresh(this);
            default -> envelope(message);
        }
    }

    /** The type of an envelope; empty if it is malformed, which the intake logs. */
    private static String type(String message) {
        try {
            return JsonParser.parseString(message) instanceof JsonObject object
                            && object.get("type") instanceof JsonPrimitive type
                    ? type.getAsString()
                    : "";
        } catch (JsonParseException malformed) {
            return "";
        }
    }

    private void envelope(String message) {
        open.incrementAndGet();
        intake.take(message, this::acknowledge, this::acknowledged);
    }

    private void acknowledged() {
        open.decrementAndGet();
        closeWhenIdle();
    }

    private void acknowledge(String acknowledgement) {
        try {
            send(acknowledgement);
        } catch (WebsocketNotConnectedException lost) {
            LOG.warn("the connection was lost before an acknowledgement, Slack sends the event again");
        }
    }

    @Override
    public void onClose(int code, String reason, boolean remote) {
        hello = false;
        ended.countDown();
        line.lost(this);
    }

    @Override
    public void onError(Exception failure) {
        if (hello) {
            LOG.warn("a connection to Slack failed: {}", failure.toString());
        } else {
            line.failed(failure.toString());
        }
    }
}
