package io.tunetally.request;

import java.util.Locale;

/** The criteria of whether fine-tuning is worth it: the guide's two lists, and what an engineer asks next. */
public enum Criterion {
    /** Output must have one format every time. */
    CONSISTENT_FORMAT(true),
    /** Answers must have the team's own tone and style. */
    TONE_OF_VOICE(true),
    /** Long instructions are sent with every request and could be shortened. */
    LENGTHY_PROMPTS(true),
    /** Each input gets one of a fixed set of labels. */
    CLASSIFICATION_TASK(true),
    /** A task of one domain: extraction, terminology, a language of the team's own. */
    NICHE_TASK(true),
    /** The base model or prompting alone does not do the task. */
    PROMPTING_FAILS(true),
    /** Answers must come faster than the model in use gives them. */
    LOW_LATENCY(true),
    /** A tuned model is in use and ends, so that its task is proven. */
    TUNED_MODEL_ENDS(true),
    /** So many requests that each one's price decides. */
    HIGH_VOLUME(true),
    /** A few examples in the prompt already work well enough. */
    FEW_SHOT_WORKS(false),
    /** Prompting has not been tried. */
    PROMPTING_UNTRIED(false),
    /** Answers come from documents or facts, which retrieval supplies. */
    KNOWLEDGE_TASK(false),
    /** The data changes often. */
    DATA_CHANGES(false),
    /** Broad general knowledge is needed. */
    BROAD_KNOWLEDGE(false),
    /** There are too few examples to learn from. */
    TOO_FEW_EXAMPLES(false),
    /** The examples have no labels yet. */
    UNLABELLED_DATA(false),
    /** A handful of requests. */
    LOW_VOLUME(false);

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
