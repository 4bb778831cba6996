package io.tunetally.interpreter.lexicon;

import io.tunetally.catalog.Deployment;
import io.tunetally.request.Criterion;
import io.tunetally.request.Intent;
import io.tunetally.request.UpTime;
import io.tunetally.topic.TopicMatcher;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Compiles the patterns over sentences, and rejects one of an unknown meaning or group. */
final class SentencePatternCompiler {
    /** Ends a gap between two words of a pattern. */
    private static final String STOPS = "stops";
    /** Takes back the reason after it. */
    private static final String REFUSALS = "refusals";
    /** Makes a question one about a choice, not about whether. */
    private static final String WHICH = "which";

    /** A word that turns a question of which model to take into one of how much to take. */
    private static final String HOW = "how";

    /** Takes back that something is dropped. */
    private static final String NOT = "not";

    /** The group of no words. */
    private static final String NOTHING = "";

    private static final String DENIES = "!";

    /** The patterns of a lexicon. */
    record Compiled(
            WordPatterns<Criterion> reasons,
            WordPatterns<Intent> advice,
            WordPatterns<Intent> choices,
            WordPatterns<Deployment> weighed,
            WordPatterns<UpTime> upTimes,
            WordPatterns<Trait> droppedPrompts,
            WordPatterns<String> requestShares,
            WordPatterns<WordPatterns.Reply> replies,
            TopicMatcher topics) {}

    private final Lexicon lexicon;
    /** Compiled once: hundreds of patterns name the same groups. */
    private final WordPhrases.Groups groups;

    private SentencePatternCompiler(Lexicon lexicon) {
        this.lexicon = lexicon;
        Map<String, WordPhrases> phrases = new HashMap<>();
        lexicon.patterns()
                .groups()
                .forEach((name, group) -> phrases.put(
                        name,
                        WordPhrases.of(group.stream().map(Lexicon.Phrase::text).toList())));
        groups = new WordPhrases.Groups(phrases);
    }

    static Compiled compile(Lexicon lexicon) {
        SentencePatternCompiler compiler = new SentencePatternCompiler(lexicon);
        return new Compiled(
                compiler.compile(REFUSALS, lexicon.patterns().reasons(), Criterion::valueOf),
                compiler.compile(WHICH, lexicon.patterns().advice(), Intent::valueOf),
                compiler.compile(HOW, lexicon.patterns().choices(), Intent::valueOf),
                compiler.compile(REFUSALS, lexicon.patterns().weighed(), Deployment::valueOf),
                compiler.compile(NOTHING, lexicon.patterns().upTimes(), UpTime::valueOf),
                compiler.compile(NOT, lexicon.patterns().droppedPrompts(), Trait::valueOf),
                compiler.compile(NOTHING, lexicon.patterns().requestShares(), Function.identity()),
                compiler.compile(NOTHING, lexicon.patterns().replies(), WordPatterns.Reply::valueOf),
                new TopicMatcher(lexicon.topics()));
    }

    private <T> WordPatterns<T> compile(
            String takesBack, Map<String, List<Lexicon.Phrase>> section, Function<String, T> meaningOf) {
        List<WordPatterns.Meant<T>> patterns = new ArrayList<>();
        section.forEach((word, phrases) -> phrases.forEach(phrase -> patterns.add(pattern(word, phrase, meaningOf))));
        return new WordPatterns<>(patterns, WordPattern.anyOf(groups.group(takesBack)));
    }

    private <T> WordPatterns.Meant<T> pattern(String word, Lexicon.Phrase phrase, Function<String, T> meaningOf) {
        boolean denies = phrase.text().startsWith(DENIES);
        String text = denies ? phrase.text().substring(1) : phrase.text();
        try {
            T meaning = meaningOf.apply(word.toUpperCase(Locale.ROOT).replace('-', '_'));
            return new WordPatterns.Meant<>(WordPattern.of(text, groups, groups.group(STOPS)), meaning, denies);
        } catch (IllegalArgumentException e) {
            throw new LexiconException(
                    lexicon.file() + ":" + phrase.line() + ": " + word + ": \"" + phrase.text() + "\": "
                            + e.getMessage(),
                    e);
        }
    }
}
