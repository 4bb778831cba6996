package io.tunetally.discussion.reader;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.tunetally.discussion.Command;
import io.tunetally.discussion.Verb;
import io.tunetally.text.PatternIndex;
import io.tunetally.yaml.BuiltInFile;
import io.tunetally.yaml.Yaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The phrases of all commands, in the order of {@code config/discussion.yaml}: the first that matches wins. */
final class Phrasebook {
    private static final String FILE = "config/discussion.yaml";

    /** After a verb: how many scenarios the thread needs for these phrases. */
    private static final String NEEDS = "@";

    /** In a phrase: any noun of a description. */
    private static final String NOUN = "NOUN";

    private static final Pattern NOUNS = Pattern.compile("\\b" + NOUN + "\\b");

    /**
     * A phrase and its command.
     *
     * @param scenariosNeeded in threads with fewer, it means something else
     * @param given the values that its phrase stands for, besides those that are typed
     */
    record Entry(Verb verb, Phrase phrase, int scenariosNeeded, Map<String, String> given) {}

    /** A word that stands for others in phrases. */
    private record ShortForm(Pattern word, String replacement) {}

    private static final class BuiltIn {
        static final Phrasebook BOOK = load();
    }

    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, String> gaps = new LinkedHashMap<>();
    private final Map<String, ShortForm> shorts = new LinkedHashMap<>();
    private final Map<String, String> spelledWords = new LinkedHashMap<>();
    private final Map<Pattern, String> spellings = new LinkedHashMap<>();
    private final Set<String> words = new HashSet<>();
    private final Set<String> nouns = new HashSet<>();
    private final List<String> ordinals = new ArrayList<>();
    private final Set<String> latest = new HashSet<>();
    private final StringBuilder before = new StringBuilder();
    private final StringBuilder after = new StringBuilder();

    static Phrasebook builtIn() {
        return BuiltIn.BOOK;
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    PatternIndex<Entry> index() {
        PatternIndex.Builder<Entry> index = new PatternIndex.Builder<>();
        entries.forEach(entry -> index.add(entry, entry.phrase().needed(), null));
        return index.build();
    }

    /** Returns how scenarios are named. */
    ScenarioNames names() {
        return new ScenarioNames(words, new Descriptions(nouns, ordinals, latest));
    }

    /** Returns the ways to read a message, the way it was typed first. */
    Wordings wordings() {
        return new Wordings(before.toString(), after.toString(), spelledWords, spellings);
    }

    private static Phrasebook load() {
        try (InputStream in = BuiltInFile.open(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing from the class path");
            }
            return read(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(FILE + " cannot be read", unreadable);
        }
    }

    /** @throws IllegalArgumentException naming the key that is no command, or the gap that is unknown */
    static Phrasebook read(InputStream in) throws IOException {
        Phrasebook book = new Phrasebook();
        try (JsonParser yaml = Yaml.strict(in)) {
            yaml.nextToken();
            while (yaml.nextToken() == JsonToken.FIELD_NAME) {
                String key = yaml.currentName();
                yaml.nextToken();
                book.section(key, yaml);
            }
        }
        return book;
    }

    private void section(String key, JsonParser yaml) throws IOException {
        String[] parts = key.split(NEEDS, 2);
        int needed = parts.length < 2 ? 0 : Integer.parseInt(parts[1]);
        switch (parts[0]) {
            case "gaps" -> map(yaml).forEach((name, regex) -> gaps.put(name, inFull(regex)));
            case "short" ->
                map(yaml)
                        .forEach((name, text) -> shorts.put(
                                name,
                                new ShortForm(Pattern.compile("\\b" + name + "\\b"), Matcher.quoteReplacement(text))));
            case "spellings" -> map(yaml).forEach(this::spelling);
            case "before" -> before.append(yaml.getText());
            case "after" -> after.append(yaml.getText());
            case "words" -> words.addAll(list(yaml));
            case "nouns" -> nouns.addAll(list(yaml));
            case "ordinals" -> ordinals.addAll(list(yaml));
            case "latest" -> list(yaml).forEach(word -> latest.add(word.replace('_', ' ')));
            case "incomplete" -> incomplete(needed, yaml);
            case "follow-ups" -> followUps(needed, yaml);
            default -> {
                for (String phrase : list(yaml)) {
                    add(parts[0], phrase, needed, "");
                }
            }
        }
    }

    private void spelling(String written, String text) {
        if (written.chars().allMatch(Character::isLetter)) {
            spelledWords.put(written, text);
        } else {
            spellings.put(Pattern.compile(written, Pattern.CASE_INSENSITIVE), text);
        }
    }

    private void incomplete(int needed, JsonParser yaml) throws IOException {
        while (yaml.nextToken() == JsonToken.FIELD_NAME) {
            String verb = yaml.currentName();
            yaml.nextToken();
            List<String> phrases = list(yaml);
            for (String phrase : phrases.subList(1, phrases.size())) {
                add(verb, phrase, needed, phrases.getFirst());
            }
        }
    }

    private void followUps(int needed, JsonParser yaml) throws IOException {
        while (yaml.nextToken() == JsonToken.FIELD_NAME) {
            String question = yaml.currentName();
            yaml.nextToken();
            for (String phrase : list(yaml)) {
                add(Verb.FOLLOW_UP, phrase, needed, Map.of(Command.QUESTION, question));
            }
        }
    }

    private void add(String word, String phrase, int needed, String example) {
        Verb verb =
                Verb.of(word).orElseThrow(() -> new IllegalArgumentException(FILE + ": " + word + " is no command"));
        add(verb, phrase, needed, example.isEmpty() ? Map.of() : Map.of(Command.EXAMPLE, example));
    }

    private void add(Verb verb, String phrase, int needed, Map<String, String> given) {
        Phrase inFull = new Phrase(inFull(phrase), gaps);
        entries.add(new Entry(verb, inFull, Math.max(needed, verb.scenariosNeeded()), given));
    }

    private String inFull(String text) {
        String whole = text.contains(NOUN) ? NOUNS.matcher(text).replaceAll(String.join("|", nouns)) : text;
        for (Map.Entry<String, ShortForm> each : shorts.entrySet()) {
            if (whole.contains(each.getKey())) {
                whole = each.getValue()
                        .word()
                        .matcher(whole)
                        .replaceAll(each.getValue().replacement());
            }
        }
        return whole;
    }

    private static Map<String, String> map(JsonParser yaml) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        while (yaml.nextToken() == JsonToken.FIELD_NAME) {
            String name = yaml.currentName();
            yaml.nextToken();
            values.put(name, yaml.getText());
        }
        return values;
    }

    private static List<String> list(JsonParser yaml) throws IOException {
        List<String> values = new ArrayList<>();
        while (yaml.nextToken() != JsonToken.END_ARRAY) {
            values.add(yaml.getText());
        }
        return values;
    }
}
