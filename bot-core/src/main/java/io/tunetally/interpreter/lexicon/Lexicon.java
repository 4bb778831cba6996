package io.tunetally.interpreter.lexicon;

import io.tunetally.interpreter.Interpreter;
import io.tunetally.lazy.Lazy;
import io.tunetally.request.Service;
import io.tunetally.snapshot.SnapshotReader;
import io.tunetally.snapshot.SnapshotWriter;
import io.tunetally.topic.Topics;
import io.tunetally.yaml.BuiltInFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The words of {@code config/lexicon.yaml}, or of another language's file in {@code config/lexicon/}, with their form
 * checked; an {@link Interpreter} checks their meanings at construction.
 */
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
            List<String> versions,
            List<String> abbreviations,
            int line) {}

    /**
     * The properties of a language, in its own file.
     *
     * @param name its English name
     * @param answered the line beside an English answer, in this language
     * @param nothingFound the line above an example if a message asks nothing, in this language
     * @param decimalMark a point or a comma; the other one groups thousands
     * @param elisions words that an apostrophe joins to the next one, such as the {@code l} of {@code l'exemple}
     * @param counted an English plural that is in no lexicon, for things that neither lexicon has; may be empty
     * @param plurals the endings of plural nouns beside the English one; a counted word with one is a thing that is counted
     * @param capitalNouns whether nouns begin with a capital letter
     * @param shortenedNumbers whether a last digit stands for the next smaller unit: the 5 of {@code 两万五} for thousands
     */
    public record Language(
            String name,
            String answered,
            String nothingFound,
            char decimalMark,
            List<String> elisions,
            String counted,
            List<String> plurals,
            boolean capitalNouns,
            boolean shortenedNumbers) {
        public Language {
            elisions = List.copyOf(elisions);
            plurals = List.copyOf(plurals);
        }
    }

    private static final String FILE = "config/lexicon.yaml";
    private static final String LANGUAGE_FOLDER = "config/lexicon/";

    // A class that holds it would hide the message of an invalid file in an ExceptionInInitializerError.
    private static @Nullable Lexicon builtIn;

    /**
     * What a file holds.
     *
     * @param file its name
     * @param language the properties of its language; null for English
     * @param languageFiles the codes of the other languages that have a file of their own
     */
    record Content(
            String file,
            List<Meaning> meanings,
            List<FamilyEntry> families,
            Map<String, Service> services,
            Map<Trait, List<Phrase>> traits,
            SentencePatterns patterns,
            @Nullable Language language,
            List<String> languageFiles) {
        Content {
            meanings = List.copyOf(meanings);
            families = List.copyOf(families);
            services = Map.copyOf(services);
            traits = Map.copyOf(traits);
            languageFiles = List.copyOf(languageFiles);
        }
    }

    private final Content content;
    private final boolean checked;
    private final List<Lexicon> languages;
    private final Topics topics;
    private final Lazy<SentencePatternCompiler.Compiled> compiledPatterns;
    private final Lazy<TraitPatterns> traitPatterns;

    /**
     * The patterns over sentences, by meaning.
     *
     * @param groups the words that stand for each other in them
     * @param reasons for or against fine-tuning
     * @param advice questions of whether to fine-tune
     * @param choices questions of which of several models to take
     * @param weighed ways to run a tuned model that are weighed against paying for it by the token
     * @param upTimes the times in which an endpoint is up
     * @param droppedPrompts ways to say that nothing of a prompt is left after tuning
     * @param requestShares ways to say that requests are answered without the model
     * @param replies what people write in a conversation about its answer
     */
    record SentencePatterns(
            Map<String, List<Phrase>> groups,
            Map<String, List<Phrase>> reasons,
            Map<String, List<Phrase>> advice,
            Map<String, List<Phrase>> choices,
            Map<String, List<Phrase>> weighed,
            Map<String, List<Phrase>> upTimes,
            Map<String, List<Phrase>> droppedPrompts,
            Map<String, List<Phrase>> requestShares,
            Map<String, List<Phrase>> replies) {}

    Lexicon(Content content) {
        this(content, false, List.of(), Topics.none());
    }

    private Lexicon(Content content, boolean checked, List<Lexicon> languages, Topics topics) {
        this.content = content;
        this.checked = checked;
        this.languages = List.copyOf(languages);
        this.topics = topics;
        compiledPatterns = Lazy.of(() -> SentencePatternCompiler.compile(this));
        traitPatterns = Lazy.of(() -> new TraitPatterns(traits()));
    }

    /**
     * Returns the built-in lexicon, with the words of the built-in topics and the lexicons of the other languages; the
     * files are read once.
     *
     * @throws LexiconException naming file, line and key
     */
    public static synchronized Lexicon builtIn() {
        if (builtIn == null) {
            builtIn = readBuiltIn();
        }
        return builtIn;
    }

    private static Lexicon readBuiltIn() {
        Lexicon english = builtIn(FILE);
        return english.with(Topics.builtIn())
                .with(english.languageFiles().map(Lexicon::builtIn).toList());
    }

    private Stream<String> languageFiles() {
        return content.languageFiles().stream().map(code -> LANGUAGE_FOLDER + code + ".yaml");
    }

    /** Returns the snapshots of the built-in files and of the English words by their names, which the build gives to the next start. */
    public static Map<String, byte[]> snapshots() {
        Lexicon english = builtIn(FILE);
        Map<String, byte[]> snapshots = Stream.concat(Stream.of(FILE), english.languageFiles())
                .collect(Collectors.toMap(
                        file -> file,
                        file -> SnapshotWriter.write(builtIn(file).content),
                        (one, _) -> one,
                        HashMap::new));
        snapshots.put(EnglishWords.FILE, EnglishWords.snapshot());
        return snapshots;
    }

    private static Lexicon builtIn(String file) {
        byte[] snapshot = BuiltInFile.snapshot(file);
        if (snapshot != null) {
            return new Lexicon(SnapshotReader.read(snapshot, Content.class), true, List.of(), Topics.none());
        }
        try (InputStream in = BuiltInFile.open(file)) {
            if (in == null) {
                throw new LexiconException(file + " is missing from the class path");
            }
            return load(file, in);
        } catch (IOException e) {
            throw new LexiconException(file + " cannot be read", e);
        }
    }

    /** Reads and compiles all of the built-in lexicon that does not depend on a catalog, in the order in which an interpreter needs it. */
    public static void prepare() {
        Lexicon lexicon = builtIn();
        EnglishWords _ = EnglishWords.builtIn();
        TraitPatterns _ = lexicon.traitPatterns();
        SentencePatternCompiler.Compiled _ = lexicon.compiledPatterns();
    }

    TraitPatterns traitPatterns() {
        return traitPatterns.get();
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
        return new Lexicon(content, checked, languages, other);
    }

    /** Returns this lexicon with those of other languages. */
    public Lexicon with(List<Lexicon> others) {
        return new Lexicon(content, checked && others.stream().allMatch(Lexicon::isChecked), others, topics);
    }

    /** True if the build has compiled all of it, so that a start need not do so to find a mistake. */
    public boolean isChecked() {
        return checked;
    }

    Content content() {
        return content;
    }

    public String file() {
        return content.file();
    }

    /** Returns the language's properties; null for English. */
    @Nullable public Language language() {
        return content.language();
    }

    /** Returns the lexicons of the other languages. */
    public List<Lexicon> languages() {
        return languages;
    }

    public List<Meaning> meanings() {
        return content.meanings();
    }

    /** Requests about the bot, by the whole message in lower case. */
    public Map<String, Service> services() {
        return content.services();
    }

    /** Returns the patterns of each trait. */
    Map<Trait, List<Phrase>> traits() {
        return content.traits();
    }

    SentencePatterns patterns() {
        return content.patterns();
    }

    /**
     * Returns the compiled patterns over sentences and of topics, compiled when they are first needed.
     *
     * @throws LexiconException naming file, line and pattern of an invalid one
     */
    SentencePatternCompiler.Compiled compiledPatterns() {
        return compiledPatterns.get();
    }

    /** Returns the topics that can be explained. */
    Topics topics() {
        return topics;
    }

    List<FamilyEntry> families() {
        return content.families();
    }
}
