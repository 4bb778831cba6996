package io.tunetally.dataset.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import io.tunetally.dataset.format.Example;
import io.tunetally.dataset.format.Format;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A check of one example. */
@FunctionalInterface
interface ExampleCheck {
    /** Returns what is wrong, as a predicate about the line. */
    Optional<String> problem(Example example);

    /** Returns the checks that a provider's rules ask for. */
    static List<ExampleCheck> of(JsonNode rules) {
        List<ExampleCheck> checks = new ArrayList<>();
        if (rules.has("columns")) {
            checks.add(columns(rules.path("columns")));
        }
        if (rules.has("message_keys")) {
            checks.add(messageKeys(words(rules.path("message_keys"))));
        }
        if (rules.has("roles")) {
            checks.add(roles(words(rules.path("roles"))));
        }
        if (rules.has("first_role")) {
            checks.add(firstRole(words(rules.path("first_role"))));
        }
        if (rules.path("alternate").asBoolean()) {
            checks.add(ExampleCheck::alternates);
        }
        if (rules.path("system_first").asBoolean()) {
            checks.add(ExampleCheck::systemFirst);
        }
        if (rules.path("answered").asBoolean()) {
            checks.add(ExampleCheck::answered);
        }
        if (rules.has("weights")) {
            checks.add(weights(words(rules.path("weights"))));
        }
        return checks;
    }

    private static ExampleCheck columns(JsonNode byFormat) {
        return example -> {
            Set<String> allowed = words(byFormat.path(example.format().word()));
            return first(example.row().fieldNames(), allowed).map(extra -> "has the extra column \"" + extra + "\"");
        };
    }

    private static ExampleCheck messageKeys(Set<String> allowed) {
        return example -> {
            for (JsonNode message : messages(example)) {
                Optional<String> unknown = first(message.fieldNames(), allowed);
                if (unknown.isPresent()) {
                    return Optional.of("has the unknown key \"" + unknown.get() + "\" in a message");
                }
            }
            return Optional.empty();
        };
    }

    private static ExampleCheck roles(Set<String> allowed) {
        return example -> {
            for (JsonNode message : messages(example)) {
                if (!allowed.contains(role(message))) {
                    return Optional.of("has the unknown role \"" + role(message) + "\"");
                }
            }
            return Optional.empty();
        };
    }

    private static ExampleCheck firstRole(Set<String> allowed) {
        return example -> {
            JsonNode messages = messages(example);
            return messages.isEmpty() || allowed.contains(role(messages.path(0)))
                    ? Optional.empty()
                    : Optional.of("begins with a message of the role \"" + role(messages.path(0)) + "\", not "
                            + String.join(" or ", allowed.stream().sorted().toList()));
        };
    }

    private static Optional<String> alternates(Example example) {
        String before = "";
        for (JsonNode message : messages(example)) {
            if (role(message).equals(before)) {
                return Optional.of("has two messages of the role \"" + before + "\" in a row; roles must alternate");
            }
            before = role(message);
        }
        return Optional.empty();
    }

    private static Optional<String> systemFirst(Example example) {
        JsonNode messages = messages(example);
        for (int i = 1; i < messages.size(); i++) {
            if (role(messages.path(i)).equals("system")) {
                return Optional.of("has a system message that is not the first");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> answered(Example example) {
        if (example.format() != Format.OPENAI_CHAT) {
            return Optional.empty();
        }
        for (JsonNode message : messages(example)) {
            if (role(message).equals("assistant")) {
                return Optional.empty();
            }
        }
        return Optional.of("has no message of the assistant");
    }

    private static ExampleCheck weights(Set<String> allowed) {
        return example -> {
            for (JsonNode message : messages(example)) {
                if (message.has("weight")
                        && !allowed.contains(message.path("weight").asText())) {
                    return Optional.of(
                            "has a weight of " + message.path("weight").asText() + ", not 0 or 1");
                }
            }
            return Optional.empty();
        };
    }

    private static JsonNode messages(Example example) {
        JsonNode row = example.row();
        return (example.format() == Format.OPENAI_PREFERENCE ? row.path("input") : row).path("messages");
    }

    private static String role(JsonNode message) {
        return message.path("role").asText("");
    }

    private static Optional<String> first(Iterator<String> names, Set<String> allowed) {
        while (names.hasNext()) {
            String name = names.next();
            if (!allowed.contains(name)) {
                return Optional.of(name.length() > 60 ? name.substring(0, 60) + "..." : name);
            }
        }
        return Optional.empty();
    }

    private static Set<String> words(JsonNode list) {
        Set<String> words = new HashSet<>();
        list.forEach(word -> words.add(word.asText()));
        return Set.copyOf(words);
    }
}
