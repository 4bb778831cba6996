package io.tunetally.slack.transport;

import com.slack.api.bolt.App;
import io.tunetally.slack.api.Signature;
import io.tunetally.slack.api.SlackSetting;
import io.tunetally.slack.api.SlackSettings;
import io.tunetally.slack.http.HttpBounds;
import io.tunetally.slack.http.HttpPort;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;

/** HTTP mode: Slack sends requests to {@code POST /slack/events}. The port is started and closed with all that it serves. */
public final class HttpTransport implements Transport {
    private final HttpPort port;
    private volatile boolean running;

    public HttpTransport(App app, String signingSecret, HttpPort port, Clock clock) {
        this.port = port;
        port.serve(EventsPath.PATH, new EventsPath(app, new Signature(signingSecret, clock), new TurnedAway(clock)));
    }

    /**
     * The one port, for Slack's requests and the pages of installation.
     *
     * @throws IOException naming the settings where it cannot be bound
     */
    public static HttpPort port(SlackSettings settings) throws IOException {
        try {
            return new HttpPort(new InetSocketAddress(settings.address(), settings.port()), HttpBounds.USUAL);
        } catch (IOException taken) {
            throw new IOException(
                    SlackSetting.PORT + ": port " + settings.port() + " of "
                            + settings.address().getHostAddress() + " (" + SlackSetting.ADDRESS + "): "
                            + taken.getMessage() + "; end what listens there or give another port",
                    taken);
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public boolean isConnected() {
        return running;
    }

    @Override
    public void stopIntake() {
        running = false;
    }

    /** Stops the intake; the port answers requests that were taken. */
    @Override
    public void close() {
        running = false;
    }

    @Override
    public String toString() {
        return "HTTP on port " + port.number() + ", POST " + EventsPath.PATH;
    }
}
