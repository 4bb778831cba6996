package io.tunetally.catalog.yaml;

import io.tunetally.catalog.FilePosition;

/**
 * One thing wrong in a price file.
 *
 * @param problem what is wrong and what to do; its end is cut off where the file says something very long
 */
public record Fault(FilePosition place, String problem) {
    private static final int LONGEST_PROBLEM = 400;

    public Fault {
        problem = FilePosition.shortened(problem, LONGEST_PROBLEM);
    }

    @Override
    public String toString() {
        return place + ": " + problem;
    }
}
