package io.tunetally.text;

/**
 * Hashes a word to 64 bits (FNV-1a, then mixed), never 0, the same in upper and lower case, in place.
 */
public final class WordHash {
    private WordHash() {}

    public static long of(String text, int start, int end) {
        return of(text, start, end, -1, -1);
    }

    /** Returns the hash of a word without the letters at two positions; a position outside the word leaves nothing out. */
    public static long without(String word, int first, int second) {
        return of(word, 0, word.length(), first, second);
    }

    private static long of(String text, int start, int end, int first, int second) {
        long hash = 0xcbf29ce484222325L;
        for (int i = start; i < end; i++) {
            if (i != first && i != second) {
                char c = text.charAt(i);
                hash = (hash ^ (c >= 'A' && c <= 'Z' ? c + 32 : c)) * 0x100000001b3L;
            }
        }
        hash ^= hash >>> 29;
        return hash == 0 ? 1 : hash * 0x9e3779b97f4a7c15L;
    }
}
