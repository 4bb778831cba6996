package io.tunetally.interpreter;

/**
 * The choice of a question back that a message consists of: {@code 24,000}, {@code 2}, {@code the second one}, {@code llama 70b}, {@code
 * the cheaper one}.
 */
public sealed interface TypedChoice {
    /** By the value or the name that is asked about, which is no other message. */
    record ByLabel(int index) implements TypedChoice {}

    /** By its place among the choices, which may be an answer to something else. */
    record ByPlace(int index) implements TypedChoice {}

    /**
     * By its price.
     *
     * @param place the place from the cheapest or the dearest, 0 for that one
     */
    record ByPrice(boolean cheapest, int place) implements TypedChoice {}
}
