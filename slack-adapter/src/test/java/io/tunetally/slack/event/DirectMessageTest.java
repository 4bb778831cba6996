package io.tunetally.slack.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.tunetally.Requirement;
import io.tunetally.slack.RunningSlack;
import io.tunetally.slack.RunningSlack.Mode;
import io.tunetally.slack.SlackGoldenTest;
import io.tunetally.slack.fake.FakeSlack;
import io.tunetally.slack.fake.Incoming;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of message that a person can write to the bot alone. */
@Requirement("slack-48")
class DirectMessageTest {
    @ParameterizedTest
    @CsvSource({"file_share,", "me_message,", "thread_broadcast,1700000000.000001"})
    void answersEachKind(String subtype, String thread) throws Exception {
        try (RunningSlack running = start(Mode.HTTP)) {
            running.event(Incoming.directMessage("Ev1", "cost gpt-4o 1k examples", subtype));

            FakeSlack.Call post = running.slack().post();
            assertThat(post.get("channel")).isEqualTo("D1");
            assertThat(post.get("thread_ts")).isEqualTo(thread == null ? "" : thread);
            assertThat(post.get("text")).contains("$37.50");
            assertThat(post.get("blocks").contains("I read only the text beside the file"))
                    .isEqualTo(subtype.equals("file_share"));
            assertThat(running.slack().faults()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void saysWhatToEnableForAFile(Mode mode) throws Exception {
        try (RunningSlack running = start(mode)) {
            running.event(Incoming.directMessage("Ev1", "", "file_share"));

            FakeSlack.Call post = running.slack().post();
            assertThat(post.get("text")).contains("What fine-tuning a model will cost");
            assertThat(post.get("blocks"))
                    .contains("I read only the text beside the file", "SLACK_FILES", "`files:read`");
        }
    }

    /** The command, a button under its answer and a message of one's own go on from each other there. */
    @ParameterizedTest
    @EnumSource(Mode.class)
    void remembersWhatTheCommandAndAButtonWereAbout(Mode mode) throws Exception {
        try (RunningSlack running = start(mode)) {
            running.command(inDirect("cost gpt-4o 1k examples", running));
            running.event(Incoming.directMessage("Ev1", "what about 5 epochs"));
            assertThat(running.slack().post().get("text")).startsWith("GPT-4o").contains("$62.50");

            running.interaction(Incoming.inChannel(
                    "D1",
                    Incoming.pressOnOwn(
                            "command:0",
                            "cost gpt-4o-mini 2000 examples",
                            running.slack().responseUrl())));
            running.slack().response();
            JsonObject followUp = running.command(inDirect("what about 6 epochs", running));
            assertThat(followUp.get("text").getAsString())
                    .startsWith("GPT-4o mini")
                    .contains("6 epochs");
        }
    }

    private static JsonObject inDirect(String text, RunningSlack running) {
        return Incoming.inChannel(
                "D1", Incoming.command("/finetune", text, "U1", running.slack().responseUrl()));
    }

    /** Pasted from where it is shown as code, and with the bot's name, which nothing takes away there. */
    @Requirement("slack-34")
    @ParameterizedTest
    @ValueSource(strings = {"`privacy`", "<@U0BOT> *privacy*", "Privacy."})
    void knowsItsWordsWithMarkupAroundThem(String text) throws Exception {
        try (RunningSlack running = start(Mode.HTTP)) {
            running.event(Incoming.directMessage("Ev1", text));
            assertThat(running.slack().post().get("text")).contains("What is stored", "forget me");

            running.event(Incoming.directMessage("Ev2", text.replaceAll("(?i)privacy", "export me")));
            assertThat(running.slack().post().get("text")).contains("Nothing is stored about you");
        }
    }

    @Test
    void ignoresItsOwnPictures() throws Exception {
        try (RunningSlack running = start(Mode.SOCKET)) {
            JsonObject own = Incoming.directMessage("Ev1", "cost gpt-4o 1k examples", "file_share");
            running.event(Incoming.ofUser(FakeSlack.BOT_USER, own));
            running.event(Incoming.directMessage("Ev2", "help"));

            assertThat(running.slack().post().get("text")).contains("What fine-tuning a model will cost");
            assertThat(running.slack().postsWaiting()).isZero();
        }
    }

    private static RunningSlack start(Mode mode) throws Exception {
        return new RunningSlack(mode, SlackGoldenTest.bot());
    }
}
