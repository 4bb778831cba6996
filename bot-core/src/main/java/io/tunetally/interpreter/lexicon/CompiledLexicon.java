package io.tunetally.interpreter.lexicon;

import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.Deployment;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.ModelId;
import io.tunetally.lazy.Lazy;
import io.tunetally.request.CanonicalReader;
import io.tunetally.request.Criterion;
import io.tunetally.request.Intent;
import io.tunetally.request.UpTime;
import io.tunetally.text.TypoIndex;
import io.tunetally.topic.TopicMatcher;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The compiled lexicon with the catalog's names, for look-ups by the pipeline. Immutable. */
public final class CompiledLexicon {
    private final Catalog catalog;
    private final PhraseTrie phrases;
    private final Map<String, ModelId> modelsBySpelling;
    private final Map<String, ModelId> standardSizes;
    private final Map<String, ModelId> modelsByVersion;
    private final Map<ModelId, Family> familiesByModel;
    private final EnglishWords english;
    private final ModelAvailability offers;
    private final Lazy<TypoIndex> typos;
    private final Set<String> modelWords;
    private final Set<String> listedModelWords;
    private final Set<String> tiers;
    private static final Map<Trait, Integer> PARTS = new EnumMap<>(Map.ofEntries(
            Map.entry(Trait.HALF, 2),
            Map.entry(Trait.THIRDS, 3),
            Map.entry(Trait.QUARTERS, 4),
            Map.entry(Trait.FIFTHS, 5),
            Map.entry(Trait.SIXTHS, 6),
            Map.entry(Trait.SEVENTHS, 7),
            Map.entry(Trait.EIGHTHS, 8),
            Map.entry(Trait.NINTHS, 9),
            Map.entry(Trait.TENTHS, 10),
            Map.entry(Trait.TWELFTHS, 12),
            Map.entry(Trait.TWENTIETHS, 20)));

    private static final Trait.Bits OF_PARTS = Trait.Bits.of(PARTS.keySet());

    private final Map<String, Family> abbreviations;
    private final Set<String> gpus;
    private final Set<String> variants;
    private final Set<String> everydayUnits;
    private static final String EXAMPLES = Category.UNITS + " example";
    private static final String ITEMS = Category.UNITS + " item";
    private static final String DOLLARS = Category.UNITS + " dollar";
    private static final String TOKENS = Category.UNITS + " token";
    private static final String EPOCHS = Category.UNITS + " epoch";

    private final Map<String, String> meanings;
    private final TraitPatterns traits;
    private final SentencePatternCompiler.Compiled patterns;

    private CompiledLexicon(LexiconCompiler compiler) {
        catalog = compiler.catalog;
        List<Lexeme> lexemes = compiler.lexemes;
        phrases = compiler.builder.build();
        modelsBySpelling = Map.copyOf(compiler.spellings);
        standardSizes = Map.copyOf(compiler.sizes);
        modelsByVersion = Map.copyOf(compiler.versions);
        familiesByModel = Map.copyOf(compiler.familiesByModel);
        abbreviations = Map.copyOf(compiler.abbreviations);
        english = compiler.english;
        traits = compiler.traits;
        patterns = compiler.lexicon.compiledPatterns();
        offers = new ModelAvailability(catalog);
        typos = Lazy.of(() -> new TypoIndex(RepairableWords.of(lexemes)));
        tiers = RepairableWords.ofTiers(lexemes);
        gpus = values(lexemes, Category.GPUS);
        variants = values(lexemes, Category.VARIANTS);
        everydayUnits = new HashSet<>();
        for (Lexeme lexeme : lexemes) {
            if (lexeme.is(Measure.ITEM)) {
                everydayUnits.add(lexeme.phrase());
            }
        }
        meanings = RepairableWords.meanings(lexemes);
        modelWords = RepairableWords.ofModels(lexemes);
        listedModelWords = RepairableWords.ofListedModels(lexemes);
    }

    public static CompiledLexicon compile(Catalog catalog, Lexicon lexicon) {
        return new CompiledLexicon(new LexiconCompiler(catalog, lexicon).compile());
    }

    private static Set<String> values(List<Lexeme> lexemes, Category category) {
        Set<String> values = new HashSet<>();
        for (Lexeme lexeme : lexemes) {
            if (lexeme.sense() == category) {
                values.add(lexeme.value());
            }
        }
        return values;
    }

    /** Returns the names that canonical text may contain. */
    public CanonicalReader.Vocabulary vocabulary() {
        return new CanonicalReader.Vocabulary(catalog, gpus, variants, id -> topics().topic(id) != null);
    }

    /** Returns a spelling of the catalog as a phrase. */
    static String normal(String spelling) {
        StringBuilder phrase = new StringBuilder();
        String lower = spelling.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (Character.isLetterOrDigit(c) || c == '.') {
                phrase.append(c);
            } else if (!phrase.isEmpty() && phrase.charAt(phrase.length() - 1) != ' ') {
                phrase.append(' ');
            }
        }
        return phrase.toString().strip();
    }

    public Catalog catalog() {
        return catalog;
    }

    public PhraseTrie phrases() {
        return phrases;
    }

    /** Returns the patterns of reasons for or against fine-tuning. */
    public WordPatterns<Criterion> reasons() {
        return patterns.reasons();
    }

    /** Returns the patterns of questions that ask for advice. */
    public WordPatterns<Intent> advice() {
        return patterns.advice();
    }

    /** Returns the patterns of questions of which of several models to take. */
    public WordPatterns<Intent> choices() {
        return patterns.choices();
    }

    /** Returns the patterns of questions that weigh a way to run a tuned model against paying for it by the token. */
    public WordPatterns<Deployment> weighed() {
        return patterns.weighed();
    }

    /** Returns the patterns of the times in which an endpoint is up. */
    public WordPatterns<UpTime> upTimes() {
        return patterns.upTimes();
    }

    /** Returns the patterns that say that nothing of a prompt is left after tuning. */
    public WordPatterns<Trait> droppedPrompts() {
        return patterns.droppedPrompts();
    }

    /** Returns the patterns that say that requests are answered without the model. */
    public WordPatterns<String> requestShares() {
        return patterns.requestShares();
    }

    /** Returns the patterns of what people write in a conversation about its answer. */
    public WordPatterns<WordPatterns.Reply> replies() {
        return patterns.replies();
    }

    public EnglishWords english() {
        return english;
    }

    /** Returns the words that a typing error may stand for, collected at the first unknown word of a message. */
    public TypoIndex typos() {
        return typos.get();
    }

    public TopicMatcher topics() {
        return patterns.topics();
    }

    /** Returns the words that extend a model's name to that of another model. */
    public Set<String> tiers() {
        return tiers;
    }

    /** True if these words all have the same meaning. */
    public boolean meanTheSame(List<String> words) {
        String first = meanings.get(words.getFirst());
        return words.size() == 1 || words.stream().allMatch(word -> first != null && first.equals(meanings.get(word)));
    }

    public boolean isEdition(String name) {
        return catalog.books().stream().anyMatch(book -> book.edition().equals(name));
    }

    /** True if a number is the name of a GPU ({@code 4090}). */
    public boolean isGpuNumber(String digits) {
        return gpus.contains(digits);
    }

    /** True if a word has a trait, whether or not it is in the lexicon. */
    public boolean is(Trait trait, String word) {
        return traits.has(trait, word);
    }

    /** Returns the traits of a part of a folded text, whether or not it is in the lexicon; not to be changed. */
    public Trait.Bits traits(String text, int start, int end) {
        return traits.in(text, start, end);
    }

    /** Returns how many of the parts that a word names make a whole: 3 for a {@code third}; null for any other word. */
    public @Nullable Integer partsOf(String text, int start, int end) {
        return partsOf(traits.in(text, start, end));
    }

    /** Returns the same for a word with some traits. */
    public @Nullable Integer partsOf(Trait.Bits word) {
        if (!word.intersects(OF_PARTS)) {
            return null;
        }
        for (Map.Entry<Trait, Integer> part : PARTS.entrySet()) {
            if (word.contains(part.getKey())) {
                return part.getValue();
            }
        }
        return null;
    }

    /** True if a word is a unit only beside a number ({@code conversations}). */
    public boolean isEverydayUnit(String word) {
        return everydayUnits.contains(word);
    }

    /** True for a word that a number can count. */
    public boolean isUnit(String word) {
        return meanings.getOrDefault(word, "").startsWith(Category.UNITS.name());
    }

    /** True for a word that multiplies the number before it: {@code lakh}, {@code million}. */
    public boolean isMultiplier(String word) {
        return meanings.getOrDefault(word, "").startsWith(Category.MULTIPLIERS.name());
    }

    /** True for a word that always names a method of training: {@code qlora}; not for {@code full}. */
    public boolean isMethod(String word) {
        return meanings.getOrDefault(word, "").startsWith(Category.METHODS.name()) && is(Trait.METHOD_IN_NAME, word);
    }

    /** True for a word that counts data: {@code rows}, {@code tickets}. */
    public boolean isData(String word) {
        String meaning = meanings.getOrDefault(word, "");
        return meaning.equals(EXAMPLES) || meaning.equals(ITEMS);
    }

    /** True for a word for a currency: {@code usd}, {@code euros}. */
    public boolean isCurrency(String word) {
        String meaning = meanings.getOrDefault(word, "");
        return meaning.equals(DOLLARS) || meaning.startsWith(Category.CURRENCIES.name());
    }

    /** True for a word that counts tokens. */
    public boolean isToken(String word) {
        return meanings.getOrDefault(word, "").equals(TOKENS);
    }

    /** True for a word for epochs. */
    public boolean isEpoch(String word) {
        return meanings.getOrDefault(word, "").equals(EPOCHS);
    }

    /** Returns a word that counts data and names their number in a table, too. */
    public String dataWord() {
        return traits.wordsWith(Trait.COUNT_NAME).stream()
                .filter(this::isData)
                .findFirst()
                .orElse("");
    }

    public boolean isModelWord(String word) {
        return modelWords.contains(word);
    }

    /** True for a word of the name of a model in the price books. */
    public boolean isListedModelWord(String word) {
        return listedModelWords.contains(word);
    }

    public ModelAvailability offers() {
        return offers;
    }

    /** The model of a spelling, ignoring separators, or null. */
    @Nullable public ModelId model(String spelling) {
        return modelsBySpelling.get(key(spelling));
    }

    /** The model for a bare size, or null. */
    @Nullable public ModelId standardOf(String size) {
        return standardSizes.get(size);
    }

    /** The only model of a version ({@code 4.1}) without a tier, or null. */
    @Nullable public ModelId modelOfVersion(String version) {
        return modelsByVersion.get(version);
    }

    /** Returns the family that letters before a version or a size stand for ({@code l} of {@code l8b}), or null. */
    @Nullable public Family familyOf(String letters) {
        return abbreviations.get(letters);
    }

    @Nullable public Family familyOf(ModelId id) {
        return familiesByModel.get(id);
    }

    /** Returns the models that a bill for requests may be of, where it names none: those of a bare name of closed weights. */
    public List<ModelId> billedModels() {
        return familiesByModel.values().stream()
                .filter(family -> !family.open() && !family.tier())
                .flatMap(family -> family.candidates().stream())
                .distinct()
                .sorted(Comparator.comparing(ModelId::value))
                .toList();
    }

    /**
     * Returns the models of a version, e.g. {@code llama-3.1-8b} for {@code llama-3}. The next half version of a closed
     * model is another one: {@code gpt-3} is not GPT-3.5.
     */
    public List<ModelId> modelsNamed(Family family, String version) {
        String name = family.name() + "-" + version;
        String minor = family.open() ? name + "." : name + ".0";
        return catalog.models().stream()
                .map(Model::id)
                .filter(id -> id.value().startsWith(name + "-") || id.value().startsWith(minor))
                .toList();
    }

    /** Folds case and separators; a dot between digits stays. */
    public static String key(String spelling) {
        StringBuilder key = new StringBuilder(spelling.length());
        for (int i = 0; i < spelling.length(); i++) {
            char c = spelling.charAt(i);
            boolean point = c == '.'
                    && key.length() > 0
                    && Character.isDigit(key.charAt(key.length() - 1))
                    && i + 1 < spelling.length()
                    && Character.isDigit(spelling.charAt(i + 1));
            if (Character.isLetterOrDigit(c) || point) {
                key.append(Character.toLowerCase(c));
            }
        }
        return key.toString();
    }
}
