package io.tunetally.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.tunetally.MovableClock;
import io.tunetally.bot.Bot;
import io.tunetally.slack.RunningSlack.Mode;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sharing what only the asker sees, beside {@link SlackEventsTest#sharesOnceAndNamesTheAskerWithoutAPing}. */
class SharingTest {
    @ParameterizedTest
    @EnumSource(Mode.class)
    void sharesInTheThreadOfTheAnswer(Mode mode) throws Exception {
        try (RunningSlack running = start(mode)) {
            running.interaction(Incoming.pressOnOwnInThread(
                    "share", "cost gpt-4o 1000 examples", running.slack().responseUrl(), "1700000000.000001"));

            JsonObject shared = running.slack().response();
            assertThat(shared.get("response_type").getAsString()).isEqualTo("in_channel");
            assertThat(shared.get("thread_ts").getAsString()).isEqualTo("1700000000.000001");
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void sharesAgainWhatReplacedAnAnswerThatWasShared(Mode mode) throws Exception {
        try (RunningSlack running = start(mode)) {
            String address = running.slack().responseUrl();
            running.interaction(Incoming.pressOnOwn("share", "cost gpt-4o 1000 examples", address));
            assertThat(running.slack().response().has("thread_ts")).isFalse();
            running.slack().response();
            running.interaction(Incoming.pressOnOwn("command:0", "cost gpt-4o 1000 examples 5 epochs", address));
            running.slack().response();
            running.interaction(Incoming.pressOnOwn("share", "cost gpt-4o 1000 examples 5 epochs", address));

            JsonObject shared = running.slack().response();
            assertThat(shared.get("response_type").getAsString()).isEqualTo("in_channel");
            assertThat(shared.get("text").getAsString()).contains("$62.50");
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void sharesAtTheSecondPressWhatCouldNotBeSharedAtTheFirst(Mode mode) throws Exception {
        try (RunningSlack running = start(mode)) {
            FakeSlack slack = running.slack();
            slack.next("response_url", 404, Map.of(), "{\"ok\":false,\"error\":\"expired_url\"}");
            for (int refusal = 0; refusal < 2; refusal++) {
                slack.next("chat.postMessage", 200, Map.of(), "{\"ok\":false,\"error\":\"restricted_action\"}");
            }
            running.interaction(share(slack));
            assertThat(slack.response().get("text").getAsString()).contains("press the button again");
            running.interaction(share(slack));

            assertThat(slack.response().get("response_type").getAsString()).isEqualTo("in_channel");
            assertThat(slack.response().get("replace_original").getAsBoolean()).isTrue();
        }
    }

    /** Where the button cannot be taken away it stays, and somebody presses it again. */
    @Test
    void sharesOnceAlsoWhereTheButtonStays() throws Exception {
        MovableClock clock = new MovableClock();
        try (TestStore store = new TestStore(clock);
                RunningSlack running = new RunningSlack(Mode.HTTP, SlackGoldenTest.bot(), store)) {
            FakeSlack slack = running.slack();
            slack.next("response_url", 200, Map.of(), "ok");
            slack.next("response_url", 404, Map.of(), "{\"ok\":false,\"error\":\"expired_url\"}");
            running.interaction(share(slack));
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
    @Test
    void saysThatSlackDidNotSayWhetherItIsShared() throws Exception {
        try (RunningSlack running = start(Mode.HTTP)) {
            FakeSlack slack = running.slack();
            slack.next("response_url", 0, Map.of(), "");
            running.interaction(share(slack));

            assertThat(slack.response().get("response_type").getAsString()).isEqualTo("in_channel");
            assertThat(slack.response().get("text").getAsString()).contains("did not say", "press the button again");
            running.interaction(share(slack));
            assertThat(slack.response().get("response_type").getAsString()).isEqualTo("in_channel");
            assertThat(slack.postsWaiting()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void sharesAtTheSecondPressWhereTheAnswerBrokeAtTheFirst(Mode mode) throws Exception {
        AtomicInteger asked = new AtomicInteger();
        Bot bot = SlackGoldenTest.bot();
        Bot broken = SlackEventsTest.answering(event -> {
            if (asked.getAndIncrement() == 0) {
                throw new IllegalStateException("broken for a test");
            }
            return bot.answer(event);
        });
        try (RunningSlack running = new RunningSlack(mode, broken)) {
            running.interaction(share(running.slack()));
            assertThat(running.slack().response().get("text").getAsString()).contains("incident");
            running.interaction(share(running.slack()));

            assertThat(running.slack().response().get("response_type").getAsString())
                    .isEqualTo("in_channel");
        }
    }

    /** Where the bot is no member the asker hears why; once it is one, the same button shares. */
    @Test
    void sharesAtTheSecondPressWhereItIsAMemberByThen() throws Exception {
        try (RunningSlack running = start(Mode.HTTP)) {
            FakeSlack slack = running.slack();
            slack.next("response_url", 404, Map.of(), "{\"ok\":false,\"error\":\"expired_url\"}");
            slack.next("chat.postMessage", 200, Map.of(), "{\"ok\":false,\"error\":\"not_in_channel\"}");
            running.interaction(share(slack));
            assertThat(slack.post().get("channel")).isEqualTo("U1");
            running.interaction(share(slack));

            assertThat(slack.response().get("response_type").getAsString()).isEqualTo("in_channel");
        }
    }

    private static JsonObject share(FakeSlack slack) {
        return Incoming.pressOnOwn("share", "cost gpt-4o 1000 examples", slack.responseUrl());
    }

    private static RunningSlack start(Mode mode) throws Exception {
        return new RunningSlack(mode, SlackGoldenTest.bot());
    }
}
