package io.tunetally.interpreter.lexicon;

import io.tunetally.request.Intent;
import org.jspecify.annotations.Nullable;

/** A compiled phrase of the lexicon. */
public final class Lexeme {
    private final String phrase;
    private final Category category;
    private final String value;
    private final @Nullable Object code;
    private final boolean weak;
    private final Trait.Bits traits;
    private final @Nullable Cue cue;
    private final @Nullable Measure measure;
    private final @Nullable Intent intent;
    // Made when a message has the phrase: a start compiles thousands, and a message has some twenty. Threads may make
    // equal ones.
    private @Nullable Symbol meaning;
    private @Nullable Symbol wording;

    /**
     * Compiles a phrase.
     *
     * @param phrase as written in the lexicon or the catalog
     * @param value its meaning within the category
     * @param code the value as a {@link Measure}, {@link Cue}, {@link Intent}, {@link Family} or {@link ModelName}
     * @param weak whether it is also an everyday word and needs context to count
     * @param traits what readers ask about it; not to be changed
     */
    Lexeme(String phrase, Category category, String value, @Nullable Object code, boolean weak, Trait.Bits traits) {
        this.traits = traits;
        this.phrase = phrase;
        this.category = category;
        this.value = value;
        this.code = code;
        this.weak = weak;
        // Cast once here, as it is needed many times.
        cue = code instanceof Cue c ? c : null;
        measure = code instanceof Measure m ? m : null;
        intent = code instanceof Intent i ? i : null;
    }

    public String phrase() {
        return phrase;
    }

    public Category sense() {
        return category;
    }

    public String value() {
        return value;
    }

    @Nullable public Object code() {
        return code;
    }

    public boolean weak() {
        return weak;
    }

    /** The cue, or null. */
    @Nullable public Cue cue() {
        return cue;
    }

    /** The unit, or null. */
    @Nullable public Measure measure() {
        return measure;
    }

    /** The intent, or null. */
    @Nullable public Intent intent() {
        return intent;
    }

    /** Returns its meaning as a feature of a message; names of one category are alike. */
    public Symbol meaning() {
        Symbol made = meaning;
        if (made == null) {
            String name = category.isNamed() ? category.section() : category.section() + "." + value;
            made = Symbol.of(name.replace(' ', '-') + (weak ? "~" : ""));
            meaning = made;
        }
        return made;
    }

    /** Returns its words as a feature of a message, none for a name. */
    public Symbol wording() {
        Symbol made = wording;
        if (made == null) {
            made = category.isNamed() ? Symbol.NONE : Symbol.of('"' + phrase.replace(' ', '-') + '"');
            wording = made;
        }
        return made;
    }

    public boolean is(Trait trait) {
        return traits.contains(trait);
    }

    /** Adds its traits to those of a message. */
    public void addTraitsTo(Trait.Bits message) {
        message.addAll(traits);
    }

    public boolean is(Cue other) {
        return cue == other;
    }

    public boolean is(Measure other) {
        return measure == other;
    }
}
