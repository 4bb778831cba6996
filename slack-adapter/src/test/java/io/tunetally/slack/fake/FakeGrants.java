package io.tunetally.slack.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.tunetally.slack.RunningSlack;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Slack's end of the installation: codes that are good once, tokens, and refresh tokens that are good once. */
public final class FakeGrants {
    static final int TOKEN_SECONDS = 43_200;

    private final Consumer<String> faults;
    private final Map<String, JsonObject> codes = new ConcurrentHashMap<>();
    private final Map<String, JsonObject> refreshTokens = new ConcurrentHashMap<>();
    private final Set<String> good = ConcurrentHashMap.newKeySet();
    private final Set<String> takenBack = ConcurrentHashMap.newKeySet();
    private final Set<String> removed = ConcurrentHashMap.newKeySet();
    private final AtomicInteger refreshes = new AtomicInteger();
    private final AtomicInteger refusals = new AtomicInteger();

    FakeGrants(Consumer<String> faults) {
        this.faults = faults;
    }

    /** A person allows the app in a workspace: the code that their browser brings back. */
    public String allow(String enterprise, String team, String user) {
        return allow(enterprise, team, user, false);
    }

    /** The same for an app whose tokens expire. */
    public String allowRotating(String enterprise, String team, String user) {
        return allow(enterprise, team, user, true);
    }

    private String allow(String enterprise, String team, String user, boolean rotating) {
        JsonObject grant = new JsonObject();
        grant.addProperty("ok", true);
        grant.addProperty("app_id", "A1");
        grant.addProperty("token_type", "bot");
        grant.addProperty("scope", "commands,chat:write,app_mentions:read,im:history,files:write,users:read");
        grant.addProperty("bot_user_id", "U0BOT" + team);
        grant.add("team", team.isEmpty() ? JsonNull.INSTANCE : named(team, "Team <" + team + ">"));
        grant.add("enterprise", enterprise.isEmpty() ? JsonNull.INSTANCE : named(enterprise, "Org " + enterprise));
        grant.addProperty("is_enterprise_install", team.isEmpty());
        JsonObject person = new JsonObject();
        person.addProperty("id", user);
        grant.add("authed_user", person);
        addTokens(grant, "xoxb-" + enterprise + team + "-" + good.size(), rotating);
        String code = "code-" + codes.size();
        codes.put(code, grant);
        return code;
    }

    private void addTokens(JsonObject grant, String token, boolean rotating) {
        grant.addProperty("access_token", rotating ? "xoxe." + token : token);
        good.add(grant.get("access_token").getAsString());
        if (rotating) {
            String refreshToken = "xoxe-1-" + token;
            grant.addProperty("refresh_token", refreshToken);
            grant.addProperty("expires_in", TOKEN_SECONDS);
            refreshTokens.put(refreshToken, grant);
        }
    }

    private static JsonObject named(String id, String name) {
        JsonObject named = new JsonObject();
        named.addProperty("id", id);
        named.addProperty("name", name);
        return named;
    }

    boolean isGood(String token) {
        return good.contains(token);
    }

    /** A workspace removes the app: what it granted is good no more. */
    public void remove(String team) {
        removed.addAll(good.stream()
                .filter(token -> token.contains("xoxb-" + team + "-"))
                .toList());
    }

    boolean isRemoved(String token) {
        return removed.contains(token);
    }

    /** How often a token was renewed. */
    public int refreshes() {
        return refreshes.get();
    }

    /** How often a refresh token was refused that was taken back. */
    public int refusals() {
        return refusals.get();
    }

    /** {@code oauth.v2.access}. */
    String access(String authorization, Map<String, String> parameters) {
        String client = RunningSlack.CLIENT_ID + ":" + RunningSlack.CLIENT_SECRET;
        if (!("Basic " + Base64.getEncoder().encodeToString(client.getBytes(UTF_8))).equals(authorization)) {
            faults.accept("not the client's id and secret");
        }
        if ("refresh_token".equals(parameters.get("grant_type"))) {
            return refreshed(parameters.getOrDefault("refresh_token", ""));
        }
        JsonObject grant = codes.remove(parameters.getOrDefault("code", ""));
        return grant == null ? "{\"ok\":false,\"error\":\"invalid_code\"}" : grant.toString();
    }

    /** Slack takes no refresh token any more that it gave until now. */
    public void takeBackRefreshTokens() {
        takenBack.addAll(refreshTokens.keySet());
    }

    private String refreshed(String refreshToken) {
        if (takenBack.contains(refreshToken)) {
            refusals.incrementAndGet();
            return "{\"ok\":false,\"error\":\"invalid_refresh_token\"}";
        }
        JsonObject old = refreshTokens.remove(refreshToken);
        if (old == null) {
            faults.accept("a refresh token used twice: " + refreshToken);
            return "{\"ok\":false,\"error\":\"invalid_refresh_token\"}";
        }
        JsonObject grant = old.deepCopy();
        addTokens(grant, "xoxb-renewed-" + refreshes.incrementAndGet(), true);
        return grant.toString();
    }
}
