package io.tunetally.discord.fake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import mockwebserver3.MockResponse;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** The JSON of requests and answers. */
public final class Bodies {
    public static final ObjectMapper MAPPER = new ObjectMapper();

    private Bodies() {}

    public static JsonNode read(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException malformed) {
            throw new AssertionError("no JSON: " + json, malformed);
        }
    }

    /** JSON, or the JSON part of a request with files. */
    static JsonNode of(@Nullable ByteString body) {
        String text = raw(body);
        int part = text.indexOf("name=\"payload_json\"");
        if (part >= 0) {
            int start = text.indexOf("\r\n\r\n", part) + 4;
            text = text.substring(start, text.indexOf("\r\n--", start));
        }
        return text.isEmpty() ? MAPPER.createObjectNode() : read(text);
    }

    static String raw(@Nullable ByteString body) {
        return body == null ? "" : body.utf8();
    }

    static MockResponse json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }
}
