package io.tunetally.slack.transport;

/** How events reach the app. */
public interface Transport extends AutoCloseable {
    /** Takes events from now on; returns once the first can come, however long Slack is away until then. */
    void start() throws Exception;

    /** Whether events can come now. */
    boolean isConnected();

    /** Takes no new events; those that were taken can still be acknowledged. */
    void stopIntake();

    @Override
    void close();
}
