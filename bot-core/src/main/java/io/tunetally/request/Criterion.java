package io.tunetally.request;

import java.util.Locale;

/** The criteria of whether fine-tuning is worth it, in the guide's words. */
public enum Criterion {
    /** Output must have one format, tone or terminology every time. */
    CONSISTENT_FORMAT(true),
    /** Long instructions are sent with every request and could be shortened. */
    LENGTHY_PROMPTS(true),
    /** A niche task with which the base model struggles. */
    NICHE_TASK(true),
    /** A few examples in the prompt already work well enough. */
    FEW_SHOT_WORKS(false),
    /** The data changes often. */
    DATA_CHANGES(false),
    /** Broad general knowledge is needed. */
    BROAD_KNOWLEDGE(false);

    private final boolean speaksFor;

    Criterion(boolean speaksFor) {
        this.speaksFor = speaksFor;
    }

    /** True if it is a reason for fine-tuning, false if against it. */
    public boolean speaksFor() {
        return speaksFor;
    }

    /** Returns its words in canonical text, e.g. {@code niche-task}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
