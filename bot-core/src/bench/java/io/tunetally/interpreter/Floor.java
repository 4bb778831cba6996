package io.tunetally.interpreter;

import io.tunetally.interpreter.lexicon.Lexicon;

/** The minimal work of any free-text reader, as a lower bound for ours. */
final class Floor {
    private static final byte LETTER = 1;
    private static final byte DIGIT = 2;

    private final byte[] classes = new byte[128];
    /** The hashes of the lexicon's words, by their upper bits; 0 for a free slot. */
    private final long[] words = new long[4096];
    private final int[] spans = new int[8192];

    Floor(Lexicon lexicon) {
        for (char c = 'a'; c <= 'z'; c++) {
            classes[c] = LETTER;
        }
        for (char c = '0'; c <= '9'; c++) {
            classes[c] = DIGIT;
        }
        lexicon.meanings().forEach(meaning -> meaning.phrases().forEach(phrase -> file(phrase.text())));
    }

    private void file(String word) {
        long hash = 0;
        for (int i = 0; i < word.length(); i++) {
            hash = mixed(hash, word.charAt(i));
        }
        words[place(hash)] = hash;
    }

    private static long mixed(long hash, char c) {
        return (hash ^ c) * 0x100000001b3L;
    }

    private static int place(long hash) {
        return (int) (hash >>> 52);
    }

    /** Returns the number of known words plus the sum of the numbers. */
    int pass(String text) {
        int found = 0;
        int pieces = 0;
        int i = 0;
        while (i < text.length()) {
            int start = i;
            byte kind = classes[text.charAt(i) & 127];
            if (kind == LETTER) {
                long hash = 0;
                while (i < text.length() && classes[text.charAt(i) & 127] == LETTER) {
                    hash = mixed(hash, text.charAt(i++));
                }
                found += words[place(hash)] == hash ? 1 : 0;
            } else if (kind == DIGIT) {
                int value = 0;
                while (i < text.length() && classes[text.charAt(i) & 127] == DIGIT) {
                    value = value * 10 + text.charAt(i++) - '0';
                }
                found += value;
            } else {
                i++;
                continue;
            }
            spans[pieces++] = start;
            spans[pieces++] = i;
        }
        return found + spans[0];
    }
}
