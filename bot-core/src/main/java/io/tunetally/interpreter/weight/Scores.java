package io.tunetally.interpreter.weight;

import java.util.List;

/** The scores of labels, in thousandths. */
public final class Scores {
    private final List<String> labels;
    private final int[] sums;

    Scores(List<String> labels, int[] sums) {
        this.labels = labels;
        this.sums = sums;
    }

    /** Returns the label with the highest score; of equal ones the first by name. */
    public String best() {
        int best = 0;
        for (int label = 1; label < sums.length; label++) {
            best = sums[label] > sums[best] ? label : best;
        }
        return labels.get(best);
    }

    /** Returns how much the highest score is above the second; 0 if there is only one. */
    public int margin() {
        int best = Integer.MIN_VALUE;
        int second = Integer.MIN_VALUE;
        for (int sum : sums) {
            second = Math.max(second, Math.min(sum, best));
            best = Math.max(best, sum);
        }
        return sums.length < 2 ? 0 : best - second;
    }

    /** Returns the label with the highest score but one; of equal ones the first by name. */
    public String bestBut(String label) {
        int best = -1;
        for (int other = 0; other < sums.length; other++) {
            boolean better = best < 0 || sums[other] > sums[best];
            best = better && !labels.get(other).equals(label) ? other : best;
        }
        return labels.get(Math.max(0, best));
    }

    /** Returns the score of a label; the lowest there is for a label without weights. */
    public int of(String label) {
        int index = labels.indexOf(label);
        return index < 0 ? Integer.MIN_VALUE / 2 : sums[index];
    }
}
