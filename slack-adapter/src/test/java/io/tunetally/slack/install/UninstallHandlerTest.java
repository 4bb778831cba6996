package io.tunetally.slack.install;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.tunetally.MovableClock;
import io.tunetally.Requirement;
import io.tunetally.slack.RunningSlack;
import io.tunetally.slack.RunningSlack.Mode;
import io.tunetally.slack.TestStore;
import io.tunetally.slack.api.SlackConversations;
import io.tunetally.slack.fake.Incoming;
import io.tunetally.storage.Installations;
import io.tunetally.storage.Kind;
import io.tunetally.storage.TeamDefaults;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Uninstallations while the store fails or no process listens, beside {@link InstallationTest#deletesAllOfAWorkspaceThatLeaves}. */
@Requirement({"slack-33", "slack-41"})
class UninstallHandlerTest {
    private final MovableClock clock = new MovableClock();
    private final TestStore store = new TestStore(clock);

    @AfterEach
    void close() {
        store.close();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void hasSlackSayAgainWhatCouldNotBeDeleted(Mode mode) throws Exception {
        try (RunningSlack running = installed(mode)) {
            JsonObject left = Incoming.uninstalled("EvX", "T1", "", clock.instant());
            store.keepAllOf("installation");
            assertThat(running.isAcknowledged(left)).isFalse();
            store.keepNothing();
            running.eventAgain(left, 1);

            assertThat(installations()).isZero();
        }
    }

    /** Slack repeats the event for some minutes only, here while no process listens. */
    @Test
    void deletesAtTheStartWhoLeftWhileNothingListened() throws Exception {
        try (RunningSlack before = installed(Mode.HTTP)) {
            InstallationFixture.install(before, before.slack().grants().allow("", "T2", "U7"));
            before.slack().post();
            for (String team : List.of("T1", "T2")) {
                before.event(Incoming.ofTeam(team, Incoming.directMessage("Ev" + team, "cost gpt-4o 1k examples")));
                before.slack().post();
                store.storage()
                        .teamDefaults()
                        .set(new TeamDefaults.Scope(SlackConversations.SLACK, team, ""), "5 epochs");
            }
            before.slack().grants().remove("T1");
            clock.pass(Duration.ofHours(1));
            try (RunningSlack _ = RunningSlack.at(before.slack().apiUrl(), store.bot(), store, clock)) {
                awaitInstallations(1);
            }

            assertThat(store.storage().archive().counts().of(Kind.CONVERSATIONS))
                    .isEqualTo(1);
            assertThat(store.storage().archive().counts().of(Kind.TEAM_DEFAULTS))
                    .isEqualTo(1);
            assertThat(before.command("help").get("text").getAsString()).contains("not installed");
        }
    }

    /** An outage of Slack, or an address that it does not allow, is no departure. */
    @ParameterizedTest
    @CsvSource({"200, invalid_auth", "200, fatal_error", "503, ''", "0, ''"})
    void keepsWhoMayStillBeThere(int status, String error) throws Exception {
        try (RunningSlack before = installed(Mode.HTTP)) {
            InstallationFixture.install(before, before.slack().grants().allow("", "T2", "U7"));
            before.slack().post();
            before.slack().grants().remove("T2");
            clock.pass(Duration.ofHours(1));
            // T1 is asked about first.
            before.slack().next("auth.test", status, Map.of(), "{\"ok\":false,\"error\":\"" + error + "\"}");
            try (RunningSlack _ = RunningSlack.at(before.slack().apiUrl(), store.bot(), store, clock)) {
                awaitInstallations(1);
            }

            assertThat(before.command("help").get("text").getAsString()).contains("What fine-tuning");
        }
    }

    /** It has joined an organisation and installed the app anew: what it has remembered goes on with that. */
    @Test
    void deletesOfTwoInstallationsOfAWorkspaceTheOneThatIsOver() throws Exception {
        try (RunningSlack before = installed(Mode.HTTP)) {
            before.slack().grants().remove("T1");
            InstallationFixture.install(before, before.slack().grants().allow("E1", "T1", "U7"));
            before.slack().post();
            store.storage().teamDefaults().set(new TeamDefaults.Scope(SlackConversations.SLACK, "T1", ""), "5 epochs");
            clock.pass(Duration.ofHours(1));
            try (RunningSlack _ = RunningSlack.at(before.slack().apiUrl(), store.bot(), store, clock)) {
                awaitInstallations(1);
            }

            assertThat(store.storage().archive().counts().of(Kind.TEAM_DEFAULTS))
                    .isEqualTo(1);
            assertThat(before.command("help").get("text").getAsString()).contains("What fine-tuning");
        }
    }

    /** A token lost between Slack and the store may come back by another installation, for a month. */
    @Test
    void deletesAWorkspaceLateWhoseTokenIsRenewedNoMore() throws Exception {
        try (RunningSlack before = RunningSlack.ofManyWorkspaces(Mode.HTTP, store.bot(), store, clock)) {
            InstallationFixture.install(before, before.slack().grants().allowRotating("", "T1", "U7"));
            InstallationFixture.install(before, before.slack().grants().allow("", "T2", "U7"));
            before.slack().grants().takeBackRefreshTokens();
            before.slack().grants().remove("T2");
            clock.pass(Duration.ofDays(29));
            try (RunningSlack _ = RunningSlack.at(before.slack().apiUrl(), store.bot(), store, clock)) {
                awaitInstallations(1);
            }
            assertThat(store.storage().installations().all(SlackConversations.SLACK))
                    .extracting(Installations.Id::team)
                    .containsExactly("T1");

            clock.pass(Duration.ofDays(2));
            try (RunningSlack _ = RunningSlack.at(before.slack().apiUrl(), store.bot(), store, clock)) {
                awaitInstallations(0);
            }
        }
    }

    private void awaitInstallations(long expected) throws InterruptedException {
        for (int wait = 0; wait < 500 && installations() != expected; wait++) {
            Thread.sleep(20);
        }
        assertThat(installations()).isEqualTo(expected);
    }

    private long installations() {
        return store.storage().archive().counts().of(Kind.INSTALLATIONS);
    }

    private RunningSlack installed(Mode mode) throws Exception {
        RunningSlack running = RunningSlack.ofManyWorkspaces(mode, store.bot(), store, clock);
        InstallationFixture.install(running, running.slack().grants().allow("", "T1", "U7"));
        running.slack().post();
        return running;
    }
}
