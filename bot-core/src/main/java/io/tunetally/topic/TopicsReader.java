package io.tunetally.topic;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.tunetally.topic.Topic.Next;
import io.tunetally.topic.Topic.Question;
import io.tunetally.yaml.Yaml;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the file of topics; streaming, because a tree lacks the line numbers for error messages. */
final class TopicsReader {
    private static final Pattern ID = Pattern.compile("[a-z][a-z-]*");

    private final String file;
    private final List<Topic> topics = new ArrayList<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private final Map<String, List<String>> same = new HashMap<>();
    private final Map<String, List<String>> offers = new LinkedHashMap<>();
    private final Map<TermWords.Part, List<List<String>>> terms = new EnumMap<>(TermWords.Part.class);
    private final Set<String> patterns = new HashSet<>();
    private final Map<List<String>, String> termOwners = new HashMap<>();
    private final List<Phrase> asks = new ArrayList<>();
    private List<String> articles = List.of();

    TopicsReader(String file) {
        this.file = file;
    }

    Topics read(InputStream in) {
        try (JsonParser parser = Yaml.strict(in)) {
            parser.nextToken();
            YamlValue.root(file, parser).entries(this::section);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new TopicException(file + ":" + line + ": " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new TopicException(file + " cannot be read: " + e.getMessage(), e);
        }
        topics.forEach(this::checkNext);
        return new Topics(
                topics,
                new TopicWords(
                        same,
                        asks,
                        folded(articles),
                        folded(offers("opens")),
                        folded(offers("verbs")),
                        new TermWords(terms)));
    }

    private void section(String name, YamlValue value) throws IOException {
        switch (name) {
            case "same" -> value.entries(this::same);
            case "asks" -> {
                for (String pattern : value.texts()) {
                    asks.add(value.checked(() -> Phrase.ask(pattern, this::fold)));
                }
            }
            case "differences" -> {
                for (String pattern : value.texts()) {
                    asks.add(value.checked(() -> Phrase.difference(pattern, this::fold)));
                }
            }
            case "articles" -> articles = value.texts();
            case "offers" -> value.entries((key, words) -> offers.put(key, words.texts()));
            case "terms" -> value.entries(this::terms);
            case "topics" -> value.entries(this::topic);
            default ->
                throw value.error(
                        "is no section; known here: same, asks, differences, articles, offers, terms, topics");
        }
    }

    /** Adds spellings of the words in a key. */
    private void same(String meaning, YamlValue spellings) throws IOException {
        List<String> words = Arrays.asList(meaning.split(" "));
        for (String spelling : spellings.texts()) {
            if (spelling.contains(" ") || same.put(spelling, words) != null) {
                throw spellings.error("has a spelling of several words, or one that is there already: " + spelling);
            }
        }
    }

    private void terms(String key, YamlValue value) throws IOException {
        TermWords.Part part = TermWords.Part.of(key)
                .orElseThrow(() -> value.error("is no part of terms; known here: " + TermWords.Part.keys()));
        terms.put(part, spelledOut(value, value.texts()));
    }

    /** Returns every run of words that patterns stand for. */
    private List<List<String>> spelledOut(YamlValue value, List<String> patterns) {
        return value.checked(() -> folded(patterns.stream()
                .flatMap(pattern -> Phrase.spelledOut(pattern).stream())
                .toList()));
    }

    private List<String> offers(String key) {
        List<String> words = offers.remove(key);
        if (words == null && !topics.isEmpty()) {
            throw new TopicException(file + ": offers needs " + key);
        }
        return words == null ? List.of() : words;
    }

    private List<String> fold(String word) {
        return same.getOrDefault(word, List.of(word));
    }

    private List<List<String>> folded(List<String> texts) {
        return texts.stream().map(text -> Phrase.folded(text, this::fold)).toList();
    }

    private void topic(String id, YamlValue value) throws IOException {
        if (!ID.matcher(id).matches() || Question.of(id).isPresent()) {
            throw value.error("is not an id; use lower case letters and -, and no word of a next question");
        }
        lines.put(id, value.line());
        TopicEntry entry = new TopicEntry(value);
        value.entries(entry::read);
        Stream.of(entry.words(), entry.questions(), entry.first())
                .flatMap(List::stream)
                .filter(pattern -> !patterns.add(pattern))
                .findFirst()
                .ifPresent(twice -> {
                    throw value.error("has a phrase that is there already: " + twice);
                });
        List<Phrase> questions = new ArrayList<>();
        for (String pattern : entry.questions()) {
            questions.add(value.checked(() -> Phrase.question(pattern, false, this::fold)));
        }
        for (String pattern : entry.first()) {
            questions.add(value.checked(() -> Phrase.question(pattern, true, this::fold)));
        }
        List<List<String>> words = new ArrayList<>(folded(entry.words()));
        // Canonical text names a topic by its id.
        words.add(Phrase.folded(id, this::fold));
        List<List<String>> own = spelledOut(value, entry.terms());
        own.stream()
                .filter(term -> !id.equals(termOwners.getOrDefault(term, id)))
                .findFirst()
                .ifPresent(twice -> {
                    throw value.error("has a term that is there already: " + String.join(" ", twice));
                });
        own.forEach(term -> termOwners.put(term, id));
        topics.add(entry.topic(id, words, questions, own));
    }

    private void checkNext(Topic topic) {
        for (Next next : topic.next()) {
            if (next instanceof Next.Explain(String id) && !lines.containsKey(id)) {
                throw new TopicException("%s:%s: topics.%s.next names %s, which is neither a topic nor one of %s"
                        .formatted(file, lines.get(topic.id()), topic.id(), id, Question.words()));
            }
        }
    }
}
