package io.tunetally.request;

import java.util.Locale;

/** Where a value comes from. */
public enum Origin {
    SAID,
    /** Computed from what was said, e.g. 30k a month to 1,000 a day. */
    DERIVED,
    /** Said earlier in the conversation. */
    REMEMBERED,
    /** The team's own default. */
    TEAM,
    /** The guide's reference job. */
    DEFAULT;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
