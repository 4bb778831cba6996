package io.tunetally.dataset.token;

import static io.tunetally.dataset.token.SentencePieceTokenizer.SPACE;
import static io.tunetally.dataset.token.SentencePieceTokenizer.UNKNOWN;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.PriorityQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts by byte pair encoding of characters and remembers the counts of words, which repeat. */
final class SentencePieceCounter implements TokenCounter {
    private static final int SLOTS = 1 << 15;
    private static final int LONGEST_WORD = 64;

    private final SentencePieceTokenizer tokenizer;
    private final String[] words = new String[SLOTS];
    private final int[] counts = new int[SLOTS];

    SentencePieceCounter(SentencePieceTokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    @Override
    public long count(String text) {
        Pattern added = tokenizer.added();
        if (added == null) {
            return plain(text);
        }
        long tokens = 0;
        int from = 0;
        Matcher matcher = added.matcher(text);
        while (matcher.find()) {
            tokens += 1 + plain(text.substring(from, matcher.start()));
            from = matcher.end();
        }
        return tokens + plain(text.substring(from));
    }

    private long plain(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        String prefix = tokenizer.prefix();
        String written = (prefix == null ? "" : prefix) + text.replace(' ', SPACE);
        long tokens = 0;
        for (int start = 0; start < written.length(); ) {
            int end = tokenizer.wordsApart() ? wordEnd(written, start) : written.length();
            tokens += word(written, start, end);
            start = end;
        }
        return tokens;
    }

    /** A word begins with the spaces before it. */
    private static int wordEnd(String text, int start) {
        int at = start;
        while (at < text.length() && text.charAt(at) == SPACE) {
            at++;
        }
        int next = text.indexOf(SPACE, at);
        return next < 0 ? text.length() : next;
    }

    private int word(String text, int start, int end) {
        String word = text.substring(start, end);
        if (word.length() > LONGEST_WORD) {
            return encoded(word);
        }
        int hash = word.hashCode();
        int slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
        if (!word.equals(words[slot])) {
            counts[slot] = encoded(word);
            words[slot] = word;
        }
        return counts[slot];
    }

    private int encoded(String word) {
        int[] tokens = tokens(word);
        return tokens.length < 2 ? tokens.length : new Merging(tokenizer.merges(), tokens).count();
    }

    /** Returns the tokens of the characters. One that has none is written in bytes. */
    private int[] tokens(String word) {
        int[] tokens = new int[3 * word.length()];
        int length = 0;
        for (int at = 0; at < word.length(); ) {
            int character = word.codePointAt(at);
            at += Character.charCount(character);
            Integer token = tokenizer.characters().get(character);
            if (token != null) {
                tokens[length++] = token;
            } else {
                length = addBytes(Character.toString(character).getBytes(StandardCharsets.UTF_8), tokens, length);
            }
        }
        return Arrays.copyOf(tokens, length);
    }

    private int addBytes(byte[] bytes, int[] tokens, int length) {
        int end = length;
        for (byte value : bytes) {
            tokens[end++] = tokenizer.bytes().get(value & 0xFF);
            if (tokens[end - 1] == UNKNOWN) {
                boolean goesOn = length > 0 && tokens[length - 1] == UNKNOWN;
                tokens[length] = UNKNOWN;
                return goesOn ? length : length + 1;
            }
        }
        return end;
    }

    /** Merges neighbours, the lowest rank first and then from the left. */
    private static final class Merging {
        private final MergeTable merges;
        private final int[] tokens;
        private final int[] next;
        private final int[] previous;
        private final long[] joined;
        private final PriorityQueue<Candidate> candidates = new PriorityQueue<>();

        /** Two neighbours. */
        private record Candidate(long merge, int left) implements Comparable<Candidate> {
            @Override
            public int compareTo(Candidate other) {
                int byRank = Long.compare(merge >>> Integer.SIZE, other.merge >>> Integer.SIZE);
                return byRank == 0 ? Integer.compare(left, other.left) : byRank;
            }
        }

        Merging(MergeTable merges, int[] tokens) {
            this.merges = merges;
            this.tokens = tokens;
            next = new int[tokens.length];
            previous = new int[tokens.length];
            joined = new long[tokens.length];
        }

        int count() {
            for (int i = 0; i < tokens.length; i++) {
                next[i] = i + 1;
                previous[i] = i - 1;
            }
            for (int i = 0; i < tokens.length; i++) {
                join(i);
            }
            int parts = tokens.length;
            for (Candidate first = candidates.poll(); first != null; first = candidates.poll()) {
                if (joined[first.left()] == first.merge()) {
                    merge(first.left(), (int) first.merge());
                    parts--;
                }
            }
            return parts;
        }

        private void merge(int left, int made) {
            int gone = next[left];
            joined[gone] = MergeTable.NONE;
            tokens[left] = made;
            next[left] = next[gone];
            if (next[left] < tokens.length) {
                previous[next[left]] = left;
            }
            join(left);
            if (previous[left] >= 0) {
                join(previous[left]);
            }
        }

        private void join(int left) {
            int right = next[left];
            joined[left] = right < tokens.length ? merges.of(tokens[left], tokens[right]) : MergeTable.NONE;
            if (joined[left] != MergeTable.NONE) {
                candidates.add(new Candidate(joined[left], left));
            }
        }
    }
}
