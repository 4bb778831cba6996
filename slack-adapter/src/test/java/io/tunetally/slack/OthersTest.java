package io.tunetally.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.tunetally.Requirement;
import io.tunetally.slack.RunningSlack.Mode;
import io.tunetally.slack.fake.FakeSlack;
import io.tunetally.slack.fake.Incoming;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Buttons under an answer that everybody sees: the asker changes it, other users are answered alone. */
@Requirement("slack-23d")
class OthersTest {
    private static final String ASKED = "cost gpt-4o 1000 examples";
    private static final String FOR_LONGER = "cost gpt-4o 1000 examples 5 epochs";
    private static final String THREAD = "1700000000.000001";

    private final TestStore store = new TestStore(Clock.systemUTC());

    @AfterEach
    void close() {
        store.close();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void hearAloneInTheThreadOfAnAnswer(Mode mode) throws Exception {
        try (RunningSlack running = start(mode)) {
            FakeSlack slack = running.slack();
            running.event(Incoming.mention("Ev1", ASKED, THREAD));
            JsonObject answer = slack.post().message();
            running.interaction(Incoming.of(inThread(slack), "U2", answer));

            FakeSlack.Call shown = slack.post();
            assertThat(shown.method() + " " + shown.get("channel") + " " + shown.get("user"))
                    .isEqualTo("chat.postEphemeral C1 U2");
            assertThat(shown.get("thread_ts")).isEqualTo(THREAD);
            assertThat(shown.get("text")).contains("$62.50");
            assertThat(shown.get("blocks")).contains("\"share\"");
            assertThat(slack.responsesWaiting()).isZero();

            running.event(Incoming.mentionInThread("Ev2", "and 2k examples", "1700000000.000009", THREAD));
            assertThat(slack.post().get("text"))
                    .as("the thread goes on from its own answer")
                    .contains("$75.00");
        }
    }

    @Test
    void hearAtTheResponseAddressWhereItIsNoMember() throws Exception {
        try (RunningSlack running = start(Mode.HTTP)) {
            FakeSlack slack = running.slack();
            running.event(Incoming.mention("Ev1", ASKED, THREAD));
            JsonObject answer = slack.post().message();
            slack.next("chat.postEphemeral", 200, Map.of(), "{\"ok\":false,\"error\":\"not_in_channel\"}");
            running.interaction(Incoming.of(inThread(slack), "U2", answer));

            JsonObject shown = slack.response();
            assertThat(shown.get("response_type").getAsString()).isEqualTo("ephemeral");
            assertThat(shown.get("replace_original").getAsBoolean()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void leaveAnAnswerToItsAskerTwiceOver(Mode mode) throws Exception {
        try (RunningSlack running = start(mode)) {
            FakeSlack slack = running.slack();
            running.event(Incoming.mention("Ev1", ASKED, THREAD));
            running.interaction(Incoming.of(inThread(slack), "U1", slack.post().message()));
            JsonObject replaced = slack.response();
            running.interaction(Incoming.of(inThread(slack), "U2", replaced));

            assertThat(replaced.get("replace_original").getAsBoolean()).isTrue();
            assertThat(slack.post().method()).isEqualTo("chat.postEphemeral");
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void readOfASharedAnswerWhoseItIsAlsoOnceItIsReplaced(Mode mode) throws Exception {
        try (RunningSlack running = start(mode)) {
            FakeSlack slack = running.slack();
            running.interaction(Incoming.pressOnOwn("share", ASKED, slack.responseUrl()));
            JsonObject shared = slack.post().message();
            slack.response();
            running.interaction(Incoming.of(inChannel(slack), "U2", buttons(shared)));
            JsonObject another = slack.response();
            running.interaction(Incoming.of(inChannel(slack), "U1", buttons(shared)));
            JsonObject own = slack.response();

            assertThat(another.get("response_type").getAsString()).isEqualTo("ephemeral");
            assertThat(another.get("replace_original").getAsBoolean()).isFalse();
            assertThat(another.toString()).contains("$62.50").doesNotContain("Asked by");
            assertThat(own.get("response_type").getAsString()).isEqualTo("in_channel");
            assertThat(own.get("replace_original").getAsBoolean()).isTrue();
            assertThat(own.get("blocks").toString()).contains("$62.50", "Asked by ada");
            assertThat(own.get("blocks").toString()).contains("\"shared:U1:");
        }
    }

    /** A shared answer with replies is in the channel all the same. */
    @Test
    void hearInTheChannelOfAnAnswerThatHasReplies() throws Exception {
        try (RunningSlack running = start(Mode.HTTP)) {
            FakeSlack slack = running.slack();
            running.interaction(Incoming.pressOnOwn("share", ASKED, slack.responseUrl()));
            JsonObject shared = slack.post().message();
            slack.response();
            JsonObject press = Incoming.of(inChannel(slack), "U2", buttons(shared));
            JsonObject container = press.getAsJsonObject("container");
            container.add("thread_ts", container.get("message_ts"));
            running.interaction(press);

            assertThat(slack.response().get("response_type").getAsString()).isEqualTo("ephemeral");
            assertThat(slack.postsWaiting()).isZero();
        }
    }

    /** From before it was known who asked. */
    @Test
    void replaceAnAnswerOfAnOlderVersion() throws Exception {
        try (RunningSlack running = start(Mode.SOCKET)) {
            running.interaction(inThread(running.slack()));

            assertThat(running.slack().response().get("replace_original").getAsBoolean())
                    .isTrue();
        }
    }

    /** The credit stands last. */
    private static JsonObject buttons(JsonObject shared) {
        JsonObject message = shared.deepCopy();
        message.getAsJsonArray("blocks").remove(message.getAsJsonArray("blocks").size() - 1);
        return message;
    }

    private static JsonObject inThread(FakeSlack slack) {
        return Incoming.pressInThread("command:0", FOR_LONGER, slack.responseUrl(), THREAD);
    }

    private static JsonObject inChannel(FakeSlack slack) {
        return Incoming.pressInChannel("command:0", FOR_LONGER, slack.responseUrl());
    }

    private RunningSlack start(Mode mode) throws Exception {
        return new RunningSlack(mode, store.bot(), store);
    }
}
