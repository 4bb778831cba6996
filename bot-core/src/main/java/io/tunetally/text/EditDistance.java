package io.tunetally.text;

/** Optimal string alignment: insertions, deletions, replacements and transpositions of neighbours. */
public final class EditDistance {
    private EditDistance() {}

    /** Returns the distance, or {@code limit + 1} if it exceeds the limit. */
    public static int between(String a, String b, int limit) {
        int shorter = Math.min(a.length(), b.length());
        if (Math.max(a.length(), b.length()) - shorter > limit) {
            return limit + 1;
        }
        // Equal characters at both ends cost nothing; for similar words that leaves a letter or two.
        int start = 0;
        while (start < shorter && a.charAt(start) == b.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && a.charAt(a.length() - 1 - end) == b.charAt(b.length() - 1 - end)) {
            end++;
        }
        int restOfA = a.length() - end - start;
        int restOfB = b.length() - end - start;
        if (Math.min(restOfA, restOfB) == 0 || Math.max(restOfA, restOfB) == 1) {
            return Math.min(Math.max(restOfA, restOfB), limit + 1);
        }
        if (limit == 1) {
            // Both ends of the rests differ, so a single edit can only be a transposition of two letters.
            boolean swapped = restOfA == 2
                    && restOfB == 2
                    && a.charAt(start) == b.charAt(start + 1)
                    && a.charAt(start + 1) == b.charAt(start);
            return swapped ? 1 : 2;
        }
        return ofRest(a.substring(start, start + restOfA), b.substring(start, start + restOfB), limit);
    }

    private static int ofRest(String a, String b, int limit) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                row[j] = cell(a, b, i, j, beforeLast, last, row);
            }
            int[] spare = beforeLast;
            beforeLast = last;
            last = row;
            row = spare;
        }
        return Math.min(last[b.length()], limit + 1);
    }

    private static int cell(String a, String b, int i, int j, int[] beforeLast, int[] last, int[] row) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(Math.min(last[j] + 1, row[j - 1] + 1), last[j - 1] + change);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, beforeLast[j - 2] + 1) : best;
    }
}
