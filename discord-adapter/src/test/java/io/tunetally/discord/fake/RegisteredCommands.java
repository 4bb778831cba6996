package io.tunetally.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.MockResponse;
import org.jspecify.annotations.Nullable;

/** The commands that the adapter registered, everywhere and in servers, of which the bot has to be a member. */
final class RegisteredCommands {
    private static final Pattern GUILD_COMMANDS = Pattern.compile("/applications/\\d+/guilds/(\\d+)/commands");

    private final Predicate<String> isMember;
    private final Consumer<String> fault;
    private final Map<String, JsonNode> byPath = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong(800_000);
    private volatile String broken = "";

    RegisteredCommands(Predicate<String> isMember, Consumer<String> fault) {
        this.isMember = isMember;
        this.fault = fault;
    }

    /** Whether those of a server can be neither read nor changed. */
    void breakOf(String guildId, boolean isBroken) {
        broken = isBroken ? guildId : "";
    }

    /** The error of a request for the commands of a server; empty if it is allowed. */
    @Nullable MockResponse refusal(FakeDiscord.Call call) {
        Matcher commandsOf = GUILD_COMMANDS.matcher(call.path());
        if (!commandsOf.matches()) {
            return null;
        }
        String guildId = commandsOf.group(1);
        if (guildId.equals(broken)) {
            return Bodies.json(500, "{\"message\":\"500: Internal Server Error\",\"code\":0}");
        }
        return isMember.test(guildId) ? null : Bodies.json(403, "{\"message\":\"Missing Access\",\"code\":50001}");
    }

    MockResponse registered(FakeDiscord.Call call) {
        CommandsCheck.broken(call.body()).forEach(fault);
        ArrayNode stored = Bodies.MAPPER.createArrayNode();
        for (JsonNode command : call.body()) {
            ObjectNode kept = command.deepCopy();
            stored.add(kept);
            kept.put("id", String.valueOf(ids.incrementAndGet()))
                    .put("application_id", call.id())
                    .put("version", "1");
            if (call.path().contains("/guilds/")) {
                kept.putNull("contexts").putNull("integration_types");
            }
        }
        byPath.put(call.path(), stored);
        return Bodies.json(200, stored.toString());
    }

    /** Those that were registered at a path. */
    JsonNode of(String path) {
        return byPath.getOrDefault(path, Bodies.MAPPER.createArrayNode());
    }
}
