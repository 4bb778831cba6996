package io.tunetally.topic;

import java.util.List;
import java.util.Map;

/**
 * The words that are common to all topics.
 *
 * @param same the words that a spelling stands for
 * @param asks questions about any topic, or about the difference between any two
 * @param articles words that may precede a topic's name
 * @param offerOpens the first words of a question whether a provider trains with a method
 * @param offerVerbs the verbs of such a question
 * @param terms the words of a question about sellers' terms
 */
record TopicWords(
        Map<String, List<String>> same,
        List<Phrase> asks,
        List<List<String>> articles,
        List<List<String>> offerOpens,
        List<List<String>> offerVerbs,
        TermWords terms) {
    static final TopicWords NONE = new TopicWords(Map.of(), List.of(), List.of(), List.of(), List.of(), TermWords.NONE);

    TopicWords {
        same = Map.copyOf(same);
        asks = List.copyOf(asks);
        articles = List.copyOf(articles);
        offerOpens = List.copyOf(offerOpens);
        offerVerbs = List.copyOf(offerVerbs);
    }

    /** Returns the words that a word stands for in these questions, usually itself. */
    List<String> fold(String word) {
        return same.getOrDefault(word, List.of(word));
    }
}
