package io.tunetally.catalog.yaml;

import io.tunetally.catalog.FilePosition;

/**
 * A fault in a price file.
 *
 * @param problem the fault and its remedy; cut if the quoted text is very long
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
