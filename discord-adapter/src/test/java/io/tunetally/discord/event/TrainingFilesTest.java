package io.tunetally.discord.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tunetally.Requirement;
import io.tunetally.discord.BesideFakeDiscord;
import io.tunetally.discord.RunningDiscord;
import io.tunetally.discord.RunningDiscord.Changes;
import io.tunetally.discord.fake.Attachments;
import io.tunetally.discord.fake.Attachments.Behaviour;
import io.tunetally.discord.fake.FakeDiscord.Call;
import io.tunetally.discord.fake.FakeDiscord.Kind;
import io.tunetally.discord.fake.Incoming;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A training file beside a mention, in a direct message or with the command: measured, and gone on from. */
@Requirement("discord-37")
@Execution(ExecutionMode.CONCURRENT)
class TrainingFilesTest extends BesideFakeDiscord {
    @Test
    void answersAFileBesideAMentionInAThreadAndGoesOn() throws Exception {
        try (RunningDiscord running = start(30)) {
            Call report = say(
                    running,
                    Incoming.withFile(
                            Incoming.inGuild(Incoming.THREAD, "<@100> what does this cost?"), toy(Behaviour.SENT)));
            assertThat(report.text())
                    .contains("Cheapest you can start today", "refuse it", "4,306 tokens x 20 epochs = 86,120 charged")
                    .contains("Remembered here: ");

            Call next = running.say(Incoming.inGuild(Incoming.THREAD, "<@100> same data, llama 70b lora"));
            // 8,242 tokens by the estimate of Llama's tokenizer x 20 epochs at $2.90 a million, and Together's minimum.
            assertThat(next.text()).contains("Llama 3.3 70B, LoRA on Together AI: $0.47-$4.00 to train");
        }
    }

    @Test
    void answersAFileInADirectMessage() throws Exception {
        try (RunningDiscord running = start(30)) {
            Call report = say(running, Incoming.withFile(Incoming.direct("gpt-4o 2 epochs"), toy(Behaviour.SENT)));
            assertThat(report.text()).contains("GPT-4o, $0.41 (OpenAI)");
            assertThat(running.say(Incoming.direct("5 epochs instead")).text()).contains("GPT-4o", "$1.03");
        }
    }

    @Test
    void answersTheCommand() throws Exception {
        try (RunningDiscord running = start(30)) {
            Call report = answer(
                    running,
                    Incoming.dataset(toy(Behaviour.SENT), Map.of("message", "llama 70b lora", "private", true)));
            assertThat(report.text()).contains("Llama 3.3 70B, LoRA, $0.47-$4.00 (Together AI)");
            assertThat(running.answer(Incoming.slash("ask", Map.of("message", "same data on gpt-4o")))
                            .text())
                    .contains("GPT-4o", "$4.12");
        }
    }

    @Test
    void answersAFileInTheFormWithWhatElseIsChosenThere() throws Exception {
        try (RunningDiscord running = start(30)) {
            JsonNode sent = running.answer(Incoming.slash("cost", Map.of("model", "gpt-4o", "epochs", 2)))
                    .message();
            ObjectNode answer = Incoming.answer(Incoming.USER, false, sent);
            Call form = running.interact(Incoming.press(RunningDiscord.button(sent, "Change the numbers"), answer));
            ObjectNode filled = Incoming.submit(
                    form.message().path("custom_id").asText(),
                    Map.of("model", "gpt-4o", "provider", "-", "method", "-", "numbers", "Epochs: 2"),
                    answer);
            Call report = answer(running, Incoming.withFileField(filled, "file", toy(Behaviour.SENT)));
            assertThat(report.text()).contains("GPT-4o, $0.41 (OpenAI)", "Remembered here: ");
        }
    }

    @Test
    void saysHowFarItIsAndReplacesThatByTheAnswer() throws Exception {
        try (RunningDiscord running = start(60)) {
            Call reading = running.say(Incoming.withFile(Incoming.inGuild("<@100>"), toy(Behaviour.HELD)));
            assertThat(reading.text()).contains("Measuring toy.jsonl");

            discord.attachments().release();
            Call report = after(Kind.EDIT, discord.take(Kind.EDIT));
            assertThat(report.text()).contains("Cheapest you can start today");
        }
    }

    /** Discord takes a second message with the same nonce for the first, which a moderator has deleted here. */
    @Test
    void sendsTheAnswerAnewWhereTheReplyIsGone() throws Exception {
        try (RunningDiscord running = start(60)) {
            Call reading = running.say(Incoming.withFile(Incoming.inGuild("<@100>"), toy(Behaviour.HELD)));
            for (int edit = 0; edit < 2; edit++) { // Perhaps one more line about how far it is, and the answer.
                discord.next(Kind.EDIT, 404, Map.of(), "{\"message\":\"Unknown Message\",\"code\":10008}");
            }
            discord.attachments().release();
            Call report = discord.take(Kind.POST);
            assertThat(report.text()).contains("Cheapest you can start today: gpt-oss 20B");
            assertThat(report.body().path("nonce")).isNotEqualTo(reading.body().path("nonce"));
        }
    }

    @Test
    void saysInADeferredAnswerHowFarItIs() throws Exception {
        try (RunningDiscord running = RunningDiscord.deferringAfter(Duration.ZERO, discord, folder, Changes.NONE)) {
            Call deferred = running.interact(Incoming.dataset(toy(Behaviour.HELD), Map.of()));
            assertThat(deferred.body().path("type").asInt()).isEqualTo(5);
            assertThat(discord.take(Kind.ORIGINAL).text()).contains("Measuring toy.jsonl");

            discord.attachments().release();
            Call report = after(Kind.ORIGINAL, discord.take(Kind.ORIGINAL));
            assertThat(report.text()).contains("Cheapest you can start today");
        }
    }

    @Requirement("discord-32")
    @ParameterizedTest
    @CsvSource({
        "EXPIRED, 30, is no longer there or its address has expired. Attach it again",
        "FORBIDDEN, 30, I am not allowed to read toy.jsonl",
        "MOVED, 30, was not sent by the chat's file server (it answers 302)",
        "STALLED, 1, did not arrive within"
    })
    void saysInOneSentenceWhyAFileDidNotArrive(Behaviour behaviour, int seconds, String sentence) throws Exception {
        try (RunningDiscord running = start(seconds)) {
            Call refusal = say(running, Incoming.withFile(Incoming.direct(""), toy(behaviour)));
            assertThat(refusal.text().replace("there, or", "there or")).contains(sentence);
            assertThat(discord.attachments().asked()).hasSize(1);
        }
    }

    @Requirement("discord-32")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://cdn.discordapp.com.evil.org/attachments/1/2/a.jsonl",
                "http://cdn.discordapp.com/attachments/1/2/a.jsonl",
                "https://media.discordapp.net:8443/attachments/1/2/a.jsonl",
                "https://user:secret@cdn.discordapp.com/attachments/1/2/a.jsonl",
                "https://discord.com/api/v10/users/@me",
                "https://169.254.169.254/latest/meta-data",
                "http://localhost:1/attachments/1/2/a.jsonl"
            })
    void asksNoOtherServer(String address) throws Exception {
        try (RunningDiscord running = start(30)) {
            ObjectNode elsewhere = Attachments.attachment(Incoming.id(), "a.jsonl", 10, address);
            assertThat(say(running, Incoming.withFile(Incoming.direct(""), elsewhere))
                            .text())
                    .contains("a.jsonl does not lie on the chat's own file servers, so it is not read");
            assertThat(discord.attachments().asked()).isEmpty();
        }
    }

    @Test
    void asksForNoFileThatIsTooLarge() throws Exception {
        try (RunningDiscord running = start(30)) {
            ObjectNode file = toy(Behaviour.SENT).put("size", 30_000_000);
            assertThat(say(running, Incoming.withFile(Incoming.direct(""), file))
                            .text())
                    .contains("has 30 MB; at most 25 MB are read here");
            assertThat(discord.attachments().asked()).isEmpty();
        }
    }

    @Test
    void answersTheQuestionBesideAPicture() throws Exception {
        try (RunningDiscord running = start(30)) {
            ObjectNode picture =
                    discord.attachments().attach(discord.fileServer(), "loss.png", new byte[10], Behaviour.SENT);
            assertThat(say(running, Incoming.withFile(Incoming.direct("cost gpt-4o 1k examples"), picture))
                            .text())
                    .contains("$37.50");
            assertThat(discord.attachments().asked()).isEmpty();
        }
    }

    private Call say(RunningDiscord running, ObjectNode message) throws InterruptedException {
        return after(Kind.EDIT, running.say(message));
    }

    private Call answer(RunningDiscord running, ObjectNode interaction) throws InterruptedException {
        return after(Kind.ORIGINAL, running.answer(interaction));
    }

    /** The answer to a file: the first message, or in the place of the one that says how far it is. */
    private Call after(Kind replacing, Call first) throws InterruptedException {
        Call call = first;
        while (call.text().contains("Measuring")) {
            call = discord.take(replacing);
        }
        return call;
    }

    private ObjectNode toy(Behaviour behaviour) throws IOException {
        try (InputStream in = TrainingFilesTest.class.getResourceAsStream("/dataset/toy_chat_fine_tuning.jsonl")) {
            return discord.attachments().attach(discord.fileServer(), "toy.jsonl", in.readAllBytes(), behaviour);
        }
    }

    private RunningDiscord start(int seconds) throws Exception {
        return new RunningDiscord(discord, folder, Changes.settings(Map.of("TUNETALLY_FILE_SECONDS", "" + seconds)));
    }
}
