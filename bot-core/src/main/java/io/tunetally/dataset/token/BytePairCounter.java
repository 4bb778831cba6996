package io.tunetally.dataset.token;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts by byte pair encoding and remembers the counts of words, which repeat. */
final class BytePairCounter implements TokenCounter {
    private static final int SLOTS = 1 << 15;
    private static final int LONGEST_WORD = 64;
    /** Text without a character from here on is composed already. */
    private static final char FIRST_MARK = '\u0300';

    private final BytePairTokenizer tokenizer;
    private final String[] words = new String[SLOTS];
    private final int[] counts = new int[SLOTS];
    private final PieceEncoder encoder;

    BytePairCounter(BytePairTokenizer tokenizer) {
        this.tokenizer = tokenizer;
        this.encoder = new PieceEncoder(tokenizer.ranks());
    }

    @Override
    public long count(String text) {
        Pattern added = tokenizer.added();
        return added == null ? plain(text) : withAdded(text, added.matcher(text));
    }

    private long withAdded(String text, Matcher added) {
        long tokens = 0;
        int from = 0;
        while (added.find()) {
            tokens += 1 + plain(text.substring(from, added.start()));
            from = added.end();
        }
        return tokens + plain(from == 0 ? text : text.substring(from));
    }

    private long plain(String given) {
        String text = tokenizer.composed() ? composed(given) : given;
        long tokens = 0;
        int length = text.length();
        for (int start = 0; start < length; ) {
            int end = tokenizer.splitter().end(text, start);
            tokens += piece(text, start, end);
            start = end;
        }
        return tokens;
    }

    private int piece(String text, int start, int end) {
        int length = end - start;
        if (length == 1 && text.charAt(start) < 128) {
            return 1;
        }
        if (length > LONGEST_WORD) {
            return encoder.count(text, start, end);
        }
        int hash = length;
        for (int i = start; i < end; i++) {
            hash = hash * 31 + text.charAt(i);
        }
        int slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
        String known = words[slot];
        if (known != null && known.length() == length && text.startsWith(known, start)) {
            return counts[slot];
        }
        int count = encoder.count(text, start, end);
        words[slot] = text.substring(start, end);
        counts[slot] = count;
        return count;
    }

    private static String composed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_MARK) {
                return Normalizer.normalize(text, Normalizer.Form.NFC);
            }
        }
        return text;
    }
}
