package io.tunetally.discussion;

import io.tunetally.storage.Lifetimes;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;

/** The kinds of a team's records, each with the retention that applies to it. */
public enum RecordKind {
    SCENARIO(Lifetimes.OfDiscussion::scenario, false),
    /** Which scenario a question is, by its hash: a look-up that does not grow with the thread. */
    ASKED(Lifetimes.OfDiscussion::scenario, false),
    /** The last change of a thread by a command, which can be taken back. */
    CHANGE(Lifetimes.OfDiscussion::scenario, false),
    /** The message that shows the board of a thread. */
    BOARD(Lifetimes.OfDiscussion::scenario, false),
    QUOTE(Lifetimes.OfDiscussion::quote, false),
    BILL(Lifetimes.OfDiscussion::bill, false),
    DECISION(Lifetimes.OfDiscussion::decision, false),
    VOTE(Lifetimes.OfDiscussion::vote, true),
    /** A price, discount, currency, customer relation or budget of the team. */
    RULE(Lifetimes.OfDiscussion::rule, false),
    WATCH(Lifetimes.OfDiscussion::watch, true);

    // A method reference has no state.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<Lifetimes.OfDiscussion, Duration> lifetime;

    private final boolean personal;

    RecordKind(Function<Lifetimes.OfDiscussion, Duration> lifetime, boolean personal) {
        this.lifetime = lifetime;
        this.personal = personal;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns how long a record is kept after it was last written. */
    Duration lifetime(Lifetimes.OfDiscussion lifetimes) {
        return lifetime.apply(lifetimes);
    }

    /** True if it is deleted with its owner's data; else it stays without the owner. */
    boolean isPersonal() {
        return personal;
    }
}
