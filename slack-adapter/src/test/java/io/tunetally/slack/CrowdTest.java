package io.tunetally.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.tunetally.Requirement;
import io.tunetally.slack.RunningSlack.Mode;
import io.tunetally.slack.fake.Incoming;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One channel, or one user, does not slow the others down. */
@Requirement("slack-7b")
class CrowdTest {
    private static final String ASKED = "cost gpt-4o 1000 examples";
    private static final int CHANNELS = 5;
    private static final int MOST_OF_A_CHANNEL = 100;
    private static final int ACTIONS = 20;

    /** All concurrent answers wait, each channel for as long as Slack asks. */
    @ParameterizedTest
    @EnumSource(Mode.class)
    void answersOthersWhileSlackHoldsBackFiveHundredPosts(Mode mode) throws Exception {
        try (RunningSlack running = new RunningSlack(mode, SlackGoldenTest.bot())) {
            running.slack().pace().expectBursts(); // at the end
            for (int channel = 0; channel < CHANNELS; channel++) {
                running.slack().next("chat.postMessage", 429, Map.of("Retry-After", "600"), "");
                for (int n = 0; n < MOST_OF_A_CHANNEL; n++) {
                    running.event(message(channel, n));
                }
            }

            assertThat(running.command(ASKED).get("text").getAsString()).contains("$37.50");
            assertThat(running.slack().postsWaiting()).isZero();
        }
    }

    @Test
    void hasSlackSendAgainWhatAChannelHasNoRoomFor() throws Exception {
        try (RunningSlack running = new RunningSlack(Mode.HTTP, SlackGoldenTest.bot())) {
            running.slack().pace().expectBursts(); // at the end
            running.slack().next("chat.postMessage", 429, Map.of("Retry-After", "600"), "");
            int taken = 0;
            while (running.post(message(0, taken).toString()).statusCode() == 200 && taken < 400) {
                taken++;
            }

            assertThat(taken).isBetween(MOST_OF_A_CHANNEL, 399);
            running.event(message(1, 1));
            assertThat(running.slack().post().get("channel")).isEqualTo("D1");
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void tellsAPersonWhoDoesTooMuchAtOnce(Mode mode) throws Exception {
        try (RunningSlack running = new RunningSlack(mode, SlackGoldenTest.bot())) {
            for (int n = 0; n < ACTIONS; n++) {
                assertThat(running.command(ASKED).get("text").getAsString()).contains("$37.50");
            }

            assertThat(running.command(ASKED).get("text").getAsString()).contains("wait ten seconds");
            assertThat(running.command(ASKED).get("text").getAsString()).contains("wait ten seconds");
            running.event(message(7, 1));
            assertThat(running.slack().post().get("text")).contains("$37.50");
        }
    }

    @Test
    void tellsInADirectMessageWhereThereIsNoOtherPlace() throws Exception {
        try (RunningSlack running = new RunningSlack(Mode.HTTP, SlackGoldenTest.bot())) {
            for (int n = 0; n < ACTIONS; n++) {
                running.command(ASKED);
            }
            running.interaction(Incoming.globalShortcut());

            assertThat(running.slack().post().get("text")).contains("wait ten seconds");
        }
    }

    @Test
    void tellsAPersonOnceWhoWritesTooMuchAtOnce() throws Exception {
        try (RunningSlack running = new RunningSlack(Mode.HTTP, SlackGoldenTest.bot())) {
            for (int n = 0; n < ACTIONS + 3; n++) {
                JsonObject event = Incoming.directMessage("Ev" + n, ASKED);
                event.getAsJsonObject("event").addProperty("channel", "D" + n);
                running.event(event);
            }
            int told = 0;
            for (int n = 0; n <= ACTIONS; n++) {
                told += running.slack().post().get("text").contains("wait ten seconds") ? 1 : 0;
            }

            assertThat(told).isEqualTo(1);
            running.interaction(
                    Incoming.pressOnOwn("command:0", ASKED, running.slack().responseUrl()));
            running.event(message(7, 1));
            assertThat(running.slack().post().get("channel")).isEqualTo("D7");
            assertThat(running.slack().postsWaiting() + running.slack().responsesWaiting())
                    .isZero();
        }
    }

    private static JsonObject message(int channel, int n) {
        String name = channel + "-" + n;
        JsonObject event = Incoming.ofUser("U" + name, Incoming.directMessage("Ev" + name, ASKED));
        event.getAsJsonObject("event").addProperty("channel", "D" + channel);
        return event;
    }
}
