package io.tunetally.slack.fake;

import com.google.gson.JsonObject;
import io.tunetally.slack.install.SlackManifest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Allows the calls that the manifest's scopes and subscriptions cover. */
public final class FakeScopes {
    private static final String NONE = "";
    private static final String UNKNOWN = "one that no test needed yet";
    private static final String COMMANDS = "commands";

    /** The methods of the Web API that the adapter calls with a bot's token. */
    private static final Map<String, String> METHODS = Map.of(
            "auth.test", NONE,
            "chat.postMessage", "chat:write",
            "chat.postEphemeral", "chat:write",
            "chat.update", "chat:write",
            "files.getUploadURLExternal", "files:write",
            "files.completeUploadExternal", "files:write",
            "users.info", "users:read",
            "views.open", NONE,
            "views.publish", NONE);

    private static final Map<String, String> EVENTS = Map.of(
            "app_home_opened", NONE,
            "app_mention", "app_mentions:read",
            "app_uninstalled", NONE,
            "message.im", "im:history",
            "tokens_revoked", NONE);

    private final Consumer<String> faults;

    FakeScopes(Consumer<String> faults) {
        this.faults = faults;
    }

    /** Every scope that something here needs. */
    public static Set<String> needed() {
        Set<String> needed = new HashSet<>(List.of(COMMANDS));
        needed.addAll(METHODS.values());
        needed.addAll(EVENTS.values());
        needed.remove(NONE);
        return needed;
    }

    /** Whether a method may be called. */
    boolean allow(String method) {
        return granted("the method " + method, METHODS.getOrDefault(method, UNKNOWN));
    }

    /** Commands and shortcuts come to an app that has the scope for them. */
    public void checkCommand() {
        granted("commands and shortcuts", COMMANDS);
    }

    /** An event comes to an app that asked for it and may read it. */
    public void checkEvent(JsonObject callback) {
        JsonObject event = callback.getAsJsonObject("event");
        String type = event.get("type").getAsString();
        String name = event.has("channel_type")
                ? type + "." + event.get("channel_type").getAsString()
                : type;
        if (!SlackManifest.EVENTS.contains(name)) {
            faults.accept("not subscribed to " + name);
        } else {
            granted("the event " + name, EVENTS.getOrDefault(name, UNKNOWN));
        }
    }

    private boolean granted(String what, String scope) {
        boolean granted = scope.equals(NONE) || SlackManifest.SCOPES.contains(scope);
        if (!granted) {
            faults.accept("no scope for " + what + ": " + scope);
        }
        return granted;
    }
}
