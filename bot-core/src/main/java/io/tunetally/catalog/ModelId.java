package io.tunetally.catalog;

/** A model's short, undated name, e.g. {@code llama-3.1-8b}. */
public record ModelId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
