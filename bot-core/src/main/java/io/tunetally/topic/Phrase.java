package io.tunetally.topic;

import io.tunetally.text.PatternIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of words: {@code how (do|can) i start} for two phrases, {@code (the|) price} for a word that may be missing.
 *
 * @param parts what follows each other
 * @param open whether any words may follow
 * @param first whether it counts only where nothing was asked before, and without a model
 */
public record Phrase(List<Part> parts, boolean open, boolean first) {
    /** The mark for the topic's name, or at the end of a question for any words. */
    static final String ANYTHING = "...";

    public Phrase {
        parts = List.copyOf(parts);
    }

    /**
     * Returns every phrase that a pattern without a name stands for.
     *
     * @throws IllegalArgumentException if a bracket is not closed
     */
    public static List<String> spelledOut(String pattern) {
        return new Phrase(words(pattern, List::of), false, false)
                .expanded().stream().map(words -> String.join(" ", words)).toList();
    }

    /** A part of a pattern. */
    sealed interface Part {
        /** One of several runs of words; an empty one means that nothing need be there. */
        record Words(List<List<String>> alternatives) implements Part {}

        /** The name of a topic, after an article or not. */
        record Name() implements Part {}
    }

    /**
     * Reads a pattern.
     *
     * @param fold the words that a word stands for
     * @throws IllegalArgumentException if a bracket is not closed, or the topic's name is missing or there twice
     */
    static Phrase ask(String pattern, Function<String, List<String>> fold) {
        if (around(pattern).length != 2 || pattern.length() == ANYTHING.length()) {
            throw new IllegalArgumentException("needs one ... for the topic, beside other words: " + pattern);
        }
        return named(pattern, fold);
    }

    /**
     * Reads a question about the difference between two topics.
     *
     * @param fold the words that a word stands for
     * @throws IllegalArgumentException if a bracket is not closed, or there are not two topics with words between them
     */
    static Phrase difference(String pattern, Function<String, List<String>> fold) {
        String[] around = around(pattern);
        if (around.length != 3 || around[1].isBlank()) {
            throw new IllegalArgumentException("needs two ... for the topics, with words between them: " + pattern);
        }
        return named(pattern, fold);
    }

    private static String[] around(String pattern) {
        return pattern.split(Pattern.quote(ANYTHING), -1);
    }

    private static Phrase named(String pattern, Function<String, List<String>> fold) {
        String[] around = around(pattern);
        List<Part> parts = new ArrayList<>(words(around[0], fold));
        for (String after : Arrays.asList(around).subList(1, around.length)) {
            parts.add(new Part.Name());
            parts.addAll(words(after, fold));
        }
        return new Phrase(parts, false, false);
    }

    /**
     * Reads a whole question.
     *
     * @param fold the words that a word stands for
     * @param first whether it counts only where nothing was asked before
     * @throws IllegalArgumentException if a bracket is not closed, or ... is not at the end
     */
    static Phrase question(String pattern, boolean first, Function<String, List<String>> fold) {
        boolean open = pattern.endsWith(ANYTHING);
        String words = open ? pattern.substring(0, pattern.length() - ANYTHING.length()) : pattern;
        if (words.contains(ANYTHING)) {
            throw new IllegalArgumentException("holds ... before its end: " + pattern);
        }
        return new Phrase(words(words, fold), open, first);
    }

    private static List<Part> words(String pattern, Function<String, List<String>> fold) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        while (at < pattern.length()) {
            boolean bracket = pattern.charAt(at) == '(';
            int end = pattern.indexOf(bracket ? ')' : '(', at);
            if (bracket && end < 0) {
                throw new IllegalArgumentException("has a bracket without its end: " + pattern);
            }
            end = end < 0 ? pattern.length() : end;
            String[] alternatives = bracket
                    ? pattern.substring(at + 1, end).split("\\|", -1)
                    : new String[] {pattern.substring(at, end)};
            List<List<String>> folded =
                    Stream.of(alternatives).map(words -> folded(words, fold)).toList();
            if (bracket || !folded.getFirst().isEmpty()) {
                parts.add(new Part.Words(folded));
            }
            at = bracket ? end + 1 : end;
        }
        return parts;
    }

    /** Returns the words of a text, each folded. */
    static List<String> folded(String text, Function<String, List<String>> fold) {
        List<String> words = new ArrayList<>();
        for (String word : text.replace('-', ' ').split(" ", -1)) {
            if (!word.isEmpty()) {
                words.addAll(fold.apply(word));
            }
        }
        return List.copyOf(words);
    }

    /** Returns the words that a text needs, for each part that cannot be left out. */
    List<PatternIndex.Needed> needed() {
        List<PatternIndex.Needed> needed = new ArrayList<>();
        for (Part part : parts) {
            if (part instanceof Part.Words(List<List<String>> alternatives) && !mayBeMissing(alternatives)) {
                needed.add(firstWords(alternatives));
            }
        }
        return needed;
    }

    /** Returns the words that it can begin with; null if it begins with the name of a topic. */
    PatternIndex.@Nullable Needed begins() {
        List<String> words = new ArrayList<>();
        for (Part part : parts) {
            if (!(part instanceof Part.Words(List<List<String>> alternatives))) {
                break;
            }
            addFirstWords(alternatives, words);
            if (!mayBeMissing(alternatives)) {
                break;
            }
        }
        return words.isEmpty() ? null : new PatternIndex.Needed(words, List.of());
    }

    /** Returns the words that some runs begin with. */
    static PatternIndex.Needed firstWords(List<List<String>> runs) {
        List<String> words = new ArrayList<>(runs.size());
        addFirstWords(runs, words);
        return new PatternIndex.Needed(words, List.of());
    }

    // Loops, not streams: a start does this for thousands of phrases, before any code is compiled.

    private static void addFirstWords(List<List<String>> runs, List<String> words) {
        for (List<String> run : runs) {
            if (!run.isEmpty() && !words.contains(run.getFirst())) {
                words.add(run.getFirst());
            }
        }
    }

    private static boolean mayBeMissing(List<List<String>> alternatives) {
        for (List<String> run : alternatives) {
            if (run.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Returns every sequence of words that the pattern stands for, without the topic's name. */
    List<List<String>> expanded() {
        List<List<String>> all = List.of(List.of());
        for (Part part : parts) {
            if (part instanceof Part.Words(List<List<String>> alternatives)) {
                List<List<String>> longer = new ArrayList<>();
                all.forEach(before -> alternatives.forEach(words -> longer.add(
                        Stream.concat(before.stream(), words.stream()).toList())));
                all = longer;
            }
        }
        return all;
    }
}
