package io.tunetally.discord.transport;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.RawGatewayEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/**
 * The servers that Discord has named and not sent yet. After a session has begun they come one after the other; one in an outage
 * does not come, and JDA would wait 75 seconds for it. Told on the gateway's threads.
 */
final class AwaitedServers implements EventListener {
    /** The longest pause between two servers that arrive. */
    private static final Duration QUIET = Duration.ofSeconds(2);

    private final Map<Integer, Session> sessions = new ConcurrentHashMap<>();

    /** The servers that one shard's session began with. */
    private static final class Session {
        private final Set<String> awaited = ConcurrentHashMap.newKeySet();
        private volatile long latest = System.nanoTime();
    }

    @Override
    public void onEvent(GenericEvent event) {
        if (!(event instanceof RawGatewayEvent raw)) {
            return;
        }
        int shard = raw.getJDA().getShardInfo().getShardId();
        switch (raw.getType()) {
            case "READY" -> sessions.put(shard, begun(raw.getPayload()));
            case "GUILD_CREATE", "GUILD_DELETE" -> {
                Session session = sessions.get(shard);
                if (session != null) {
                    told(session, raw);
                }
            }
            default -> {}
        }
    }

    private static Session begun(DataObject ready) {
        Session session = new Session();
        ready.getArray("guilds").stream(DataArray::getObject)
                .map(guild -> guild.getString("id"))
                .forEach(session.awaited::add);
        return session;
    }

    private static void told(Session session, RawGatewayEvent event) {
        DataObject guild = event.getPayload();
        if (guild.getBoolean("unavailable", false)) {
            session.awaited.add(guild.getString("id"));
        } else {
            session.awaited.remove(guild.getString("id"));
            session.latest = System.nanoTime();
        }
    }

    /** Whether a shard's session has begun and no more servers come for now. */
    boolean areInAnOutage(JDA shard) {
        Session session = sessions.get(shard.getShardInfo().getShardId());
        return session != null && System.nanoTime() - session.latest > QUIET.toNanos();
    }

    boolean has(String guildId) {
        return sessions.values().stream().anyMatch(session -> session.awaited.contains(guildId));
    }

    /** How many there are. */
    int count() {
        return sessions.values().stream()
                .mapToInt(session -> session.awaited.size())
                .sum();
    }
}
