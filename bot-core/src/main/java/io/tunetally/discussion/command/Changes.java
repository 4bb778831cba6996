package io.tunetally.discussion.command;

import io.tunetally.discussion.Figures;
import io.tunetally.wording.part.Numbers;
import java.time.LocalDate;

/** Says what has changed between two prices of the same job. */
final class Changes {
    private Changes() {}

    /** {@code Was $4.50 to train on 2026-11-03, is $7.50 to train now: OpenAI's price changed on ...}. */
    static String since(Figures before, Figures now, LocalDate day) {
        String closed = before.closed().equals(now.closed()) ? "" : closed(now);
        if (before.headline().equals(now.headline()) && before.offer().equals(now.offer())) {
            return "Still " + Words.price(now) + ", as on " + day + closed + ".";
        }
        return "Was " + Words.price(before) + " on " + day + ", is " + Words.price(now) + " now: " + why(before, now)
                + closed + ".";
    }

    private static String closed(Figures now) {
        return now.closed().isEmpty() ? "; it can be started again" : "; now " + now.closed();
    }

    private static String why(Figures before, Figures now) {
        if (!before.offer().equals(now.offer())) {
            return "the cheapest is now " + now.offer();
        }
        String owner = now.providerName() + (now.providerName().endsWith("s") ? "'" : "'s");
        if (!before.rate().equals(now.rate())) {
            String on = now.rateSince().isEmpty() ? "" : " on " + now.rateSince();
            return owner + " price changed" + on + " from " + before.rate() + " to " + now.rate();
        }
        return before.training().equals(now.training())
                ? owner + " price of running it changed"
                : "the price book or the team's rules changed (" + Numbers.money(before.training()) + " to "
                        + Numbers.money(now.training()) + " to train)";
    }
}
