package io.tunetally.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tunetally.discord.install.Invitation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
    public static final String DIRECT = "500";
    public static final long USUAL_PERMISSIONS = Invitation.PERMISSIONS;
    private static final long DISCORD_EPOCH_MILLIS = 1_420_070_400_000L;
    private static final AtomicLong COUNT = new AtomicLong();

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

    public static ObjectNode role(String id, String name, long permissions) {
        return Guilds.role(id, name, permissions);
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
        change.set("role", Guilds.everyone(GUILD, permissions));
        return change;
    }

    /** A guild with a channel and a thread in it, in which everybody has these permissions. */
    public static ObjectNode guild(String id, long permissions) {
        return Guilds.guild(id, permissions);
    }

    public static ObjectNode thread(String id, int type, String parent) {
        return Guilds.thread(id, type, parent);
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
        return inGuild(interaction(2, InteractionData.dataset(attachment, options)));
    }

    /** {@code /finetune verb}, with options as Discord types them. */
    public static ObjectNode slash(String verb, Map<String, Object> options) {
        return inGuild(interaction(2, InteractionData.slash(verb, options)));
    }

    /** {@code /finetune-defaults}, used by a manager of the server. */
    public static ObjectNode defaults(Map<String, Object> options) {
        return inGuild(interaction(2, InteractionData.defaults(options)));
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
        return inGuild(interaction(2, InteractionData.messageCommand(target)));
    }

    /** A press of a button of a message. */
    public static ObjectNode press(String customId, JsonNode message) {
        ObjectNode interaction = interaction(3, InteractionData.press(customId));
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
        ObjectNode interaction = interaction(5, InteractionData.form(customId, fields));
        interaction.set("message", message);
        return inGuild(interaction);
    }

    /** The same with a file in a field of the form. */
    public static ObjectNode withFileField(ObjectNode submission, String name, ObjectNode attachment) {
        InteractionData.addFile((ObjectNode) submission.path("data"), name, attachment);
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
            message.set("components", SentMessages.numbered(sent.path("components")));
        }
        return message;
    }

    /** An interaction of another user in a server. */
    public static ObjectNode by(String user, ObjectNode interaction) {
        ((ObjectNode) interaction.path("member")).set("user", user(user, "grace"));
        return interaction;
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
