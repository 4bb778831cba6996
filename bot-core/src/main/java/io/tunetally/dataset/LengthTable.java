package io.tunetally.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many examples have which length. Exact, and in bounded memory: lengths repeat, and long ones are few in a file of a given size. */
public final class LengthTable {
    private static final int DIRECT = 1 << 14;
    private static final int MOST_BARS = 10;

    private final long[] direct = new long[DIRECT];
    private final TreeMap<Long, Long> beyond = new TreeMap<>();
    private long examples;
    private long total;
    private long longest;
    private long shortest = Long.MAX_VALUE;

    void add(long length) {
        examples++;
        total += length;
        longest = Math.max(longest, length);
        shortest = Math.min(shortest, length);
        if (length < DIRECT) {
            direct[(int) length]++;
        } else {
            beyond.merge(length, 1L, Long::sum);
        }
    }

    public long examples() {
        return examples;
    }

    public long total() {
        return total;
    }

    public long min() {
        return examples == 0 ? 0 : shortest;
    }

    public long max() {
        return longest;
    }

    public double mean() {
        return examples == 0 ? 0 : (double) total / examples;
    }

    /** Returns a quantile between two lengths by linear interpolation, as numpy does. */
    public double quantile(double share) {
        if (examples == 0) {
            return 0;
        }
        double position = share * (examples - 1);
        long below = (long) Math.floor(position);
        double low = at(below);
        return low + (position - below) * (at(Math.min(below + 1, examples - 1)) - low);
    }

    /** Returns the tokens of one pass when each example counts up to a cap. */
    public long cappedTotal(long cap) {
        return total - overflow(cap, true);
    }

    /** Returns the number of examples that are longer than a cap. */
    public long longerThan(long cap) {
        return overflow(cap, false);
    }

    private long overflow(long cap, boolean tokens) {
        long sum = 0;
        for (long length = Math.max(0, cap + 1); length < DIRECT; length++) {
            sum += direct[(int) length] * (tokens ? length - cap : 1);
        }
        for (Map.Entry<Long, Long> entry : beyond.tailMap(cap, false).entrySet()) {
            sum += entry.getValue() * (tokens ? entry.getKey() - cap : 1);
        }
        return sum;
    }

    private long at(long rank) {
        long seen = 0;
        for (int length = 0; length < DIRECT; length++) {
            seen += direct[length];
            if (seen > rank) {
                return length;
            }
        }
        for (Map.Entry<Long, Long> entry : beyond.entrySet()) {
            seen += entry.getValue();
            if (seen > rank) {
                return entry.getKey();
            }
        }
        return longest;
    }

    /**
     * A bar of the histogram.
     *
     * @param from the shortest length in it
     * @param to the longest length in it
     */
    public record Bar(long from, long to, long examples) {}

    /** Returns a histogram whose bars double in width, from the shortest to the longest length. */
    public List<Bar> histogram() {
        List<Bar> bars = new ArrayList<>();
        long from = 0;
        for (long to = firstEdge(); from <= longest && examples > 0; to = to * 2 + 1) {
            long count = longerThan(from - 1) - longerThan(to);
            if (count > 0 || !bars.isEmpty()) {
                bars.add(new Bar(from, to, count));
            }
            from = to + 1;
        }
        return bars;
    }

    /** The last edge is the power of two above the longest length; the first is ten doublings below. */
    private long firstEdge() {
        int bits = Math.max(4, 64 - Long.numberOfLeadingZeros(Math.max(1, longest)) - MOST_BARS + 1);
        return (1L << bits) - 1;
    }
}
