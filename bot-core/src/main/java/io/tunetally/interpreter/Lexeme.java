package io.tunetally.interpreter;

import org.jspecify.annotations.Nullable;

/**
 * One phrase of the lexicon, compiled.
 *
 * @param phrase as it stands in the lexicon or the catalog
 * @param value what it stands for within its sense
 * @param code the value as a {@link Measure}, {@link Cue}, {@link Intent}, {@link Family} or {@link ModelName}
 * @param weak whether it is also an everyday word and needs company to count
 */
record Lexeme(
        String phrase, Sense sense, String value, @Nullable Object code, boolean weak) {
    boolean is(Cue cue) {
        return code == cue;
    }

    boolean is(Measure measure) {
        return code == measure;
    }
}
