package io.tunetally.slack;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A clock that stands still but for the waits and for what a test lets pass. */
final class TestClock extends Clock implements ChannelPace.Pause {
    private final List<Duration> waits = new CopyOnWriteArrayList<>();
    private volatile Instant now = Instant.parse("2026-11-25T12:00:00Z");

    @Override
    public void forThe(Duration time) {
        waits.add(time);
        pass(time);
    }

    synchronized void pass(Duration time) {
        now = now.plus(time);
    }

    List<Duration> waits() {
        return waits;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
