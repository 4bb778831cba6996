package io.tunetally.discord.fake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Servers as Discord describes them: their roles, channels and threads. */
final class Guilds {
    private static final String FORUM = "310";
    private static final String ANNOUNCEMENTS = "320";

    private Guilds() {}

    /** The permissions of all members of a server. */
    static ObjectNode everyone(String id, long permissions) {
        return role(id, "@everyone", permissions);
    }

    static ObjectNode role(String id, String name, long permissions) {
        ObjectNode role = Bodies.MAPPER
                .createObjectNode()
                .put("id", id)
                .put("name", name)
                .put("permissions", String.valueOf(permissions))
                .put("position", 0);
        role.putObject("colors")
                .put("primary_color", 0)
                .putNull("secondary_color")
                .putNull("tertiary_color");
        return role;
    }

    /** A guild with a channel and a thread in it, in which everybody has these permissions. */
    static ObjectNode guild(String id, long permissions) {
        ObjectNode guild = Bodies.MAPPER
                .createObjectNode()
                .put("id", id)
                .put("name", "guild")
                .put("owner_id", Incoming.USER)
                .put("member_count", 2)
                .put("afk_timeout", 300);
        guild.putArray("roles").add(everyone(id, permissions));
        String channel = id.equals(Incoming.GUILD) ? Incoming.CHANNEL : id + "1";
        guild.putArray("channels")
                .addObject()
                .put("id", channel)
                .put("type", 0)
                .put("name", "general")
                .put("position", 0);
        ArrayNode threads = guild.putArray("threads");
        if (id.equals(Incoming.GUILD)) {
            addEveryKindOfChannel(guild.withArray("channels"));
            threads.add(thread(Incoming.THREAD, 11, Incoming.CHANNEL));
            threads.add(thread(Incoming.FORUM_POST, 11, FORUM));
            threads.add(thread(Incoming.ANNOUNCEMENT_THREAD, 10, ANNOUNCEMENTS));
        }
        guild.putArray("emojis");
        guild.putArray("voice_states");
        guild.putArray("guild_scheduled_events");
        ObjectNode member = guild.putArray("members").addObject();
        member.set("user", Incoming.bot());
        member.putArray("roles");
        return guild;
    }

    private static void addEveryKindOfChannel(ArrayNode channels) {
        channels.addObject()
                .put("id", FORUM)
                .put("type", 15)
                .put("name", "forum")
                .put("position", 1)
                .put("flags", 0)
                .put("default_forum_layout", 0)
                .putArray("available_tags");
        channels.addObject()
                .put("id", ANNOUNCEMENTS)
                .put("type", 5)
                .put("name", "news")
                .put("position", 2);
        channels.addObject()
                .put("id", Incoming.VOICE)
                .put("type", 2)
                .put("name", "voice")
                .put("position", 3)
                .put("bitrate", 64_000)
                .put("user_limit", 0);
    }

    static ObjectNode thread(String id, int type, String parent) {
        ObjectNode thread = Bodies.MAPPER
                .createObjectNode()
                .put("id", id)
                .put("type", type)
                .put("name", "thread")
                .put("parent_id", parent)
                .put("guild_id", Incoming.GUILD)
                .put("owner_id", Incoming.USER)
                .put("member_count", 1)
                .put("message_count", 1)
                .put("total_message_sent", 1)
                .put("rate_limit_per_user", 0);
        thread.putObject("thread_metadata")
                .put("archived", false)
                .put("auto_archive_duration", 1440)
                .put("archive_timestamp", "2026-11-25T12:00:00+00:00")
                .put("locked", false);
        return thread;
    }
}
