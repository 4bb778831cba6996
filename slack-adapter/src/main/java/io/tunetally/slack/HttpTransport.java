package io.tunetally.slack;

import com.slack.api.bolt.App;
import java.time.Clock;

/** HTTP mode: Slack sends requests to {@code POST /slack/events}. The port is started and closed with all that it serves. */
final class HttpTransport implements Transport {
    private final HttpPort port;
    private volatile boolean running;

    HttpTransport(App app, String signingSecret, HttpPort port, Clock clock) {
        this.port = port;
        port.serve(EventsPath.PATH, new EventsPath(app, new Signature(signingSecret, clock)));
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

    /** What was taken is answered by the port. */
    @Override
    public void close() {
        running = false;
    }

    @Override
    public String toString() {
        return "HTTP on port " + port.number() + ", POST " + EventsPath.PATH;
    }
}
