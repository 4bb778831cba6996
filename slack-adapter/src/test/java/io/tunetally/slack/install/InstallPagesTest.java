package io.tunetally.slack.install;

import static io.tunetally.slack.install.InstallationFixture.allow;
import static io.tunetally.slack.install.InstallationFixture.install;
import static io.tunetally.slack.install.InstallationFixture.query;
import static io.tunetally.slack.install.InstallationFixture.redirected;
import static io.tunetally.slack.install.InstallationFixture.state;
import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.MovableClock;
import io.tunetally.Requirement;
import io.tunetally.slack.RunningSlack;
import io.tunetally.slack.RunningSlack.Mode;
import io.tunetally.slack.TestStore;
import io.tunetally.storage.Kind;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The pages of an installation, over real sockets: they begin it, and take the person back with its state. */
@Requirement("slack-28a")
class InstallPagesTest {
    private final MovableClock clock = new MovableClock();
    private final TestStore store = new TestStore(clock);

    @AfterEach
    void close() {
        store.close();
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

    private RunningSlack start(Mode mode) throws Exception {
        return RunningSlack.ofManyWorkspaces(mode, store.bot(), store, clock);
    }
}
