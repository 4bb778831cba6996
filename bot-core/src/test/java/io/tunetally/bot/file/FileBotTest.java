package io.tunetally.bot.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.WrittenLog;
import io.tunetally.answer.outcome.EstimateOutcome;
import io.tunetally.answer.outcome.Outcome;
import io.tunetally.bot.Answer;
import io.tunetally.bot.Bot;
import io.tunetally.chat.ChatEvent;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.Envelope;
import io.tunetally.chat.FileQuestion;
import io.tunetally.chat.FileRefusedException;
import io.tunetally.chat.Markup;
import io.tunetally.chat.PlatformId;
import io.tunetally.chat.SharedFile;
import io.tunetally.chat.UserId;
import io.tunetally.dataset.source.ParquetFile;
import io.tunetally.engine.Quote;
import io.tunetally.reply.Block;
import io.tunetally.reply.PlainText;
import io.tunetally.request.CanonicalText;
import io.tunetally.runtime.Assembly;
import io.tunetally.runtime.SharedKnowledge;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Training files as a chat sends them: one answer, and follow-ups that go on from it. */
class FileBotTest {
    private static final Clock DAY = Clock.fixed(Instant.parse("2026-11-28T00:00:00Z"), ZoneOffset.UTC);

    private final Bot bot = Assembly.ofSession(SharedKnowledge.at(DAY), DAY).bot();

    @Test
    void leadsWithTheCheapestPriceAndWhoRefuses() throws IOException {
        Answer answer = send("", toy());
        assertThat(answer.reply().title())
                .startsWith("Cheapest you can start today: gpt-oss 20B, LoRA, $0.07 (Thinking Machines), whose rules")
                .contains(
                        "Together AI, Fireworks AI and Mistral accept the file",
                        "OpenAI, Azure, Google and Amazon Bedrock refuse it");
        assertThat(text(answer)).contains("Remembered here: ", "the file itself is not kept", "same data on gpt-4o");
        assertThat(answer.reply().blocks()).anyMatch(Block.Choices.class::isInstance);
    }

    /** The dollars of {@code dataset --model llama-3.3-70b}: its own tokenizer's count, an estimate. */
    @Test
    void goesOnWithTheSameDataByTheTokenizerOfTheNextModel() throws IOException {
        send("", toy());
        Answer next = say("same data, llama 70b lora");
        assertThat(remembered(next)).isEqualTo("cost llama-3.3-70b lora 8060-8424 tokens total 20 epochs");
        assertThat(cheapest(next)).isEqualTo(cheapest(send("llama 70b lora", toy())));
        assertThat(remembered(say("same data on gpt-4o"))).isEqualTo("cost gpt-4o 8233 tokens total 20 epochs");
        assertThat(remembered(say("5 epochs instead"))).isEqualTo("cost gpt-4o 8233 tokens total 5 epochs");
        assertThat(remembered(say("that file on gpt-4o-mini")))
                .isEqualTo("cost gpt-4o-mini 8233 tokens total 5 epochs");
    }

    @Test
    void pricesWhatTheWordsBesideItName() throws IOException {
        Answer answer = send("what would this cost on gpt-4o with 2 epochs?", toy());
        assertThat(answer.reply().title()).startsWith("GPT-4o, $0.41 (OpenAI), closed to new customers");
        assertThat(remembered(answer)).isEqualTo("cost gpt-4o 8233 tokens total 2 epochs");
    }

    @Test
    void otherDataHasItsOwnEpochs() throws IOException {
        send("", toy());
        assertThat(remembered(say("what about gpt-4.1-mini with 2k examples of 600 tokens?")))
                .isEqualTo("cost gpt-4.1-mini 2000 examples 600 tokens per example");
    }

    @Test
    void epochsThatWereSaidBesideTheFileStay() throws IOException {
        send("4 epochs", toy());
        assertThat(remembered(say("what about gpt-4.1-mini with 2k examples of 600 tokens?")))
                .isEqualTo("cost gpt-4.1-mini 2000 examples 600 tokens per example 4 epochs");
    }

    @Test
    void pricesTheModelsOfTheProviderBesideIt() throws IOException {
        Answer answer = send("on together", toy());
        assertThat(answer.reply().title())
                .startsWith("Cheapest you can start today: ")
                .contains("(Together AI)");
        assertThat(text(answer)).doesNotContain("Thinking Machines", "Azure OpenAI");
        assertThat(send("gpt 4.1 mini on together", toy()).reply().title())
                .startsWith("Together AI does not train GPT-4.1 mini; Azure OpenAI (global) does");
    }

    @Test
    void tellsHowFarItIs() {
        AtomicInteger told = new AtomicInteger();
        byte[] content =
                "{\"prompt\": \"a\", \"completion\": \"b\"}\n".repeat(100).getBytes(StandardCharsets.UTF_8);
        bot.answer(
                question("", "train.jsonl", content.length, () -> new ByteArrayInputStream(content), (bytes, of, n) -> {
                    told.incrementAndGet();
                    assertThat(of).isEqualTo(content.length);
                }));
        assertThat(told).hasPositiveValue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1, 2] | train.jsonl is no training file that I know: line 1",
                "PAR1xxxxPAR1 | train.jsonl is a Parquet file whose footer cannot be read; write it again",
                "'PK\u0003\u0004x' | train.jsonl is a zip archive; unpack it",
            })
    void refusesWhatIsNoTrainingFileInOneSentence(String content, String sentence) {
        refused(content.getBytes(StandardCharsets.UTF_8), sentence);
    }

    @Test
    void saysTheRowsAndColumnsOfParquetAndHowToGoOn() throws IOException {
        send("", toy());
        byte[] content = ParquetFile.of(4812, "prompt", "completion");
        Answer answer = send("", content);
        assertThat(answer.reply().title()).startsWith("toy.jsonl: 4,812 rows of Parquet, whose tokens are not counted");
        assertThat(text(answer))
                .contains("prompt, completion")
                .contains("Nothing is remembered of it", "\"4812 examples of 400 tokens\"");
        assertThat(remembered(say("same data on gpt-4o"))).isEqualTo("cost gpt-4o 8233 tokens total 20 epochs");
        assertThat(remembered(say("4812 examples of 400 tokens on gpt-4o")))
                .startsWith("cost gpt-4o 4812 examples 400 tokens per example");
    }

    @Test
    void readsTheFooterOfAZippedParquetFile() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(ParquetFile.of(300, "text"));
        }
        assertThat(send("", zipped.toByteArray()).reply().title()).startsWith("toy.jsonl: 300 rows of Parquet");
    }

    @Test
    void refusesAFileThatIsTooLargeWithoutOpeningIt() {
        Answer answer = bot.answer(question(
                "",
                "huge.jsonl",
                25_000_001,
                () -> {
                    throw new AssertionError("opened");
                },
                FileQuestion.Progress.NONE));
        assertThat(answer.reply().title()).startsWith("huge.jsonl has 25.1 MB; at most 25 MB are read here.");
    }

    @Test
    void passesOnWhatThePlatformSaysOfAFileThatIsNotHad() {
        Answer answer = bot.answer(question(
                "",
                "train.jsonl",
                10,
                () -> {
                    throw new FileRefusedException("Enable it first");
                },
                FileQuestion.Progress.NONE));
        assertThat(answer.reply().title()).isEqualTo("Enable it first");
        assertThat(answer.remembered()).isEmpty();
    }

    @Test
    void leavesTheMemoryWhereAFileIsRefused() throws IOException {
        send("", toy());
        refused("[1]".getBytes(StandardCharsets.UTF_8), "train.jsonl is no training file");
        assertThat(remembered(say("same data on gpt-4o"))).isEqualTo("cost gpt-4o 8233 tokens total 20 epochs");
    }

    /** The messages of many exceptions quote what could not be read. */
    @Test
    void logsNothingOfTheContentWhereAFileCannotBeMeasured() {
        try (WrittenLog log = new WrittenLog()) {
            Answer answer = bot.answer(question(
                    "",
                    "train.jsonl",
                    10,
                    () -> {
                        NumberFormatException quoting = new NumberFormatException("For input string: \"a secret\"");
                        quoting.addSuppressed(new IOException("beside a secret"));
                        throw new IllegalStateException("at a secret", quoting);
                    },
                    FileQuestion.Progress.NONE));
            assertThat(answer.outcome()).isInstanceOf(Outcome.Failed.class);
            assertThat(log.text())
                    .contains(
                            "a file was not measured", "IllegalStateException", "NumberFormatException", "FileBotTest")
                    .doesNotContain("secret");
        }
    }

    private void refused(byte[] content, String sentence) {
        Answer answer = bot.answer(question(
                "",
                "train.jsonl",
                content.length,
                () -> new ByteArrayInputStream(content),
                FileQuestion.Progress.NONE));
        assertThat(answer.reply().title()).startsWith(sentence);
        assertThat(answer.outcome()).isEqualTo(new Outcome.FileRefused());
    }

    private static byte[] toy() throws IOException {
        try (InputStream in = FileBotTest.class.getResourceAsStream("/dataset/toy_chat_fine_tuning.jsonl")) {
            return in.readAllBytes();
        }
    }

    private Answer send(String text, byte[] content) {
        return bot.answer(question(
                text,
                "toy.jsonl",
                content.length,
                () -> new ByteArrayInputStream(content),
                FileQuestion.Progress.NONE));
    }

    private static FileQuestion question(
            String text, String name, long size, SharedFile.Opener opener, FileQuestion.Progress progress) {
        return new FileQuestion(envelope(), Markup.PLAIN, text, new SharedFile(name, size, opener), progress);
    }

    private Answer say(String text) {
        return bot.answer(new ChatEvent.Said(envelope(), Markup.PLAIN, text, List.of()));
    }

    private static Envelope envelope() {
        return new Envelope("1", new ConversationId(new PlatformId("test"), "S", "C", "T"), new UserId("U"), true);
    }

    private static String remembered(Answer answer) {
        return answer.remembered()
                .map(CanonicalText::write)
                .orElse(answer.reply().title());
    }

    private static List<String> cheapest(Answer answer) {
        return ((EstimateOutcome) answer.outcome())
                .quotes().stream()
                        .map(Quote::training)
                        .map(String::valueOf)
                        .limit(1)
                        .toList();
    }

    private static String text(Answer answer) {
        return new PlainText(200, PlainText.Style.NONE).render(answer.reply());
    }
}
