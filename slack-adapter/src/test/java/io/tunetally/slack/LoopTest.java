package io.tunetally.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.tunetally.Requirement;
import io.tunetally.slack.RunningSlack.Mode;
import io.tunetally.slack.fake.FakeSlack;
import io.tunetally.slack.fake.Incoming;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages of bots, and repeated ones: an answer would come twice, or never end. */
@Requirement("slack-6")
class LoopTest {
    private static final String ASKED = "cost gpt-4o 1k examples";

    @ParameterizedTest(name = "{0}")
    @MethodSource("unanswered")
    void isNotAnswered(String what, Consumer<JsonObject> change) throws Exception {
        FakeSlack slack;
        try (RunningSlack running = new RunningSlack(Mode.HTTP, SlackGoldenTest.bot())) {
            slack = running.slack();
            running.event(changed(Incoming.mention("Ev1", ASKED, "1700000000.000001"), change));
            running.event(changed(Incoming.directMessage("Ev2", ASKED), change));
            running.event(Incoming.directMessage("Ev3", "help"));
            assertThat(slack.post().get("text")).contains("What fine-tuning a model will cost");
        }
        assertThat(slack.postsWaiting())
                .as("after all that was begun has ended")
                .isZero();
    }

    private static JsonObject changed(JsonObject callback, Consumer<JsonObject> change) {
        change.accept(callback.getAsJsonObject("event"));
        return callback;
    }

    private static Stream<Arguments> unanswered() {
        return Stream.of(
                unanswered("by a bot", event -> {
                    event.addProperty("bot_id", "B1");
                }),
                unanswered("by itself", event -> {
                    event.addProperty("user", FakeSlack.BOT_USER);
                }),
                unanswered("edited", event -> {
                    event.add("edited", JsonParser.parseString("{\"user\":\"U1\",\"ts\":\"1700000009.000000\"}"));
                }));
    }

    private static Arguments unanswered(String what, Consumer<JsonObject> change) {
        return Arguments.of(what, change);
    }
}
