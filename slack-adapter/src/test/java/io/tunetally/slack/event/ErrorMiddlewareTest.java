package io.tunetally.slack.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.tunetally.Requirement;
import io.tunetally.bot.AnsweringBot;
import io.tunetally.bot.Bot;
import io.tunetally.slack.RunningSlack;
import io.tunetally.slack.RunningSlack.Mode;
import io.tunetally.slack.SlackGoldenTest;
import io.tunetally.slack.TestStore;
import io.tunetally.slack.fake.FakeSlack;
import io.tunetally.slack.fake.Incoming;
import io.tunetally.slack.install.InstallationFixture;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Failed and unknown requests are reported to their user, beside {@link SlackEventsTest#isPoliteAboutWhatItDoesNotKnow}. */
@Requirement("slack-3")
@Execution(ExecutionMode.CONCURRENT)
class ErrorMiddlewareTest {
    private static final String OLDER = "older version";
    private static final int ACTIONS = 20;

    @ParameterizedTest
    @EnumSource(Mode.class)
    void saysSoOfAShortcutItDoesNotKnow(Mode mode) throws Exception {
        try (RunningSlack running = start(mode)) {
            FakeSlack slack = running.slack();
            running.interaction(unknown(Incoming.globalShortcut()));
            assertThat(toPerson(slack.post())).contains(OLDER);

            running.interaction(unknown(Incoming.messageShortcut("train gpt-4o", slack.responseUrl())));
            assertThat(slack.response().get("text").getAsString()).contains(OLDER);

            slack.next("response_url", 404, Map.of(), "{\"ok\":false,\"error\":\"expired_url\"}");
            running.interaction(unknown(Incoming.messageShortcut("train gpt-4o", slack.responseUrl())));
            assertThat(toPerson(slack.post())).contains(OLDER);
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void saysSoOfAFormItDoesNotKnow(Mode mode) throws Exception {
        try (RunningSlack running = start(mode)) {
            JsonObject form = Incoming.submission("gpt-4o", "1000");
            form.getAsJsonObject("view").addProperty("callback_id", "of_old");

            JsonObject acknowledged = running.interaction(form);

            assertThat(acknowledged.get("response_action").getAsString()).isEqualTo("update");
            assertThat(acknowledged.get("view").toString()).contains(OLDER);
        }
    }

    /** Slack sends an event again three times. */
    @Requirement("slack-44")
    @ParameterizedTest
    @EnumSource(Mode.class)
    void givesUpAnEventThatAlwaysFailsAtSlacksThirdTry(Mode mode) throws Exception {
        try (TestStore store = new TestStore(Clock.systemUTC());
                RunningSlack running = new RunningSlack(mode, store.bot(), store)) {
            JsonObject unreadable = Incoming.mention("Ev1", "cost gpt-4o", "1700000000.000001");
            unreadable.getAsJsonObject("event").remove("channel");
            assertThat(running.isAcknowledged(unreadable)).isFalse();
            if (mode == Mode.HTTP) {
                assertThat(running.post(unreadable.toString(), "X-Slack-Retry-Num", "2")
                                .statusCode())
                        .isEqualTo(400);
            }
            assertThat(store.metrics().scrape())
                    .contains("tunetally_deliveries_abandoned_total{platform=\"slack\"} 0.0");

            running.eventAgain(unreadable, 3);
            assertThat(store.metrics().scrape())
                    .contains("tunetally_deliveries_abandoned_total{platform=\"slack\"} 1.0");
        }
    }

    /** As where the store is away each time the workspace is looked up. */
    @Requirement("slack-44")
    @ParameterizedTest
    @EnumSource(Mode.class)
    void givesUpAnEventWhoseHandlingAlwaysThrowsAtSlacksThirdTry(Mode mode) throws Exception {
        try (TestStore store = new TestStore(Clock.systemUTC());
                RunningSlack running = RunningSlack.ofManyWorkspaces(mode, store.bot(), store, Clock.systemUTC())) {
            InstallationFixture.install(running, running.slack().grants().allow("", "T1", "U7"));
            running.slack().post();
            JsonObject mention = Incoming.mention("Ev1", "cost gpt-4o", "1700000000.000001");
            store.gate().failOnce("find");
            assertThat(running.isAcknowledged(mention)).isFalse();
            if (mode == Mode.HTTP) {
                store.gate().failOnce("find");
                assertThat(running.post(mention.toString(), "X-Slack-Retry-Num", "2")
                                .statusCode())
                        .isEqualTo(503);
            }
            assertThat(store.metrics().scrape())
                    .contains("tunetally_deliveries_abandoned_total{platform=\"slack\"} 0.0");

            store.gate().failOnce("find");
            running.eventAgain(mention, 3);
            assertThat(store.metrics().scrape())
                    .contains("tunetally_deliveries_abandoned_total{platform=\"slack\"} 1.0");
            assertThat(running.slack().postsWaiting()).isZero();
        }
    }

    /** The typed values stay: the form can be sent again. */
    @Requirement("slack-16")
    @ParameterizedTest
    @EnumSource(Mode.class)
    void keepsAFormOfWhoIsAskedToWait(Mode mode) throws Exception {
        try (RunningSlack running = start(mode)) {
            for (int action = 0; action < ACTIONS; action++) {
                running.command("help");
            }

            for (int sent = 0; sent < 2; sent++) {
                JsonObject acknowledged = running.interaction(Incoming.submission("gpt-4o", "1000"));
                assertThat(acknowledged.get("response_action").getAsString()).isEqualTo("errors");
                assertThat(acknowledged.get("errors").toString()).contains("model", "wait ten seconds");
            }
        }
    }

    @Requirement("slack-16")
    @ParameterizedTest
    @EnumSource(Mode.class)
    void keepsAFormWhoseWorkspaceCannotBeLookedUp(Mode mode) throws Exception {
        try (TestStore store = new TestStore(Clock.systemUTC());
                RunningSlack running = RunningSlack.ofManyWorkspaces(mode, store.bot(), store, Clock.systemUTC())) {
            InstallationFixture.install(running, running.slack().grants().allow("", "T1", "U7"));
            running.slack().post();
            store.gate().failOnce("find");
            JsonObject form = Incoming.submission("gpt-4o", "1000");

            JsonObject acknowledged = running.interaction(form);

            assertThat(acknowledged.get("response_action").getAsString()).isEqualTo("errors");
            assertThat(acknowledged.get("errors").toString()).containsPattern("incident [0-9a-f]{8}");
            assertThat(running.interaction(form).isEmpty()).isTrue();
            assertThat(running.slack().post().get("text")).contains("$37.50");
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void saysSoOfAnOldButtonOnAppHome(Mode mode) throws Exception {
        try (RunningSlack running = start(mode)) {
            running.interaction(Incoming.pressOnHome("of_old", "x"));

            assertThat(toPerson(running.slack().post())).contains(OLDER);
        }
    }

    /** As of a recursion without end. */
    @ParameterizedTest
    @EnumSource(Mode.class)
    void tellsOfAnErrorAsOfAnyFailure(Mode mode) throws Exception {
        Bot broken = new AnsweringBot(event -> {
            throw new StackOverflowError("broken for a test");
        });
        try (RunningSlack running = new RunningSlack(mode, broken)) {
            running.event(Incoming.mention("Ev1", "cost gpt-4o", "1700000000.000001"));
            FakeSlack.Call mentioned = running.slack().post();

            assertThat(mentioned.method()).isEqualTo("chat.postEphemeral");
            assertThat(mentioned.get("text")).containsPattern("incident [0-9a-f]{8}");
            assertThat(running.answer("cost gpt-4o")).containsPattern("incident [0-9a-f]{8}");
        }
    }

    private static String toPerson(FakeSlack.Call call) {
        assertThat(call.method() + " " + call.get("channel")).isEqualTo("chat.postMessage U1");
        return call.get("text");
    }

    private static JsonObject unknown(JsonObject shortcut) {
        shortcut.addProperty("callback_id", "of_old");
        return shortcut;
    }

    private static RunningSlack start(Mode mode) throws Exception {
        return new RunningSlack(mode, SlackGoldenTest.bot());
    }
}
