package io.tunetally.dataset;

import io.tunetally.dataset.format.Example;
import io.tunetally.dataset.format.Format;
import io.tunetally.dataset.format.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The fingerprints of an example.
 *
 * @param exact equal for the same roles and texts; of examples that differ in more than text, for the same row
 * @param similar a locality-sensitive hash of sets of three words in a row; examples that share one have most in common
 */
record Fingerprint(long exact, List<Long> similar) {
    private static final int BANDS = 6;
    private static final int ROWS = 8;
    private static final int BINS = BANDS * ROWS;
    /** Examples with fewer different words have too little text to be compared. */
    private static final int LEAST_BINS = BINS / 2;

    /** Formats whose examples differ in more than their text: in a label, or in what a grader needs. Pictures do so in any format. */
    private static final Set<Format> BESIDE_THE_TEXT = Set.of(Format.KTO, Format.RFT);

    private static final long PRIME = 0x100000001B3L;
    private static final long OFFSET = 0xCBF29CE484222325L;

    static Fingerprint of(Example example) {
        long exact = OFFSET;
        MinHash minHash = new MinHash();
        for (Message message : example.messages()) {
            exact = hash(exact, message.role());
            exact = hash(exact, message.content());
            if (!message.role().equals("system")) { // All examples may share their instructions.
                minHash.add(message.content());
            }
        }
        return example.images() > 0 || BESIDE_THE_TEXT.contains(example.format())
                ? new Fingerprint(hash(exact, example.row().toString()), List.of())
                : new Fingerprint(mix(exact), minHash.bands());
    }

    private static long hash(long before, String text) {
        long hash = before;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return mix(hash ^ text.length());
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** The smallest hash of each part of the shingles; two examples agree in a part as often as they share shingles. */
    private static final class MinHash {
        private final long[] smallest = new long[BINS];
        private long before;
        private long twoBefore;

        MinHash() {
            Arrays.fill(smallest, Long.MAX_VALUE);
        }

        void add(String text) {
            long word = OFFSET;
            int letters = 0;
            for (int i = 0; i <= text.length(); i++) {
                char c = i < text.length() ? Character.toLowerCase(text.charAt(i)) : ' ';
                if (Character.isLetterOrDigit(c)) {
                    word = (word ^ c) * PRIME;
                    letters++;
                } else if (letters > 0) {
                    word(mix(word));
                    word = OFFSET;
                    letters = 0;
                }
            }
        }

        private void word(long word) {
            long shingle = mix(word + 3 * before + 7 * twoBefore);
            twoBefore = before;
            before = word;
            int bin = (int) Long.remainderUnsigned(shingle, BINS);
            smallest[bin] = Math.min(smallest[bin], shingle >>> 1);
        }

        List<Long> bands() {
            if (Arrays.stream(smallest).filter(hash -> hash != Long.MAX_VALUE).count() < LEAST_BINS) {
                return List.of();
            }
            fillEmptyBins();
            List<Long> bands = new ArrayList<>(BANDS);
            for (int band = 0; band < BANDS; band++) {
                long hash = band + 1L;
                for (int row = 0; row < ROWS; row++) {
                    hash = mix(hash * 31 + smallest[band * ROWS + row]);
                }
                bands.add(hash);
            }
            return bands;
        }

        /** A short text leaves bins empty; they take the next one's value. */
        private void fillEmptyBins() {
            long[] filled = smallest.clone();
            for (int bin = 0; bin < BINS; bin++) {
                int from = bin;
                while (smallest[from % BINS] == Long.MAX_VALUE) {
                    from++;
                }
                filled[bin] = smallest[from % BINS];
            }
            System.arraycopy(filled, 0, smallest, 0, BINS);
        }
    }
}
