package io.tunetally.request;

import java.util.Locale;

/** The kinds of requests, the more specific first. */
public enum Intent {
    HELP,
    MODELS,
    TIPPINGPOINTS,
    MIGRATE,
    BREAKEVEN,
    TCO,
    BUDGET,
    WORTHIT,
    RECOMMEND,
    COMPARE,
    ESTIMATE,
    /** The question of a learner, which changes nothing in a conversation. */
    EXPLAIN,
    NONE;

    /** Returns the word in the JSON contract and in canonical text. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
