package io.tunetally.slack.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.tunetally.ProgramTime;
import io.tunetally.Requirement;
import io.tunetally.bot.AnsweringBot;
import io.tunetally.bot.Bot;
import io.tunetally.slack.RunningSlack;
import io.tunetally.slack.RunningSlack.Mode;
import io.tunetally.slack.SlackGoldenTest;
import io.tunetally.slack.TestStore;
import io.tunetally.slack.fake.FakeSlack;
import io.tunetally.slack.fake.Incoming;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** SIGTERM while a question is being answered. */
@Requirement("slack-35b")
@Isolated("its deadlines are those of a process that stops")
class ShutdownMiddlewareTest {
    private static final String ASKED = "cost gpt-4o 1000 examples";
    private static final String RESTARTED = "being restarted";

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch answerNow = new CountDownLatch(1);
    private final Bot prices = SlackGoldenTest.bot();
    private final Bot slow = new AnsweringBot(event -> {
        asked.countDown();
        SlackEventsTest.await(answerNow);
        return prices.answer(event);
    });

    /** The end of the adapter is the end of its process, so by then an acknowledgement has arrived. */
    @ParameterizedTest
    @EnumSource(Mode.class)
    void acknowledgesACommandBeforeItEnds(Mode mode) throws Exception {
        try (RunningSlack running = new RunningSlack(mode, slow)) {
            running.slack().sockets().readSlowly();
            CompletableFuture<JsonObject> acknowledged = running.commandAtOnce(ASKED);
            CompletableFuture<Void> end = stopping(running);
            answerNow.countDown();

            end.get(10, TimeUnit.SECONDS);
            assertThat(mode == Mode.HTTP || acknowledged.isDone())
                    .as("acknowledged by then")
                    .isTrue();
            assertThat(acknowledged.get(1, TimeUnit.SECONDS).get("text").getAsString())
                    .contains("$37.50");
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void answersACommandThatTakesLongerThanItsAcknowledgement(Mode mode) throws Exception {
        try (RunningSlack running = new RunningSlack(mode, slow)) {
            CompletableFuture<JsonObject> acknowledged = running.commandAtOnce(ASKED);
            CompletableFuture<Void> end = stopping(running);
            assertThat(acknowledged.get(10, TimeUnit.SECONDS).get("text").getAsString())
                    .contains("moment");
            answerNow.countDown();

            assertThat(running.slack().response().get("text").getAsString()).contains("$37.50");
            end.get(10, TimeUnit.SECONDS);
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void tellsOfTheRestartInReplyToACommand(Mode mode) throws Exception {
        whileStopping(mode, running -> assertThat(running.answer("help")).contains(RESTARTED));
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void tellsOfTheRestartInReplyToAButton(Mode mode) throws Exception {
        whileStopping(mode, running -> {
            FakeSlack slack = running.slack();
            running.interaction(Incoming.pressOnOwn("command:0", ASKED, slack.responseUrl()));
            assertThat(slack.response().get("text").getAsString()).contains(RESTARTED);
        });
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void tellsOfTheRestartInReplyToAButtonOfAppHome(Mode mode) throws Exception {
        whileStopping(mode, running -> {
            running.interaction(Incoming.pressOnHome("command:0", ASKED));
            assertThat(running.slack().post().get("text")).contains(RESTARTED);
        });
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void tellsOfTheRestartInReplyToAShortcut(Mode mode) throws Exception {
        whileStopping(mode, running -> {
            FakeSlack slack = running.slack();
            running.interaction(Incoming.messageShortcut(ASKED, slack.responseUrl()));
            assertThat(slack.response().get("text").getAsString()).contains(RESTARTED);
        });
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void tellsOfTheRestartInReplyToAForm(Mode mode) throws Exception {
        whileStopping(mode, running -> {
            JsonObject form = running.interaction(Incoming.submission("gpt-4o", "1000"));
            assertThat(form.get("errors").toString()).contains(RESTARTED);
        });
    }

    /** One thing that happens while an answer is under way. */
    private interface Meanwhile {
        void happens(RunningSlack running) throws Exception;
    }

    /** Each thing has a process of its own, since a process that stops waits for some seconds only. */
    private void whileStopping(Mode mode, Meanwhile meanwhile) throws Exception {
        try (RunningSlack running = new RunningSlack(mode, slow)) {
            CompletableFuture<JsonObject> first = running.commandAtOnce(ASKED);
            CompletableFuture<Void> end = stopping(running);

            meanwhile.happens(running);
            answerNow.countDown();
            // The answer, or after some seconds the notice that it follows.
            assertThat(first.get(10, TimeUnit.SECONDS).get("text").getAsString())
                    .isNotEmpty();
            end.get(10, TimeUnit.SECONDS);
        }
    }

    /** Slack may hold back posts for longer than a process has to end; each gets one more try. */
    @ParameterizedTest
    @EnumSource(Mode.class)
    void sendsWhatSlackHoldsBackAtTheLastMoment(Mode mode) throws Exception {
        try (RunningSlack running = new RunningSlack(mode, prices)) {
            holdBack(running, 1);
            running.event(Incoming.directMessage("Ev1", ASKED));
            awaitHeldBack(running, 1);
            long begun = ProgramTime.now();
            running.stop();

            assertThat(ProgramTime.since(begun)).isLessThan(Duration.ofMinutes(1));
            assertThat(running.slack().post().get("text")).contains("$37.50");
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void countsWhatSlackHoldsBackToTheEnd(Mode mode) throws Exception {
        try (TestStore store = new TestStore(Clock.systemUTC());
                RunningSlack running = new RunningSlack(mode, prices, store)) {
            holdBack(running, 2);
            running.event(Incoming.directMessage("Ev1", ASKED));
            awaitHeldBack(running, 2);
            running.stop();

            assertThat(running.slack().postsWaiting()).isZero();
            assertThat(store.metrics().scrape()).contains("tunetally_undelivered_total{platform=\"slack\"} 1.0");
        }
    }

    private static void holdBack(RunningSlack running, int times) {
        for (int n = 0; n < times; n++) {
            running.slack().next("chat.postMessage", 429, Map.of("Retry-After", "600"), "");
        }
    }

    /** Until Slack has been asked for the first time. */
    private static void awaitHeldBack(RunningSlack running, int prepared) throws InterruptedException {
        for (int wait = 0; wait < 1_000 && running.slack().prepared("chat.postMessage") == prepared; wait++) {
            Thread.sleep(10);
        }
    }

    /** Begins to stop, with one question being answered; it takes no more by then. */
    private CompletableFuture<Void> stopping(RunningSlack running) throws InterruptedException {
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<Void> end = CompletableFuture.runAsync(
                running::stop, task -> Thread.ofVirtual().start(task));
        while (running.app().isConnected()) {
            Thread.sleep(5);
        }
        return end;
    }
}
