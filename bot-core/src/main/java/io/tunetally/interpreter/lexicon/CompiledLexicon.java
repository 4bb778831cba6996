package io.tunetally.interpreter.lexicon;

import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.Deployment;
import io.tunetally.catalog.Method;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.Objective;
import io.tunetally.catalog.PriceBook;
import io.tunetally.catalog.Provider;
import io.tunetally.request.Criterion;
import io.tunetally.request.Intent;
import io.tunetally.topic.TopicMatcher;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
    private final TypoIndex typos;
    private final Set<String> modelWords;
    private final Set<String> tiers;
    private final Set<String> gpuNumbers;
    private final Set<String> everydayUnits;
    private final Map<String, String> meanings;
    private final TraitPatterns traits;
    private final WordPatterns<Criterion> reasons;
    private final WordPatterns<Intent> advice;
    private final TopicMatcher topics;

    private CompiledLexicon(Compiler compiler) {
        catalog = compiler.catalog;
        List<Lexeme> lexemes = compiler.lexemes;
        phrases = compiler.builder.build();
        modelsBySpelling = Map.copyOf(compiler.spellings);
        standardSizes = Map.copyOf(compiler.sizes);
        modelsByVersion = Map.copyOf(compiler.versions);
        familiesByModel = Map.copyOf(compiler.familiesByModel);
        english = compiler.english;
        traits = compiler.traits;
        SentencePatternCompiler patterns = new SentencePatternCompiler(compiler.lexicon);
        reasons = patterns.reasons();
        advice = patterns.advice();
        topics = new TopicMatcher(compiler.lexicon.topics());
        offers = new ModelAvailability(catalog);
        typos = new TypoIndex(RepairableWords.of(lexemes));
        tiers = RepairableWords.ofTiers(lexemes);
        gpuNumbers = lexemes.stream()
                .filter(lexeme -> lexeme.sense() == Category.GPUS)
                .map(Lexeme::value)
                .filter(value -> value.chars().allMatch(Character::isDigit))
                .collect(Collectors.toUnmodifiableSet());
        everydayUnits = lexemes.stream()
                .filter(lexeme -> lexeme.is(Measure.ITEM))
                .map(Lexeme::phrase)
                .collect(Collectors.toUnmodifiableSet());
        meanings = RepairableWords.meanings(lexemes);
        modelWords = RepairableWords.ofModels(lexemes);
    }

    public static CompiledLexicon compile(Catalog catalog, Lexicon lexicon) {
        return new CompiledLexicon(new Compiler(catalog, lexicon).compile());
    }

    /** Returns a spelling of the catalog as a phrase. */
    static String normal(String spelling) {
        StringBuilder phrase = new StringBuilder();
        spelling.toLowerCase(Locale.ROOT).chars().forEach(c -> {
            if (Character.isLetterOrDigit(c) || c == '.') {
                phrase.append((char) c);
            } else if (!phrase.isEmpty() && phrase.charAt(phrase.length() - 1) != ' ') {
                phrase.append(' ');
            }
        });
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
        return reasons;
    }

    /** Returns the patterns of questions that ask for advice. */
    public WordPatterns<Intent> advice() {
        return advice;
    }

    public EnglishWords english() {
        return english;
    }

    public TypoIndex typos() {
        return typos;
    }

    public TopicMatcher topics() {
        return topics;
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
        return gpuNumbers.contains(digits);
    }

    /** True if a word has a trait, whether or not it is in the lexicon. */
    public boolean is(Trait trait, String word) {
        return traits.has(trait, word);
    }

    /** The same for a part of a folded text. */
    public boolean is(Trait trait, String text, int start, int end) {
        return traits.has(trait, text, start, end);
    }

    /** True if a word is a unit only beside a number ({@code conversations}). */
    public boolean isEverydayUnit(String word) {
        return everydayUnits.contains(word);
    }

    /** True for a word that a number can count. */
    public boolean isUnit(String word) {
        return meanings.getOrDefault(word, "").startsWith(Category.UNITS.name());
    }

    public boolean isModelWord(String word) {
        return modelWords.contains(word);
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

    @Nullable public Family familyOf(ModelId id) {
        return familiesByModel.get(id);
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

    /** Collects the phrases and rejects one with two meanings. */
    private static final class Compiler {
        private static final Pattern LETTER_AFTER_DIGIT = Pattern.compile("(?<=\\d)o");

        private final Catalog catalog;
        private final Lexicon lexicon;
        private final EnglishWords english = EnglishWords.load();
        private final CatalogNames names;
        private final TraitPatterns traits;
        private final PhraseTrie.Builder builder = new PhraseTrie.Builder();
        private final Map<String, Family> families = new LinkedHashMap<>();
        private final Map<String, String> familyNames = new TreeMap<>();
        private final Map<String, ModelId> spellings = new HashMap<>();
        private final Map<String, ModelId> sizes = new LinkedHashMap<>();
        private final Map<String, ModelId> versions = new HashMap<>();
        private final Map<ModelId, Family> familiesByModel = new HashMap<>();
        private final List<Lexeme> lexemes = new ArrayList<>();

        Compiler(Catalog catalog, Lexicon lexicon) {
            this.catalog = catalog;
            this.lexicon = lexicon;
            this.names = new CatalogNames(catalog);
            this.traits = new TraitPatterns(lexicon.traits());
        }

        Compiler compile() {
            lexicon.families().forEach(this::family);
            // The lexicon marks names of the catalog that are also everyday words, so it comes first.
            lexicon.meanings().stream()
                    .filter(meaning -> meaning.sense() == Category.PROVIDERS)
                    .forEach(this::meaning);
            catalog.models().forEach(this::model);
            catalog.providers().forEach(this::provider);
            catalog.books().forEach(this::edition);
            lexicon.meanings().stream()
                    .filter(meaning -> meaning.sense() != Category.PROVIDERS && meaning.sense() != Category.LANGUAGES)
                    .forEach(this::meaning);
            return this;
        }

        private Lexeme lexeme(String phrase, Category category, String value, @Nullable Object code, boolean weak) {
            return new Lexeme(phrase, category, value, code, weak, traits.of(phrase, value));
        }

        private void family(Lexicon.FamilyEntry entry) {
            Map<String, ModelId> bySize = new LinkedHashMap<>();
            entry.sizes().forEach((size, id) -> bySize.put(size, new ModelId(id)));
            sizes.putAll(bySize);
            ModelId standard = entry.standard().isEmpty() ? null : new ModelId(entry.standard());
            List<ModelId> candidates =
                    entry.candidates().stream().map(ModelId::new).toList();
            Family family = new Family(entry.name(), entry.open(), entry.tier(), bySize, standard, candidates);
            families.put(entry.name(), family);
            for (Lexicon.Phrase phrase : entry.names()) {
                familyNames.put(key(phrase.text()), entry.name());
                add(lexeme(phrase.text(), Category.FAMILIES, entry.name(), family, phrase.weak()), phrase.line());
            }
            entry.also().forEach((tier, id) -> spellings.put(key(entry.name() + tier), new ModelId(id)));
        }

        private void model(Model model) {
            Family family = familyOf(model);
            if (family != null) {
                familiesByModel.put(model.id(), family);
                String rest = model.id()
                        .value()
                        .substring(Math.min(
                                model.id().value().length(), family.name().length() + 1));
                if (!family.open() && !rest.isEmpty() && rest.chars().allMatch(c -> Character.isDigit(c) || c == '.')) {
                    versions.put(rest, model.id());
                }
            }
            spelling(model, model.id().value());
            spelling(model, model.name());
            model.aliases().forEach(alias -> spelling(model, alias));
        }

        private void spelling(Model model, String spelling) {
            String phrase = normal(spelling);
            if (phrase.length() < 2 || phrase.chars().allMatch(c -> Character.isDigit(c) || c == '.')) {
                return;
            }
            spellings.put(key(phrase), model.id());
            if (namesProviderFirst(phrase)) {
                return;
            }
            ModelName name = new ModelName(model.id(), familyOf(model), versionIn(phrase), false);
            add(lexeme(phrase, Category.MODELS, model.id().value(), name, false), 0);
            misspelt(model, phrase);
        }

        /** A provider before a model is a provider ({@code azure gpt-4o}), not part of an alias. */
        private boolean namesProviderFirst(String phrase) {
            int space = phrase.indexOf(' ');
            String first = space < 0 ? "" : phrase.substring(0, space);
            return traits.has(Trait.PROVIDER_FIRST, first);
        }

        /** {@code gpt-40} is {@code gpt-4o} with a zero typed for the letter. */
        private void misspelt(Model model, String phrase) {
            Matcher letter = LETTER_AFTER_DIGIT.matcher(phrase);
            if (!Character.isLetter(phrase.charAt(0)) || !letter.find()) {
                return;
            }
            String typed = letter.replaceFirst("0");
            if (!spellings.containsKey(key(typed))) {
                ModelName name = new ModelName(model.id(), familyOf(model), versionIn(phrase), true);
                add(lexeme(typed, Category.MODELS, model.id().value(), name, false), 0);
            }
        }

        private @Nullable Family familyOf(Model model) {
            String key = key(model.id().value());
            String name = null;
            for (Map.Entry<String, String> entry : familyNames.entrySet()) {
                if (key.startsWith(entry.getKey())) {
                    name = entry.getValue();
                }
            }
            return name == null ? null : families.get(name);
        }

        private static String versionIn(String phrase) {
            int at = 0;
            while (at < phrase.length() && !Character.isDigit(phrase.charAt(at))) {
                at++;
            }
            int end = at;
            while (end < phrase.length() && (Character.isDigit(phrase.charAt(end)) || phrase.charAt(end) == '.')) {
                end++;
            }
            boolean size = end < phrase.length() && phrase.charAt(end) == 'b';
            return size ? "" : phrase.substring(at, end);
        }

        private void provider(Provider provider) {
            addProvider(provider, provider.id().value());
            addProvider(provider, provider.name());
            provider.aliases().forEach(alias -> addProvider(provider, alias));
        }

        private void addProvider(Provider provider, String alias) {
            String phrase = normal(alias);
            boolean familyName = familyNames.containsKey(key(phrase));
            if (!familyName) {
                boolean weak = english.contains(phrase);
                add(lexeme(phrase, Category.PROVIDERS, provider.id().value(), provider, weak), 0);
            }
        }

        private void edition(PriceBook book) {
            for (String noun : traits.wordsWith(Trait.EDITION_NOUN)) {
                add(lexeme(book.edition() + " " + noun, Category.EDITIONS, book.edition(), null, false), 0);
            }
        }

        private void meaning(Lexicon.Meaning meaning) {
            Object code = code(meaning);
            for (Lexicon.Phrase phrase : meaning.phrases()) {
                String text = phrase.text().toLowerCase(Locale.ROOT);
                add(lexeme(text, meaning.sense(), meaning.value(), code, phrase.weak()), phrase.line());
            }
        }

        private @Nullable Object code(Lexicon.Meaning meaning) {
            String name = meaning.value().toUpperCase(Locale.ROOT).replace('-', '_');
            try {
                return switch (meaning.sense()) {
                    case INTENTS -> Intent.valueOf(name);
                    case UNITS, PERIODS, RATES -> Measure.valueOf(name);
                    case CUES -> Cue.valueOf(name);
                    case CRITERIA -> Criterion.valueOf(name);
                    case NUMBERS, MULTIPLIERS -> new java.math.BigDecimal(meaning.value());
                    case METHODS -> Method.valueOf(name);
                    case OBJECTIVES -> Objective.valueOf(name);
                    case DEPLOYMENTS -> Deployment.valueOf(name);
                    case GPUS, EDITIONS, CURRENCIES, VARIANTS -> null;
                    case MODELS, FAMILIES, TIERS, NEUTRAL_TIERS, PUBLISHERS, PROVIDERS, OTHER_PROVIDERS -> null;
                    case TUNING, TOPICS, KNOBS, FUNCTIONS, LANGUAGES, COURTESIES -> null;
                };
            } catch (IllegalArgumentException e) {
                throw error(
                        meaning.line(),
                        meaning.sense().section() + "." + meaning.value() + " is no meaning of its section",
                        e);
            }
        }

        private void add(Lexeme lexeme, int line) {
            Lexeme other;
            try {
                other = builder.add(lexeme);
            } catch (LexiconException unusable) {
                throw names.unusable(lexeme, unusable)
                        .orElseGet(() -> error(line, String.valueOf(unusable.getMessage()), unusable));
            }
            if (other != null) {
                String clash = "\"%s\" (%s %s) is also \"%s\" (%s %s)"
                        .formatted(
                                lexeme.phrase(),
                                lexeme.sense().section(),
                                lexeme.value(),
                                other.phrase(),
                                other.sense().section(),
                                other.value());
                throw names.clash(lexeme, other, clash).orElseGet(() -> error(line, clash, null));
            }
            lexemes.add(lexeme);
        }

        private LexiconException error(int line, String trouble, @Nullable Throwable cause) {
            String where = line > 0 ? lexicon.file() + ":" + line : lexicon.file() + " and the price books";
            return cause == null
                    ? new LexiconException(where + ": " + trouble)
                    : new LexiconException(where + ": " + trouble, cause);
        }
    }
}
