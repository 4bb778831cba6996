package io.tunetally.slack.fake;

import io.tunetally.bot.Bulkhead;
import io.tunetally.slack.api.ChannelPace;
import io.tunetally.slack.api.Sleep;
import java.time.Duration;

/**
 * The adapter's pauses, of which short ones take no time: the fake Slack, which checks the pace, gets older by as much. A
 * pause as long as a rate limit's is waited for.
 */
public final class SkippedPauses implements ChannelPace.Pause {
    private static final Duration LONGEST_SKIPPED = Duration.ofSeconds(10);

    private final Sleep waited = new Sleep();
    private final FakeSlack slack;

    public SkippedPauses(FakeSlack slack) {
        this.slack = slack;
    }

    @Override
    public void forThe(Duration time) throws InterruptedException {
        if (time.compareTo(LONGEST_SKIPPED) > 0) {
            waited.forThe(time);
        } else if (!isOver()) {
            Bulkhead.onlyWaits();
            slack.pass(time);
        }
    }

    @Override
    public boolean isOver() {
        return waited.isOver();
    }

    @Override
    public void end() {
        waited.end();
    }
}
