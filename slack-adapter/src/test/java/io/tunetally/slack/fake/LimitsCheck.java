package io.tunetally.slack.fake;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.tunetally.Requirement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Looks at a payload as Slack would: every limit and type that it breaks, what a reader sees, and what its buttons say. */
@Requirement({"slack-19a", "slack-20a"})
public final class LimitsCheck {
    private static final Pattern UNESCAPED = Pattern.compile("&(?!amp;|lt;|gt;)");
    private static final Pattern PING = Pattern.compile("<[!@]|@(?i:here|channel|everyone)\\b");

    private static final int LONGEST_TEXT = 4_000;

    private final List<String> broken = new ArrayList<>();
    private final StringBuilder visible = new StringBuilder();
    private final List<String> commands = new ArrayList<>();
    private final Set<String> blockIds = new HashSet<>();
    private int texts;
    private int tables;

    private LimitsCheck() {}

    /** Checks a payload with {@code text} and {@code blocks}. */
    public static LimitsCheck of(JsonObject payload) {
        LimitsCheck check = new LimitsCheck();
        check.payload(payload);
        return check;
    }

    /** Whether Slack takes a text without blocks as it is: a longer one it splits or refuses. */
    static boolean isText(String text) {
        return !text.isBlank() && text.length() <= LONGEST_TEXT;
    }

    /** Checks the blocks of App Home. */
    public static LimitsCheck ofHome(JsonObject view) {
        LimitsCheck check = new LimitsCheck();
        JsonArray blocks = view.getAsJsonArray("blocks");
        check.limit("blocks", blocks.size(), 1, 100);
        blocks.forEach(block -> check.block(block.getAsJsonObject()));
        return check;
    }

    public List<String> broken() {
        return broken;
    }

    public String visible() {
        return visible.toString();
    }

    public List<String> commands() {
        return commands;
    }

    private void payload(JsonObject payload) {
        String text = payload.has("text") ? payload.get("text").getAsString() : "";
        limit("text", text.length(), 1, LONGEST_TEXT);
        mustNotPing(text);
        JsonArray blocks = payload.getAsJsonArray("blocks");
        limit("blocks", blocks.size(), 1, 50);
        blocks.forEach(block -> block(block.getAsJsonObject()));
        limit("all texts", texts, 1, 10_000);
        limit("tables", tables, 0, 1);
    }

    private void block(JsonObject block) {
        if (block.has("block_id")) {
            String id = block.get("block_id").getAsString();
            limit("block id", id.length(), 1, 255);
            if (!blockIds.add(id)) {
                broken.add("a block id twice: " + id);
            }
        }
        if (!block.get("type").getAsString().equals("data_visualization")) { // not in Slack's types yet
            broken.addAll(BlockSchema.faultsOf(block));
        }
        switch (block.get("type").getAsString()) {
            case "header" -> plainText("header", block.getAsJsonObject("text"), 150);
            case "section" -> section(block);
            case "context" -> {
                limit("context elements", block.getAsJsonArray("elements").size(), 1, 10);
                block.getAsJsonArray("elements").forEach(one -> mrkdwn("context", one.getAsJsonObject(), 2_000));
            }
            case "actions" -> actions(block.getAsJsonArray("elements"));
            case "table" -> table(block);
            case "data_table" -> dataTable(block);
            case "data_visualization" -> lineChart(block);
            case "image" -> image(block);
            default -> broken.add("unknown block " + block);
        }
    }

    private void section(JsonObject section) {
        if (section.has("text")) {
            mrkdwn("section", section.getAsJsonObject("text"), 3_000);
        }
        if (section.has("fields")) {
            limit("fields", section.getAsJsonArray("fields").size(), 1, 10);
            section.getAsJsonArray("fields").forEach(one -> mrkdwn("field", one.getAsJsonObject(), 2_000));
        }
        if (!section.has("text") && !section.has("fields")) {
            broken.add("a section with neither text nor fields");
        }
    }

    private void actions(JsonArray elements) {
        limit("actions", elements.size(), 1, 25);
        Set<String> ids = new HashSet<>();
        for (JsonElement each : elements) {
            JsonObject button = each.getAsJsonObject();
            String value = button.get("value").getAsString();
            plainText("button", button.getAsJsonObject("text"), 75);
            limit("button value", value.length(), 1, 2_000);
            limit("action id", button.get("action_id").getAsString().length(), 1, 255);
            if (button.has("confirm")) {
                confirm(button.getAsJsonObject("confirm"));
            }
            if (!ids.add(button.get("action_id").getAsString())) {
                broken.add("an action id twice: " + button.get("action_id"));
            }
            texts += value.length();
            commands.add(value);
            visible.append(value).append('\n');
        }
    }

    private void confirm(JsonObject confirm) {
        plainText("confirm title", confirm.getAsJsonObject("title"), 100);
        plainText("confirm text", confirm.getAsJsonObject("text"), 300);
        plainText("confirm", confirm.getAsJsonObject("confirm"), 30);
        plainText("deny", confirm.getAsJsonObject("deny"), 30);
    }

    private void dataTable(JsonObject table) {
        tables++;
        limit("caption", table.get("caption").getAsString().length(), 1, 150);
        limit("page", table.get("page_size").getAsInt(), 1, 100);
        JsonArray rows = table.getAsJsonArray("rows");
        limit("rows", rows.size(), 2, 101);
        rows.forEach(row -> cells(row.getAsJsonArray()));
    }

    private void cells(JsonArray row) {
        limit("cells", row.size(), 1, 20);
        for (JsonElement cell : row) {
            String text = cell.getAsJsonObject().get("text").getAsString();
            limit("cell", text.length(), 1, 10_000);
            shown(text);
        }
    }

    private void lineChart(JsonObject block) {
        limit("chart title", block.get("title").getAsString().length(), 1, 50);
        JsonObject chart = block.getAsJsonObject("chart");
        JsonArray categories = chart.getAsJsonObject("axis_config").getAsJsonArray("categories");
        limit("categories", categories.size(), 1, 20);
        limit("series", chart.getAsJsonArray("series").size(), 1, 6);
        categories.forEach(category -> limit("category", category.getAsString().length(), 1, 20));
        for (JsonElement series : chart.getAsJsonArray("series")) {
            limit(
                    "series name",
                    series.getAsJsonObject().get("name").getAsString().length(),
                    1,
                    20);
            limit(
                    "points",
                    series.getAsJsonObject().getAsJsonArray("data").size(),
                    categories.size(),
                    categories.size());
        }
    }

    private void image(JsonObject image) {
        String words = image.get("alt_text").getAsString();
        limit("alt text", words.length(), 1, 2_000);
        shown(words);
    }

    private void table(JsonObject table) {
        tables++;
        JsonArray rows = table.getAsJsonArray("rows");
        limit("rows", rows.size(), 2, 100);
        limit("column settings", table.getAsJsonArray("column_settings").size(), 1, 20);
        rows.forEach(row -> cells(row.getAsJsonArray()));
    }

    private void plainText(String what, JsonObject text, int limit) {
        if (!text.get("type").getAsString().equals("plain_text")) {
            broken.add(what + " is not plain text");
        }
        limit(what, text.get("text").getAsString().length(), 1, limit);
        shown(text.get("text").getAsString());
    }

    private void mrkdwn(String what, JsonObject text, int limit) {
        String content = text.get("text").getAsString();
        limit(what, content.length(), 1, limit);
        if (!text.get("type").getAsString().equals("mrkdwn")
                || !text.get("verbatim").getAsBoolean()) {
            broken.add(what + " is not verbatim markup");
        }
        if (UNESCAPED.matcher(content).find()) {
            broken.add(what + " has an ampersand that is not escaped: " + content);
        }
        shown(content);
    }

    private void shown(String text) {
        texts += text.length();
        mustNotPing(text);
        visible.append(text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
                .append('\n');
    }

    /** The only thing in angle brackets is a link that the formatter made. */
    private void mustNotPing(String text) {
        if (PING.matcher(text).find()) {
            broken.add("could ping: " + text);
        }
    }

    private void limit(String what, int found, int least, int most) {
        if (found < least || found > most) {
            broken.add(what + ": " + found + " is not " + least + " to " + most);
        }
    }
}
