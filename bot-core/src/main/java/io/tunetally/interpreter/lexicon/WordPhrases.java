package io.tunetally.interpreter.lexicon;

import io.tunetally.text.PatternIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Phrases of a pattern, found by their first word. A word may end in {@code *}, which stands for any ending.
 *
 * @param needed the words that a phrase begins with; none if one is hardly more than an ending
 */
record WordPhrases(
        Map<String, List<List<String>>> byFirstWord, List<List<String>> others, Optional<PatternIndex.Needed> needed) {
    private static final String ANY_ENDING = "*";
    private static final int SHORTEST_BEGINNING = 2;

    static final WordPhrases NONE = of(List.of());

    /** The phrases of the elements of patterns: of a group, named in braces, or one word. Each word is made once, as many patterns have it. */
    static final class Groups {
        private final Map<String, WordPhrases> groups;
        private final Map<String, WordPhrases> words = new HashMap<>();

        Groups(Map<String, WordPhrases> groups) {
            this.groups = Map.copyOf(groups);
        }

        /** Returns the phrases that an element of a pattern stands for; null for a group that does not exist. */
        @Nullable WordPhrases of(String element) {
            return element.startsWith("{")
                    ? groups.get(element.substring(1, element.length() - 1))
                    : words.computeIfAbsent(element, word -> WordPhrases.of(List.of(word)));
        }

        /** Returns the phrases of a group; none if it does not exist. */
        WordPhrases group(String name) {
            return groups.getOrDefault(name, NONE);
        }
    }

    /** Splits each phrase at its spaces. Without streams: a start does it thousands of times before any code is compiled. */
    static WordPhrases of(List<String> phrases) {
        List<List<String>> all = new ArrayList<>(phrases.size());
        for (String phrase : phrases) {
            all.add(phrase.indexOf(' ') < 0 ? List.of(phrase) : List.of(phrase.split(" +")));
        }
        List<String> words = new ArrayList<>();
        List<String> beginnings = new ArrayList<>();
        List<List<String>> others = new ArrayList<>();
        Map<String, List<List<String>>> byFirstWord = new HashMap<>();
        for (List<String> phrase : all) {
            String first = phrase.getFirst();
            if (hasAnyEnding(first)) {
                others.add(phrase);
                if (!beginnings.contains(first)) {
                    beginnings.add(first);
                }
            } else {
                List<List<String>> begun = byFirstWord.get(first);
                if (begun == null) {
                    begun = new ArrayList<>(1);
                    byFirstWord.put(first, begun);
                    words.add(first);
                }
                begun.add(phrase);
            }
        }
        if (!others.isEmpty()) {
            byFirstWord.replaceAll((word, _) -> beginning(word, all));
        }
        return new WordPhrases(byFirstWord, others, needed(words, beginnings));
    }

    /** Returns the phrases a word can begin, in the order of the lexicon: a pattern takes the first that fits. */
    private static List<List<String>> beginning(String word, List<List<String>> all) {
        List<List<String>> begun = new ArrayList<>(1);
        for (List<String> phrase : all) {
            if (isWord(word, phrase.getFirst())) {
                begun.add(phrase);
            }
        }
        return begun;
    }

    private static Optional<PatternIndex.Needed> needed(List<String> words, List<String> beginnings) {
        for (String beginning : beginnings) {
            if (beginning.length() <= SHORTEST_BEGINNING) {
                return Optional.empty();
            }
        }
        return Optional.of(new PatternIndex.Needed(words, beginnings));
    }

    /** Returns the phrases that the word at a position may begin. */
    List<List<String>> beginningAt(List<WordPatterns.Word> sentence, int at) {
        return at < sentence.size() ? byFirstWord.getOrDefault(sentence.get(at).text(), others) : List.of();
    }

    /** True if one of the phrases is at a position. */
    boolean oneIsAt(List<WordPatterns.Word> sentence, int at) {
        for (List<String> phrase : beginningAt(sentence, at)) {
            if (isAt(sentence, at, phrase)) {
                return true;
            }
        }
        return false;
    }

    static boolean isAt(List<WordPatterns.Word> sentence, int at, List<String> phrase) {
        if (at + phrase.size() > sentence.size()) {
            return false;
        }
        for (int i = 0; i < phrase.size(); i++) {
            if (!isWord(sentence.get(at + i).text(), phrase.get(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean hasAnyEnding(String word) {
        return word.endsWith(ANY_ENDING);
    }

    static boolean isWord(String word, String wanted) {
        return hasAnyEnding(wanted)
                ? word.regionMatches(0, wanted, 0, wanted.length() - ANY_ENDING.length())
                : word.equals(wanted);
    }
}
