package io.tunetally.request;

import io.tunetally.catalog.ModelId;
import io.tunetally.text.TextSpan;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The canonical text that a {@link CanonicalReader} reads.
 *
 * @param unlisted the names of its models that no price book lists
 */
record CanonicalSource(String text, List<Named<ModelId>> unlisted) {
    /** A value and the words that it is written as. */
    record Named<T>(String words, T value) {}

    /**
     * A part of the text that was read.
     *
     * @param end the position after it
     * @param fill fills its slots
     */
    record Found(int end, Consumer<Slots.Builder> fill) {}

    boolean isAt(String words, int at) {
        return text.startsWith(words, at);
    }

    Matcher at(Pattern pattern, int at) {
        return pattern.matcher(text).region(Math.min(text.length(), at), text.length());
    }

    /** Returns the longest of some names at a position, or null. */
    <T> @Nullable Named<T> longest(int at, List<Named<T>> names) {
        Named<T> longest = null;
        for (Named<T> name : names) {
            String words = name.words();
            if (isAt(words, at)
                    && isEndOfName(at + words.length())
                    && (longest == null || words.length() > longest.words().length())) {
                longest = name;
            }
        }
        return longest;
    }

    boolean isEnd(int at) {
        return at == text.length() || text.charAt(at) == ' ';
    }

    private boolean isEndOfName(int at) {
        return isEnd(at) || text.charAt(at) == ',';
    }

    /** Returns the end of a number such as {@code 12} or {@code 0.5}; its start if there is none. */
    int digitsEnd(int start) {
        int end = start;
        boolean whole = true;
        while (isDigit(end) || (whole && end > start && isAt(".", end) && isDigit(end + 1))) {
            whole &= isDigit(end);
            end++;
        }
        return end;
    }

    private boolean isDigit(int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    /** Fills a slot with what stands between two positions. */
    <T> void put(Slots.Builder slots, SlotName<T> name, T value, @Nullable T high, int start, int end) {
        boolean approximate = text.substring(start, end).indexOf('~') >= 0;
        slots.put(name, new Slot<>(value, high, Origin.SAID, new TextSpan(start, end), approximate));
    }

    <T> Found found(SlotName<T> name, T value, int start, int end) {
        return new Found(end, slots -> put(slots, name, value, null, start, end));
    }
}
