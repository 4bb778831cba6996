package io.tunetally.slack.event;

import io.tunetally.bot.Bulkhead;
import io.tunetally.bot.Incident;
import io.tunetally.operations.Metrics;
import io.tunetally.slack.message.Notices;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs tasks after an acknowledgement; their recipients are told of a failure and of too much work. */
public final class Background {
    private static final Logger LOG = LoggerFactory.getLogger(Background.class);

    private final Bulkhead bulkhead;
    private final Bulkhead notices;
    private final Metrics metrics;

    /**
     * Runs tasks in the first bulkhead.
     *
     * @param notices a bulkhead of its own, so that a notice of too much work finds room
     */
    public Background(Bulkhead bulkhead, Bulkhead notices, Metrics metrics) {
        this.bulkhead = bulkhead;
        this.notices = notices;
        this.metrics = metrics;
    }

    /** Tells the user who waits for a task. */
    interface Recipient {
        void tell(Map<String, Object> notice) throws Exception;
    }

    /** Begins a task; false if there is too much work, which the recipient is not told. */
    boolean begin(String what, Recipient recipient, Bulkhead.Task task) {
        return bulkhead.run(what, () -> {
            try {
                task.run();
            } catch (InterruptedException stopping) {
                metrics.undelivered();
                throw stopping;
            } catch (Throwable failure) { // Errors, too: a user waits.
                String incident = Incident.id();
                LOG.error("incident {}: {} failed", incident, what, failure);
                metrics.incident("background");
                deliver(recipient, Notices.failed(incident));
            }
        });
    }

    /** Sends a notice; counts it as undelivered if that fails. */
    private void deliver(Recipient recipient, Map<String, Object> notice) throws InterruptedException {
        try {
            recipient.tell(notice);
        } catch (InterruptedException stopping) {
            untold(notice, stopping);
            throw stopping;
        } catch (Exception failure) {
            untold(notice, failure);
        }
    }

    private void untold(Map<String, Object> notice, @Nullable Exception failure) {
        metrics.undelivered();
        LOG.error("incident {}: could not notify user: {}", Incident.id(), notice.get("text"), failure);
    }

    /** Begins a task; if there is too much work, the recipient is told to try again. */
    void run(String what, Recipient recipient, Bulkhead.Task task) {
        if (!begin(what, recipient, task)) {
            LOG.warn("too much work to take {}", what);
            tell(recipient, Notices.busy());
        }
    }

    /** Sends a notice however much work there is. */
    void tell(Recipient recipient, Map<String, Object> notice) {
        if (!notices.run("a notice", () -> deliver(recipient, notice))) {
            untold(notice, null);
        }
    }
}
