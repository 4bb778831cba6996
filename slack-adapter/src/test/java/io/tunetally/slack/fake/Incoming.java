package io.tunetally.slack.fake;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Slack's requests, as its documentation shows them. */
public final class Incoming {
    private Incoming() {}

    public static JsonObject command(String command, String text, String user, String responseUrl) {
        JsonObject payload = new JsonObject();
        payload.addProperty("command", command);
        payload.addProperty("text", text);
        payload.addProperty("team_id", "T1");
        payload.addProperty("channel_id", "C1");
        payload.addProperty("channel_name", "general");
        payload.addProperty("user_id", user);
        payload.addProperty("user_name", "ada");
        payload.addProperty("trigger_id", "1.2." + user + text.hashCode());
        payload.addProperty("response_url", responseUrl);
        payload.addProperty("api_app_id", "A1");
        return payload;
    }

    /** The same in another channel; one of direct messages begins with D. */
    public static JsonObject inChannel(String channel, JsonObject payload) {
        if (payload.has("channel_id")) {
            payload.addProperty("channel_id", channel);
        } else {
            payload.getAsJsonObject("channel").addProperty("id", channel);
        }
        if (payload.has("container")) {
            payload.getAsJsonObject("container").addProperty("channel_id", channel);
        }
        return payload;
    }

    public static JsonObject mention(String eventId, String text, String ts) {
        JsonObject event = event("app_mention", "<@" + FakeSlack.BOT_USER + "> " + text, ts);
        event.addProperty("channel", "C1");
        return callback(eventId, event);
    }

    public static JsonObject mentionInThread(String eventId, String text, String ts, String threadTs) {
        JsonObject callback = mention(eventId, text, ts);
        callback.getAsJsonObject("event").addProperty("thread_ts", threadTs);
        return callback;
    }

    public static JsonObject directMessage(String eventId, String text) {
        JsonObject event = event("message", text, "1700000001.000100");
        event.addProperty("channel", "D1");
        event.addProperty("channel_type", "im");
        return callback(eventId, event);
    }

    /** A direct message of one of Slack's special kinds. */
    public static JsonObject directMessage(String eventId, String text, String subtype) {
        JsonObject callback = directMessage(eventId, text);
        JsonObject event = callback.getAsJsonObject("event");
        event.addProperty("subtype", subtype);
        switch (subtype) {
            case "file_share" ->
                event.add("files", JsonParser.parseString("[{\"id\":\"F1\",\"name\":\"train.jsonl\",\"size\":1024}]"));
            case "thread_broadcast" -> event.addProperty("thread_ts", "1700000000.000001");
            default -> {}
        }
        return callback;
    }

    /** The same with files beside it. */
    public static JsonObject withFiles(JsonObject callback, JsonObject... files) {
        JsonArray all = new JsonArray();
        List.of(files).forEach(all::add);
        JsonObject event = callback.getAsJsonObject("event");
        event.add("files", all);
        if (event.get("type").getAsString().equals("message")) {
            event.addProperty("subtype", "file_share");
        }
        return callback;
    }

    private static JsonObject event(String type, String text, String ts) {
        JsonObject event = new JsonObject();
        event.addProperty("type", type);
        event.addProperty("user", "U1");
        event.addProperty("text", text);
        event.addProperty("ts", ts);
        event.addProperty("event_ts", ts);
        return event;
    }

    private static JsonObject callback(String eventId, JsonObject event) {
        JsonObject callback = new JsonObject();
        callback.addProperty("type", "event_callback");
        callback.addProperty("team_id", "T1");
        callback.addProperty("api_app_id", "A1");
        callback.addProperty("event_id", eventId);
        callback.addProperty("event_time", 1_700_000_000);
        callback.add("event", event);
        return callback;
    }

    /** The same as it comes from another workspace. */
    public static JsonObject ofTeam(String team, JsonObject payload) {
        payload.addProperty("team_id", team);
        return payload;
    }

    /** The same by another person. */
    public static JsonObject ofUser(String user, JsonObject callback) {
        callback.getAsJsonObject("event").addProperty("user", user);
        return callback;
    }

    /** The app was removed, by the whole organisation where one is named. */
    public static JsonObject uninstalled(String eventId, String team, String enterprise, Instant when) {
        JsonObject event = new JsonObject();
        event.addProperty("type", "app_uninstalled");
        JsonObject callback = at(when, ofTeam(team, callback(eventId, event)));
        if (!enterprise.isEmpty()) {
            callback.addProperty("enterprise_id", enterprise);
            callback.add("authorizations", JsonParser.parseString("""
                    [{"enterprise_id":"%s","team_id":null,"is_bot":true,"is_enterprise_install":true}]""".formatted(enterprise)));
        }
        return callback;
    }

    public static JsonObject tokensRevoked(String eventId, String team, Instant when) {
        JsonObject event = JsonParser.parseString("""
                {"type":"tokens_revoked","tokens":{"oauth":[],"bot":["U0BOT"]}}""").getAsJsonObject();
        return at(when, ofTeam(team, callback(eventId, event)));
    }

    private static JsonObject at(Instant when, JsonObject callback) {
        callback.addProperty("event_time", when.getEpochSecond());
        return callback;
    }

    public static JsonObject homeOpened(String eventId, String tab) {
        JsonObject event = new JsonObject();
        event.addProperty("type", "app_home_opened");
        event.addProperty("user", "U1");
        event.addProperty("channel", "D1");
        event.addProperty("tab", tab);
        return callback(eventId, event);
    }

    /** A press on App Home. */
    public static JsonObject pressOnHome(String actionId, String value) {
        JsonObject payload = JsonParser.parseString("""
                {"type":"block_actions","team":{"id":"T1"},"user":{"id":"U1","username":"ada","name":"ada","team_id":"T1"},
                 "api_app_id":"A1","container":{"type":"view","view_id":"V2"},
                 "view":{"id":"V2","type":"home","private_metadata":"D1","callback_id":""},
                 "actions":[{"type":"button","block_id":"b"}]}""").getAsJsonObject();
        payload.addProperty("trigger_id", FakeTriggers.issue());
        JsonObject action = payload.getAsJsonArray("actions").get(0).getAsJsonObject();
        action.addProperty("action_id", actionId);
        action.addProperty("value", value);
        return payload;
    }

    /** The form of the team's defaults with some fields typed. */
    public static JsonObject defaults(Map<String, String> typed) {
        JsonObject payload = JsonParser.parseString("""
                {"type":"view_submission","team":{"id":"T1"},"user":{"id":"U1","name":"ada","team_id":"T1"},
                 "view":{"id":"V1","type":"modal","callback_id":"defaults_form","private_metadata":"D1",
                   "state":{"values":{}}}}""").getAsJsonObject();
        JsonObject values =
                payload.getAsJsonObject("view").getAsJsonObject("state").getAsJsonObject("values");
        // Slack sends every field, also those that were left empty.
        for (String name : List.of("model", "provider", "examples", "tokens", "epochs", "requests_per_day", "months")) {
            values.add(name, JsonParser.parseString("{\"value\":{\"type\":\"plain_text_input\",\"value\":null}}"));
        }
        typed.forEach((name, value) -> values.add(
                name,
                JsonParser.parseString("{\"value\":{\"type\":\"plain_text_input\",\"value\":\"" + value + "\"}}")));
        return payload;
    }

    /** A press on a message that only the presser sees. */
    public static JsonObject pressOnOwn(String actionId, String value, String responseUrl) {
        return press(actionId, value, responseUrl, "\"is_ephemeral\":true");
    }

    /** A press on a message in a thread that everybody sees. */
    public static JsonObject pressInThread(String actionId, String value, String responseUrl, String threadTs) {
        return press(actionId, value, responseUrl, "\"is_ephemeral\":false,\"thread_ts\":\"" + threadTs + "\"");
    }

    /** A press on a message in the channel that everybody sees. */
    public static JsonObject pressInChannel(String actionId, String value, String responseUrl) {
        return press(actionId, value, responseUrl, "\"is_ephemeral\":false");
    }

    private static JsonObject press(String actionId, String value, String responseUrl, String container) {
        JsonObject action = new JsonObject();
        action.addProperty("type", "button");
        action.addProperty("action_id", actionId);
        action.addProperty("block_id", "b");
        action.addProperty("value", value);
        JsonArray actions = new JsonArray();
        actions.add(action);
        JsonObject payload = JsonParser.parseString("""
                {"type":"block_actions","team":{"id":"T1"},"user":{"id":"U1","name":"ada <!here>","team_id":"T1"},
                 "channel":{"id":"C1","name":"general"},"api_app_id":"A1",
                 "container":{"type":"message","message_ts":"1700000002.000100","channel_id":"C1",%s}}""".formatted(container)).getAsJsonObject();
        payload.addProperty("trigger_id", FakeTriggers.issue());
        payload.addProperty("response_url", responseUrl);
        payload.add("actions", actions);
        return payload;
    }

    /** The same press by another person on a button that was sent in a message. */
    public static JsonObject of(JsonObject press, String user, JsonObject message) {
        JsonArray blocks = message.getAsJsonArray("blocks");
        JsonObject last = blocks.get(blocks.size() - 1).getAsJsonObject();
        press.getAsJsonObject("user").addProperty("id", user);
        press.getAsJsonArray("actions").get(0).getAsJsonObject().add("block_id", last.get("block_id"));
        return press;
    }

    /** A press on a message in a thread that only the presser sees. */
    public static JsonObject pressOnOwnInThread(String actionId, String value, String responseUrl, String threadTs) {
        return press(actionId, value, responseUrl, "\"is_ephemeral\":true,\"thread_ts\":\"" + threadTs + "\"");
    }

    /** The shortcut on a message in a thread. */
    public static JsonObject messageShortcutInThread(String text, String responseUrl, String threadTs) {
        JsonObject payload = messageShortcut(text, responseUrl);
        payload.getAsJsonObject("message").addProperty("thread_ts", threadTs);
        return payload;
    }

    /** The shortcut on a message in a channel. */
    public static JsonObject messageShortcut(String text, String responseUrl) {
        JsonObject payload = JsonParser.parseString("""
                {"type":"message_action","callback_id":"estimate_message","message_ts":"1700000003.000100",
                 "team":{"id":"T1"},"user":{"id":"U1","name":"ada"},"channel":{"id":"C1","name":"general"},
                 "message":{"type":"message","user":"U2","ts":"1700000003.000100"}}""").getAsJsonObject();
        payload.addProperty("trigger_id", FakeTriggers.issue());
        payload.addProperty("response_url", responseUrl);
        payload.getAsJsonObject("message").addProperty("text", text);
        return payload;
    }

    public static JsonObject globalShortcut() {
        JsonObject payload = JsonParser.parseString("""
                {"type":"shortcut","callback_id":"estimate","team":{"id":"T1"},
                 "user":{"id":"U1","username":"ada","team_id":"T1"}}""").getAsJsonObject();
        payload.addProperty("trigger_id", FakeTriggers.issue());
        return payload;
    }

    /** The form with a model and a number of examples typed. */
    public static JsonObject submission(String model, String examples) {
        JsonObject payload = JsonParser.parseString("""
                {"type":"view_submission","team":{"id":"T1"},"user":{"id":"U1","name":"ada","team_id":"T1"},
                 "view":{"id":"V1","type":"modal","callback_id":"estimate_form","state":{"values":{
                   "model":{"value":{"type":"plain_text_input"}},
                   "examples":{"value":{"type":"plain_text_input"}},
                   "method":{"value":{"type":"static_select","selected_option":null}}}}}}""").getAsJsonObject();
        JsonObject values =
                payload.getAsJsonObject("view").getAsJsonObject("state").getAsJsonObject("values");
        values.getAsJsonObject("model").getAsJsonObject("value").addProperty("value", model);
        values.getAsJsonObject("examples").getAsJsonObject("value").addProperty("value", examples);
        return payload;
    }
}
