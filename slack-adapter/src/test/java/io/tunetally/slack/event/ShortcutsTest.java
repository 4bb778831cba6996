package io.tunetally.slack.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.tunetally.Requirement;
import io.tunetally.slack.RunningSlack;
import io.tunetally.slack.RunningSlack.Mode;
import io.tunetally.slack.SlackGoldenTest;
import io.tunetally.slack.fake.FakeSlack;
import io.tunetally.slack.fake.Incoming;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Requirement({"slack-15", "slack-16"})
class ShortcutsTest {
    @ParameterizedTest
    @EnumSource(Mode.class)
    void estimatesTheMessageItIsUsedOnForTheAskerAlone(Mode mode) throws Exception {
        try (RunningSlack running = start(mode)) {
            running.interaction(Incoming.messageShortcut(
                    "we could train gpt-4o on 1k examples", running.slack().responseUrl()));

            JsonObject answer = running.slack().response();
            assertThat(answer.get("response_type").getAsString()).isEqualTo("ephemeral");
            assertThat(answer.get("text").getAsString()).contains("$37.50");
        }
    }

    /** A colleague's message is neither read on top of the presser's last question nor followed by the next. */
    @ParameterizedTest
    @EnumSource(Mode.class)
    void leavesAloneWhatThePresserTalkedAbout(Mode mode) throws Exception {
        try (RunningSlack running = start(mode)) {
            running.command("cost llama 8b lora 10 epochs together 1k examples");
            running.interaction(Incoming.messageShortcut(
                    "we could train gpt-4o on 1k examples", running.slack().responseUrl()));
            assertThat(running.slack().response().get("text").getAsString()).contains("$37.50");
            running.interaction(Incoming.messageShortcut(
                    "never mind, forget it", running.slack().responseUrl()));
            running.slack().response();

            assertThat(running.answer("and 5 epochs")).startsWith("Llama 3.1 8B, LoRA on Together AI");
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void estimatesAMessageOfAThreadInThatThread(Mode mode) throws Exception {
        try (RunningSlack running = start(mode)) {
            running.interaction(Incoming.messageShortcutInThread(
                    "cost gpt-4o 1k examples", running.slack().responseUrl(), "1700000000.000001"));

            FakeSlack.Call post = running.slack().post();
            assertThat(post.method()).isEqualTo("chat.postEphemeral");
            assertThat(post.get("channel")).isEqualTo("C1");
            assertThat(post.get("thread_ts")).isEqualTo("1700000000.000001");
            assertThat(post.get("user")).isEqualTo("U1");
            assertThat(post.get("text")).contains("$37.50");
        }
    }

    /** The answer is in the channel, where the user of the shortcut looks. */
    @ParameterizedTest
    @EnumSource(Mode.class)
    void estimatesAMessageThatHasRepliesInTheChannel(Mode mode) throws Exception {
        try (RunningSlack running = start(mode)) {
            JsonObject shortcut = Incoming.messageShortcut(
                    "cost gpt-4o 1k examples", running.slack().responseUrl());
            JsonObject message = shortcut.getAsJsonObject("message");
            message.add("thread_ts", message.get("ts"));
            running.interaction(shortcut);

            assertThat(running.slack().response().get("text").getAsString()).contains("$37.50");
            assertThat(running.slack().postsWaiting()).isZero();
        }
    }

    @Requirement("slack-12")
    @Test
    void estimatesAMessageOfAThreadAtTheResponseAddressWhereItIsNoMember() throws Exception {
        try (RunningSlack running = start(Mode.HTTP)) {
            running.slack().next("chat.postEphemeral", 200, Map.of(), "{\"ok\":false,\"error\":\"not_in_channel\"}");
            running.interaction(Incoming.messageShortcutInThread(
                    "cost gpt-4o 1k examples", running.slack().responseUrl(), "1700000000.000001"));

            assertThat(running.slack().response().get("text").getAsString()).contains("$37.50");
            assertThat(running.slack().postsWaiting()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void opensAFormWithTheOptionsOfTheCommand(Mode mode) throws Exception {
        try (RunningSlack running = start(mode)) {
            running.interaction(Incoming.globalShortcut());

            JsonObject view =
                    JsonParser.parseString(running.slack().post().get("view")).getAsJsonObject();
            assertThat(view.getAsJsonArray("blocks"))
                    .extracting(block -> block.getAsJsonObject().get("block_id").getAsString())
                    .containsExactly(
                            "model",
                            "provider",
                            "examples",
                            "tokens",
                            "epochs",
                            "requests_per_day",
                            "months",
                            "method",
                            "edition");
            assertThat(running.slack().faults()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void saysSoWhereTheFormDidNotOpenInTime(Mode mode) throws Exception {
        try (RunningSlack running = start(mode)) {
            running.slack().next("views.open", 200, Map.of(), "{\"ok\":false,\"error\":\"expired_trigger_id\"}");
            running.interaction(Incoming.globalShortcut());

            FakeSlack.Call told = running.slack().post();
            assertThat(told.method() + " " + told.get("channel")).isEqualTo("chat.postMessage U1");
            assertThat(told.get("text")).contains("did not open in time");
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void answersTheFormAsADirectMessage(Mode mode) throws Exception {
        try (RunningSlack running = start(mode)) {
            assertThat(running.interaction(Incoming.submission("gpt-4o", "1000")))
                    .isEqualTo(new JsonObject());

            FakeSlack.Call post = running.slack().post();
            assertThat(post.get("channel")).isEqualTo("U1");
            assertThat(post.get("text")).contains("$37.50");
            running.event(Incoming.directMessage("Ev1", "what about 5 epochs"));
            assertThat(running.slack().post().get("text")).contains("$62.50");
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void namesTheFieldThatIsWrongSoThatTheOthersStay(Mode mode) throws Exception {
        try (RunningSlack running = start(mode)) {
            JsonObject acknowledged = running.interaction(Incoming.submission(" ", "0"));

            assertThat(acknowledged.get("response_action").getAsString()).isEqualTo("errors");
            assertThat(acknowledged.getAsJsonObject("errors").keySet()).containsExactlyInAnyOrder("model", "examples");
            assertThat(running.slack().postsWaiting()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void namesTheFieldOfAModelItDoesNotKnow(Mode mode) throws Exception {
        try (RunningSlack running = start(mode)) {
            JsonObject acknowledged = running.interaction(Incoming.submission("blorft", "1000"));

            assertThat(acknowledged.getAsJsonObject("errors").keySet()).containsExactly("model");
            assertThat(running.slack().postsWaiting()).isZero();
        }
    }

    /** The command asks which of the two is meant; a form asks at the field, and keeps what was typed. */
    @ParameterizedTest
    @ValueSource(strings = {"1.000", "1,00", "1.000k"})
    void asksAtItsFieldWhichNumberIsMeant(String examples) throws Exception {
        try (RunningSlack running = start(Mode.HTTP)) {
            JsonObject errors =
                    running.interaction(Incoming.submission("gpt-4o", examples)).getAsJsonObject("errors");

            assertThat(errors.keySet()).containsExactly("examples");
            assertThat(errors.get("examples").getAsString()).contains("Read two ways: " + examples);
            assertThat(running.slack().postsWaiting()).isZero();
        }
    }

    @Test
    void namesEachFieldWhoseValueCannotBeOne() throws Exception {
        try (RunningSlack running = start(Mode.HTTP)) {
            JsonObject form = Incoming.submission("zorkmodel-9", "1000000000000");
            JsonObject provider = JsonParser.parseString(
                            "{\"value\":{\"type\":\"plain_text_input\",\"value\":\"nowhere\"}}")
                    .getAsJsonObject();
            form.getAsJsonObject("view")
                    .getAsJsonObject("state")
                    .getAsJsonObject("values")
                    .add("provider", provider);
            JsonObject errors = running.interaction(form).getAsJsonObject("errors");

            assertThat(errors.get("model").getAsString()).contains("Unknown model: \"zorkmodel-9\"");
            assertThat(errors.get("provider").getAsString()).contains("Unknown provider: \"nowhere\"");
            assertThat(errors.get("examples").getAsString()).contains("must be 1 to 1,000,000,000");
            assertThat(running.slack().postsWaiting()).isZero();
        }
    }

    @Test
    void asksWhichModelIsMeantWithChoices() throws Exception {
        try (RunningSlack running = start(Mode.HTTP)) {
            assertThat(running.interaction(Incoming.submission("llama", "1000")))
                    .isEqualTo(new JsonObject());

            assertThat(running.slack().post().get("blocks")).contains("\"command:0\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,000", "1 000", "1k", "1K", "1000", "1e3", "a thousand"})
    void takesNumbersAsPeopleTypeThem(String examples) throws Exception {
        try (RunningSlack running = start(Mode.HTTP)) {
            assertThat(running.interaction(Incoming.submission("gpt-4o", examples)))
                    .isEqualTo(new JsonObject());

            assertThat(running.slack().post().get("text")).contains("$37.50");
        }
    }

    @Test
    void saysSoWhereAMessageHasNoText() throws Exception {
        try (RunningSlack running = start(Mode.HTTP)) {
            running.interaction(Incoming.messageShortcut(" ", running.slack().responseUrl()));

            assertThat(running.slack().response().get("text").getAsString()).contains("no text");
        }
    }

    private static RunningSlack start(Mode mode) throws Exception {
        return new RunningSlack(mode, SlackGoldenTest.bot());
    }
}
