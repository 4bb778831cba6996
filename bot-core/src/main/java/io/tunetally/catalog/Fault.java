package io.tunetally.catalog;

/**
 * One thing wrong in a price file.
 *
 * @param problem what is wrong and what to do
 */
public record Fault(Place place, String problem) {
    @Override
    public String toString() {
        return place + ": " + problem;
    }
}
