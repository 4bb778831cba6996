package io.tunetally.slack.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.gson.JsonObject;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Slack's own types of blocks and views as a JSON schema ({@code src/test/schema/refresh} makes it). It knows structure, not
 * lengths: those are {@link LimitsCheck}'s.
 */
final class BlockSchema {
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);
    private static final JsonNode DEFINITIONS = definitions();
    private static final Schema HOME = schema("HomeView");
    private static final Schema MODAL = schema("ModalView");
    private static final Map<String, Schema> BLOCKS = blocks();

    /** The faults of blocks that were checked lately: most tests check a message several times. */
    private static final Cache<String, List<String>> CHECKED =
            Caffeine.newBuilder().maximumSize(2_000).build();

    private BlockSchema() {}

    private static JsonNode definitions() {
        try (InputStream in = BlockSchema.class.getResourceAsStream("/schema/slack.json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in)).get("definitions");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Schema schema(String definition) {
        ObjectNode root = new ObjectMapper().createObjectNode();
        root.put("$ref", "#/definitions/" + definition);
        root.set("definitions", DEFINITIONS);
        return REGISTRY.getSchema(root.toString(), InputFormat.JSON);
    }

    /** Block type to schema, so that a message names what is wrong with the block that it is, not with all it is not. */
    private static Map<String, Schema> blocks() {
        Map<String, Schema> blocks = new HashMap<>();
        for (JsonNode one : DEFINITIONS.at("/KnownBlock/anyOf")) {
            String name = one.get("$ref").asText().substring("#/definitions/".length());
            DEFINITIONS.get(name).findValues("type").stream()
                    .filter(type -> type.has("const"))
                    .findFirst()
                    .ifPresent(type -> blocks.put(type.get("const").asText(), schema(name)));
        }
        return blocks;
    }

    /** The faults of a message's block. */
    static List<String> faultsOf(JsonObject block) {
        Schema schema = BLOCKS.get(block.get("type").getAsString());
        return schema == null
                ? List.of("no block that Slack knows: " + block)
                : CHECKED.get(block.toString(), json -> faults(schema, json));
    }

    static List<String> faultsOfHome(JsonObject view) {
        return faults(HOME, view.toString());
    }

    static List<String> faultsOfModal(JsonObject view) {
        return faults(MODAL, view.toString());
    }

    private static List<String> faults(Schema schema, String json) {
        return schema.validate(json, InputFormat.JSON).stream()
                .map(error -> error + " in " + json)
                .toList();
    }
}
