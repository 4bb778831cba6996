package io.tunetally.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** The messages that the adapter made: a nonce makes one message, and what has the second version's flag keeps it. */
final class SentMessages {
    private static final int COMPONENTS_V2 = 1 << 15;
    /** Discord forgets them after some minutes. */
    private static final int NONCES = 1_000;

    private static final AtomicInteger COMPONENTS = new AtomicInteger();

    private final Consumer<String> fault;
    private final AtomicLong ids = new AtomicLong(900_000);
    private final Map<String, ObjectNode> byNonce = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ObjectNode> eldest) {
            return size() > NONCES;
        }
    };
    private final Map<String, Integer> flags = new ConcurrentHashMap<>();

    SentMessages(Consumer<String> fault) {
        this.fault = fault;
    }

    /** A new message in a channel; the first one where the nonce says that it is the same. */
    synchronized ObjectNode posted(FakeDiscord.Call call) {
        String nonce = call.body().path("nonce").asText("");
        return nonce.isEmpty() || !call.body().path("enforce_nonce").asBoolean()
                ? made(call.body(), call.id())
                : byNonce.computeIfAbsent(nonce, _ -> made(call.body(), call.id()));
    }

    ObjectNode edited(FakeDiscord.Call call) {
        String id = call.path().substring(call.path().lastIndexOf('/') + 1);
        mustKeepItsFlag(flags.getOrDefault(id, 0), call.body(), fault);
        return message(id, call.body(), call.id());
    }

    /** A message of an interaction. */
    ObjectNode made(JsonNode body) {
        return made(body, Incoming.CHANNEL);
    }

    private ObjectNode made(JsonNode body, String channel) {
        String id = String.valueOf(ids.incrementAndGet());
        flags.put(id, flags(body));
        return message(id, body, channel);
    }

    /** How many messages there are in channels. */
    int count() {
        return flags.size();
    }

    private static ObjectNode message(String id, JsonNode body, String channel) {
        ObjectNode message = Incoming.message(id, Incoming.bot(), "", channel);
        message.set("components", numbered(body.path("components")));
        message.put("flags", flags(body));
        return message;
    }

    /** Discord gives each component a number, and each picture or file an address. */
    static ArrayNode numbered(JsonNode components) {
        ArrayNode numbered = Bodies.MAPPER.createArrayNode();
        for (JsonNode component : components) {
            ObjectNode one = component.deepCopy();
            one.put("id", COMPONENTS.incrementAndGet());
            if (one.path("components").isArray()) {
                one.set("components", numbered(one.path("components")));
            }
            one.path("items").forEach(item -> addressed(item.path("media")));
            addressed(one.path("file"));
            numbered.add(one);
        }
        return numbered;
    }

    private static void addressed(JsonNode media) {
        if (media instanceof ObjectNode one) {
            String url = "https://cdn.discordapp.com/attachments/"
                    + one.path("url").asText().replace("://", "/");
            one.put("url", url).put("proxy_url", url);
        }
    }

    static int flags(JsonNode message) {
        return message.path("flags").asInt();
    }

    static void mustKeepItsFlag(int before, JsonNode message, Consumer<String> fault) {
        if ((before & COMPONENTS_V2) != 0 && (flags(message) & COMPONENTS_V2) == 0) {
            fault.accept("drops the flag of Components V2: " + message);
        }
    }
}
