package io.tunetally.slack.send;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.slack.api.Slack;
import io.tunetally.MovableClock;
import io.tunetally.Requirement;
import io.tunetally.WrittenLog;
import io.tunetally.operations.Health;
import io.tunetally.operations.Metrics;
import io.tunetally.slack.RunningSlack;
import io.tunetally.slack.RunningSlack.Mode;
import io.tunetally.slack.SlackGoldenTest;
import io.tunetally.slack.TestStore;
import io.tunetally.slack.api.Workspace;
import io.tunetally.slack.api.Workspaces;
import io.tunetally.slack.fake.FakeSlack;
import io.tunetally.slack.fake.Incoming;
import io.tunetally.slack.install.InstallationFixture;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A token that Slack takes no more is said, and forgotten once it is replaced or good again. */
@Requirement("slack-42")
class RefusedTokensTest {
    private static final String ASKED = "cost gpt-4o 1000 examples";

    @ParameterizedTest
    @ValueSource(strings = {"token_revoked", "account_inactive", "invalid_auth"})
    void makeTheProcessNotReadyWhereItHasOneWorkspaceUntilTheTokenIsTakenAgain(String error) throws Exception {
        TestStore store = new TestStore(new MovableClock());
        try (store;
                RunningSlack running = new RunningSlack(Mode.HTTP, SlackGoldenTest.bot(), store)) {
            refuse(running, error);
            refuse(running, error);
            running.event(message("1"));
            await(() -> running.slack().prepared("chat.postMessage") == 1);
            running.event(message("2"));
            await(() -> store.metrics().scrape().contains("tunetally_undelivered_total{platform=\"slack\"} 2.0"));

            assertThat(running.app().missing()).containsExactly("bot token of T1 (" + error + ")");
            assertThat(running.app().missingForSome()).isEmpty();
            assertThat(store.metrics().scrape()).contains("tunetally_tokens_refused{platform=\"slack\"} 1.0");

            running.event(message("3"));
            running.slack().post();
            await(() -> running.app().missing().isEmpty());
            assertThat(store.metrics().scrape()).contains("tunetally_tokens_refused{platform=\"slack\"} 0.0");
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void areNamedWhileOtherWorkspacesAreAnsweredUntilTheAppIsInstalledAgain(Mode mode) throws Exception {
        TestStore store = new TestStore(new MovableClock());
        try (store;
                RunningSlack running =
                        RunningSlack.ofManyWorkspaces(mode, SlackGoldenTest.bot(), store, new MovableClock())) {
            for (String team : List.of("T1", "T2")) {
                InstallationFixture.install(running, running.slack().grants().allow("", team, "U7"));
                running.slack().post();
            }
            refuse(running, "token_revoked");
            running.event(message("1"));
            await(() -> !running.app().missingForSome().isEmpty());
            running.event(Incoming.ofTeam("T2", message("2")));

            assertThat(running.slack().post().get("text")).contains("$37.50");
            assertThat(running.app().missingForSome()).containsExactly("bot token of T1 (token_revoked)");
            assertThat(running.app().missing()).isEmpty();

            InstallationFixture.install(running, running.slack().grants().allow("", "T1", "U7"));
            assertThat(running.app().missingForSome()).isEmpty();
            running.event(message("3"));
            assertThat(running.slack().post().get("text")).contains("$37.50");
        }
    }

    /** Messages that need no token still reach the asker. */
    @Test
    void leaveTheResponseAddress() throws Exception {
        try (RunningSlack running = new RunningSlack(Mode.HTTP, SlackGoldenTest.bot())) {
            running.slack().next("chat.postEphemeral", 200, Map.of(), "{\"ok\":false,\"error\":\"token_revoked\"}");
            running.interaction(
                    Incoming.messageShortcutInThread(ASKED, running.slack().responseUrl(), "1700000000.000001"));

            assertThat(running.slack().response().get("text").getAsString()).contains("$37.50");
            assertThat(running.app().missing()).hasSize(1);
        }
    }

    @Test
    void areSaidOnceInTheLogWithoutTheToken() {
        try (WrittenLog log = new WrittenLog()) {
            RefusedTokens refused = new RefusedTokens(new Metrics("slack", new Health()));
            refused.belongs(new Workspace("", "T1", "xoxb-secret", "U0BOT"));
            refused.heard("xoxb-secret", "token_revoked");
            refused.heard("xoxb-secret", "token_revoked");
            refused.heard("xoxb-secret", "not_in_channel");

            assertThat(refused.names()).hasSize(1);
            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .contains("bot token of T1", "token_revoked", "installed again")
                    .doesNotContain("xoxb");
        }
    }

    /** Another process may have installed the app, or Slack allow this address again; nothing may come in that shows it. */
    @Test
    void areForgottenOnceTheyAreReplacedOrGoodAgain() throws Exception {
        try (FakeSlack fake = new FakeSlack()) {
            Slack slack = NoReplayClient.client(fake.config());
            RefusedTokens refused = new RefusedTokens(new Metrics("slack", new Health()));
            Workspace good = new Workspace("", "T1", FakeSlack.BOT_TOKEN, "U0BOT");
            Workspace replaced = new Workspace("", "T2", "xoxb-old", "U0BOT");
            for (Workspace workspace : List.of(good, replaced)) {
                refused.belongs(workspace);
                refused.heard(workspace.token(), "invalid_auth");
            }
            Workspaces now = (enterprise, team) ->
                    Optional.of(team.equals("T1") ? good : new Workspace("", team, "xoxb-new", "U0BOT"));
            fake.next("auth.test", 200, Map.of(), "{\"ok\":false,\"error\":\"invalid_auth\"}");
            refused.askAgain(slack, now);
            assertThat(refused.names()).containsExactly("bot token of T1 (invalid_auth)");

            refused.askAgain(slack, now);
            assertThat(refused.names()).isEmpty();
            slack.close();
        }
    }

    private static void refuse(RunningSlack running, String error) {
        running.slack().next("chat.postMessage", 200, Map.of(), "{\"ok\":false,\"error\":\"" + error + "\"}");
    }

    private static JsonObject message(String name) {
        JsonObject event = Incoming.directMessage("Ev" + name, ASKED);
        event.getAsJsonObject("event").addProperty("channel", "D" + name);
        return event;
    }

    private static void await(BooleanSupplier settled) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!settled.getAsBoolean()) {
            assertThat(System.nanoTime()).as("not settled within a minute").isLessThan(end);
            LockSupport.parkNanos(1_000_000);
        }
    }
}
