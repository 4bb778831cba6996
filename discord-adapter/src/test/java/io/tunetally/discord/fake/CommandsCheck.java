package io.tunetally.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import io.tunetally.Requirement;
import java.util.ArrayList;
import java.util.List;

/** Discord's limits on the registration of commands. */
@Requirement({"discord-24", "discord-25"})
final class CommandsCheck {
    private static final int CHARACTERS = 8_000;

    private final List<String> broken = new ArrayList<>();

    private CommandsCheck() {}

    static List<String> broken(JsonNode commands) {
        CommandsCheck check = new CommandsCheck();
        commands.forEach(check::command);
        return check.broken;
    }

    private void command(JsonNode command) {
        boolean slash = command.path("type").asInt(1) == 1;
        if (slash) {
            named(command);
        } else {
            inAMenu(command);
        }
        // The permissions of a command are only requested for servers that have installed it.
        boolean ofServers = command.hasNonNull("default_member_permissions");
        if (command.path("contexts").size() != (ofServers ? 1 : 3)
                || command.path("integration_types").size() != (ofServers ? 1 : 2)) {
            broken.add("not everywhere: " + command.path("name"));
        }
        if (characters(command) > CHARACTERS) {
            broken.add("more than " + CHARACTERS + " characters: " + characters(command));
        }
    }

    /** The name is shown as it is written, and there is nothing else to say. */
    private void inAMenu(JsonNode command) {
        List<String> names = texts(command, "name");
        if (!names.stream().allMatch(name -> name.strip().equals(name) && name.matches("[^\\p{Cntrl}]{1,32}"))) {
            broken.add("a name: " + names);
        }
        if (!command.path("description").asText("").isEmpty()
                || !command.path("options").isEmpty()) {
            broken.add("a menu's command with a description or options: " + names);
        }
    }

    private void named(JsonNode named) {
        List<String> names = texts(named, "name");
        if (!names.stream()
                .allMatch(name -> name.matches("[-_'\\p{L}\\p{N}\\p{IsDevanagari}\\p{IsThai}]{1,32}")
                        && name.equals(name.toLowerCase(java.util.Locale.ROOT)))) {
            broken.add("a name: " + names);
        }
        if (texts(named, "description").stream().anyMatch(text -> text.isEmpty() || text.length() > 100)) {
            broken.add("a description: " + named);
        }
        if (named.path("options").size() > 25 || named.path("choices").size() > 25) {
            broken.add("too many options or choices: " + named.path("name"));
        }
        boolean optionalSeen = false;
        for (JsonNode option : named.path("options")) {
            named(option);
            boolean required =
                    option.path("required").asBoolean() || option.path("type").asInt() < 3;
            if (required && optionalSeen) {
                broken.add("a required option after one that is not: " + option.path("name"));
            }
            optionalSeen |= !required;
        }
    }

    private static List<String> texts(JsonNode named, String key) {
        List<String> texts = new ArrayList<>(List.of(named.path(key).asText()));
        named.path(key + "_localizations").forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /** Of each text the longest translation counts. */
    private static int characters(JsonNode node) {
        int characters = longest(node, "name") + longest(node, "description");
        for (JsonNode choice : node.path("choices")) {
            characters +=
                    longest(choice, "name") + choice.path("value").asText().length();
        }
        for (JsonNode option : node.path("options")) {
            characters += characters(option);
        }
        return characters;
    }

    private static int longest(JsonNode named, String key) {
        return texts(named, key).stream().mapToInt(String::length).max().orElse(0);
    }
}
