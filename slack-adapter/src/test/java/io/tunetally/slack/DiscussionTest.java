package io.tunetally.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.tunetally.discussion.Transcript;
import io.tunetally.slack.RunningSlack.Mode;
import io.tunetally.slack.fake.FakeSlack;
import io.tunetally.slack.fake.Incoming;
import io.tunetally.storage.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Three people in one thread, beside a fake Slack. */
@Execution(ExecutionMode.CONCURRENT)
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

    @ParameterizedTest
    @EnumSource(Transcript.class)
    void playsTheTranscriptAcrossItsRestarts(Transcript transcript) throws Exception {
        transcript.play((person, text) -> say(person, text).get("text").getAsString(), this::restart);

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

    /** A busy machine needs more than one update for the three changes. */
    @Test
    void bringsTheBoardUpToDateInItsMessage() throws Exception {
        say("ada", "cost llama 8b lora 1k examples");
        say("bob", "cost llama 70b lora 1k examples");
        say("ada", "scenarios");
        say("cleo", "cost llama 8b lora 9k examples");
        say("bob", "call B big");
        say("bob", "vote A");

        FakeSlack.Call update = slack().slack().update();
        while (!update.message().toString().contains("Votes: A 1")) {
            update = slack().slack().update();
        }
        assertThat(update.get("channel")).isEqualTo("C1");
        assertThat(update.get("text")).contains("Cheapest of 3: A");
        assertThat(update.message().toString())
                .contains("big: Llama 3.3 70B")
                .contains("name of U3 (C)")
                .contains("asked:U1:");
        assertThat(slack().slack().updatesWaiting()).isZero();
        assertThat(slack().slack().faults()).isEmpty();
    }

    @Test
    @Timeout(60)
    void keepsABoardWithoutItsAskerAfterForgetMe() throws Exception {
        say("bob", "cost llama 70b lora 1k examples");
        say("ada", "scenarios");
        while (records().stream().noneMatch(row -> row.contains("record_kind=board"))) {
            Thread.sleep(20);
        }
        assertThat(records()).anySatisfy(row -> assertThat(row).contains("record_kind=board", "owner=U1"));

        slack().answer("forget me");

        assertThat(records())
                .anySatisfy(row -> assertThat(row).contains("record_kind=board"))
                .allSatisfy(row -> assertThat(row).doesNotContain("U1"));
        say("bob", "call A big");
        String update = slack().slack().update().message().toString();
        // The first plan may have changed the board as well, before it had a name.
        update = update.contains("big: ")
                ? update
                : slack().slack().update().message().toString();
        assertThat(update).contains("big: Llama 3.3 70B").doesNotContain("asked:");
    }

    private List<String> records() {
        List<String> rows = new ArrayList<>();
        store.storage()
                .archive()
                .read(Kind.TEAM_RECORDS, row -> rows.add(row.values().toString()));
        return rows;
    }

    @Test
    void leavesTheMessageAloneOnceAPressHasReplacedTheBoard() throws Exception {
        say("ada", "cost llama 8b lora 1k examples");
        say("bob", "cost llama 70b lora 1k examples");
        JsonObject vote = action(say("ada", "scenarios"), "Vote");
        JsonObject press = Incoming.pressInThread(
                vote.get("action_id").getAsString(),
                vote.get("value").getAsString(),
                slack().slack().responseUrl(),
                THREAD);
        press.getAsJsonObject("container").addProperty("message_ts", FakeSlack.POSTED);
        press.getAsJsonArray("actions").get(0).getAsJsonObject().addProperty("block_id", "asked:U1:1");

        slack().interaction(press);
        slack().slack().response();
        say("bob", "call B big");
        Thread.sleep(1_000);

        // The plans may have changed the board before the press.
        while (slack().slack().updatesWaiting() > 0) {
            assertThat(slack().slack().update().message().toString()).doesNotContain("big");
        }
    }

    @Test
    void forgetsABoardWhoseMessageIsGone() throws Exception {
        say("ada", "cost llama 8b lora 1k examples");
        say("ada", "scenarios");
        slack().slack().next("chat.update", 200, Map.of(), "{\"ok\":false,\"error\":\"message_not_found\"}");
        say("bob", "call A big");
        Thread.sleep(1_000);
        say("bob", "call A bigger");
        Thread.sleep(1_000);

        assertThat(slack().slack().updatesWaiting()).isZero();
        say("ada", "scenarios");
        say("bob", "call A huge");
        assertThat(slack().slack().update().message().toString()).contains("huge: Llama 3.1 8B");
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
