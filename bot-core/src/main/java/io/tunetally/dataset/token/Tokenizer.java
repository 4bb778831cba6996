package io.tunetally.dataset.token;

/** A way to count tokens. Thread-safe; its counters are not. */
public interface Tokenizer {
    /** Returns a counter with caches of its own, for one thread. */
    TokenCounter counter();

    /** True if its counts are those of the model's own tokenizer. */
    default boolean exact() {
        return true;
    }
}
