package io.tunetally.slack;

import io.tunetally.MovableClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Waits that take no time: the clock moves by each, and how long they were is kept. */
final class RecordedPause implements ChannelPace.Pause {
    private final List<Duration> waits = new CopyOnWriteArrayList<>();
    private final MovableClock clock;

    RecordedPause(MovableClock clock) {
        this.clock = clock;
    }

    @Override
    public void forThe(Duration time) {
        waits.add(time);
        clock.pass(time);
    }

    List<Duration> waits() {
        return waits;
    }
}
