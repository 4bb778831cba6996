package io.tunetally.slack.api;

import io.tunetally.bot.Bulkhead;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Pauses callers until the program stops: then all pauses end at once, and later ones do not begin. */
public final class Sleep implements ChannelPace.Pause {
    private final CountDownLatch stopping = new CountDownLatch(1);

    /** Pauses without holding a permit of a bulkhead. */
    @Override
    public void forThe(Duration time) throws InterruptedException {
        if (!isOver()) {
            Bulkhead.onlyWaits();
            var _ = stopping.await(time.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    @Override
    public boolean isOver() {
        return stopping.getCount() == 0;
    }

    /** Ends all pauses as the program stops: each waiting send gets one more try now, and Slack takes a few at once. */
    @Override
    public void end() {
        stopping.countDown();
    }
}
