package io.tunetally.slack.event;

import io.tunetally.bot.Bulkhead;
import io.tunetally.bot.Incident;
import io.tunetally.operations.Metrics;
import io.tunetally.slack.message.Notices;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work after an acknowledgement: whoever waits for it hears where it fails and where there is too much of it. */
public final class Background {
    private static final Logger LOG = LoggerFactory.getLogger(Background.class);

    private final Bulkhead bulkhead;
    private final Bulkhead notices;
    private final Metrics metrics;

    /**
     * Does the work.
     *
     * @param notices room apart from the work, so that it can be said that there is too much
     */
    public Background(Bulkhead bulkhead, Bulkhead notices, Metrics metrics) {
        this.bulkhead = bulkhead;
        this.notices = notices;
        this.metrics = metrics;
    }

    /** Whoever waits. */
    interface Asker {
        void hears(Map<String, Object> notice) throws Exception;
    }

    /** Begins a piece of work; false where it cannot be taken, which nobody is told. */
    boolean begin(String what, Asker asker, Bulkhead.Piece piece) {
        return bulkhead.run(what, () -> {
            try {
                piece.run();
            } catch (InterruptedException stopping) {
                metrics.undelivered();
                throw stopping;
            } catch (Throwable failure) { // Errors, too: somebody waits.
                String incident = Incident.id();
                LOG.error("incident {}: {} failed", incident, what, failure);
                metrics.incident("background");
                hears(asker, Notices.failed(incident));
            }
        });
    }

    /** What cannot be told is counted. */
    private void hears(Asker asker, Map<String, Object> notice) throws InterruptedException {
        try {
            asker.hears(notice);
        } catch (InterruptedException stopping) {
            untold(notice, stopping);
            throw stopping;
        } catch (Exception failure) {
            untold(notice, failure);
        }
    }

    private void untold(Map<String, Object> notice, @Nullable Exception failure) {
        metrics.undelivered();
        LOG.error("incident {}: nobody was told: {}", Incident.id(), notice.get("text"), failure);
    }

    /** Begins a piece of work; where it cannot be taken, the asker is told to come again. */
    void run(String what, Asker asker, Bulkhead.Piece piece) {
        if (!begin(what, asker, piece)) {
            LOG.warn("too much work to take {}", what);
            tell(asker, Notices.busy());
        }
    }

    /** Says something however much work there is. */
    void tell(Asker asker, Map<String, Object> notice) {
        if (!notices.run("a notice", () -> hears(asker, notice))) {
            untold(notice, null);
        }
    }
}
