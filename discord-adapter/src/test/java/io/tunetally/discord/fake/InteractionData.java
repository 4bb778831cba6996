package io.tunetally.discord.fake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;

/** The data of interactions: what was typed, pressed or filled in. */
final class InteractionData {
    /** The fields of a form in which something is chosen; in the others it is typed. */
    private static final Set<String> MENUS = Set.of("model", "provider", "method", "edition");

    private InteractionData() {}

    /** {@code /finetune dataset}, with a file and other options. */
    static ObjectNode dataset(ObjectNode attachment, Map<String, Object> options) {
        ObjectNode data = slash("dataset", options);
        String id = attachment.path("id").asText();
        data.withArray("/options/0/options")
                .addObject()
                .put("name", "file")
                .put("type", 11)
                .put("value", id);
        data.putObject("resolved").putObject("attachments").set(id, attachment);
        return data;
    }

    static ObjectNode slash(String verb, Map<String, Object> options) {
        ObjectNode data = command("700", "finetune", 1);
        ObjectNode subcommand =
                data.putArray("options").addObject().put("name", verb).put("type", 1);
        ArrayNode values = subcommand.putArray("options");
        options.forEach((name, value) -> values.add(option(name, value)));
        return data;
    }

    static ObjectNode defaults(Map<String, Object> options) {
        ObjectNode data = command("702", "finetune-defaults", 1);
        ArrayNode values = data.putArray("options");
        options.forEach((name, value) -> values.add(option(name, value)));
        return data;
    }

    static ObjectNode messageCommand(ObjectNode target) {
        String id = target.path("id").asText();
        ObjectNode data = command("701", "Estimate cost", 3).put("target_id", id);
        data.putObject("resolved").putObject("messages").set(id, target);
        return data;
    }

    private static ObjectNode command(String id, String name, int type) {
        return Bodies.MAPPER.createObjectNode().put("id", id).put("name", name).put("type", type);
    }

    private static ObjectNode option(String name, Object value) {
        ObjectNode option = Bodies.MAPPER.createObjectNode().put("name", name);
        return switch (value) {
            case Boolean yes -> option.put("type", 5).put("value", yes);
            case Integer number -> option.put("type", 4).put("value", number);
            default -> option.put("type", 3).put("value", String.valueOf(value));
        };
    }

    static ObjectNode press(String customId) {
        return Bodies.MAPPER.createObjectNode().put("custom_id", customId).put("component_type", 2);
    }

    /** A form that is sent. */
    static ObjectNode form(String customId, Map<String, String> fields) {
        ObjectNode data = Bodies.MAPPER.createObjectNode().put("custom_id", customId);
        ArrayNode rows = data.putArray("components");
        fields.forEach((name, value) -> {
            ObjectNode field = rows.addObject()
                    .put("type", 18)
                    .put("id", 1)
                    .putObject("component")
                    .put("id", 2)
                    .put("custom_id", name);
            if (MENUS.contains(name)) {
                field.put("type", 3).putArray("values").add(value);
            } else {
                field.put("type", 4).put("value", value);
            }
        });
        return data;
    }

    /** Adds a file in a field of a form. */
    static void addFile(ObjectNode data, String name, ObjectNode attachment) {
        String id = attachment.path("id").asText();
        data.withArray("components")
                .addObject()
                .put("type", 18)
                .put("id", 1)
                .putObject("component")
                .put("id", 3)
                .put("custom_id", name)
                .put("type", 19)
                .putArray("values")
                .add(id);
        data.putObject("resolved").putObject("attachments").set(id, attachment);
    }
}
