package io.tunetally.topic;

import io.tunetally.text.FoldedText;
import io.tunetally.text.PatternIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the topic that a text asks for, by its words alone. Immutable. */
public final class TopicMatcher {
    /** A question about a word is short. */
    private static final int LONGEST_TEXT = 600;

    private final Topics topics;
    private final TopicWords common;
    private final TermsMatcher terms;
    private final PatternIndex<Question> questions;
    /** The names of topics by their first word. */
    private final Map<String, List<Name>> names = new HashMap<>();
    /** The topics that explain the difference between two others, by the ids of those. */
    private final Map<Set<String>, Topic> differences = new HashMap<>();

    /** A name of a topic. */
    private record Name(List<String> words, Topic topic) {}

    /** A question about one topic, or about any one or two. */
    private record Question(Phrase phrase, @Nullable Topic topic) {
        /** True if it begins with a topic's name; it only opens a sentence. */
        boolean namesFirst() {
            return phrase.parts().getFirst() instanceof Phrase.Part.Name;
        }
    }

    /**
     * A question about a topic.
     *
     * @param other the topic that it is compared with, or null
     * @param start where it begins in the text
     * @param end where it ends
     * @param open whether any words may follow
     * @param first whether it counts only where nothing was asked before, and without a model
     */
    public record Match(Topic topic, @Nullable Topic other, int start, int end, boolean open, boolean first) {}

    public TopicMatcher(Topics topics) {
        this.topics = topics;
        common = topics.words();
        PatternIndex.Builder<Question> index = new PatternIndex.Builder<>();
        for (Topic topic : topics.all()) {
            topic.words().forEach(name -> list(names, name.getFirst()).add(new Name(name, topic)));
            if (!topic.compares().isEmpty()) {
                differences.put(topic.compares(), topic);
            }
            topic.questions().forEach(phrase -> add(index, phrase, topic));
        }
        common.asks().forEach(phrase -> add(index, phrase, null));
        questions = index.build();
        terms = new TermsMatcher(topics);
    }

    /** Returns a topic by its id, or null if there is none. */
    public @Nullable Topic topic(String id) {
        return topics.find(id);
    }

    private static <T> List<T> list(Map<String, List<T>> map, String word) {
        return map.computeIfAbsent(word, _ -> new ArrayList<>());
    }

    private static void add(PatternIndex.Builder<Question> index, Phrase phrase, @Nullable Topic topic) {
        index.add(new Question(phrase, topic), phrase.needed(), phrase.begins());
    }

    /** Returns the questions about topics in a folded text, each the longest that begins at its word. */
    public List<Match> find(FoldedText text) {
        if (text.length() > LONGEST_TEXT) {
            return List.of();
        }
        TextWords words = TextWords.of(text, common);
        PatternIndex.Possible<Question> possible = questions.in(words.all());
        if (possible.size() == 0) {
            return List.of();
        }
        List<Match> matches = List.of();
        int end = 0;
        for (int at = 0; at < words.size(); at++) {
            Match match = words.start(at) < end ? null : longest(possible, words, at);
            if (match != null) {
                matches = matches.isEmpty() ? new ArrayList<>() : matches;
                matches.add(match);
                end = match.end();
            }
        }
        return matches;
    }

    /** Returns the question about sellers' terms that a folded text may ask, or null. */
    public TermsMatcher.@Nullable Match terms(FoldedText text) {
        return text.length() > LONGEST_TEXT ? null : terms.find(TextWords.of(text, common));
    }

    private @Nullable Match longest(PatternIndex.Possible<Question> possible, TextWords words, int at) {
        Attempt attempt = null;
        for (int i = 0; i < possible.size(); i++) {
            if (possible.mayBeginAt(i, at)) {
                Question question = possible.pattern(i);
                if (!question.namesFirst() || words.opensSentence(at)) {
                    attempt = attempt == null ? new Attempt(words) : attempt;
                    attempt.follow(question, 0, at, new Named(question.topic(), null));
                }
            }
        }
        return attempt == null ? null : attempt.match(at);
    }

    /**
     * The verb of a question whether a provider trains with a method.
     *
     * @param start where it begins in the text
     * @param end where it ends
     */
    public record Verb(int start, int end) {}

    /** Returns the verb if the words of a folded text may ask whether a provider trains with a method, or null. */
    public @Nullable Verb offerVerb(FoldedText text) {
        if (text.length() > LONGEST_TEXT) {
            return null;
        }
        TextWords words = TextWords.of(text, common);
        boolean opened = false;
        for (int at = 0; at < words.size(); at++) {
            int begin = at;
            opened |= words.opensSentence(at) && common.offerOpens().stream().anyMatch(run -> words.has(run, begin));
            for (List<String> verb : common.offerVerbs()) {
                if (opened && at > 0 && words.has(verb, at)) {
                    return new Verb(words.start(at), words.end(at + verb.size() - 1));
                }
            }
        }
        return null;
    }

    private Named ofPair(Named named) {
        Topic one = named.topic();
        Topic other = named.other();
        Topic difference = one == null || other == null ? null : differences.get(Set.of(one.id(), other.id()));
        return difference == null ? named : new Named(difference, null);
    }

    /**
     * The topics that a question names.
     *
     * @param other another one than the first, or null
     */
    private record Named(@Nullable Topic topic, @Nullable Topic other) {
        static final Named NONE = new Named(null, null);

        Named and(Topic next) {
            return topic == null ? new Named(next, null) : new Named(topic, topic.equals(next) ? null : next);
        }
    }

    /** The longest question that begins at one word. */
    private final class Attempt {
        private final TextWords words;
        private int end;
        private @Nullable Phrase phrase;
        private Named found = Named.NONE;

        Attempt(TextWords words) {
            this.words = words;
        }

        /** Follows a question from one of its parts and a word on. */
        void follow(Question question, int part, int at, Named named) {
            List<Phrase.Part> parts = question.phrase().parts();
            if (part == parts.size()) {
                keep(named, at, question.phrase());
                return;
            }
            if (parts.get(part) instanceof Phrase.Part.Words alternatives) {
                for (List<String> run : alternatives.alternatives()) {
                    if (words.has(run, at)) {
                        follow(question, part + 1, at + run.size(), named);
                    }
                }
            } else {
                name(question, part, at, named);
                for (List<String> article : common.articles()) {
                    if (words.has(article, at)) {
                        name(question, part, at + article.size(), named);
                    }
                }
            }
        }

        @Nullable Match match(int start) {
            Named named = ofPair(found);
            Topic topic = named.topic();
            return topic == null || phrase == null
                    ? null
                    : new Match(
                            topic,
                            named.other(),
                            words.start(start),
                            words.end(end - 1),
                            phrase.open(),
                            phrase.first());
        }

        private void name(Question question, int part, int at, Named named) {
            if (at >= words.size()) {
                return;
            }
            for (Name name : names.getOrDefault(words.word(at), List.of())) {
                if (words.has(name.words(), at)) {
                    follow(question, part + 1, at + name.words().size(), named.and(name.topic()));
                }
            }
        }

        private void keep(Named named, int at, Phrase followed) {
            if (at > end) {
                end = at;
                phrase = followed;
                found = named;
            }
        }
    }
}
