package io.tunetally.topic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the question about sellers' terms in the words of a text: how it opens, and the longest term. Immutable. */
public final class TermsMatcher {
    /** How a question about terms opens. */
    public enum Opening {
        /** It asks for yes or no. */
        WHETHER,
        /** It asks for the terms of a named seller. */
        OTHERS,
        /** It asks which sellers have such terms. */
        SELLERS
    }

    private final Map<String, List<Run>> runs = new HashMap<>();

    /** A run of words, which may open a question, be a term of a topic, or do both. */
    private static final class Run {
        private final List<String> words;
        private @Nullable Opening opening;
        private @Nullable Topic topic;

        private Run(List<String> words) {
            this.words = words;
        }
    }

    /**
     * A question about sellers' terms.
     *
     * @param start where its first words begin in the text
     * @param rest the other words of the text
     */
    public record Match(Topic topic, Opening opening, int start, List<Rest> rest) {
        public Match {
            rest = List.copyOf(rest);
        }

        /** True if each word of a stretch of the text is an opening, a term, or one that may stand beside it. */
        public boolean covers(int from, int to) {
            return rest.stream().noneMatch(word -> word.start() < to && word.end() > from);
        }
    }

    /** A word of the text that is none of these. */
    public record Rest(int start, int end) {}

    TermsMatcher(Topics topics) {
        TermWords words = topics.words().terms();
        words.of(TermWords.Part.WORDS).forEach(this::run);
        words.of(TermWords.Part.WHETHER).forEach(run -> run(run).opening = Opening.WHETHER);
        words.of(TermWords.Part.OTHERS).forEach(run -> run(run).opening = Opening.OTHERS);
        words.of(TermWords.Part.SELLERS).forEach(run -> run(run).opening = Opening.SELLERS);
        topics.all().forEach(topic -> topic.terms().forEach(term -> run(term).topic = topic));
    }

    private Run run(List<String> words) {
        List<Run> beginning = runs.computeIfAbsent(words.getFirst(), _ -> new ArrayList<>());
        for (Run known : beginning) {
            if (known.words.equals(words)) {
                return known;
            }
        }
        Run run = new Run(words);
        beginning.add(run);
        return run;
    }

    @Nullable Match find(TextWords words) {
        List<Rest> rest = new ArrayList<>();
        Run opening = null;
        Run term = null;
        int start = 0;
        for (int at = 0; at < words.size(); at++) {
            Run run = longest(words, at);
            if (run == null) {
                rest.add(new Rest(words.start(at), words.end(at)));
            } else {
                if (opening == null && run.opening != null) {
                    opening = run;
                    start = words.start(at);
                }
                term = isLonger(run, term) ? run : term;
                at += run.words.size() - 1;
            }
        }
        return opening == null || opening.opening == null || term == null || term.topic == null
                ? null
                : new Match(term.topic, opening.opening, start, rest);
    }

    private static boolean isLonger(Run run, @Nullable Run term) {
        return run.topic != null && (term == null || run.words.size() > term.words.size());
    }

    private @Nullable Run longest(TextWords words, int at) {
        Run longest = null;
        for (Run run : runs.getOrDefault(words.word(at), List.of())) {
            if ((longest == null || run.words.size() > longest.words.size()) && words.has(run.words, at)) {
                longest = run;
            }
        }
        return longest;
    }
}
