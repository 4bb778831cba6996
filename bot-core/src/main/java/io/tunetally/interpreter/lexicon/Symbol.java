package io.tunetally.interpreter.lexicon;

import io.tunetally.text.WordHash;

/** A part of a feature: its readable name, and a hash that needs no allocation at run time. */
public final class Symbol {
    public static final Symbol NONE = new Symbol("");

    private final String name;
    private final long hash;

    private Symbol(String name) {
        this.name = name;
        hash = WordHash.of(name, 0, name.length());
    }

    /** Returns the symbol of a name; symbols of equal names are equal features. */
    public static Symbol of(String name) {
        return new Symbol(name);
    }

    public String name() {
        return name;
    }

    public long hash() {
        return hash;
    }

    @Override
    public String toString() {
        return name;
    }
}
