package io.tunetally.slack.install;

import static io.tunetally.slack.install.InstallationFixture.allow;
import static io.tunetally.slack.install.InstallationFixture.install;
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
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many workspaces: how they come, are served and go, over real sockets. */
@Requirement({"slack-26", "slack-28a"})
class InstallationTest {
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
            assertThat(other.get("text")).startsWith("Start with ");
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

    private RunningSlack start(Mode mode) throws Exception {
        return RunningSlack.ofManyWorkspaces(mode, store.bot(), store, clock);
    }
}
