package io.tunetally.slack.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.tunetally.Requirement;
import io.tunetally.bot.AnsweringBot;
import io.tunetally.bot.Bot;
import io.tunetally.bot.Bulkhead;
import io.tunetally.chat.ChatEvent;
import io.tunetally.operations.Health;
import io.tunetally.operations.Metrics;
import io.tunetally.slack.RunningSlack;
import io.tunetally.slack.RunningSlack.Mode;
import io.tunetally.slack.SlackGoldenTest;
import io.tunetally.slack.fake.FakeSlack;
import io.tunetally.slack.fake.Incoming;
import io.tunetally.slack.message.Notices;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Failures after an acknowledgement are reported to the user. */
@Requirement("slack-36")
class BackgroundTest {
    private static final String INCIDENT = "incident [0-9a-f]{8}";
    private static final int MOST_WORK = 20;
    private static final int MOST_WORK_OF_THE_ADAPTER = 500;
    private static final String FILLING = "cost gpt-4o";

    @ParameterizedTest
    @EnumSource(Mode.class)
    void tellsTheAskerThatAnAnswerFailed(Mode mode) throws Exception {
        Bot broken = new AnsweringBot(event -> {
            throw new IllegalStateException("broken for a test");
        });
        try (RunningSlack running = new RunningSlack(mode, broken)) {
            FakeSlack slack = running.slack();
            running.event(Incoming.mention("Ev1", "cost gpt-4o", "1700000000.000001"));
            FakeSlack.Call mentioned = slack.post();
            running.event(Incoming.mentionInThread("Ev3", "cost gpt-4o", "1700000000.000002", "1700000000.000001"));
            FakeSlack.Call inThread = slack.post();
            running.event(Incoming.directMessage("Ev2", "cost gpt-4o"));
            FakeSlack.Call direct = slack.post();
            running.interaction(Incoming.messageShortcut("train gpt-4o", slack.responseUrl()));
            JsonObject shortcut = slack.response();
            running.interaction(Incoming.pressOnOwn("whole", "compare all", slack.responseUrl()));

            assertThat(mentioned.method()).isEqualTo("chat.postEphemeral");
            assertThat(mentioned.get("thread_ts"))
                    .as("a thread that does not exist yet")
                    .isEmpty();
            assertThat(inThread.get("thread_ts")).isEqualTo("1700000000.000001");
            assertThat(mentioned.get("text")).containsPattern(INCIDENT);
            assertThat(direct.get("channel")).isEqualTo("D1");
            assertThat(direct.get("text")).containsPattern(INCIDENT);
            assertThat(shortcut.get("text").getAsString()).containsPattern(INCIDENT);
            assertThat(slack.response().get("text").getAsString()).containsPattern(INCIDENT);
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void tellsItAtThePlaceWhereTheResponseAddressTakesNothing(Mode mode) throws Exception {
        CountDownLatch acknowledged = new CountDownLatch(1);
        Bot broken = new AnsweringBot(event -> {
            if (event instanceof ChatEvent.Said said && said.text().equals("late")) {
                SlackEventsTest.await(acknowledged);
            }
            throw new IllegalStateException("broken for a test");
        });
        try (RunningSlack running = new RunningSlack(mode, broken)) {
            FakeSlack slack = running.slack();
            for (int address = 0; address < 3; address++) {
                slack.next("response_url", 404, Map.of(), "{\"ok\":false,\"error\":\"expired_url\"}");
            }
            running.interaction(Incoming.pressOnOwn("command:0", "compare all", slack.responseUrl()));
            FakeSlack.Call pressed = slack.post();
            running.interaction(Incoming.messageShortcut("train gpt-4o", slack.responseUrl()));
            FakeSlack.Call shortcut = slack.post();
            running.command("late");
            acknowledged.countDown();

            for (FakeSlack.Call told : List.of(pressed, shortcut, slack.post())) {
                assertThat(told.method()).isEqualTo("chat.postEphemeral");
                assertThat(told.get("channel") + " " + told.get("user")).isEqualTo("C1 U1");
                assertThat(told.get("text")).containsPattern(INCIDENT);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void saysThatThereIsTooMuchWhereAnAcknowledgementCannot(Mode mode) throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        Bot slow = new AnsweringBot(event -> {
            SlackEventsTest.await(goOn);
            throw new IllegalStateException("never shown");
        });
        try (RunningSlack running = RunningSlack.withRoomFor(MOST_WORK, mode, slow)) {
            FakeSlack slack = running.slack();
            fill(running, MOST_WORK);
            for (String action : List.of("command:0", "chart", "whole")) {
                running.interaction(Incoming.pressOnOwn(action, "compare all", slack.responseUrl()));
                assertThat(slack.response().get("text").getAsString()).contains("Too much at once");
            }
            running.interaction(Incoming.messageShortcut("train gpt-4o", slack.responseUrl()));
            assertThat(slack.response().get("text").getAsString()).contains("Too much at once");
            running.interaction(Incoming.globalShortcut());
            assertThat(slack.post().get("text")).contains("Too much at once");
            running.event(Incoming.homeOpened("EvHome", "home"));
            running.interaction(Incoming.pressOnOwn("whole", "compare all", slack.responseUrl()));
            assertThat(slack.response().get("text").getAsString()).contains("Too much at once");
            assertThat(slack.postsWaiting()).as("written to who asked nothing").isZero();
            goOn.countDown();
        }
    }

    /** A command is answered in its acknowledgement, so it needs no room among what waits to be posted. */
    @Requirement("slack-45")
    @ParameterizedTest
    @EnumSource(Mode.class)
    void answersCommandsBesideAsMuchWorkAsThereCanBe(Mode mode) throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        Bot prices = SlackGoldenTest.bot();
        Bot slow = new AnsweringBot(event -> {
            if (event instanceof ChatEvent.Said said && said.text().equals(FILLING)) {
                SlackEventsTest.await(goOn);
            }
            return prices.answer(event);
        });
        try (RunningSlack running = RunningSlack.withRoomFor(MOST_WORK, mode, slow)) {
            fill(running, MOST_WORK);
            try {
                assertThat(running.command("cost gpt-4o 1k examples")
                                .get("text")
                                .getAsString())
                        .contains("$37.50");
            } finally {
                goOn.countDown();
            }
        }
    }

    /** Slack sends an unacknowledged event again. */
    @Requirement("slack-41")
    @ParameterizedTest
    @EnumSource(Mode.class)
    void leavesAnEventUnacknowledgedThatItCannotTakeAndAnswersItLater(Mode mode) throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        Bot prices = SlackGoldenTest.bot();
        Bot slow = new AnsweringBot(event -> {
            SlackEventsTest.await(goOn);
            return prices.answer(event);
        });
        JsonObject mention = Incoming.mention("EvMore", "cost gpt-4o 1k examples", "1700000000.000001");
        try (RunningSlack running = RunningSlack.withRoomFor(MOST_WORK, mode, slow)) {
            fill(running, MOST_WORK);
            assertThat(running.isAcknowledged(mention)).isFalse();
            goOn.countDown();
            // One that a busy machine's network cut off comes twice; none is lost.
            Set<String> answered = new HashSet<>();
            while (answered.size() < MOST_WORK) {
                answered.add(running.slack().post().get("channel"));
            }
            assertThat(answered).allMatch(channel -> channel.startsWith("D"));
            running.awaitRoom();
            running.eventAgain(mention, 1);

            FakeSlack.Call answer = running.slack().post();
            while (answered.contains(answer.get("channel"))) {
                answer = running.slack().post();
            }
            assertThat(answer.get("channel")).isEqualTo("C1");
            assertThat(answer.get("text")).contains("$37.50");
        }
    }

    @Test
    void hasRoomForFiveHundredQuestionsAtOnce() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        Bot prices = SlackGoldenTest.bot();
        Bot slow = new AnsweringBot(event -> {
            SlackEventsTest.await(goOn);
            return prices.answer(event);
        });
        try (RunningSlack running = new RunningSlack(Mode.HTTP, slow)) {
            fill(running, MOST_WORK_OF_THE_ADAPTER);
            assertThat(running.isAcknowledged(Incoming.mention("EvMore", FILLING, "1700000000.000001")))
                    .isFalse();
            goOn.countDown();
        }
    }

    /** Concurrent questions, none of which is answered yet. */
    private static void fill(RunningSlack running, int questions) throws Exception {
        for (int n = 0; n < questions; n++) {
            JsonObject event = Incoming.ofUser("U" + n, Incoming.directMessage("Ev" + n, FILLING));
            event.getAsJsonObject("event").addProperty("channel", "D" + n);
            running.event(event);
        }
    }

    @Test
    void countsNoticesThatCouldNotBeSent() {
        Metrics metrics = new Metrics("slack", new Health());
        try (Bulkhead bulkhead = new Bulkhead(0, Duration.ofSeconds(1));
                Bulkhead full = new Bulkhead(0, Duration.ofSeconds(1))) {
            new Background(bulkhead, full, metrics).run("a test", notice -> {}, () -> {});
        }
        try (Bulkhead notices = new Bulkhead(1, Duration.ofSeconds(10))) {
            Background.Recipient gone = notice -> {
                throw new IOException("gone for a test");
            };
            new Background(notices, notices, metrics).tell(gone, Notices.busy());
        }

        assertThat(metrics.scrape()).contains("tunetally_undelivered_total{platform=\"slack\"} 2.0");
    }

    @Test
    void countsWhatFails() throws Exception {
        Metrics metrics = new Metrics("slack", new Health());
        List<Map<String, Object>> heard = new CopyOnWriteArrayList<>();
        CountDownLatch told = new CountDownLatch(1);
        Background.Recipient asker = notice -> {
            heard.add(notice);
            told.countDown();
        };
        try (Bulkhead bulkhead = new Bulkhead(1, Duration.ofSeconds(1));
                Bulkhead notices = new Bulkhead(1, Duration.ofSeconds(1))) {
            new Background(bulkhead, notices, metrics).run("a test", asker, () -> {
                throw new IllegalStateException("broken for a test");
            });

            SlackEventsTest.await(told);
            assertThat(heard.toString()).containsPattern(INCIDENT);
            assertThat(metrics.scrape())
                    .contains("tunetally_incidents_total{platform=\"slack\",type=\"background\"} 1.0");
        }
    }
}
