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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Collects the phrases and rejects one with two meanings. */
final class LexiconCompiler {
    /** The letters of {@code gpt}. */
    private static final int SHORTEST_FAMILY = 3;

    final Catalog catalog;
    final Lexicon lexicon;
    final EnglishWords english = EnglishWords.builtIn();
    private final CatalogNames names;
    final TraitPatterns traits;
    final PhraseTrie.Builder builder = new PhraseTrie.Builder();
    private final Map<String, Family> families = new LinkedHashMap<>();
    private final Map<String, String> familyNames = new TreeMap<>();
    final Map<String, ModelId> spellings = new HashMap<>();
    final Map<String, ModelId> sizes = new LinkedHashMap<>();
    final Map<String, ModelId> versions = new HashMap<>();
    final Map<String, Family> abbreviations = new HashMap<>();
    final Map<ModelId, Family> familiesByModel = new HashMap<>();
    private final Map<String, List<String>> saidParts = new HashMap<>();
    final List<Lexeme> lexemes = new ArrayList<>();

    LexiconCompiler(Catalog catalog, Lexicon lexicon) {
        this.catalog = catalog;
        this.lexicon = lexicon;
        this.names = new CatalogNames(catalog);
        this.traits = lexicon.traitPatterns();
    }

    LexiconCompiler compile() {
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
        ModelId standard = entry.standard().isEmpty() ? null : new ModelId(entry.standard());
        List<ModelId> candidates = entry.candidates().stream().map(ModelId::new).toList();
        if (standard != null || !candidates.isEmpty()) {
            sizes.putAll(bySize);
        }
        Family family =
                new Family(entry.name(), entry.open(), entry.tier(), bySize, standard, candidates, entry.versions());
        entry.abbreviations().forEach(letters -> abbreviations.put(letters, family));
        families.put(entry.name(), family);
        for (Lexicon.Phrase phrase : entry.names()) {
            familyNames.put(CompiledLexicon.key(phrase.text()), entry.name());
            add(lexeme(phrase.text(), Category.FAMILIES, entry.name(), family, phrase.weak()), phrase.line());
        }
        entry.also().forEach((tier, id) -> spellings.put(CompiledLexicon.key(entry.name() + tier), new ModelId(id)));
    }

    private void model(Model model) {
        Family family = familyOf(model);
        if (family != null) {
            familiesByModel.put(model.id(), family);
            String rest = model.id()
                    .value()
                    .substring(
                            Math.min(model.id().value().length(), family.name().length() + 1));
            if (!family.open() && !rest.isEmpty() && isVersion(rest)) {
                versions.put(rest, model.id());
            }
        }
        spelling(model, model.id().value());
        spelling(model, model.name());
        model.aliases().forEach(alias -> spelling(model, alias));
    }

    private void spelling(Model model, String spelling) {
        String phrase = CompiledLexicon.normal(spelling);
        if (phrase.length() < 2 || isVersion(phrase)) {
            return;
        }
        spellings.put(CompiledLexicon.key(phrase), model.id());
        if (namesProviderFirst(phrase)) {
            return;
        }
        ModelName name = new ModelName(model.id(), familiesByModel.get(model.id()), versionIn(phrase), false);
        add(lexeme(phrase, Category.MODELS, model.id().value(), name, false), 0);
        misspelt(model, phrase);
        swapped(model, phrase);
        dictated(model, phrase, name);
    }

    private static boolean isVersion(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isDigit(text.charAt(i)) && text.charAt(i) != '.') {
                return false;
            }
        }
        return true;
    }

    /** A provider before a model is a provider ({@code azure gpt-4o}), not part of an alias. */
    private boolean namesProviderFirst(String phrase) {
        int space = phrase.indexOf(' ');
        String first = space < 0 ? "" : phrase.substring(0, space);
        return traits.has(Trait.PROVIDER_FIRST, first);
    }

    /** {@code gpt-40} is {@code gpt-4o} with a zero typed for the letter. */
    private void misspelt(Model model, String phrase) {
        int letter = letterAfterDigit(phrase);
        if (!Character.isLetter(phrase.charAt(0)) || letter < 0) {
            return;
        }
        String typed = phrase.substring(0, letter) + "0" + phrase.substring(letter + 1);
        if (!spellings.containsKey(CompiledLexicon.key(typed))) {
            ModelName name = new ModelName(model.id(), familiesByModel.get(model.id()), versionIn(phrase), true);
            add(lexeme(typed, Category.MODELS, model.id().value(), name, false), 0);
        }
    }

    /** Returns the place of the letter o behind a digit, or -1. */
    private static int letterAfterDigit(String phrase) {
        for (int i = 1; i < phrase.length(); i++) {
            if (phrase.charAt(i) == 'o' && Character.isDigit(phrase.charAt(i - 1))) {
                return i;
            }
        }
        return -1;
    }

    /** {@code gtp-4o} is {@code gpt-4o}: in a family's name of three letters no word can be told from another by its distance. */
    private void swapped(Model model, String phrase) {
        Family family = familiesByModel.get(model.id());
        String name = family == null ? "" : family.name();
        if (name.length() != SHORTEST_FAMILY || !phrase.startsWith(name)) {
            return;
        }
        String typed = "" + name.charAt(0) + name.charAt(2) + name.charAt(1) + phrase.substring(SHORTEST_FAMILY);
        if (!spellings.containsKey(CompiledLexicon.key(typed))) {
            ModelName misspelt = new ModelName(model.id(), family, versionIn(phrase), true);
            add(lexeme(typed, Category.MODELS, model.id().value(), misspelt, false), 0);
        }
    }

    private void dictated(Model model, String phrase, ModelName name) {
        for (String said : ModelName.dictated(phrase, saidParts)) {
            if (spellings.putIfAbsent(CompiledLexicon.key(said), model.id()) == null) {
                add(lexeme(said, Category.MODELS, model.id().value(), name, false), 0);
            }
        }
    }

    private @Nullable Family familyOf(Model model) {
        String key = CompiledLexicon.key(model.id().value());
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
        String phrase = CompiledLexicon.normal(alias);
        boolean familyName = familyNames.containsKey(CompiledLexicon.key(phrase));
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
