package io.tunetally.slack.fake;

import static java.util.Map.entry;

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

    /** The optional scope: an app has it where its manager adds it. */
    public static final String FILES = "files:read";

    /** The methods of the Web API that the adapter calls with a bot's token. */
    private static final Map<String, String> METHODS = Map.ofEntries(
            entry("auth.test", NONE),
            entry("chat.postMessage", "chat:write"),
            entry("chat.postEphemeral", "chat:write"),
            entry("chat.update", "chat:write"),
            entry("files.getUploadURLExternal", "files:write"),
            entry("files.completeUploadExternal", "files:write"),
            entry("files.info", FILES),
            entry("users.info", "users:read"),
            entry("views.open", NONE),
            entry("views.publish", NONE));

    private static final Map<String, String> EVENTS = Map.of(
            "app_home_opened", NONE,
            "app_mention", "app_mentions:read",
            "app_uninstalled", NONE,
            "message.im", "im:history",
            "tokens_revoked", NONE);

    private final Consumer<String> faults;
    private volatile boolean files;

    FakeScopes(Consumer<String> faults) {
        this.faults = faults;
    }

    /** Every scope that something here needs. */
    public static Set<String> needed() {
        Set<String> needed = new HashSet<>(List.of(COMMANDS));
        needed.addAll(METHODS.values());
        needed.addAll(EVENTS.values());
        needed.removeAll(Set.of(NONE, FILES));
        return needed;
    }

    /** From now on the app has the optional scope, too. */
    public void grantFiles() {
        files = true;
    }

    boolean mayReadFiles() {
        return files;
    }

    /** Whether a method may be called. Asking for a file without the optional scope is answered, and no fault. */
    boolean allow(String method) {
        if (METHODS.getOrDefault(method, UNKNOWN).equals(FILES)) {
            return files;
        }
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
