package io.tunetally.interpreter.lexicon;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A grammar word that the interpreter acts on. */
public enum Cue {
    PER,
    EACH,
    EVERY,
    AVERAGE,
    TOTAL,
    LONG,
    INPUT,
    OUTPUT,
    IN,
    OUT,
    PROMPT,
    TUNED_PROMPT,
    CACHED,
    VALIDATION,
    GRADER,
    ROLLOUT,
    BILLED,
    TRAINING,
    OF,
    FROM,
    TO,
    BETWEEN,
    AND,
    OR,
    VERSUS,
    ARTICLE,
    IS,
    ON,
    OVER,
    FOR,
    NOT,
    INSTEAD,
    INSTEAD_OF,
    BUT,
    ABOUT,
    AT_LEAST,
    FEW,
    HALF("0.5"),
    DOUBLE("2"),
    TRIPLE("3"),
    QUADRUPLE("4"),
    ADD,
    DROP,
    SAME,
    WHAT_ABOUT,
    /** Retracts the words before it: {@code no wait}. */
    CORRECTION,
    RESET,
    THANKS,
    REPORT,
    PERSON,
    SELF_HOST,
    BUDGET,
    ABILITY,
    AGO,
    PAST,
    RETRAIN,
    SIZE,
    ALL,
    PACKED,
    UNPACKED,
    BATCH,
    DATA_SET,
    THEM,
    UNTUNED,
    /** Takes the name before it out: {@code full is not possible}. */
    RULED_OUT,
    EXPLAIN,
    /** Data that has to stay in the European Union. */
    EU,
    /** Only models whose weights can be downloaded. */
    OPEN_ONLY,
    /** The largest model that fits is wanted, and not the cheapest. */
    LARGEST,
    /** Data that has to stay in a country outside the European Union, which no price depends on. */
    ELSEWHERE,
    /** Asks about the available prices. */
    COVERAGE,
    QUESTION,
    WISH;

    private final @Nullable BigDecimal factor;

    Cue() {
        factor = null;
    }

    Cue(String factor) {
        this.factor = new BigDecimal(factor);
    }

    /** Returns what a number is multiplied by: 0.5 for a half, 3 for {@code triple}; null for words that are no factor. */
    public @Nullable BigDecimal factor() {
        return factor;
    }

    /** Returns the same for words that make a number larger, null for others. */
    public @Nullable BigDecimal multiple() {
        return this == HALF ? null : factor;
    }
}
