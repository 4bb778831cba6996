package io.tunetally.slack.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.tunetally.Requirement;
import io.tunetally.slack.RunningSlack;
import io.tunetally.slack.RunningSlack.Mode;
import io.tunetally.slack.TestStore;
import io.tunetally.slack.fake.FakeSlack;
import io.tunetally.slack.fake.Incoming;
import io.tunetally.slack.fake.LimitsCheck;
import io.tunetally.slack.fake.SharedFiles;
import io.tunetally.slack.fake.SharedFiles.Behaviour;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A training file shared with the bot: measured in its thread, and gone on from. */
@Requirement("slack-50")
@Execution(ExecutionMode.CONCURRENT)
class SlackFilesTest {
    private static final String THREAD = "1700000000.000001";

    private final TestStore store = new TestStore(Clock.systemUTC());

    @AfterEach
    void close() {
        store.close();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void answersAFileBesideAMentionInTheThreadAndGoesOn(Mode mode) throws Exception {
        try (RunningSlack running = start(mode)) {
            running.slack().scopes().grantFiles();
            running.event(Incoming.withFiles(
                    Incoming.mention("Ev1", "what does this cost?", THREAD), toy(running, Behaviour.SENT)));
            FakeSlack.Call report = answer(running);
            assertThat(report.get("text"))
                    .startsWith("Cheapest you can start today")
                    .contains("refuse it");
            assertThat(LimitsCheck.of(report.message()).visible())
                    .contains("4,306 tokens x 20 epochs = 86,120 charged", "Remembered here: ");

            running.event(Incoming.mentionInThread("Ev2", "same data, llama 70b lora", "1700000000.000002", THREAD));
            // 8,242 tokens by the estimate of Llama's tokenizer x 20 epochs at $2.90 a million, and Together's minimum.
            assertThat(answer(running).get("text"))
                    .startsWith("Llama 3.3 70B, LoRA on Together AI: $0.47-$4.00 to train");
        }
    }

    @Test
    void answersAFileInADirectMessage() throws Exception {
        try (RunningSlack running = start(Mode.SOCKET)) {
            running.slack().scopes().grantFiles();
            running.event(
                    Incoming.withFiles(Incoming.directMessage("Ev1", "gpt-4o 2 epochs"), toy(running, Behaviour.SENT)));
            assertThat(answer(running).get("text")).startsWith("GPT-4o, $0.41 (OpenAI)");
            running.event(Incoming.directMessage("Ev2", "5 epochs instead"));
            assertThat(answer(running).get("text")).startsWith("GPT-4o").contains("$1.03");
        }
    }

    @Test
    void looksUpAFileOfWhichTheEventHasTheIdOnly() throws Exception {
        try (RunningSlack running = start(Mode.HTTP)) {
            running.slack().scopes().grantFiles();
            JsonObject file = SharedFiles.idOnly(toy(running, Behaviour.SENT));
            running.event(Incoming.withFiles(Incoming.directMessage("Ev1", ""), file));
            assertThat(answer(running).get("text")).startsWith("Cheapest you can start today");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void saysThatTheScopeIsMissing(boolean idOnly) throws Exception {
        try (RunningSlack running = start(Mode.HTTP)) {
            JsonObject file = toy(running, Behaviour.SENT);
            running.event(
                    Incoming.withFiles(Incoming.directMessage("Ev1", ""), idOnly ? SharedFiles.idOnly(file) : file));
            assertThat(answer(running).get("text"))
                    .contains("my installation lacks the scope files:read", "install it again with that scope");
        }
    }

    @Requirement("slack-51")
    @ParameterizedTest
    @CsvSource({
        "GONE, 30, is no longer there",
        "FORBIDDEN, 30, my installation lacks the scope files:read",
        "MOVED, 30, my installation lacks the scope files:read",
        "STALLED, 1, did not arrive within"
    })
    void saysInOneSentenceWhyAFileDidNotArrive(Behaviour behaviour, int seconds, String sentence) throws Exception {
        try (RunningSlack running = start(Mode.HTTP, seconds)) {
            running.slack().scopes().grantFiles();
            running.event(Incoming.withFiles(Incoming.directMessage("Ev1", ""), toy(running, behaviour)));
            assertThat(answer(running).get("text")).contains(sentence);
            assertThat(running.slack().shared().asked()).containsExactly("F1");
        }
    }

    @Requirement("slack-51")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://files.slack.com.evil.org/files-pri/T1-F1/a.jsonl",
                "http://files.slack.com/files-pri/T1-F1/a.jsonl",
                "https://files.slack.com:8443/files-pri/T1-F1/a.jsonl",
                "https://slack:secret@files.slack.com/files-pri/T1-F1/a.jsonl",
                "https://169.254.169.254/latest/meta-data",
                "http://localhost:1/files-pri/T1-F1/a.jsonl",
                "https://docs.google.com/document/d/1"
            })
    void asksNoOtherServer(String address) throws Exception {
        try (RunningSlack running = start(Mode.HTTP)) {
            running.slack().scopes().grantFiles();
            JsonObject file = running.slack().shared().share(address, "F1", "a.jsonl", new byte[10], Behaviour.SENT);
            running.event(Incoming.withFiles(Incoming.directMessage("Ev1", ""), file));
            assertThat(answer(running).get("text"))
                    .contains("a.jsonl does not lie on the chat's own file servers, so it is not read");
            assertThat(running.slack().shared().asked()).isEmpty();
        }
    }

    @Test
    void saysHowFarItIsAndReplacesThatByTheAnswer() throws Exception {
        try (RunningSlack running = start(Mode.SOCKET)) {
            running.slack().scopes().grantFiles();
            running.event(Incoming.withFiles(Incoming.mention("Ev1", "", THREAD), toy(running, Behaviour.HELD)));
            FakeSlack.Call reading = running.slack().post();
            assertThat(reading.get("text")).isEqualTo("Measuring toy.jsonl");
            assertThat(reading.get("thread_ts")).isEqualTo(THREAD);
            // Other questions in the channel do not wait for it.
            running.event(Incoming.mention("Ev2", "cost gpt-4o 1k examples", "1700000000.000009"));
            assertThat(running.slack().post().get("text")).contains("$37.50");

            running.slack().shared().release();
            FakeSlack.Call report = change(running);
            assertThat(report.method()).isEqualTo("chat.update");
            assertThat(report.get("ts")).isEqualTo(FakeSlack.POSTED);
            assertThat(report.get("text")).startsWith("Cheapest you can start today");
        }
    }

    @Test
    void replacesAMessageThatIsStillBeingPosted() throws Exception {
        try (RunningSlack running = start(Mode.SOCKET)) {
            running.slack().scopes().grantFiles();
            running.slack().hold("chat.postMessage");
            running.event(Incoming.withFiles(Incoming.mention("Ev1", "", THREAD), toy(running, Behaviour.HELD)));
            assertThat(running.slack().post().get("text")).startsWith("Measuring");

            running.slack().shared().release();
            Thread.sleep(Duration.ofSeconds(2)); // The file is measured meanwhile.
            running.slack().release("chat.postMessage");
            assertThat(change(running).get("text")).startsWith("Cheapest you can start today: gpt-oss 20B");
            assertThat(running.slack().postsWaiting()).isZero();
        }
    }

    @Test
    void asksForNoFileThatIsTooLarge() throws Exception {
        try (RunningSlack running = start(Mode.HTTP)) {
            running.slack().scopes().grantFiles();
            JsonObject file = toy(running, Behaviour.SENT);
            file.addProperty("size", 3_000_000_000L / 100);
            running.event(Incoming.withFiles(Incoming.directMessage("Ev1", ""), file));
            assertThat(answer(running).get("text")).contains("has 30 MB; at most 25 MB are read here");
            assertThat(running.slack().shared().asked()).isEmpty();
        }
    }

    @Test
    void answersTheQuestionBesideAPictureAndSaysWhatItReads() throws Exception {
        try (RunningSlack running = start(Mode.HTTP)) {
            JsonObject picture = running.slack()
                    .shared()
                    .share(running.slack().fileUrl("F1"), "F1", "loss.png", new byte[10], Behaviour.SENT);
            running.event(Incoming.withFiles(Incoming.directMessage("Ev1", "cost gpt-4o 1k examples"), picture));
            FakeSlack.Call post = running.slack().post();
            assertThat(post.get("text")).contains("$37.50");
            assertThat(post.get("blocks")).contains("I read training files (JSON Lines");
        }
    }

    @Test
    void storesNothingOfTheContent() throws Exception {
        String secret = "a-sentence-of-the-training-data";
        try (RunningSlack running = start(Mode.HTTP)) {
            running.slack().scopes().grantFiles();
            byte[] content = ("{\"prompt\": \"" + secret + "\", \"completion\": \"b\"}\n")
                    .repeat(20)
                    .getBytes(StandardCharsets.UTF_8);
            JsonObject file = running.slack()
                    .shared()
                    .share(running.slack().fileUrl("F1"), "F1", "a.jsonl", content, Behaviour.SENT);
            running.event(Incoming.withFiles(Incoming.directMessage("Ev1", ""), file));
            assertThat(answer(running).get("text")).startsWith("Cheapest you can start today");
        }
        assertThat(new String(store.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain(secret, "a.jsonl");
    }

    /** The answer to a file: posted, or in the place of the message that says how far it is. */
    private static FakeSlack.Call answer(RunningSlack running) throws InterruptedException {
        FakeSlack.Call call = running.slack().post();
        return isReading(call) ? change(running) : call;
    }

    /** The change of a message that is no further line about how far the file has been read. */
    private static FakeSlack.Call change(RunningSlack running) throws InterruptedException {
        FakeSlack.Call call = running.slack().update();
        while (isReading(call)) {
            call = running.slack().update();
        }
        return call;
    }

    private static boolean isReading(FakeSlack.Call call) {
        return call.get("text").startsWith("Measuring");
    }

    private static JsonObject toy(RunningSlack running, Behaviour behaviour) throws IOException {
        try (InputStream in = SlackFilesTest.class.getResourceAsStream("/dataset/toy_chat_fine_tuning.jsonl")) {
            return running.slack()
                    .shared()
                    .share(running.slack().fileUrl("F1"), "F1", "toy.jsonl", in.readAllBytes(), behaviour);
        }
    }

    private RunningSlack start(Mode mode) throws Exception {
        return start(mode, 30);
    }

    private RunningSlack start(Mode mode, int seconds) throws Exception {
        Map<String, String> settings = Map.of("SLACK_FILES", "on", "TUNETALLY_FILE_SECONDS", "" + seconds);
        return RunningSlack.with(settings, mode, store.bot(), store);
    }
}
