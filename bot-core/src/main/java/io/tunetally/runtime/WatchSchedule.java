package io.tunetally.runtime;

import io.tunetally.chat.PlatformId;
import io.tunetally.discussion.command.WatchRound;
import io.tunetally.storage.Deliveries;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at watched prices every now and then while an adapter runs. */
final class WatchSchedule implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WatchSchedule.class);
    private static final Duration EVERY = Duration.ofMinutes(30);

    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("watches").factory());

    private WatchSchedule() {}

    static WatchSchedule start(
            Assembly assembly, Deliveries deliveries, PlatformProcess.Adapter adapter, String platform) {
        WatchSchedule schedule = new WatchSchedule();
        PlatformId id = new PlatformId(platform.toLowerCase(Locale.ROOT));
        assembly.discussion().ifPresent(discussion -> {
            WatchRound round = discussion.watchRound(deliveries, assembly.assumptions()::in);
            var _ = schedule.rounds.scheduleWithFixedDelay(
                    () -> look(round, id, adapter), EVERY.toMinutes(), EVERY.toMinutes(), TimeUnit.MINUTES);
        });
        return schedule;
    }

    private static void look(WatchRound round, PlatformId platform, PlatformProcess.Adapter adapter) {
        try {
            int sent = round.run(platform, adapter::announce);
            LOG.debug("told of {} watched prices", sent);
        } catch (RuntimeException failed) { // An uncaught exception would cancel all later rounds.
            LOG.warn("could not look at watched prices; will retry in the next round", failed);
        }
    }

    @Override
    public void close() {
        rounds.shutdownNow();
    }
}
