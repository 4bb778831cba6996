package io.tunetally.wording.situation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tunetally.answer.advice.SaidInNumbers;
import io.tunetally.answer.outcome.Outcome;
import io.tunetally.answer.outcome.WorthItOutcome;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.Provider;
import io.tunetally.console.json.InterpretationJson;
import io.tunetally.engine.Offer;
import io.tunetally.interpreter.BuiltIn;
import io.tunetally.reply.PlainText;
import io.tunetally.reply.Reply;
import io.tunetally.request.Criterion;
import io.tunetally.request.Interpretation;
import io.tunetally.request.SlotName;
import io.tunetally.wording.Worded;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** A labelled situation of a team, and the faults of the answer to it. */
final class Situation {
    private static final String ANY_STARTABLE = "*startable";

    /** Where a label has another word than the product. */
    private static final Map<String, Criterion> CRITERIA = Map.of(
            "tone", Criterion.TONE_OF_VOICE,
            "classification", Criterion.CLASSIFICATION_TASK,
            "domain_task", Criterion.NICHE_TASK,
            "knowledge_rag", Criterion.KNOWLEDGE_TASK,
            "latency", Criterion.LOW_LATENCY);

    private final JsonNode label;

    private Situation(JsonNode label) {
        this.label = label;
    }

    static List<Situation> load(String file) {
        JsonMapper json = JsonMapper.builder().build();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Situation.class.getResourceAsStream("/situations/" + file)),
                StandardCharsets.UTF_8))) {
            List<Situation> situations = new ArrayList<>();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                situations.add(new Situation(json.readTree(line)));
            }
            return situations;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what is wrong with the answer; empty if it is right. */
    List<String> faults() {
        Interpretation read = BuiltIn.read(text());
        Outcome outcome = Worded.outcomeToday(text());
        Reply reply = Worded.today(text());
        List<String> faults = new ArrayList<>();
        fault(faults, "intent", label.get("intent").asText(), read.intent().word());
        slots(faults, read);
        criteria(faults, outcome, read);
        if (outcome instanceof WorthItOutcome judged) {
            fault(faults, "verdict", merged(label.get("verdict").asText()), merged(word(judged)));
        }
        names(faults, reply.title());
        String answer = new PlainText(400, PlainText.Style.NONE).render(reply);
        strings("must_say").stream()
                .filter(pattern -> !Pattern.compile(pattern, Pattern.CASE_INSENSITIVE)
                        .matcher(answer)
                        .find())
                .forEach(pattern -> faults.add("does not say " + pattern));
        return faults;
    }

    private static void fault(List<String> faults, String what, String expected, String actual) {
        if (!expected.equals(actual)) {
            faults.add(what + ": expected " + expected + ", was " + actual);
        }
    }

    private static String word(WorthItOutcome judged) {
        return switch (judged.verdict()) {
            case WORTH_IT -> "yes";
            case NOT_YET -> "not_yet";
            case NO -> "no";
            case DEPENDS -> "depends";
        };
    }

    /** Both mean that no money is spent on tuning today. */
    private static String merged(String verdict) {
        return verdict.equals("no") ? "not_yet" : verdict;
    }

    private void slots(List<String> faults, Interpretation read) {
        JsonNode slots = InterpretationJson.of(read).get("slots");
        label.get("slots").properties().forEach(slot -> {
            JsonNode value = slots.path(slot.getKey()).path("value");
            boolean same = value.isNumber()
                    ? value.decimalValue().compareTo(slot.getValue().decimalValue()) == 0
                    : value.equals(slot.getValue());
            if (!same) {
                faults.add("slot " + slot.getKey() + ": expected " + slot.getValue() + ", was " + value);
            }
        });
    }

    private void criteria(List<String> faults, Outcome outcome, Interpretation read) {
        List<Criterion> words = read.slots().value(SlotName.CRITERIA);
        Set<Criterion> said = outcome instanceof WorthItOutcome judged
                ? judged.said()
                : SaidInNumbers.with(words == null ? Set.of() : EnumSet.copyOf(words), read.slots());
        strings("because").stream()
                .filter(word -> !said.contains(criterion(word)))
                .forEach(word -> faults.add("criterion " + word + " is not read"));
    }

    private static Criterion criterion(String word) {
        Criterion other = CRITERIA.get(word);
        return other == null ? Criterion.valueOf(word.toUpperCase(Locale.ROOT)) : other;
    }

    private void names(List<String> faults, String headline) {
        List<Model> models = named(headline);
        List<Provider> providers = longest(Worded.catalog().providers(), Provider::name, headline);
        for (Model model : models) {
            boolean permitted =
                    strings("first_line_may_name").stream().anyMatch(name -> isPermitted(name, model, providers));
            if (!permitted) {
                faults.add("names " + model.name() + ": " + headline);
            }
        }
        Set<String> ids = new HashSet<>();
        providers.forEach(provider -> ids.add(provider.id().value()));
        for (Model model : models) {
            ids.add(model.id().value());
            providers.forEach(
                    provider -> ids.add(model.id().value() + "@" + provider.id().value()));
        }
        strings("first_line_must_not_name").stream()
                .filter(ids::contains)
                .forEach(id -> faults.add("names " + id + ": " + headline));
    }

    private static List<Model> named(String headline) {
        return longest(Worded.catalog().models(), Model::name, headline);
    }

    /** The longest names first, so that GPT-4o is not found in GPT-4o mini, nor OpenAI in Azure OpenAI. */
    private static <T> List<T> longest(List<T> all, Function<T, String> name, String headline) {
        List<T> named = new ArrayList<>();
        String rest = headline;
        List<T> longest = new ArrayList<>(all);
        longest.sort(
                Comparator.comparingInt((T one) -> name.apply(one).length()).reversed());
        for (T one : longest) {
            if (rest.contains(name.apply(one))) {
                named.add(one);
                rest = rest.replace(name.apply(one), "");
            }
        }
        return named;
    }

    private boolean isPermitted(String name, Model model, List<Provider> providers) {
        int at = name.indexOf('@');
        if (name.equals(ANY_STARTABLE)) {
            return isStartable(model, providers);
        }
        if (at >= 0) {
            return model.id().value().equals(name.substring(0, at));
        }
        return model.id().value().equals(name)
                || (name.equals("selfhost") && model.open())
                || providers.stream().anyMatch(provider -> provider.id().value().equals(name));
    }

    private boolean isStartable(Model model, List<Provider> providers) {
        return Worded.startableOffers(model).stream()
                .map(Offer::provider)
                .anyMatch(provider -> providers.isEmpty() || providers.contains(provider));
    }

    private List<String> strings(String field) {
        return StreamSupport.stream(label.get(field).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private String text() {
        return label.get("text").asText();
    }

    String id() {
        return label.get("id").asText();
    }
}
