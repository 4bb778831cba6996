package io.tunetally.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.tunetally.slack.RunningSlack.Mode;
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

    private static RunningSlack start(Mode mode) throws Exception {
        return new RunningSlack(mode, SlackGoldenTest.bot());
    }
}
