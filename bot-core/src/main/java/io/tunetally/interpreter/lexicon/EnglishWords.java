package io.tunetally.interpreter.lexicon;

import io.tunetally.snapshot.ArrayBytes;
import io.tunetally.text.WordHash;
import io.tunetally.yaml.BuiltInFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Common English words, which are neither corrected nor reported as unknown. Open addressing over 64-bit hashes holds the
 * 41,200 words in 1 MB instead of 3.6 MB for a set of strings (2026-11-28); reading a question takes the same time with either.
 */
public final class EnglishWords {
    private static final int SHORTEST_PLURAL = 5;
    private static final String PARTICIPLE = "ing";
    private static final String PAST = "ed";
    private static final String RESOURCE = "english-words.txt";

    /** Its name among the snapshots. */
    static final String FILE = "words/" + RESOURCE;

    private final long[] table;
    private int longest;

    private EnglishWords() {
        table = new long[1 << 17];
    }

    private EnglishWords(ArrayBytes.Reader from) {
        longest = from.ints()[0];
        table = from.longs();
    }

    /** Returns the words; the file is read once. */
    static EnglishWords builtIn() {
        return BuiltIn.WORDS;
    }

    /** Returns the table, which the build gives to the next start. */
    static byte[] snapshot() {
        EnglishWords words = builtIn();
        return new ArrayBytes.Writer()
                .ints(new int[] {words.longest})
                .longs(words.table)
                .written();
    }

    private static EnglishWords load() {
        byte[] snapshot = BuiltInFile.snapshot(FILE);
        return snapshot == null ? read() : of(snapshot);
    }

    /** Returns the words of a snapshot. */
    static EnglishWords of(byte[] snapshot) {
        return new EnglishWords(new ArrayBytes.Reader(snapshot));
    }

    private static EnglishWords read() {
        EnglishWords words = new EnglishWords();
        try (InputStream in = EnglishWords.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new LexiconException(RESOURCE + " is missing from the class path");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            for (int start = 0, end; start < text.length(); start = end + 1) {
                int newline = text.indexOf('\n', start);
                end = newline < 0 ? text.length() : newline;
                if (end > start && text.charAt(start) != '#') {
                    words.add(text, start, end);
                }
            }
        } catch (IOException e) {
            throw new LexiconException(RESOURCE + " cannot be read", e);
        }
        return words;
    }

    private void add(String text, int start, int end) {
        longest = Math.max(longest, end - start + 1);
        long hash = WordHash.of(text, start, end);
        int slot = slot(hash);
        while (table[slot] != 0 && table[slot] != hash) {
            slot = slot + 1 & table.length - 1;
        }
        table[slot] = hash;
    }

    boolean contains(String word) {
        return contains(word, 0, word.length());
    }

    /** True if a word, or its singular, is common. */
    public boolean contains(String text, int start, int end) {
        if (end - start > longest) {
            return false;
        }
        return holds(text, start, end) || (isPlural(text, start, end) && holds(text, start, end - 1));
    }

    /** True if a word ends as a plural does. */
    public static boolean isPlural(String text, int start, int end) {
        return isPlural(text, start, end, SHORTEST_PLURAL);
    }

    /** The same for words of a least length: in a shorter one the ending is as often part of the word. */
    public static boolean isPlural(String text, int start, int end, int shortest) {
        return end - start >= shortest && text.charAt(end - 1) == 's' && "syu".indexOf(text.charAt(end - 2)) < 0;
    }

    /** True if a word ends as a participle does: {@code failing}. */
    public static boolean isParticiple(String word) {
        return word.endsWith(PARTICIPLE);
    }

    /** True if a word ends as a regular past does: {@code patched}. */
    public static boolean isPast(String word) {
        return word.endsWith(PAST);
    }

    private boolean holds(String text, int start, int end) {
        long hash = WordHash.of(text, start, end);
        int slot = slot(hash);
        while (table[slot] != 0) {
            if (table[slot] == hash) {
                return true;
            }
            slot = slot + 1 & table.length - 1;
        }
        return false;
    }

    private int slot(long hash) {
        return (int) (hash >>> 40) & table.length - 1;
    }

    private static final class BuiltIn {
        static final EnglishWords WORDS = load();
    }
}
