package io.tunetally.interpreter.lexicon;

import io.tunetally.request.Criterion;
import io.tunetally.request.Intent;
import java.util.Locale;

/** The category of a phrase. Each is a section of the lexicon file, except names, which also come from the catalog. */
public enum Category {
    /** A request; the value is an {@link Intent}. */
    INTENTS,
    /** A unit of a number beside it; the value is a {@link Measure}. */
    UNITS,
    /** A rate in one word ({@code daily}); the value is a unit of time. */
    PERIODS,
    /** Requests per time in one word ({@code rpm}); the value is a unit of time. */
    RATES,
    /** A grammar word that the interpreter acts on; the value is a {@link Cue}. */
    CUES,
    /** A number in words; the value is its digits. */
    NUMBERS,
    /** Multiplies the number before it; the value is a power of ten. */
    MULTIPLIERS,
    MODELS,
    FAMILIES,
    /** A word that extends a model's name ({@code mini}). */
    TIERS,
    /** An extension that does not change the model ({@code instruct}). */
    NEUTRAL_TIERS,
    /** The publisher of a model, before a slash. */
    PUBLISHERS,
    PROVIDERS,
    /** A provider without prices here. */
    OTHER_PROVIDERS,
    METHODS,
    OBJECTIVES,
    /** A criterion of whether fine-tuning is worth it; the value is a {@link Criterion}. */
    CRITERIA,
    DEPLOYMENTS,
    /** Regions, commitments and other variants of a price. */
    VARIANTS,
    GPUS,
    EDITIONS,
    /** Money that is not US dollars; the value is its ISO code. */
    CURRENCIES,
    /** A word for fine-tuning. */
    TUNING,
    /** A word of the subject that decides nothing ({@code dataset}). */
    TOPICS,
    /** The name of a number that is not a slot ({@code batch size}). */
    KNOBS,
    /** Grammar words and courtesies without meaning here. */
    FUNCTIONS,
    /** A word of another language; the value is its ISO 639 code. It is never one of our phrases. */
    LANGUAGES,
    /** Greetings and courtesies, which do not change the meaning of a message. */
    COURTESIES;

    public String section() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
