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
     * @param mend what to do about the file, as an imperative; empty for a line, which is to be mended or left out
     */
    public record Problem(long line, String why, String mend) {
        /** A problem of a line. */
        public Problem(long line, String why) {
            this(line, why, "");
        }

        public boolean isOfLine() {
            return mend.isEmpty();
        }
    }

    public boolean passes() {
        return count == 0;
    }
}
