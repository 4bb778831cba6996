package io.tunetally.interpreter.lexicon;

import io.tunetally.text.PatternIndex;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Phrases of a pattern, found by their first word. A word may end in {@code *}, which stands for any ending.
 *
 * @param needed the words that a phrase begins with; none if one is hardly more than an ending
 */
record WordPhrases(
        List<List<String>> all,
        Map<String, List<List<String>>> byFirstWord,
        List<List<String>> others,
        Optional<PatternIndex.Needed> needed) {
    private static final String ANY_ENDING = "*";
    private static final int SHORTEST_BEGINNING = 2;

    static final WordPhrases NONE = of(List.of());

    /** Splits each phrase at its spaces. */
    static WordPhrases of(List<String> phrases) {
        List<List<String>> all =
                phrases.stream().map(phrase -> List.of(phrase.split(" +"))).toList();
        Map<String, List<List<String>>> byFirstWord = new HashMap<>();
        firstWords(all)
                .filter(word -> !hasAnyEnding(word))
                .forEach(word -> byFirstWord.put(word, beginning(word, all)));
        List<List<String>> others =
                all.stream().filter(phrase -> hasAnyEnding(phrase.getFirst())).toList();
        return new WordPhrases(all, Map.copyOf(byFirstWord), others, needed(all));
    }

    /** Returns the phrases a word can begin, in the order of the lexicon: a pattern takes the first that fits. */
    private static List<List<String>> beginning(String word, List<List<String>> all) {
        return all.stream().filter(phrase -> isWord(word, phrase.getFirst())).toList();
    }

    private static Stream<String> firstWords(List<List<String>> phrases) {
        return phrases.stream().map(List::getFirst).distinct();
    }

    private static Optional<PatternIndex.Needed> needed(List<List<String>> all) {
        List<String> words = firstWords(all).filter(word -> !hasAnyEnding(word)).toList();
        List<String> beginnings =
                firstWords(all).filter(WordPhrases::hasAnyEnding).toList();
        return beginnings.stream().allMatch(word -> word.length() > SHORTEST_BEGINNING)
                ? Optional.of(new PatternIndex.Needed(words, beginnings))
                : Optional.empty();
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
