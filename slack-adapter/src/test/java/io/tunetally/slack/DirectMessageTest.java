package io.tunetally.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.tunetally.slack.RunningSlack.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every kind of message that a person can write to the bot alone. */
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
            assertThat(post.get("blocks").contains("I do not read files yet")).isEqualTo(subtype.equals("file_share"));
            assertThat(running.slack().faults()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void saysThatAFileAloneIsNotRead(Mode mode) throws Exception {
        try (RunningSlack running = start(mode)) {
            running.event(Incoming.directMessage("Ev1", "", "file_share"));

            FakeSlack.Call post = running.slack().post();
            assertThat(post.get("text")).contains("What fine-tuning a model will cost");
            assertThat(post.get("blocks")).contains("I do not read files yet");
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
