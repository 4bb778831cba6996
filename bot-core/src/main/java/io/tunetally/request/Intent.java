package io.tunetally.request;

import java.util.Locale;

/** What a message asks for, the more specific first. */
public enum Intent {
    HELP,
    MODELS,
    BREAKEVEN,
    TCO,
    BUDGET,
    WORTHIT,
    RECOMMEND,
    COMPARE,
    ESTIMATE,
    NONE;

    /** The word of the JSON contract and of canonical text. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
