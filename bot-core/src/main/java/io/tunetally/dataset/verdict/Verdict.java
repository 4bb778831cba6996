package io.tunetally.dataset.verdict;

import java.util.List;

/**
 * Whether a provider accepts a file, as far as its rules are published.
 *
 * @param problems the first problems, those of the whole file before those of lines
 * @param count the number of all problems
 */
public record Verdict(ProviderRules rules, List<Problem> problems, long count) {
    public Verdict {
        problems = List.copyOf(problems);
    }

    /**
     * A reason to refuse the file.
     *
     * @param line the line, or 0 for the whole file
     * @param why a predicate about the line or the file
     */
    public record Problem(long line, String why) {}

    public boolean passes() {
        return count == 0;
    }
}
