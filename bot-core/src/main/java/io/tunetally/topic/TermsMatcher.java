package io.tunetally.topic;

import io.tunetally.lazy.Lazy;
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

    private final Run openings = new Run(0);

    /** The openings and thousands of terms, which only a text with an opening needs. */
    private final Lazy<Run> runs;

    /** A run of words, which may open a question, be a term of a topic, or do both; or only the beginning of one. */
    private static final class Run {
        private Map<String, Run> next = Map.of();
        private final int words;
        private boolean whole;
        private @Nullable Opening opening;
        private @Nullable Topic topic;

        private Run(int words) {
            this.words = words;
        }

        /** Returns the run that goes on with a word, added if there is none; most runs end a term and have none. */
        private Run next(String word) {
            if (next.isEmpty()) {
                next = new HashMap<>(2);
            }
            return next.computeIfAbsent(word, _ -> new Run(words + 1));
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
        addOpenings(openings, words);
        runs = Lazy.of(() -> runs(topics, words));
    }

    private static void addOpenings(Run runs, TermWords words) {
        words.of(TermWords.Part.WHETHER).forEach(run -> run(runs, run).opening = Opening.WHETHER);
        words.of(TermWords.Part.OTHERS).forEach(run -> run(runs, run).opening = Opening.OTHERS);
        words.of(TermWords.Part.SELLERS).forEach(run -> run(runs, run).opening = Opening.SELLERS);
    }

    private static Run runs(Topics topics, TermWords words) {
        Run runs = new Run(0);
        words.of(TermWords.Part.WORDS).forEach(run -> run(runs, run));
        addOpenings(runs, words);
        topics.all().forEach(topic -> topic.terms().forEach(term -> run(runs, term).topic = topic));
        return runs;
    }

    private static Run run(Run runs, List<String> words) {
        Run run = runs;
        for (String word : words) {
            run = run.next(word);
        }
        run.whole = true;
        return run;
    }

    @Nullable Match find(TextWords words) {
        return opens(words) ? found(words) : null;
    }

    private boolean opens(TextWords words) {
        for (int at = 0; at < words.size(); at++) {
            if (longest(openings, words, at) != null) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Match found(TextWords words) {
        Run all = runs.get();
        List<Rest> rest = new ArrayList<>();
        Run opening = null;
        Run term = null;
        int start = 0;
        for (int at = 0; at < words.size(); at++) {
            Run run = longest(all, words, at);
            if (run == null) {
                rest.add(new Rest(words.start(at), words.end(at)));
            } else {
                if (opening == null && run.opening != null) {
                    opening = run;
                    start = words.start(at);
                }
                term = isLonger(run, term) ? run : term;
                at += run.words - 1;
            }
        }
        return opening == null || opening.opening == null || term == null || term.topic == null
                ? null
                : new Match(term.topic, opening.opening, start, rest);
    }

    private static boolean isLonger(Run run, @Nullable Run term) {
        return run.topic != null && (term == null || run.words > term.words);
    }

    private static @Nullable Run longest(Run runs, TextWords words, int at) {
        Run longest = null;
        Run run = runs;
        for (int next = at; run != null && next < words.size(); next++) {
            Run after = run.next.get(words.word(next));
            run = after == null && words.isNumber(next) ? run.next.get(TextWords.NUMBER) : after;
            longest = run != null && run.whole ? run : longest;
        }
        return longest;
    }
}
