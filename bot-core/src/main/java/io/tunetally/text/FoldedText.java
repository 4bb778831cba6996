package io.tunetally.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A message without its markup, in lower-case ASCII where possible, with the original position of every character. */
public sealed class FoldedText {
    private static final int[] UNMOVED = new int[0];

    private final String original;
    private final String text;
    /** The original start of each character; empty if nothing moved. */
    private final int[] starts;

    private final int[] ends;
    private final int truncated;

    private FoldedText(String original, String text, int[] starts, int[] ends, int truncated) {
        this.original = original;
        this.text = text;
        this.starts = starts;
        this.ends = ends;
        this.truncated = truncated;
    }

    /** Returns the first characters of a text without markup. */
    public static FoldedText unmoved(String original, int limit, Decoder.Shape shape) {
        String read = limit == original.length() ? original : original.substring(0, limit);
        String text = shape == Decoder.Shape.FOLDED ? read : lowerCase(read);
        return new FoldedText(original, text, UNMOVED, UNMOVED, original.length() - limit);
    }

    private static String lowerCase(String text) {
        byte[] ascii = new byte[text.length()];
        for (int i = 0; i < ascii.length; i++) {
            ascii[i] = (byte) folded(text.charAt(i));
        }
        return new String(ascii, StandardCharsets.ISO_8859_1);
    }

    /** Returns an ASCII character in lower case; control characters become a space. */
    static char folded(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c < ' ' && c != '\n' ? ' ' : c;
    }

    public String text() {
        return text;
    }

    public int length() {
        return text.length();
    }

    public String original() {
        return original;
    }

    /** Returns the number of characters beyond the limit. */
    public int truncated() {
        return truncated;
    }

    /** True if phrases of another language were replaced, so that the other words are words of that language. */
    public boolean isTranslated() {
        return false;
    }

    public int originalStart(int at) {
        return starts.length == 0 ? at : starts[at];
    }

    public int originalEnd(int end) {
        return starts.length == 0 ? end : ends[end - 1];
    }

    public TextSpan span(int start, int end) {
        return new TextSpan(originalStart(start), originalEnd(end));
    }

    /** Returns the original text of a range. */
    public String typed(int start, int end) {
        return original.substring(originalStart(start), originalEnd(end));
    }

    public String folded(int start, int end) {
        return text.substring(start, end);
    }

    public boolean isUpperCase(int at) {
        return Character.isUpperCase(original.charAt(originalStart(at)));
    }

    /** True if anything was typed in lower case; otherwise the text is all capitals. */
    public boolean hasLowerCase() {
        for (int i = 0; i < original.length(); i++) {
            if (Character.isLowerCase(original.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Returns the text with some words corrected in place. */
    public FoldedText replacing(int[] from, int[] to, String[] words, int count) {
        return replaced(from, to, words, count).build();
    }

    /** Returns the text with phrases of another language translated in place. */
    public FoldedText translating(int[] from, int[] to, String[] words) {
        return new Translated(replaced(from, to, words, words.length));
    }

    private Builder replaced(int[] from, int[] to, String[] words, int count) {
        int length = text.length();
        for (int k = 0; k < count; k++) {
            length += words[k].length() - (to[k] - from[k]);
        }
        Builder builder = new Builder(original, length, truncated);
        int at = 0;
        for (int k = 0; k < count; k++) {
            copy(builder, at, from[k]);
            int start = originalStart(from[k]);
            int end = originalEnd(to[k]);
            for (int i = 0; i < words[k].length(); i++) {
                builder.put(words[k].charAt(i), start, end);
            }
            at = to[k];
        }
        copy(builder, at, text.length());
        return builder;
    }

    private void copy(Builder builder, int from, int to) {
        for (int i = from; i < to; i++) {
            builder.put(text.charAt(i), originalStart(i), originalEnd(i + 1));
        }
    }

    /** A class of its own, so that the usual text is no larger. */
    private static final class Translated extends FoldedText {
        Translated(Builder builder) {
            super(
                    builder.original,
                    new String(builder.chars, 0, builder.length),
                    builder.starts,
                    builder.ends,
                    builder.truncated);
        }

        @Override
        public FoldedText replacing(int[] from, int[] to, String[] words, int count) {
            return new Translated(super.replaced(from, to, words, count));
        }

        @Override
        public boolean isTranslated() {
            return true;
        }
    }

    /** Collects characters with their original positions. */
    static final class Builder {
        private final String original;
        private final int truncated;
        private char[] chars;
        private int[] starts;
        private int[] ends;
        private int length;

        Builder(String original, int capacity, int truncated) {
            this.original = original;
            this.truncated = truncated;
            chars = new char[capacity];
            starts = new int[capacity];
            ends = new int[capacity];
        }

        void put(char c, int start, int end) {
            if (length == chars.length) {
                int capacity = length * 2 + 16;
                chars = Arrays.copyOf(chars, capacity);
                starts = Arrays.copyOf(starts, capacity);
                ends = Arrays.copyOf(ends, capacity);
            }
            chars[length] = c;
            starts[length] = start;
            ends[length] = end;
            length++;
        }

        FoldedText build() {
            return new FoldedText(original, new String(chars, 0, length), starts, ends, truncated);
        }
    }
}
