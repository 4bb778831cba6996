package io.tunetally.interpreter.lexicon;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.tunetally.request.Service;
import io.tunetally.topic.Phrase;
import io.tunetally.yaml.Yaml;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the lexicon file; streaming, because a tree lacks the line numbers for error messages. */
final class LexiconReader {
    private static final Set<Category> FROM_CATALOG = EnumSet.of(Category.MODELS, Category.FAMILIES);

    private final String file;
    private final List<Lexicon.Meaning> meanings = new ArrayList<>();
    private final List<Lexicon.FamilyEntry> families = new ArrayList<>();

    private final Map<String, Service> services = new HashMap<>();
    private final Map<Trait, List<Lexicon.Phrase>> traits = new EnumMap<>(Trait.class);
    private final Map<String, Map<String, List<Lexicon.Phrase>>> patterns = Map.of(
            "word-groups", new HashMap<>(),
            "reasons", new LinkedHashMap<>(),
            "advice", new LinkedHashMap<>(),
            "choices", new LinkedHashMap<>(),
            "weighed", new LinkedHashMap<>(),
            "up-times", new LinkedHashMap<>(),
            "dropped-prompts", new LinkedHashMap<>(),
            "request-shares", new LinkedHashMap<>(),
            "replies", new LinkedHashMap<>());

    private Lexicon.@Nullable Language language;
    private List<String> languageFiles = List.of();

    LexiconReader(String file) {
        this.file = file;
    }

    Lexicon read(InputStream in) {
        try (JsonParser parser = Yaml.strict(in)) {
            parser.nextToken();
            expect(parser, JsonToken.START_OBJECT, "a map of sections");
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                section(parser);
            }
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new LexiconException(file + ":" + line + ": " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new LexiconException(file + " cannot be read: " + e.getMessage(), e);
        }
        return new Lexicon(new Lexicon.Content(
                file, meanings, families, services, traits, sentencePatterns(), language, languageFiles));
    }

    private Lexicon.SentencePatterns sentencePatterns() {
        return new Lexicon.SentencePatterns(
                phrasesOf("word-groups"),
                phrasesOf("reasons"),
                phrasesOf("advice"),
                phrasesOf("choices"),
                phrasesOf("weighed"),
                phrasesOf("up-times"),
                phrasesOf("dropped-prompts"),
                phrasesOf("request-shares"),
                phrasesOf("replies"));
    }

    private Map<String, List<Lexicon.Phrase>> phrasesOf(String section) {
        return patterns.getOrDefault(section, Map.of());
    }

    private void section(JsonParser parser) throws IOException {
        String name = parser.currentName();
        int line = line(parser);
        parser.nextToken();
        if (name.equals("language-files")) {
            languageFiles = words(parser, name);
            return;
        }
        expect(parser, JsonToken.START_OBJECT, name + " with a map of meanings");
        if (name.equals("language")) {
            language = language(parser, line);
            return;
        }
        if (name.equals("families")) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                family(parser);
            }
            return;
        }
        if (name.equals("services")) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                service(parser);
            }
            return;
        }
        if (name.equals("traits")) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                trait(parser);
            }
            return;
        }
        Map<String, List<Lexicon.Phrase>> ofSentences = patterns.get(name);
        if (ofSentences != null) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String meaning = parser.currentName();
                parser.nextToken();
                ofSentences.put(meaning, phrases(parser, name + "." + meaning));
            }
            return;
        }
        Category category = sense(name, line);
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            int meaningLine = line(parser);
            String value = parser.currentName();
            parser.nextToken();
            meanings.add(new Lexicon.Meaning(category, value, phrases(parser, name + "." + value), meaningLine));
        }
    }

    private Category sense(String section, int line) {
        for (Category category : Category.values()) {
            if (category.section().equals(section) && !FROM_CATALOG.contains(category)) {
                return category;
            }
        }
        throw error(line, section, "is no section of a lexicon");
    }

    private Lexicon.Language language(JsonParser parser, int line) throws IOException {
        Map<String, String> texts = new HashMap<>();
        List<String> elisions = List.of();
        List<String> plurals = List.of();
        boolean capitalNouns = false;
        boolean shortenedNumbers = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String property = parser.currentName();
            String key = "language." + property;
            parser.nextToken();
            switch (property) {
                case "elisions" -> elisions = words(parser, key);
                case "plurals" -> plurals = words(parser, key);
                case "capital-nouns" -> capitalNouns = Boolean.parseBoolean(text(parser, key));
                case "shortened-numbers" -> shortenedNumbers = Boolean.parseBoolean(text(parser, key));
                case "name", "answered", "nothing-found", "decimal-mark", "counted" ->
                    texts.put(property, text(parser, key));
                default -> throw error(line(parser), key, "is no property of a language");
            }
        }
        return new Lexicon.Language(
                required(texts, "name", line),
                required(texts, "answered", line),
                required(texts, "nothing-found", line),
                decimalMark(required(texts, "decimal-mark", line), line),
                elisions,
                texts.getOrDefault("counted", ""),
                plurals,
                capitalNouns,
                shortenedNumbers);
    }

    private String required(Map<String, String> texts, String property, int line) {
        String text = texts.get(property);
        if (text == null) {
            throw error(line, "language", "needs " + property);
        }
        return text;
    }

    private char decimalMark(String text, int line) {
        if (text.equals(",") || text.equals(".")) {
            return text.charAt(0);
        }
        throw error(line, "language.decimal-mark", "must be a point or a comma, found " + text);
    }

    private void service(JsonParser parser) throws IOException {
        String word = parser.currentName();
        String key = "services." + word;
        Service service = Service.of(word).orElseThrow(() -> error(line(parser), key, "is no service"));
        parser.nextToken();
        for (Lexicon.Phrase phrase : phrases(parser, key)) {
            if (services.put(phrase.text().toLowerCase(Locale.ROOT), service) != null) {
                throw error(phrase.line(), key, "has a phrase that is there already: " + phrase.text());
            }
        }
    }

    private void trait(JsonParser parser) throws IOException {
        String word = parser.currentName();
        String key = "traits." + word;
        Trait trait = Trait.of(word).orElseThrow(() -> error(line(parser), key, "is no trait"));
        parser.nextToken();
        traits.put(trait, phrases(parser, key));
    }

    private void family(JsonParser parser) throws IOException {
        String name = parser.currentName();
        String key = "families." + name;
        int line = line(parser);
        parser.nextToken();
        expect(parser, JsonToken.START_OBJECT, key);
        @Nullable List<Lexicon.Phrase> names = null;
        boolean open = false;
        boolean tier = false;
        Map<String, String> sizes = Map.of();
        Map<String, String> also = Map.of();
        String standard = "";
        List<String> candidates = List.of();
        List<String> versions = List.of();
        List<String> abbreviations = List.of();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String property = parser.currentName();
            parser.nextToken();
            switch (property) {
                case "names" -> names = phrases(parser, key + ".names");
                case "open" -> open = Boolean.parseBoolean(text(parser, key + ".open"));
                case "tier" -> tier = Boolean.parseBoolean(text(parser, key + ".tier"));
                case "sizes" -> sizes = map(parser, key + ".sizes");
                case "also" -> also = map(parser, key + ".also");
                case "standard" -> standard = text(parser, key + ".standard");
                case "candidates" -> candidates = words(parser, key + ".candidates");
                case "versions" -> versions = words(parser, key + ".versions");
                case "abbreviations" -> abbreviations = words(parser, key + ".abbreviations");
                default -> throw error(line(parser), key + "." + property, "is no property of a family");
            }
        }
        if (names == null || names.isEmpty()) {
            throw error(line, key, "needs names");
        }
        families.add(new Lexicon.FamilyEntry(
                name, names, open, tier, sizes, also, standard, candidates, versions, abbreviations, line));
    }

    private List<Lexicon.Phrase> phrases(JsonParser parser, String key) throws IOException {
        expect(parser, JsonToken.START_ARRAY, key + " with a list of phrases");
        List<Lexicon.Phrase> phrases = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            String text = text(parser, key);
            boolean weak = text.startsWith("~") && text.length() > 1 && !text.equals("~~");
            for (String phrase : spelledOut(weak ? text.substring(1) : text, key, line(parser))) {
                phrases.add(new Lexicon.Phrase(phrase, weak, line(parser)));
            }
        }
        return phrases;
    }

    private List<String> spelledOut(String text, String key, int line) {
        try {
            return text.length() > 1 && text.contains("(") ? Phrase.spelledOut(text) : List.of(text);
        } catch (IllegalArgumentException e) {
            throw new LexiconException(file + ":" + line + ": " + key + " " + e.getMessage(), e);
        }
    }

    private List<String> words(JsonParser parser, String key) throws IOException {
        return phrases(parser, key).stream().map(Lexicon.Phrase::text).toList();
    }

    private Map<String, String> map(JsonParser parser, String key) throws IOException {
        expect(parser, JsonToken.START_OBJECT, key + " with a map");
        Map<String, String> map = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            map.put(name, text(parser, key + "." + name));
        }
        return map;
    }

    private String text(JsonParser parser, String key) throws IOException {
        if (!parser.currentToken().isScalarValue() || parser.currentToken() == JsonToken.VALUE_NULL) {
            throw error(line(parser), key, "must be a word, found " + parser.currentToken());
        }
        String text = parser.getText().strip();
        if (text.isEmpty()) {
            throw error(line(parser), key, "holds an empty phrase");
        }
        return text;
    }

    private void expect(JsonParser parser, JsonToken token, String what) {
        if (parser.currentToken() != token) {
            throw error(line(parser), what, "expected, found " + parser.currentToken());
        }
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }

    private LexiconException error(int line, String key, String trouble) {
        return new LexiconException(file + ":" + line + ": " + key + " " + trouble);
    }
}
