package io.tunetally.topic;

import io.tunetally.catalog.Deployment;
import io.tunetally.catalog.Method;
import io.tunetally.catalog.Objective;
import io.tunetally.catalog.ProviderId;
import io.tunetally.topic.Topic.Fact;
import io.tunetally.topic.Topic.Next;
import io.tunetally.topic.Topic.Question;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The keys of one topic, as far as they have been read. */
final class TopicEntry {
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?](\\s|$)");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}");
    private static final int MOST_SENTENCES = 2;
    private static final int NEXT = 2;

    private final YamlValue whole;
    private final Map<String, String> texts = new HashMap<>();
    private List<String> words = List.of();
    private List<String> questions = List.of();
    private List<String> first = List.of();
    private List<String> next = List.of();
    private List<String> terms = List.of();
    private List<String> takes = List.of();
    private List<String> compares = List.of();
    private boolean alone;
    private Topic.Job job = Topic.Job.ANY;

    TopicEntry(YamlValue whole) {
        this.whole = whole;
    }

    void read(String name, YamlValue value) throws IOException {
        switch (name) {
            case "words" -> words = value.texts();
            case "questions" -> questions = value.texts();
            case "first" -> first = value.texts();
            case "alone" -> alone = value.flag();
            case "label", "title", "text" -> texts.put(name, value.text());
            case "job" -> job = job(value);
            case "next" -> next = value.texts();
            case "terms" -> terms = value.texts();
            case "takes" -> takes = value.texts();
            case "compares" -> compares = value.texts();
            default ->
                throw value.error(
                        "is no key of a topic; known here: words, questions, first, takes, compares, alone, label, title, text, job, next");
        }
    }

    List<String> words() {
        return words;
    }

    List<String> questions() {
        return questions;
    }

    List<String> first() {
        return first;
    }

    List<String> terms() {
        return terms;
    }

    Topic topic(String id, List<List<String>> foldedWords, List<Phrase> phrases, List<List<String>> foldedTerms) {
        String text = required("text");
        long sentences = SENTENCE_END.matcher(text).results().count();
        if (sentences < 1 || sentences > MOST_SENTENCES) {
            throw whole.error("needs one or two sentences as text, found " + sentences);
        }
        if (next.size() != NEXT) {
            throw whole.error("needs two next questions, found " + next.size());
        }
        return new Topic(
                id,
                foldedWords,
                phrases,
                foldedTerms,
                takes,
                Set.copyOf(compares),
                alone,
                required("label"),
                required("title"),
                text,
                job,
                next.stream().map(TopicEntry::next).toList());
    }

    private String required(String name) {
        String text = texts.get(name);
        if (text == null) {
            throw whole.error("needs " + name);
        }
        Matcher placeholder = PLACEHOLDER.matcher(text);
        while (placeholder.find()) {
            String found = placeholder.group();
            if (Stream.of(Fact.values()).noneMatch(fact -> fact.placeholder().equals(found))) {
                throw whole.error("holds " + found + " in its " + name + ", which is no fact of the day");
            }
        }
        return text;
    }

    private static Next next(String word) {
        return Question.of(word).<Next>map(Next.Ask::new).orElseGet(() -> new Next.Explain(word));
    }

    private static Topic.Job job(YamlValue value) throws IOException {
        Map<String, YamlValue.Scalar> read = new HashMap<>();
        value.entries((name, scalar) -> read.put(name, scalar.scalar()));
        Topic.Job job = new Topic.Job(
                constant(Method.class, read.remove("method")),
                constant(Objective.class, read.remove("objective")),
                constant(Deployment.class, read.remove("deployment")),
                provider(read.remove("provider")),
                isTrue(read.remove("running")));
        if (!read.isEmpty()) {
            throw value.error(
                    "has no " + read.keySet() + "; known here: method, objective, deployment, provider, running");
        }
        return job;
    }

    private static @Nullable ProviderId provider(YamlValue.@Nullable Scalar id) {
        return id == null ? null : new ProviderId(id.text());
    }

    private static boolean isTrue(YamlValue.@Nullable Scalar flag) {
        return flag != null && flag.flag();
    }

    private static <E extends Enum<E>> @Nullable E constant(Class<E> type, YamlValue.@Nullable Scalar word) {
        if (word == null) {
            return null;
        }
        return Stream.of(type.getEnumConstants())
                .filter(constant -> constant.name().toLowerCase(Locale.ROOT).equals(word.text()))
                .findFirst()
                .orElseThrow(() -> word.error("is no " + type.getSimpleName().toLowerCase(Locale.ROOT)));
    }
}
