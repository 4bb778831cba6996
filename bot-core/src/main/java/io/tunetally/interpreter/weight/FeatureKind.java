package io.tunetally.interpreter.weight;

import io.tunetally.interpreter.lexicon.Symbol;
import java.util.Locale;

/** The kinds of features of a message, and of a number in it. */
public enum FeatureKind {
    /** A fact about the whole message. */
    FACT,
    /** A word or a value occurs. */
    HAS,
    /** Two follow each other. */
    THEN,
    /** Three follow each other, by the first and the last. */
    NEAR,
    /** A sentence with a question mark has it. */
    ASKS,
    /** A sentence begins with it. */
    OPENS,
    /** The message ends with it. */
    ENDS,
    /** The sentence that asks last, or the last one, has it. */
    POINT,
    /** It occurs beside a fact about the message or the number. */
    WITH,
    /** The first, second, third before a number. */
    LEFT1,
    LEFT2,
    LEFT3,
    /** The first, second, third after a number. */
    RIGHT1,
    RIGHT2,
    RIGHT3,
    /** Some words before a number, in its sentence. */
    LEFT,
    /** Some words after a number, in its sentence. */
    RIGHT;

    private final long hash = Symbol.of(word()).hash();

    static FeatureKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the name of a feature: {@code then intents.estimate cues.of}. */
    public String name(Symbol first, Symbol second) {
        return word() + " " + first.name() + (second == Symbol.NONE ? "" : " " + second.name());
    }

    /** Returns the key of a feature: a hash of its name's parts. */
    long key(Symbol first, Symbol second) {
        long key = hash;
        key = (key ^ first.hash()) * 0x9e3779b97f4a7c15L;
        key = (key ^ (key >>> 31) ^ second.hash()) * 0xbf58476d1ce4e5b9L;
        return key ^ (key >>> 29);
    }
}
