package io.tunetally.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.tunetally.Requirement;
import io.tunetally.bot.Answer;
import io.tunetally.bot.AnsweringBot;
import io.tunetally.bot.Bot;
import io.tunetally.bot.CommandSpec;
import io.tunetally.bot.Completion;
import io.tunetally.chat.ChatEvent;
import io.tunetally.slack.RunningSlack.Mode;
import io.tunetally.slack.event.SlackEventsTest;
import io.tunetally.slack.fake.Entrance;
import io.tunetally.slack.fake.FakeSlack;
import io.tunetally.slack.fake.Incoming;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A bot that answers only once its question is acknowledged. */
@Requirement("slack-2")
@Execution(ExecutionMode.CONCURRENT)
class SlowAnswerTest {
    private static final String ASKED = Entrance.ASKED;
    private static final String EXPIRED = "{\"ok\":false,\"error\":\"expired_url\"}";

    private final CountDownLatch answerNow = new CountDownLatch(1);
    private final Bot bot = SlackGoldenTest.bot();

    private static Stream<Arguments> everywhere() {
        return Arrays.stream(Mode.values())
                .flatMap(mode -> Arrays.stream(Entrance.values()).map(entrance -> Arguments.of(mode, entrance)));
    }

    @Requirement("slack-1a")
    @ParameterizedTest
    @MethodSource("everywhere")
    void comesAfterAnAcknowledgementInTime(Mode mode, Entrance entrance) throws Exception {
        try (RunningSlack running = new RunningSlack(mode, slow())) {
            JsonObject acknowledged = entrance.use(running);
            if (entrance == Entrance.COMMAND) {
                assertThat(acknowledged.get("text").getAsString()).contains("moment");
            }
            assertThat(running.slack().postsWaiting() + running.slack().responsesWaiting())
                    .isZero();
            answerNow.countDown();

            assertThat(entrance.answer(running)).contains("$37.50");
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void isShownToTheAskerAloneWhereTheResponseAddressIsNoMore(Mode mode) throws Exception {
        try (RunningSlack running = new RunningSlack(mode, slow())) {
            running.slack().next("response_url", 404, Map.of(), EXPIRED);
            running.command(ASKED);
            answerNow.countDown();

            FakeSlack.Call post = running.slack().post();
            assertThat(post.method()).isEqualTo("chat.postEphemeral");
            assertThat(post.get("channel") + " " + post.get("user")).isEqualTo("C1 U1");
            assertThat(post.get("text")).contains("$37.50");
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void thatFailsIsAnsweredWithAnIncident(Mode mode) throws Exception {
        Bot broken = new AnsweringBot(event -> {
            SlackEventsTest.await(answerNow);
            throw new IllegalStateException("broken for a test");
        });
        try (RunningSlack running = new RunningSlack(mode, broken)) {
            running.command(ASKED);
            answerNow.countDown();

            JsonObject failure = running.slack().response();
            assertThat(failure.get("response_type").getAsString()).isEqualTo("ephemeral");
            assertThat(failure.get("text").getAsString()).containsPattern("incident [0-9a-f]{8}");
        }
    }

    /** Slack takes five answers at an address. */
    @ParameterizedTest
    @EnumSource(Mode.class)
    void isShownToTheAskerAloneAtTheSixthPress(Mode mode) throws Exception {
        answerNow.countDown();
        try (RunningSlack running = new RunningSlack(mode, slow())) {
            String address = running.slack().responseUrl();
            for (int press = 0; press < 5; press++) {
                running.interaction(Incoming.pressOnOwn("command:0", ASKED, address));
                running.slack().response();
            }
            running.interaction(Incoming.pressOnOwn("command:0", ASKED, address));

            assertThat(running.slack().post().method()).isEqualTo("chat.postEphemeral");
        }
    }

    /** Returns the real bot, with its commands and so the fields of its form, whose answers wait. */
    private Bot slow() {
        return new Bot() {
            @Override
            public Answer answer(ChatEvent event) {
                SlackEventsTest.await(answerNow);
                return bot.answer(event);
            }

            @Override
            public List<Completion> complete(String text, int cursor) {
                return bot.complete(text, cursor);
            }

            @Override
            public List<CommandSpec> commands() {
                return bot.commands();
            }
        };
    }
}
