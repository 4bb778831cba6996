package io.tunetally.discussion;

import java.time.Duration;
import java.util.Locale;

/** The kinds of a team's records, each with how long it is kept after it was last written. */
public enum RecordKind {
    SCENARIO(180, false),
    /** Which scenario a question is, by its hash: a look-up that does not grow with the thread. */
    ASKED(180, false),
    QUOTE(730, false),
    BILL(1_095, false),
    DECISION(1_095, false),
    VOTE(180, true),
    /** A default, price, discount, currency or customer relation of the team. */
    RULE(3_650, false),
    WATCH(365, true);

    private final int days;
    private final boolean personal;

    RecordKind(int days, boolean personal) {
        this.days = days;
        this.personal = personal;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Duration lifetime() {
        return Duration.ofDays(days);
    }

    /** True if it is deleted with its owner's data; else it stays without the owner. */
    boolean isPersonal() {
        return personal;
    }
}
