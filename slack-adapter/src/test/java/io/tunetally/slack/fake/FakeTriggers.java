package io.tunetally.slack.fake;

import io.tunetally.ProgramTime;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Trigger ids: each opens one form, within three seconds. */
final class FakeTriggers {
    private static final Duration GOOD_FOR = Duration.ofSeconds(3);
    private static final AtomicLong COUNT = new AtomicLong();

    private final Set<String> used = ConcurrentHashMap.newKeySet();

    /** One that is new. */
    static String issue() {
        return issuedBefore(Duration.ZERO);
    }

    static String issuedBefore(Duration ago) {
        return "1." + COUNT.incrementAndGet() + "." + ProgramTime.now() + "-" + ago.toNanos();
    }

    /** Slack's error instead of opening a form; empty if it opens one. */
    String use(String trigger) {
        String[] parts = trigger.split("\\.", -1);
        if (parts.length != 3) {
            return "invalid_trigger_id";
        }
        if (!used.add(trigger)) {
            return "exchanged_trigger_id";
        }
        String[] issued = parts[2].split("-", -1);
        Duration age = ProgramTime.since(Long.parseLong(issued[0])).plusNanos(Long.parseLong(issued[1]));
        return age.compareTo(GOOD_FOR) > 0 ? "expired_trigger_id" : "";
    }
}
