package io.tunetally.slack.fake;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Looks at a form as Slack would: the lengths of everything in it; its structure is {@link BlockSchema}'s. */
final class ModalCheck {
    private final List<String> broken = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    private ModalCheck() {}

    /** The faults for which Slack would refuse a modal. */
    static List<String> faultsOf(JsonObject view) {
        ModalCheck check = new ModalCheck();
        check.broken.addAll(BlockSchema.faultsOfModal(view));
        check.view(view);
        return check.broken;
    }

    private void view(JsonObject view) {
        text("title", view, "title", 24);
        text("submit", view, "submit", 24);
        text("close", view, "close", 24);
        length("private_metadata", view, 3_000);
        length("callback_id", view, 255);
        JsonArray blocks = view.getAsJsonArray("blocks");
        limit("blocks", blocks.size(), 100);
        blocks.forEach(block -> block(block.getAsJsonObject()));
    }

    private void block(JsonObject block) {
        length("block_id", block, 255);
        if (block.has("block_id") && !ids.add(block.get("block_id").getAsString())) {
            broken.add("twice: " + block.get("block_id"));
        }
        text("label", block, "label", 2_000);
        text("hint", block, "hint", 2_000);
        if (block.has("element")) {
            element(block.getAsJsonObject("element"));
        }
    }

    private void element(JsonObject element) {
        length("action_id", element, 255);
        text("placeholder", element, "placeholder", 150);
        length("initial_value", element, 3_000);
        if (element.has("options")) {
            limit("options", element.getAsJsonArray("options").size(), 100);
            for (JsonElement each : element.getAsJsonArray("options")) {
                JsonObject option = each.getAsJsonObject();
                text("option", option, "text", 75);
                text("description", option, "description", 75);
                length("value", option, 150);
            }
        }
    }

    private void text(String what, JsonObject of, String name, int most) {
        if (of.has(name)) {
            limit(what, of.getAsJsonObject(name).get("text").getAsString().length(), most);
        }
    }

    private void length(String name, JsonObject of, int most) {
        if (of.has(name) && !of.get(name).getAsString().isEmpty()) {
            limit(name, of.get(name).getAsString().length(), most);
        }
    }

    private void limit(String what, int found, int most) {
        if (found < 1 || found > most) {
            broken.add(what + ": " + found + " is not 1 to " + most);
        }
    }
}
