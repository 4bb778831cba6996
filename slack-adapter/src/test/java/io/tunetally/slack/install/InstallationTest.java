package io.tunetally.slack.install;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.tunetally.MovableClock;
import io.tunetally.Requirement;
import io.tunetally.slack.RunningSlack;
import io.tunetally.slack.RunningSlack.Mode;
import io.tunetally.slack.TestStore;
import io.tunetally.slack.api.SlackConversations;
import io.tunetally.slack.fake.FakeSlack;
import io.tunetally.slack.fake.Incoming;
import io.tunetally.slack.fake.LimitsCheck;
import io.tunetally.storage.Kind;
import io.tunetally.storage.TeamDefaults;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many workspaces: how they come, are served and go, over real sockets. */
@Requirement({"slack-26", "slack-28a"})
public class InstallationTest {
    private final MovableClock clock = new MovableClock();
    private final TestStore store = new TestStore(clock);

    @AfterEach
    void close() {
        store.close();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void servesAWorkspaceOnceItHasInstalledTheApp(Mode mode) throws Exception {
        try (RunningSlack running = start(mode)) {
            assertThat(running.answer("cost gpt-4o 1k examples")).contains("not installed");

            HttpResponse<String> page =
                    install(running, running.slack().grants().allow("", "T1", "U7"));

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains("Team &lt;T1&gt;", "https://slack.com/app_redirect?app=A1&amp;team=T1")
                    .doesNotContain("xoxb");
            assertThat(running.answer("cost gpt-4o 1k examples")).contains("$37.50");
            running.slack().post();
            running.event(Incoming.mention("Ev1", "cost gpt-4o 1k examples", "1700000000.000001"));
            assertThat(running.slack().post().get("text")).contains("$37.50");
            assertThat(running.slack().faults()).isEmpty();
        }
    }

    @Test
    void sendsThePersonToSlackWithClientScopesAndANewStateEachTime() throws Exception {
        try (RunningSlack running = start(Mode.SOCKET)) {
            HttpResponse<String> response = running.get("/slack/install");
            URI location = URI.create(response.headers().firstValue("Location").orElseThrow());

            assertThat(response.statusCode()).isEqualTo(302);
            assertThat(location.getPath()).isEqualTo("/oauth/v2/authorize");
            assertThat(query(location))
                    .containsEntry("client_id", RunningSlack.CLIENT_ID)
                    .containsEntry("scope", String.join(",", SlackManifest.SCOPES));
            assertThat(query(location).get("state")).hasSizeGreaterThan(30).isNotEqualTo(state(running));
            assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        }
    }

    /** Link previews and crawlers look at the page, too. */
    @Requirement("slack-28b")
    @Test
    void storesNothingBeforeThePersonComesBack() throws Exception {
        try (RunningSlack running = start(Mode.HTTP)) {
            for (int look = 0; look < 5; look++) {
                state(running);
            }
            assertThat(store.storage().archive().counts().total()).isZero();

            install(running, allow(running));
            assertThat(store.storage().archive().counts().of(Kind.OAUTH_STATES)).isEqualTo(1);
        }
    }

    @Test
    void takesNoStateOfAnotherAppOrOneThatWasChanged() throws Exception {
        try (RunningSlack running = start(Mode.HTTP)) {
            String state = state(running);
            String later = state.replaceFirst("\\.(\\d+)\\.", ".9$1.");
            String foreign = new InstallState("another secret", clock, Duration.ofMinutes(10)).issue();

            for (String made : List.of(later, foreign, state + "0", "a" + state, "a.b.c", "..")) {
                assertThat(redirected(running, "state=" + made + "&code=" + allow(running))
                                .statusCode())
                        .as(made)
                        .isEqualTo(400);
            }
            assertThat(store.storage().archive().counts().total()).isZero();
        }
    }

    @Requirement("slack-28b")
    @Test
    void beginsTwentyInstallationsOfAnAddressInTenSeconds() throws Exception {
        try (RunningSlack running = start(Mode.HTTP)) {
            for (int begun = 0; begun < 20; begun++) {
                assertThat(running.get("/slack/install").statusCode()).isEqualTo(302);
            }
            HttpResponse<String> refused = running.get("/slack/install");
            String elsewhere = "203.0.113.7, 198.51.100.9";

            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).contains("10");
            assertThat(refused.body()).contains("in ten seconds", "href=\"/slack/install\"");
            assertThat(running.get("/slack/install", "X-Forwarded-For", elsewhere)
                            .statusCode())
                    .as("another address, as the proxy on this machine says")
                    .isEqualTo(302);
            clock.pass(Duration.ofSeconds(11));
            assertThat(running.get("/slack/install").statusCode()).isEqualTo(302);
        }
    }

    @Test
    void takesAStateOnceAndForTenMinutes() throws Exception {
        try (RunningSlack running = start(Mode.HTTP)) {
            String used = state(running);
            assertThat(redirected(running, "state=" + used + "&code=" + allow(running))
                            .statusCode())
                    .isEqualTo(200);
            String late = state(running);
            clock.pass(Duration.ofMinutes(11));

            for (String state : new String[] {"", "made-up", used, late}) {
                HttpResponse<String> page = redirected(running, "state=" + state + "&code=" + allow(running));
                assertThat(page.statusCode()).isEqualTo(400);
                assertThat(page.body()).contains("no longer good", "href=\"/slack/install\"");
            }
            assertThat(redirected(running, "code=" + allow(running)).statusCode())
                    .isEqualTo(400);
            assertThat(store.storage().archive().counts().of(Kind.INSTALLATIONS))
                    .isEqualTo(1);
        }
    }

    @Test
    void takesAStateFromTheBrowserAloneThatBegan() throws Exception {
        try (RunningSlack running = start(Mode.HTTP)) {
            String begun = running.get("/slack/install")
                    .headers()
                    .firstValue("Set-Cookie")
                    .orElseThrow();
            String state = begun.substring(begun.indexOf('=') + 1, begun.indexOf(';'));
            String path = "/slack/oauth_redirect?state=" + state + "&code=" + allow(running);

            for (String cookie : List.of("a=1", "tunetally-install=", "tunetally-install=" + state(running))) {
                HttpResponse<String> page = running.get(path, "Cookie", cookie);
                assertThat(page.statusCode()).isEqualTo(400);
                assertThat(page.body()).contains("not begun here", "href=\"/slack/install\"");
            }
            assertThat(running.get(path).statusCode()).isEqualTo(400);
            assertThat(running.get("/slack/oauth_redirect?state=%C3&code=1").statusCode())
                    .isEqualTo(400);
            assertThat(store.storage().archive().counts().of(Kind.INSTALLATIONS))
                    .isZero();

            HttpResponse<String> page = running.get(path, "Cookie", begun.substring(0, begun.indexOf(';')));
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Set-Cookie").orElseThrow()).contains("Max-Age=0");
            assertThat(begun).contains("Secure", "HttpOnly", "SameSite=Lax", "Max-Age=600", "Path=/slack;");
        }
    }

    @Requirement("slack-3")
    @ParameterizedTest
    @EnumSource(Mode.class)
    void saysInAFormsPlaceThatNothingIsInstalled(Mode mode) throws Exception {
        try (RunningSlack running = start(mode)) {
            for (JsonObject form : List.of(Incoming.submission("gpt-4o", "1000"), Incoming.defaults(Map.of()))) {
                JsonObject acknowledged = running.interaction(form);

                assertThat(acknowledged.get("response_action").getAsString()).isEqualTo("update");
                JsonObject view = acknowledged.getAsJsonObject("view");
                assertThat(LimitsCheck.ofHome(view).broken()).isEmpty();
                assertThat(LimitsCheck.ofHome(view).visible()).contains("not installed");
                assertThat(view.get("type").getAsString()).isEqualTo("modal");
            }
        }
    }

    @Test
    void saysSoWhereThePersonOrSlackRefuses() throws Exception {
        try (RunningSlack running = start(Mode.HTTP)) {
            HttpResponse<String> denied = redirected(running, "error=access_denied&state=" + state(running));
            HttpResponse<String> badCode = redirected(running, "code=old&state=" + state(running));
            HttpResponse<String> noCode = redirected(running, "state=" + state(running));
            HttpResponse<String> odd = redirected(running, "error=%3Cscript%3E&state=" + state(running));

            assertThat(denied.statusCode()).isEqualTo(200);
            assertThat(denied.body()).contains("Nothing was installed", "href=\"/slack/install\"");
            assertThat(badCode.statusCode()).isEqualTo(400);
            assertThat(badCode.body()).contains("invalid_code");
            assertThat(noCode.statusCode()).isEqualTo(400);
            assertThat(odd.body()).contains("&lt;script&gt;").doesNotContain("<script>");
            assertThat(store.storage().archive().counts().of(Kind.INSTALLATIONS))
                    .isZero();
        }
    }

    @Test
    void saysThatSlackCannotBeReached() throws Exception {
        try (RunningSlack running = start(Mode.HTTP)) {
            running.slack().next("oauth.v2.access", 500, Map.of(), "");

            assertThat(redirected(running, "code=" + allow(running) + "&state=" + state(running))
                            .statusCode())
                    .isEqualTo(503);
        }
    }

    @Requirement("slack-32a")
    @Test
    void keepsTokensEncrypted() throws Exception {
        try (RunningSlack running = start(Mode.HTTP)) {
            install(running, running.slack().grants().allowRotating("", "T1", "U7"));
        }

        assertThat(store.storage().archive().counts().of(Kind.INSTALLATIONS)).isEqualTo(1);
        assertThat(new String(store.bytes(), ISO_8859_1)).doesNotContain("xoxb", "xoxe");
    }

    @Test
    void welcomesWhoInstalledOnceAndNotWhenTheyInstallAnew() throws Exception {
        try (RunningSlack running = start(Mode.SOCKET)) {
            install(running, allow(running));
            FakeSlack.Call welcome = running.slack().post();
            install(running, allow(running));
            running.event(Incoming.directMessage("Ev1", "help"));

            assertThat(welcome.get("channel")).isEqualTo("U7");
            assertThat(welcome.get("text")).contains("/finetune cost", "/finetune help");
            assertThat(running.slack().post().get("text")).contains("What fine-tuning a model will cost");
            assertThat(running.slack().postsWaiting()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void answersEachWorkspaceWithItsOwnTokenAndKeepsTheirThreadsApart(Mode mode) throws Exception {
        try (RunningSlack running = start(mode)) {
            for (String team : new String[] {"T1", "T2"}) {
                install(running, running.slack().grants().allow("", team, "U7"));
                running.slack().post();
            }
            running.event(Incoming.mention("Ev1", "cost gpt-4o 1k examples", "1700000000.000001"));
            assertThat(running.slack().post().authorization()).contains("xoxb-T1");

            running.event(Incoming.ofTeam(
                    "T2",
                    Incoming.mentionInThread("Ev2", "what about 5 epochs", "1700000000.000002", "1700000000.000001")));
            FakeSlack.Call other = running.slack().post();
            assertThat(other.authorization()).contains("xoxb-T2");
            assertThat(other.get("text")).startsWith("Cheapest you can start today");
            assertThat(running.slack().faults()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void servesEveryWorkspaceOfAnOrganisationThatInstalledTheApp(Mode mode) throws Exception {
        try (RunningSlack running = start(mode)) {
            install(running, running.slack().grants().allow("E1", "", "U7"));
            running.slack().post();
            JsonObject event = Incoming.mention("Ev1", "cost gpt-4o 1k examples", "1700000000.000001");
            event.addProperty("enterprise_id", "E1");

            running.event(event);
            assertThat(running.slack().post().authorization()).contains("xoxb-E1");

            running.event(Incoming.uninstalled("EvX", "T1", "E1", clock.instant()));
            assertThat(store.storage().archive().counts().of(Kind.INSTALLATIONS))
                    .isZero();
        }
    }

    @Requirement("slack-33")
    @ParameterizedTest
    @EnumSource(Mode.class)
    void deletesAllOfEveryWorkspaceOfAnOrganisationThatLeaves(Mode mode) throws Exception {
        try (RunningSlack running = start(mode)) {
            install(running, running.slack().grants().allow("E1", "", "U7"));
            running.slack().post();
            for (String team : new String[] {"T1", "T2"}) {
                JsonObject command = Incoming.ofTeam(
                        team,
                        Incoming.command(
                                "/finetune",
                                "cost gpt-4o 1k examples",
                                "U1",
                                running.slack().responseUrl()));
                command.addProperty("enterprise_id", "E1");
                running.command(command);
                store.storage()
                        .teamDefaults()
                        .set(new TeamDefaults.Scope(SlackConversations.SLACK, team, ""), "5 epochs");
            }

            for (int wait = 0;
                    wait < 500 && store.storage().archive().counts().of(Kind.ORGANISATION_TEAMS) < 2;
                    wait++) {
                Thread.sleep(20); // it is written beside the answer
            }

            running.event(Incoming.uninstalled("EvX", "T1", "E1", clock.instant()));

            assertThat(store.storage().archive().counts().of(Kind.TEAM_DEFAULTS))
                    .isZero();
            assertThat(store.storage().archive().counts().of(Kind.CONVERSATIONS))
                    .isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void servesAWorkspaceThatJoinsAnOrganisationLater(Mode mode) throws Exception {
        try (RunningSlack running = start(mode)) {
            install(running, allow(running));
            JsonObject command = Incoming.command(
                    "/finetune",
                    "cost gpt-4o 1k examples",
                    "U1",
                    running.slack().responseUrl());
            command.addProperty("enterprise_id", "E1");

            assertThat(running.command(command).get("text").getAsString()).contains("$37.50");
        }
    }

    @Requirement("slack-33")
    @ParameterizedTest
    @EnumSource(Mode.class)
    void deletesAllOfAWorkspaceThatLeaves(Mode mode) throws Exception {
        try (RunningSlack running = start(mode)) {
            for (String team : new String[] {"T1", "T2"}) {
                install(running, running.slack().grants().allow("", team, "U7"));
                running.slack().post();
                running.event(Incoming.ofTeam(team, Incoming.mention("Ev" + team, "cost gpt-4o 1k examples", "17.1")));
                running.slack().post();
            }

            running.event(Incoming.uninstalled("EvX", "T1", "", clock.instant()));

            assertThat(store.storage().archive().counts().of(Kind.INSTALLATIONS))
                    .isEqualTo(1);
            assertThat(store.storage().archive().counts().of(Kind.CONVERSATIONS))
                    .as("the person's and the thread's of the other workspace")
                    .isEqualTo(2);
            assertThat(running.answer("cost gpt-4o 1k examples")).contains("not installed");
            running.event(Incoming.tokensRevoked("EvY", "T2", clock.instant()));
            assertThat(store.storage().archive().counts().total())
                    .isEqualTo(store.storage().archive().counts().of(Kind.DELIVERIES)
                            + store.storage().archive().counts().of(Kind.OAUTH_STATES)
                            + store.storage().archive().counts().of(Kind.DELETIONS));
        }
    }

    @Requirement("slack-33")
    @Test
    void keepsAFreshInstallationWhenTheOldOnesEndIsHeardLate() throws Exception {
        try (RunningSlack running = start(Mode.HTTP)) {
            JsonObject left = Incoming.uninstalled("EvX", "T1", "", clock.instant());
            clock.pass(Duration.ofMinutes(2));
            install(running, allow(running));

            running.event(left);

            assertThat(store.storage().archive().counts().of(Kind.INSTALLATIONS))
                    .isEqualTo(1);
            assertThat(running.answer("help")).contains("What fine-tuning");
        }
    }

    public static HttpResponse<String> install(RunningSlack running, String code) throws Exception {
        return redirected(running, "code=" + code + "&state=" + state(running));
    }

    private static String allow(RunningSlack running) {
        return running.slack().grants().allow("", "T1", "U7");
    }

    private static HttpResponse<String> redirected(RunningSlack running, String query) throws Exception {
        return running.redirected(query);
    }

    private static String state(RunningSlack running) throws Exception {
        String location =
                running.get("/slack/install").headers().firstValue("Location").orElseThrow();
        return query(URI.create(location)).getOrDefault("state", "");
    }

    static Map<String, String> query(URI uri) {
        return Arrays.stream(uri.getRawQuery().split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private RunningSlack start(Mode mode) throws Exception {
        return RunningSlack.ofManyWorkspaces(mode, store.bot(), store, clock);
    }
}
