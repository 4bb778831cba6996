package io.tunetally.catalog;

/** A model's short, undated name, e.g. {@code llama-3.1-8b}. */
public record ModelId(String value) {
    /** True for another edition of a model, mostly a smaller one: {@code gpt-4.1-mini} of {@code gpt-4.1}. */
    public boolean isEditionOf(ModelId model) {
        return value.startsWith(model.value + "-");
    }

    @Override
    public String toString() {
        return value;
    }
}
