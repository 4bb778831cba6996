package io.tunetally.discord.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;

/** Members of servers: the bot of those that its shards have, and people as a test says. */
final class Members {
    private static final Pattern MEMBERS = Pattern.compile("/guilds/\\d+/members/(\\d+)");

    private final IntFunction<List<ObjectNode>> guilds;
    private final IntSupplier shards;
    private final Map<String, List<String>> rolesOfMembers = new ConcurrentHashMap<>();

    /**
     * Creates them without people.
     *
     * @param guilds the servers of each shard
     * @param shards the number of shards
     */
    Members(IntFunction<List<ObjectNode>> guilds, IntSupplier shards) {
        this.guilds = guilds;
        this.shards = shards;
    }

    /** A person is a member of every server from now on. */
    void join(String user, String... roles) {
        rolesOfMembers.put(user, List.of(roles));
    }

    boolean hasBot(String guildId) {
        return IntStream.range(0, shards.getAsInt())
                .mapToObj(guilds)
                .flatMap(List::stream)
                .anyMatch(guild -> guild.path("id").asText().equals(guildId));
    }

    /** Answers a question about a server or one of its members. */
    MockResponse answer(FakeDiscord.Call call) {
        Matcher member = MEMBERS.matcher(call.path());
        if (member.matches()) {
            List<String> roles = rolesOfMembers.get(member.group(1));
            return roles == null
                    ? Bodies.json(404, "{\"message\":\"Unknown Member\",\"code\":10007}")
                    : Bodies.json(200, Incoming.member(member.group(1), roles).toString());
        }
        return hasBot(call.id())
                ? Bodies.json(200, "{}")
                : Bodies.json(404, "{\"message\":\"Unknown Guild\",\"code\":10004}");
    }
}
