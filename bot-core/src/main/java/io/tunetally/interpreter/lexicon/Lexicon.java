package io.tunetally.interpreter.lexicon;

import io.tunetally.interpreter.Interpreter;
import io.tunetally.request.Service;
import io.tunetally.topic.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/** The words of {@code config/lexicon.yaml}, with their form checked; an {@link Interpreter} checks their meanings at construction. */
public final class Lexicon {
    /**
     * A phrase and its line.
     *
     * @param weak whether it is also an everyday word, marked {@code ~} in the file
     */
    public record Phrase(String text, boolean weak, int line) {}

    /** A meaning within a section, with its phrases. */
    public record Meaning(Category sense, String value, List<Phrase> phrases, int line) {}

    /** A line of the section {@code families}. */
    record FamilyEntry(
            String name,
            List<Phrase> names,
            boolean open,
            boolean tier,
            Map<String, String> sizes,
            Map<String, String> also,
            String standard,
            List<String> candidates,
            int line) {}

    private final String file;
    private final List<Meaning> meanings;
    private final List<FamilyEntry> families;
    private final Map<String, Service> services;
    private final Map<Trait, List<Phrase>> traits;
    private final Topics topics;
    private final SentencePatterns patterns;

    /**
     * The patterns over sentences, by meaning.
     *
     * @param groups the words that stand for each other in them
     * @param reasons for or against fine-tuning
     * @param advice questions of whether to fine-tune
     */
    record SentencePatterns(
            Map<String, List<Phrase>> groups, Map<String, List<Phrase>> reasons, Map<String, List<Phrase>> advice) {}

    Lexicon(
            String file,
            List<Meaning> meanings,
            List<FamilyEntry> families,
            Map<String, Service> services,
            Map<Trait, List<Phrase>> traits,
            SentencePatterns patterns) {
        this(file, meanings, families, services, traits, patterns, Topics.none());
    }

    private Lexicon(
            String file,
            List<Meaning> meanings,
            List<FamilyEntry> families,
            Map<String, Service> services,
            Map<Trait, List<Phrase>> traits,
            SentencePatterns patterns,
            Topics topics) {
        this.patterns = patterns;
        this.topics = topics;
        this.traits = Map.copyOf(traits);
        this.file = file;
        this.services = Map.copyOf(services);
        this.meanings = List.copyOf(meanings);
        this.families = List.copyOf(families);
    }

    /** Returns the built-in lexicon, with the words of the built-in topics. */
    public static Lexicon builtIn() {
        try (InputStream in = Lexicon.class.getResourceAsStream("/config/lexicon.yaml")) {
            if (in == null) {
                throw new LexiconException("config/lexicon.yaml is missing from the class path");
            }
            return load("config/lexicon.yaml", in).with(Topics.builtIn());
        } catch (IOException e) {
            throw new LexiconException("config/lexicon.yaml cannot be read", e);
        }
    }

    /**
     * Reads a lexicon.
     *
     * @param file its name, for messages
     * @throws LexiconException naming file, line and key
     */
    public static Lexicon load(String file, InputStream in) {
        return new LexiconReader(file).read(in);
    }

    private Lexicon with(Topics other) {
        return new Lexicon(file, meanings, families, services, traits, patterns, other);
    }

    String file() {
        return file;
    }

    public List<Meaning> meanings() {
        return meanings;
    }

    /** Requests about the bot, by the whole message in lower case. */
    public Map<String, Service> services() {
        return services;
    }

    /** Returns the patterns of each trait. */
    Map<Trait, List<Phrase>> traits() {
        return traits;
    }

    SentencePatterns patterns() {
        return patterns;
    }

    /** Returns the topics that can be explained. */
    Topics topics() {
        return topics;
    }

    List<FamilyEntry> families() {
        return families;
    }
}
