package io.tunetally.interpreter.intent;

import io.tunetally.interpreter.lexicon.Symbol;
import java.util.Locale;

/** The kinds of features of a message. */
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
    /** It occurs beside a fact about the message. */
    WITH;

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
