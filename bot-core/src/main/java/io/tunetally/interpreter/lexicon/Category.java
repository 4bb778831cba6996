package io.tunetally.interpreter.lexicon;

import io.tunetally.request.Criterion;
import io.tunetally.request.Intent;
import java.util.Locale;

/** What a phrase of the lexicon means. One section of the lexicon file a sense, but for names, which come from the catalog too. */
public enum Category {
    /** Asks for something; the value is an {@link Intent}. */
    INTENTS,
    /** Counts something when a number stands beside it; the value is a {@link Measure}. */
    UNITS,
    /** A rate in one word ({@code daily}); the value is a unit of time. */
    PERIODS,
    /** Requests per time in one word ({@code rpm}); the value is a unit of time. */
    RATES,
    /** A word of grammar that the reader acts on; the value is a {@link Cue}. */
    CUES,
    /** A number in words; the value is its digits. */
    NUMBERS,
    /** Multiplies the number before it; the value is a power of ten. */
    MULTIPLIERS,
    MODELS,
    FAMILIES,
    /** A word that goes on with a model's name ({@code mini}). */
    TIERS,
    /** The same, without changing which model it is ({@code instruct}). */
    NEUTRAL_TIERS,
    /** Who publishes a model, before a slash. */
    PUBLISHERS,
    PROVIDERS,
    /** A provider that has no prices here. */
    OTHER_PROVIDERS,
    METHODS,
    OBJECTIVES,
    /** What decides whether fine-tuning is worth it; the value is a {@link Criterion}. */
    CRITERIA,
    DEPLOYMENTS,
    GPUS,
    EDITIONS,
    /** Money that is not US dollars; the value is its ISO code. */
    CURRENCIES,
    /** Speaks of fine-tuning. */
    TUNING,
    /** Belongs to the subject without deciding it ({@code dataset}). */
    TOPICS,
    /** Names a number that is no slot ({@code batch size}). */
    KNOBS,
    /** Grammar and courtesy that carry nothing. */
    FUNCTIONS,
    /** Words of another language; the value is its ISO 639 code. They name no phrase of ours. */
    LANGUAGES,
    /** Greetings and courtesy: a message means the same without them. */
    COURTESIES;

    String section() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
