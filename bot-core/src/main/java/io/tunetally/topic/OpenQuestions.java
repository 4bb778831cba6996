package io.tunetally.topic;

import io.tunetally.text.PatternIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Questions with gaps for any words, asked for where no whole question is found: {@code explain * } with a topic's name in the
 * rest, {@code what (does|do) * mean}. Of several the one with the most words of its own counts.
 */
final class OpenQuestions {
    /** The mark of a gap. */
    private static final String GAP = "*";

    /** The most words of a gap. */
    private static final int WIDEST_GAP = 14;

    /** The id of the questions that need a topic's name. */
    static final String NAMED = "named";

    /** The key of the names that are also everyday words and do not count here. */
    static final String EVERYDAY = "everyday";

    private final PatternIndex<Question> questions = new PatternIndex<>();
    private final Map<String, List<Name>> names;
    private final List<List<String>> everyday;

    /** A question as runs of words with gaps between them; each run has alternatives. */
    private record Question(
            List<List<List<String>>> runs, @Nullable Topic topic) {}

    /** A name of a topic. */
    record Name(List<String> words, Topic topic) {}

    /** Words of a text from an index on. */
    private record Place(int first, int end) {}

    OpenQuestions(Topics topics, Map<String, List<Name>> names) {
        this.names = names;
        TopicWords common = topics.words();
        everyday = common.open().getOrDefault(EVERYDAY, List.of()).stream()
                .map(word -> Phrase.folded(word, common::fold))
                .toList();
        common.open().forEach((id, patterns) -> {
            if (!id.equals(EVERYDAY)) {
                Topic topic = id.equals(NAMED) ? null : topics.topic(id);
                patterns.forEach(pattern -> add(question(pattern, common, topic)));
            }
        });
    }

    private void add(Question question) {
        questions.add(
                question,
                question.runs().stream()
                        .map(run -> Phrase.firstWords(
                                run.stream().filter(words -> !words.isEmpty()).toList()))
                        .toList(),
                null);
    }

    private static Question question(String pattern, TopicWords common, @Nullable Topic topic) {
        List<List<List<String>>> runs = new ArrayList<>();
        for (String run : List.of(pattern.replace(GAP, "\n").split("\n"))) {
            if (!run.isBlank()) {
                runs.add(Phrase.question(run, false, common::fold).expanded());
            }
        }
        return new Question(runs, topic);
    }

    TopicMatcher.@Nullable Match find(TextWords words) {
        PatternIndex.Possible<Question> possible = questions.in(words.all());
        TopicMatcher.Match best = null;
        int most = 0;
        for (int at = 0; at < words.size(); at++) {
            if (!words.opensOwnSentence(at)) {
                continue;
            }
            for (int i = 0; i < possible.size(); i++) {
                Question question = possible.pattern(i);
                int said = followed(question, words, at);
                Topic topic = said > most ? topicOf(question, words, at) : null;
                if (topic != null) {
                    most = said;
                    best = new TopicMatcher.Match(topic, null, words.start(at), words.end(at), true, false);
                }
            }
        }
        return best;
    }

    /** Returns how many words of a question stand in a text from an index on, 0 if it is another question. */
    private static int followed(Question question, TextWords words, int at) {
        int said = 0;
        int next = at;
        for (List<List<String>> run : question.runs()) {
            Place place = place(run, words, next, said == 0 ? next : next + WIDEST_GAP);
            if (place == null) {
                return 0;
            }
            said += place.end() - place.first();
            next = place.end();
        }
        return said;
    }

    private static @Nullable Place place(List<List<String>> run, TextWords words, int from, int to) {
        for (int at = from; at <= Math.min(to, words.size() - 1); at++) {
            Place longest = null;
            for (List<String> alternative : run) {
                boolean longer = longest == null || at + alternative.size() > longest.end();
                if (longer && !alternative.isEmpty() && words.has(alternative, at)) {
                    longest = new Place(at, at + alternative.size());
                }
            }
            if (longest != null) {
                return longest;
            }
        }
        return null;
    }

    private @Nullable Topic topicOf(Question question, TextWords words, int from) {
        return question.topic() == null ? named(words, from) : question.topic();
    }

    /** Returns the topic with the longest name behind an index, the first of equals. */
    private @Nullable Topic named(TextWords words, int from) {
        Name longest = null;
        for (int at = from; at < words.size(); at++) {
            for (Name name : names.getOrDefault(words.word(at), List.of())) {
                boolean longer =
                        longest == null || name.words().size() > longest.words().size();
                if (longer && words.has(name.words(), at) && !everyday.contains(name.words())) {
                    longest = name;
                }
            }
        }
        return longest == null ? null : longest.topic();
    }
}
