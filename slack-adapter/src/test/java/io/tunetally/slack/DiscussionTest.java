package io.tunetally.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.tunetally.discussion.Transcript;
import io.tunetally.slack.RunningSlack.Mode;
import io.tunetally.slack.fake.Incoming;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Three people in one thread, beside a fake Slack. */
class DiscussionTest {
    private static final String THREAD = "1700000000.000001";
    private static final Map<String, String> PEOPLE = Map.of("ada", "U1", "bob", "U2", "cleo", "U3");

    private TestStore store = new TestStore(SlackGoldenTest.DAY);
    private @Nullable RunningSlack slack;
    private int messages;

    @BeforeEach
    void start() throws Exception {
        slack = new RunningSlack(Mode.SOCKET, store.bot(), store);
    }

    @AfterEach
    void stop() {
        slack().close();
        store.close();
    }

    private RunningSlack slack() {
        return Objects.requireNonNull(slack);
    }

    @Test
    void playsTheTranscriptAcrossARestart() throws Exception {
        Transcript.play((person, text) -> say(person, text).get("text").getAsString(), this::restart);

        assertThat(slack().slack().faults()).isEmpty();
    }

    @Test
    void countsTheVoteOfAnotherPersonByAButtonInTheThread() throws Exception {
        say("ada", "cost llama 8b lora 1k examples");
        say("bob", "cost llama 70b lora 1k examples");
        JsonObject poll = say("ada", "vote");
        JsonObject press = Incoming.pressInThread(
                action(poll, "Vote B").get("action_id").getAsString(),
                action(poll, "Vote B").get("value").getAsString(),
                slack().slack().responseUrl(),
                THREAD);
        press.getAsJsonObject("user").addProperty("id", "U2");
        press.getAsJsonArray("actions").get(0).getAsJsonObject().addProperty("block_id", "asked:U1:1");

        slack().interaction(press);

        assertThat(slack().slack().post().get("text")).contains("Your vote for B is counted");
        assertThat(say("ada", "vote").toString()).contains("1 vote").contains("name of U2");
    }

    /** The answer to a mention in a channel opens the thread, in which its plan is the first one. */
    @Test
    void beginsTheBoardOfAThreadWithTheMentionThatOpensIt() throws Exception {
        slack().event(Incoming.mention("Ev0", "cost llama 8b lora 1k examples", THREAD));
        slack().slack().post();
        say("bob", "cost llama 70b lora 1k examples");

        assertThat(say("cleo", "scenarios").get("text").getAsString()).contains("Cheapest of 2: A, Llama 3.1 8B");
        assertThat(say("cleo", "quote 1").get("text").getAsString()).contains("Q1: Llama 3.1 8B");
    }

    private static JsonObject action(JsonObject message, String label) {
        for (JsonElement block : message.getAsJsonArray("blocks")) {
            if (block.getAsJsonObject().has("elements")) {
                for (JsonElement element : block.getAsJsonObject().getAsJsonArray("elements")) {
                    if (element.toString().contains("\"" + label + "\"")) {
                        return element.getAsJsonObject();
                    }
                }
            }
        }
        throw new AssertionError("no button " + label + " in " + message);
    }

    private JsonObject say(String person, String text) throws Exception {
        messages++;
        JsonObject event =
                Incoming.mentionInThread("Ev" + messages, text, "17000001%02d.000002".formatted(messages), THREAD);
        slack().event(Incoming.ofUser(Objects.requireNonNull(PEOPLE.get(person)), event));
        return slack().slack().post().message();
    }

    private void restart() throws Exception {
        slack().close();
        store = store.restarted();
        start();
    }
}
