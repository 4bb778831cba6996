package io.tunetally.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.tunetally.MovableClock;
import io.tunetally.Requirement;
import io.tunetally.answer.outcome.Outcome;
import io.tunetally.bot.Answer;
import io.tunetally.bot.AnsweringBot;
import io.tunetally.bot.Bot;
import io.tunetally.slack.RunningSlack.Mode;
import io.tunetally.slack.event.SlackEventsTest;
import io.tunetally.slack.fake.FakeSlack;
import io.tunetally.slack.fake.Incoming;
import io.tunetally.wording.Wording;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sharing what only the asker sees, beside {@link SlackEventsTest#sharesOnceAndNamesTheAskerWithoutAPing}. */
@Requirement("slack-11")
class SharingTest {
    private static final String NO_MEMBER = "{\"ok\":false,\"error\":\"not_in_channel\"}";
    private static final String EXPIRED = "{\"ok\":false,\"error\":\"expired_url\"}";
    private static final String THREAD = "1700000000.000001";

    @ParameterizedTest
    @EnumSource(Mode.class)
    void sharesInTheThreadOfTheAnswer(Mode mode) throws Exception {
        try (RunningSlack running = start(mode)) {
            running.interaction(shareInThread(running.slack()));

            FakeSlack.Call shared = running.slack().post();
            assertThat(shared.method()).isEqualTo("chat.postMessage");
            assertThat(shared.get("thread_ts")).isEqualTo(THREAD);
        }
    }

    @Requirement("slack-12")
    @ParameterizedTest
    @EnumSource(Mode.class)
    void sharesAtTheResponseAddressWhereItIsNoMember(Mode mode) throws Exception {
        try (RunningSlack running = start(mode)) {
            FakeSlack slack = running.slack();
            slack.next("chat.postMessage", 200, Map.of(), NO_MEMBER);
            running.interaction(share(slack));
            JsonObject shared = slack.response();
            slack.response();
            slack.next("chat.postMessage", 200, Map.of(), NO_MEMBER);
            running.interaction(shareInThread(slack));
            JsonObject inThread = slack.response();

            assertThat(shared.get("response_type").getAsString()).isEqualTo("in_channel");
            assertThat(shared.get("replace_original").getAsBoolean()).isFalse();
            assertThat(shared.get("blocks").toString()).contains("Asked by ada");
            assertThat(shared.has("thread_ts")).isFalse();
            assertThat(inThread.get("response_type").getAsString()).isEqualTo("in_channel");
            assertThat(inThread.get("thread_ts").getAsString()).isEqualTo(THREAD);
            assertThat(slack.postsWaiting()).isZero();
        }
    }

    /** A message under a shared answer goes on from it, also where it was shared into a thread. */
    @Requirement("slack-14a")
    @ParameterizedTest
    @EnumSource(Mode.class)
    void remembersInTheThreadWhatWasShared(Mode mode) throws Exception {
        try (TestStore store = new TestStore(Clock.systemUTC());
                RunningSlack running = new RunningSlack(mode, store.bot(), store)) {
            FakeSlack slack = running.slack();
            running.interaction(share(slack));
            slack.post();
            slack.response();
            running.event(byAnother("Ev1", FakeSlack.POSTED));
            assertThat(slack.post().get("text")).startsWith("GPT-4o").contains("$62.50");

            slack.next("chat.postMessage", 200, Map.of(), NO_MEMBER);
            running.interaction(shareInThread(slack));
            slack.response();
            slack.response();
            running.event(byAnother("Ev2", THREAD));
            assertThat(slack.post().get("text")).startsWith("GPT-4o").contains("$125");
        }
    }

    private static JsonObject byAnother(String eventId, String thread) {
        return Incoming.ofUser(
                "U2", Incoming.mentionInThread(eventId, "what about 5 epochs", "1700000009.000001", thread));
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void sharesAgainWhatReplacedAnAnswerThatWasShared(Mode mode) throws Exception {
        try (RunningSlack running = start(mode)) {
            String address = running.slack().responseUrl();
            running.interaction(Incoming.pressOnOwn("share", "cost gpt-4o 1000 examples", address));
            assertThat(running.slack().post().get("thread_ts")).isEmpty();
            running.slack().response();
            running.interaction(Incoming.pressOnOwn("command:0", "cost gpt-4o 1000 examples 5 epochs", address));
            running.slack().response();
            running.interaction(Incoming.pressOnOwn("share", "cost gpt-4o 1000 examples 5 epochs", address));

            assertThat(running.slack().post().get("text")).contains("$62.50");
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void sharesAtTheSecondPressWhatCouldNotBeSharedAtTheFirst(Mode mode) throws Exception {
        try (RunningSlack running = start(mode)) {
            FakeSlack slack = running.slack();
            slack.next("response_url", 404, Map.of(), EXPIRED);
            for (int refusal = 0; refusal < 2; refusal++) {
                slack.next("chat.postMessage", 200, Map.of(), "{\"ok\":false,\"error\":\"restricted_action\"}");
            }
            running.interaction(share(slack));
            assertThat(slack.response().get("text").getAsString()).contains("press the button again");
            running.interaction(share(slack));

            assertThat(slack.post().get("channel")).isEqualTo("C1");
            assertThat(slack.response().get("replace_original").getAsBoolean()).isTrue();
        }
    }

    /** A button that cannot be removed stays and is pressed again. */
    @Test
    void sharesOnceAlsoWhereTheButtonStays() throws Exception {
        MovableClock clock = new MovableClock();
        try (TestStore store = new TestStore(clock);
                RunningSlack running = new RunningSlack(Mode.HTTP, SlackGoldenTest.bot(), store)) {
            FakeSlack slack = running.slack();
            slack.next("response_url", 404, Map.of(), EXPIRED);
            running.interaction(share(slack));
            slack.post();
            for (int wait = 0; wait < 500 && slack.prepared("response_url") > 0; wait++) {
                Thread.sleep(10);
            }
            clock.pass(Duration.ofHours(1));
            running.interaction(share(slack));

            JsonObject again = slack.response();
            assertThat(again.get("response_type").getAsString()).isEqualTo("ephemeral");
            assertThat(again.get("text").getAsString()).contains("shared already");
        }
    }

    /** The fake has shared it when the connection ends, as Slack may have. */
    @Requirement("slack-23b")
    @Test
    void saysThatSlackDidNotSayWhetherItIsShared() throws Exception {
        try (RunningSlack running = start(Mode.HTTP)) {
            FakeSlack slack = running.slack();
            slack.next("chat.postMessage", 0, Map.of(), "");
            running.interaction(share(slack));

            assertThat(slack.post().get("channel")).isEqualTo("C1");
            assertThat(slack.response().get("text").getAsString()).contains("did not say", "press the button again");
            running.interaction(share(slack));
            assertThat(slack.post().get("channel")).isEqualTo("C1");
            assertThat(slack.postsWaiting()).isZero();
        }
    }

    @Test
    void saysThatTheResponseAddressDidNotSayWhetherItIsShared() throws Exception {
        try (RunningSlack running = start(Mode.HTTP)) {
            FakeSlack slack = running.slack();
            slack.next("chat.postMessage", 200, Map.of(), NO_MEMBER);
            slack.next("response_url", 0, Map.of(), "");
            running.interaction(share(slack));

            assertThat(slack.response().get("response_type").getAsString()).isEqualTo("in_channel");
            assertThat(slack.response().get("text").getAsString()).contains("did not say", "press the button again");
            assertThat(slack.postsWaiting()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void sharesAtTheSecondPressWhereTheAnswerBrokeAtTheFirst(Mode mode) throws Exception {
        AtomicInteger asked = new AtomicInteger();
        Bot bot = SlackGoldenTest.bot();
        Bot broken = new AnsweringBot(event -> {
            if (asked.getAndIncrement() == 0) {
                throw new IllegalStateException("broken for a test");
            }
            return bot.answer(event);
        });
        try (RunningSlack running = new RunningSlack(mode, broken)) {
            running.interaction(share(running.slack()));
            assertThat(running.slack().response().get("text").getAsString()).contains("incident");
            running.interaction(share(running.slack()));

            assertThat(running.slack().post().get("channel")).isEqualTo("C1");
        }
    }

    /** The answer that was to be shared stays, with its button. */
    @ParameterizedTest
    @EnumSource(Mode.class)
    void tellsTheAskerAloneWhatIsNoAnswerAndSharesAtTheSecondPress(Mode mode) throws Exception {
        AtomicInteger asked = new AtomicInteger();
        Bot bot = SlackGoldenTest.bot();
        Outcome incident = new Outcome.Failed("0123abcd");
        Answer failed = new Answer(incident, new Wording().reply(incident));
        Bot failing = new AnsweringBot(event -> asked.getAndIncrement() == 0 ? failed : bot.answer(event));
        try (RunningSlack running = new RunningSlack(mode, failing)) {
            running.interaction(share(running.slack()));
            JsonObject told = running.slack().response();
            assertThat(told.get("text").getAsString()).contains("0123abcd");
            assertThat(told.get("response_type").getAsString()).isEqualTo("ephemeral");
            assertThat(told.get("replace_original").getAsBoolean()).isFalse();
            running.interaction(share(running.slack()));

            assertThat(running.slack().post().get("text")).doesNotContain("0123abcd");
            assertThat(running.slack().postsWaiting()).isZero();
        }
    }

    /** Where nothing is taken the asker hears why; once it is a member, the same button shares. */
    @Test
    void sharesAtTheSecondPressWhereItIsAMemberByThen() throws Exception {
        try (RunningSlack running = start(Mode.HTTP)) {
            FakeSlack slack = running.slack();
            slack.next("chat.postMessage", 200, Map.of(), NO_MEMBER);
            slack.next("response_url", 404, Map.of(), EXPIRED);
            running.interaction(share(slack));
            assertThat(slack.post().get("channel")).isEqualTo("U1");
            running.interaction(share(slack));

            assertThat(slack.post().get("channel")).isEqualTo("C1");
        }
    }

    private static JsonObject share(FakeSlack slack) {
        return Incoming.pressOnOwn("share", "cost gpt-4o 1000 examples", slack.responseUrl());
    }

    private static JsonObject shareInThread(FakeSlack slack) {
        return Incoming.pressOnOwnInThread("share", "cost gpt-4o 2000 examples", slack.responseUrl(), THREAD);
    }

    private static RunningSlack start(Mode mode) throws Exception {
        return new RunningSlack(mode, SlackGoldenTest.bot());
    }
}
