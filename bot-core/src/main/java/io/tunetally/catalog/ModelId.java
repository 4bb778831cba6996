package io.tunetally.catalog;

import org.jspecify.annotations.Nullable;

/** A model's short, undated name, e.g. {@code llama-3.1-8b}. */
public record ModelId(String value) {
    /** True for another edition of a model, mostly a smaller one: {@code gpt-4.1-mini} of {@code gpt-4.1}. */
    public boolean isEditionOf(ModelId model) {
        return value.startsWith(model.value + "-");
    }

    /** True if only blanks and hyphens tell their words apart: {@code mistral small} of {@code mistral-small}. */
    public boolean isSpelledLike(ModelId model) {
        return letters().equals(model.letters());
    }

    private String letters() {
        return value.replace(' ', '-').replace('_', '-');
    }

    /** Compares the words: Java's own comparison of records takes several times as long in code of its first compiler. */
    @Override
    public boolean equals(@Nullable Object object) {
        return this == object || (object instanceof ModelId other && value.equals(other.value));
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
