package io.tunetally.slack.fake;

import io.tunetally.MovableClock;
import io.tunetally.slack.api.ChannelPace;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Waits that take no time: the clock moves by each, and how long they were is kept. */
public final class RecordedPause implements ChannelPace.Pause {
    private final List<Duration> waits = new CopyOnWriteArrayList<>();
    private final MovableClock clock;
    private volatile int most = Integer.MAX_VALUE;

    public RecordedPause(MovableClock clock) {
        this.clock = clock;
    }

    @Override
    public void forThe(Duration time) throws InterruptedException {
        waits.add(time);
        clock.pass(time);
        if (waits.size() >= most) {
            throw new InterruptedException("told to stop");
        }
    }

    /** Stops the program after a number of waits. */
    public void interruptAfter(int more) {
        most = waits.size() + more;
    }

    public List<Duration> waits() {
        return waits;
    }
}
