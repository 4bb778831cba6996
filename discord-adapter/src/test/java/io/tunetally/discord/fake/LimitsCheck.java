package io.tunetally.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import io.tunetally.Requirement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Looks at a message body as Discord would: every limit that it breaks, what a reader sees, and its components' ids. */
@Requirement("discord-12")
public final class LimitsCheck {
    private static final int COMPONENTS_V2 = 1 << 15;
    private static final String ATTACHMENT = "attachment://";

    /** A day, which each reader sees as they write days. */
    private static final Pattern TIMESTAMP = Pattern.compile("<t:(\\d+):D>");

    private final List<String> broken = new ArrayList<>();
    private final StringBuilder visible = new StringBuilder();
    private final List<String> buttons = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Set<String> shownFiles = new TreeSet<>();
    private boolean secondVersion;
    private int components;
    private int texts;

    private LimitsCheck() {}

    /** Checks the body of a new message or of an edit. */
    public static LimitsCheck of(JsonNode body) {
        LimitsCheck check = new LimitsCheck();
        check.body(body);
        return check;
    }

    public List<String> broken() {
        return broken;
    }

    /** All texts as they are read: escapes undone, days in ISO 8601. */
    public String visible() {
        return visible.toString();
    }

    /** The ids of the buttons, in order. */
    public List<String> buttons() {
        return buttons;
    }

    private void body(JsonNode body) {
        secondVersion = (body.path("flags").asInt() & COMPONENTS_V2) != 0;
        if (!body.path("allowed_mentions").path("parse").isArray()
                || !body.path("allowed_mentions").path("parse").isEmpty()
                || body.path("allowed_mentions").path("replied_user").asBoolean()
                || !body.path("allowed_mentions").path("users").isEmpty()
                || !body.path("allowed_mentions").path("roles").isEmpty()) {
            broken.add("allowed_mentions is not empty: " + body.path("allowed_mentions"));
        }
        content(body.path("content").asText(""));
        limit("embeds", body.path("embeds").size(), 0, secondVersion ? 0 : 10);
        body.path("embeds").forEach(this::embed);
        JsonNode rows = body.path("components");
        if (!secondVersion) {
            limit("rows", rows.size(), 0, 5);
        }
        rows.forEach(this::component);
        limit("components", components, secondVersion ? 1 : 0, secondVersion ? 40 : 30);
        attachments(body.path("attachments"));
        limit("all texts", texts, 1, secondVersion ? 4_000 : 6_000);
    }

    private void content(String content) {
        limit("content", content.length(), 0, secondVersion ? 0 : 2_000);
        shown(content);
    }

    private void embed(JsonNode embed) {
        limit("embed title", embed.path("title").asText("").length(), 0, 256);
        limit("embed description", embed.path("description").asText("").length(), 0, 4_096);
        shown(embed.path("title").asText(""));
        shown(embed.path("description").asText(""));
    }

    private void component(JsonNode component) {
        components++;
        int type = component.path("type").asInt();
        if (!secondVersion && type != 1) {
            broken.add("component " + type + " outside of a row needs the second version");
        }
        switch (type) {
            case 1 -> row(component.path("components"));
            case 10 -> text(component.path("content").asText());
            case 13 -> file(component.path("file").path("url").asText());
            case 14 -> {}
            case 17 -> {
                limit("children", component.path("components").size(), 1, 39);
                component.path("components").forEach(this::component);
            }
            case 12 -> gallery(component.path("items"));
            default -> broken.add("unknown component " + component);
        }
    }

    private void gallery(JsonNode items) {
        limit("gallery", items.size(), 1, 10);
        for (JsonNode item : items) {
            file(item.path("media").path("url").asText());
            limit("words of a picture", item.path("description").asText("").length(), 1, 1_024);
            visible.append(item.path("description").asText()).append('\n');
        }
    }

    private void file(String url) {
        if (url.startsWith(ATTACHMENT)) {
            shownFiles.add(url.substring(ATTACHMENT.length()));
        } else {
            broken.add("a file that is no attachment: " + url);
        }
    }

    /** Every referenced file is attached, and in the second version every attached file is referenced. */
    private void attachments(JsonNode attachments) {
        limit("attachments", attachments.size(), 0, 10);
        Set<String> attached = new TreeSet<>(attachments.findValuesAsText("filename"));
        if (!attached.containsAll(shownFiles) || (secondVersion && !attached.equals(shownFiles))) {
            broken.add("attached is " + attached + ", shown is " + shownFiles);
        }
    }

    private void text(String content) {
        limit("text", content.length(), 1, 4_000);
        shown(content);
    }

    private void row(JsonNode children) {
        boolean select = children.path(0).path("type").asInt() == 3;
        limit("children of a row", children.size(), 1, select ? 1 : 5);
        for (JsonNode child : children) {
            components++;
            id(child.path("custom_id").asText());
            switch (child.path("type").asInt()) {
                case 2 -> button(child);
                case 3 -> select(child);
                default -> broken.add("unknown in a row: " + child);
            }
        }
    }

    private void button(JsonNode button) {
        limit("label", button.path("label").asText("").length(), 1, 80);
        mustNotPing(button.path("label").asText());
        visible.append(button.path("label").asText()).append('\n');
        buttons.add(button.path("custom_id").asText());
    }

    private void select(JsonNode select) {
        limit("options", select.path("options").size(), 1, 25);
        limit("placeholder", select.path("placeholder").asText("").length(), 0, 100);
        Set<String> values = new HashSet<>();
        for (JsonNode option : select.path("options")) {
            limit("option label", option.path("label").asText().length(), 1, 100);
            limit("option value", option.path("value").asText().length(), 1, 100);
            if (!values.add(option.path("value").asText())) {
                broken.add("an option twice: " + option);
            }
        }
    }

    private void id(String id) {
        limit("custom_id", id.length(), 1, 100);
        if (!ids.add(id)) {
            broken.add("a custom_id twice: " + id);
        }
    }

    private void shown(String text) {
        texts += text.length();
        mustNotPing(text);
        String dated = TIMESTAMP
                .matcher(text)
                .replaceAll(time -> LocalDate.ofInstant(
                                Instant.ofEpochSecond(Long.parseLong(time.group(1))), ZoneOffset.UTC)
                        .toString());
        visible.append(dated.replaceAll("\\\\(?=[^A-Za-z0-9\\s])", "")).append('\n');
    }

    /** Outside of code, an angle bracket that is not escaped begins a mention, a time or an address. */
    private void mustNotPing(String text) {
        String markup = text.replaceAll("\\\\[^A-Za-z0-9\\s]", " ")
                .replaceAll("(?s)```.*?```", " ")
                .replaceAll("`[^`]*`", " ")
                .replaceAll("<#\\d+>", " ")
                .replaceAll(TIMESTAMP.pattern(), " ");
        if (markup.contains("<") || text.matches("(?si).*@(everyone|here)\\b.*")) {
            broken.add("could ping: " + text);
        }
    }

    private void limit(String what, int found, int least, int most) {
        if (found < least || found > most) {
            broken.add(what + ": " + found + " is not " + least + " to " + most);
        }
    }
}
