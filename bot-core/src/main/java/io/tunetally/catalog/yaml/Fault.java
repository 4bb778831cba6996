package io.tunetally.catalog.yaml;

import io.tunetally.catalog.Place;

/**
 * One thing wrong in a price file.
 *
 * @param problem what is wrong and what to do; its end is cut off where the file says something very long
 */
public record Fault(Place place, String problem) {
    private static final int LONGEST_PROBLEM = 400;

    public Fault {
        problem = Place.shortened(problem, LONGEST_PROBLEM);
    }

    @Override
    public String toString() {
        return place + ": " + problem;
    }
}
