package io.tunetally.slack.api;

import io.tunetally.bot.Bulkhead;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits, until the program stops: then whoever waits goes on at once, and nobody waits any more. */
public final class Sleep implements ChannelPace.Pause {
    private final CountDownLatch stopping = new CountDownLatch(1);

    /** Whoever sleeps keeps nobody from being answered. */
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

    /** The program stops: what waits for its second or for Slack gets one more try now, and Slack takes a few at once. */
    public void end() {
        stopping.countDown();
    }
}
