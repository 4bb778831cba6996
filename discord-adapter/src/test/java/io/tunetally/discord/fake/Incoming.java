package io.tunetally.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tunetally.discord.install.Invitation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** Discord's events. */
public final class Incoming {
    public static final String APP = "100";
    public static final String GUILD = "200";
    public static final String CHANNEL = "300";
    public static final String THREAD = "301";
    public static final String FORUM_POST = "311";
    public static final String ANNOUNCEMENT_THREAD = "321";
    public static final String VOICE = "330";
    public static final String USER = "400";
    private static final String FORUM = "310";
    private static final String ANNOUNCEMENTS = "320";
    public static final String DIRECT = "500";
    public static final long USUAL_PERMISSIONS = Invitation.PERMISSIONS;
    private static final long DISCORD_EPOCH_MILLIS = 1_420_070_400_000L;
    private static final AtomicLong COUNT = new AtomicLong();

    /** The fields of a form in which something is chosen; in the others it is typed. */
    private static final Set<String> MENUS = Set.of("model", "provider", "method", "edition");

    private Incoming() {}

    /** A fresh id: JDA looks at the age of interactions. */
    public static String id() {
        return id(Duration.ZERO);
    }

    /** Of something so old. */
    public static String id(Duration age) {
        long millis = System.currentTimeMillis() - age.toMillis() - DISCORD_EPOCH_MILLIS;
        return String.valueOf((millis << 22) + COUNT.incrementAndGet());
    }

    public static ObjectNode bot() {
        return user(APP, "TuneTally").put("bot", true);
    }

    public static ObjectNode user(String id, String name) {
        return Bodies.MAPPER
                .createObjectNode()
                .put("id", id)
                .put("username", name)
                .put("discriminator", "0");
    }

    public static ObjectNode ada() {
        return user(USER, "ada");
    }

    /** The permissions of all members of a server. */
    private static ObjectNode everyone(String id, long permissions) {
        return role(id, "@everyone", permissions);
    }

    public static ObjectNode role(String id, String name, long permissions) {
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

    static ObjectNode member(String user, List<String> roles) {
        ObjectNode member = Bodies.MAPPER.createObjectNode();
        member.set("user", user(user, "name of " + user));
        ArrayNode has = member.putArray("roles");
        roles.forEach(has::add);
        return member;
    }

    /** Everybody in the server may do something else from now on. */
    public static ObjectNode everyone(long permissions) {
        ObjectNode change = Bodies.MAPPER.createObjectNode().put("guild_id", GUILD);
        change.set("role", everyone(GUILD, permissions));
        return change;
    }

    /** A guild with a channel and a thread in it, in which everybody has these permissions. */
    public static ObjectNode guild(String id, long permissions) {
        ObjectNode guild = Bodies.MAPPER
                .createObjectNode()
                .put("id", id)
                .put("name", "guild")
                .put("owner_id", USER)
                .put("member_count", 2)
                .put("afk_timeout", 300);
        guild.putArray("roles").add(everyone(id, permissions));
        String channel = id.equals(GUILD) ? CHANNEL : id + "1";
        guild.putArray("channels")
                .addObject()
                .put("id", channel)
                .put("type", 0)
                .put("name", "general")
                .put("position", 0);
        ArrayNode threads = guild.putArray("threads");
        if (id.equals(GUILD)) {
            addEveryKindOfChannel(guild.withArray("channels"));
            threads.add(thread(THREAD, 11, CHANNEL));
            threads.add(thread(FORUM_POST, 11, FORUM));
            threads.add(thread(ANNOUNCEMENT_THREAD, 10, ANNOUNCEMENTS));
        }
        guild.putArray("emojis");
        guild.putArray("voice_states");
        guild.putArray("guild_scheduled_events");
        ObjectNode member = guild.putArray("members").addObject();
        member.set("user", bot());
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
                .put("id", VOICE)
                .put("type", 2)
                .put("name", "voice")
                .put("position", 3)
                .put("bitrate", 64_000)
                .put("user_limit", 0);
    }

    public static ObjectNode thread(String id, int type, String parent) {
        ObjectNode thread = Bodies.MAPPER
                .createObjectNode()
                .put("id", id)
                .put("type", type)
                .put("name", "thread")
                .put("parent_id", parent)
                .put("guild_id", GUILD)
                .put("owner_id", USER)
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

    static ObjectNode directChannel() {
        ObjectNode channel = Bodies.MAPPER.createObjectNode().put("id", DIRECT).put("type", 1);
        channel.putArray("recipients").add(ada());
        return channel;
    }

    /** A message without a guild. */
    public static ObjectNode message(String id, ObjectNode author, String content, String channel) {
        ObjectNode message = Bodies.MAPPER
                .createObjectNode()
                .put("id", id)
                .put("type", 0)
                .put("channel_id", channel)
                .put("content", content)
                .put("timestamp", "2026-11-25T12:00:00+00:00");
        message.set("author", author);
        message.putArray("mentions");
        message.putArray("mention_roles");
        message.putArray("attachments");
        message.putArray("embeds");
        message.putArray("components");
        return message;
    }

    public static ObjectNode inGuild(String content) {
        return inGuild(CHANNEL, content);
    }

    public static ObjectNode inGuild(String channel, String content) {
        ObjectNode message = message(id(), ada(), content, channel).put("guild_id", GUILD);
        message.putObject("member").putArray("roles");
        if (content.contains(APP)) {
            message.withArray("mentions").add(bot());
        }
        return message;
    }

    public static ObjectNode direct(String content) {
        return message(id(), ada(), content, DIRECT).put("channel_type", 1);
    }

    /** The same with a file beside it. */
    public static ObjectNode withFile(ObjectNode message, ObjectNode attachment) {
        message.withArray("attachments").add(attachment);
        return message;
    }

    /** {@code /finetune dataset}, with a file and other options. */
    public static ObjectNode dataset(ObjectNode attachment, Map<String, Object> options) {
        ObjectNode interaction = slash("dataset", options);
        ObjectNode data = (ObjectNode) interaction.path("data");
        String id = attachment.path("id").asText();
        data.withArray("/options/0/options")
                .addObject()
                .put("name", "file")
                .put("type", 11)
                .put("value", id);
        data.putObject("resolved").putObject("attachments").set(id, attachment);
        return interaction;
    }

    /** {@code /finetune verb}, with options as Discord types them. */
    public static ObjectNode slash(String verb, Map<String, Object> options) {
        ObjectNode data = Bodies.MAPPER
                .createObjectNode()
                .put("id", "700")
                .put("name", "finetune")
                .put("type", 1);
        ObjectNode subcommand =
                data.putArray("options").addObject().put("name", verb).put("type", 1);
        ArrayNode values = subcommand.putArray("options");
        options.forEach((name, value) -> values.add(option(name, value)));
        return inGuild(interaction(2, data));
    }

    /** {@code /finetune-defaults}, used by a manager of the server. */
    public static ObjectNode defaults(Map<String, Object> options) {
        ObjectNode data = Bodies.MAPPER
                .createObjectNode()
                .put("id", "702")
                .put("name", "finetune-defaults")
                .put("type", 1);
        ArrayNode values = data.putArray("options");
        options.forEach((name, value) -> values.add(option(name, value)));
        return inGuild(interaction(2, data));
    }

    private static ObjectNode option(String name, Object value) {
        ObjectNode option = Bodies.MAPPER.createObjectNode().put("name", name);
        return switch (value) {
            case Boolean yes -> option.put("type", 5).put("value", yes);
            case Integer number -> option.put("type", 4).put("value", number);
            default -> option.put("type", 3).put("value", String.valueOf(value));
        };
    }

    public static ObjectNode typing(String verb, String option, String typed) {
        ObjectNode interaction = slash(verb, Map.of(option, typed)).put("type", 4);
        ((ObjectNode) interaction.at("/data/options/0/options/0")).put("focused", true);
        return interaction;
    }

    /** A message that only forwards another one. */
    public static ObjectNode forwarding(ObjectNode message, String text) {
        ObjectNode forwarded = message("1", ada(), text, CHANNEL);
        message.putArray("message_snapshots").addObject().set("message", forwarded);
        message.putObject("message_reference")
                .put("type", 1)
                .put("message_id", "1")
                .put("channel_id", CHANNEL);
        return message;
    }

    public static ObjectNode messageCommand(String text) {
        return messageCommand(inGuild(text));
    }

    public static ObjectNode messageCommand(ObjectNode target) {
        ObjectNode data = Bodies.MAPPER
                .createObjectNode()
                .put("id", "701")
                .put("name", "Estimate cost")
                .put("type", 3)
                .put("target_id", target.path("id").asText());
        data.putObject("resolved").putObject("messages").set(target.path("id").asText(), target);
        return inGuild(interaction(2, data));
    }

    /** A press of a button of a message. */
    public static ObjectNode press(String customId, JsonNode message) {
        ObjectNode interaction = interaction(
                3, Bodies.MAPPER.createObjectNode().put("custom_id", customId).put("component_type", 2));
        interaction.set("message", message);
        return inGuild(interaction);
    }

    public static ObjectNode pick(String customId, String value, JsonNode message) {
        ObjectNode interaction = press(customId, message);
        ObjectNode data = ((ObjectNode) interaction.path("data")).put("component_type", 3);
        data.putArray("values").add(value);
        return interaction;
    }

    /** A form that is sent, opened by a button of a message. */
    public static ObjectNode submit(String customId, Map<String, String> fields, JsonNode message) {
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
        ObjectNode interaction = interaction(5, data);
        interaction.set("message", message);
        return inGuild(interaction);
    }

    /** The same with a file in a field of the form. */
    public static ObjectNode withFileField(ObjectNode submission, String name, ObjectNode attachment) {
        ObjectNode data = (ObjectNode) submission.path("data");
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
        return submission;
    }

    /** The bot's own message as Discord gives it along with a press: who asked for it, and whether only they see it. */
    public static ObjectNode answer(String askedBy, boolean ephemeral, JsonNode sent) {
        ObjectNode message = sent(sent, ephemeral);
        ObjectNode metadata =
                message.putObject("interaction_metadata").put("id", id()).put("type", 2);
        metadata.set("user", user(askedBy, "asker"));
        metadata.putObject("authorizing_integration_owners").put("0", GUILD);
        return message;
    }

    /**
     * The bot's own reply to a mention as Discord gives it along with a press: it names the message that it replies to, and
     * neither has that message with it nor says whose it is.
     */
    public static ObjectNode reply(JsonNode sent) {
        ObjectNode message = sent(sent, false).put("type", 19);
        message.putObject("message_reference")
                .put("type", 0)
                .put("message_id", sent.at("/message_reference/message_id").asText(id()))
                .put("channel_id", CHANNEL)
                .put("guild_id", GUILD);
        return message;
    }

    private static ObjectNode sent(JsonNode sent, boolean ephemeral) {
        ObjectNode message = message(id(), bot(), sent.path("content").asText(""), CHANNEL);
        message.put("flags", sent.path("flags").asInt() | (ephemeral ? 64 : 0));
        if (sent.path("components").isArray()) {
            message.set("components", numbered(sent.path("components")));
        }
        return message;
    }

    /** An interaction of another user in a server. */
    public static ObjectNode by(String user, ObjectNode interaction) {
        ((ObjectNode) interaction.path("member")).set("user", user(user, "grace"));
        return interaction;
    }

    /** Discord gives each component a number, and each picture or file an address. */
    static ArrayNode numbered(JsonNode components) {
        ArrayNode numbered = Bodies.MAPPER.createArrayNode();
        for (JsonNode component : components) {
            ObjectNode one = component.deepCopy();
            one.put("id", (int) COUNT.incrementAndGet());
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

    static ObjectNode interaction(int type, JsonNode data) {
        String id = id();
        ObjectNode interaction = Bodies.MAPPER
                .createObjectNode()
                .put("id", id)
                .put("application_id", APP)
                .put("type", type)
                .put("token", "token-" + id)
                .put("version", 1)
                .put("locale", "de")
                .put("app_permissions", String.valueOf(USUAL_PERMISSIONS))
                .put("attachment_size_limit", 10_485_760);
        interaction.putArray("entitlements");
        interaction.set("data", data);
        return interaction;
    }

    public static ObjectNode inGuild(ObjectNode interaction) {
        return inGuild(interaction, GUILD, CHANNEL, "0");
    }

    /** In a guild that the app is installed in (owner 0) or that only its user is in (owner 1). */
    public static ObjectNode inGuild(ObjectNode interaction, String guild, String channel, String owner) {
        interaction.remove("user");
        interaction
                .put("guild_id", guild)
                .put("guild_locale", "en-US")
                .put("channel_id", channel)
                .put("context", 0);
        interaction.putObject("guild").put("id", guild).put("locale", "en-US").putArray("features");
        ObjectNode place = interaction.putObject("channel").put("id", channel).put("type", 0);
        place.put("name", "general").put("position", 0).put("permissions", "0");
        ObjectNode member = interaction.putObject("member").put("permissions", "0");
        member.set("user", ada());
        member.putArray("roles");
        interaction.putObject("authorizing_integration_owners").put(owner, owner.equals("0") ? guild : USER);
        return interaction;
    }

    /** In a thread of the server that the app is installed in. */
    public static ObjectNode inThread(ObjectNode interaction) {
        ObjectNode inThread = inGuild(interaction, GUILD, THREAD, "0");
        inThread.set("channel", thread(THREAD, 11, CHANNEL).put("permissions", "0"));
        return inThread;
    }

    /** In a direct message with the bot (context 1) or a group of people (context 2). */
    public static ObjectNode outsideOfGuilds(ObjectNode interaction, int context) {
        interaction.remove("guild_id");
        interaction.remove("guild");
        interaction.remove("member");
        interaction.put("channel_id", DIRECT).put("context", context);
        interaction.set("user", ada());
        ObjectNode channel = interaction.putObject("channel").put("id", DIRECT).put("type", context == 1 ? 1 : 3);
        channel.putArray("recipients").add(context == 1 ? bot() : ada());
        channel.put("owner_id", USER);
        interaction.putObject("authorizing_integration_owners").put("1", USER);
        return interaction;
    }

    /** In a direct message between two people. */
    public static ObjectNode betweenPeople(ObjectNode interaction) {
        ObjectNode between = outsideOfGuilds(interaction, 2);
        ((ObjectNode) between.path("channel")).put("type", 1).remove("owner_id");
        return between;
    }
}
