package io.tunetally.request;

import java.util.Locale;

/** The origin of a value. */
public enum Origin {
    SAID,
    /** Computed from given values, e.g. 30k a month to 1,000 a day. */
    DERIVED,
    /** Given earlier in the conversation. */
    REMEMBERED,
    /** The team's own default. */
    TEAM,
    /** The guide's reference job. */
    DEFAULT;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
