package io.tunetally.bot.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.bot.Answer;
import io.tunetally.bot.Bot;
import io.tunetally.chat.ChatEvent;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.Envelope;
import io.tunetally.chat.FileQuestion;
import io.tunetally.chat.Markup;
import io.tunetally.chat.PlatformId;
import io.tunetally.chat.SharedFile;
import io.tunetally.chat.UserId;
import io.tunetally.request.CanonicalText;
import io.tunetally.runtime.Assembly;
import io.tunetally.runtime.SharedKnowledge;
import io.tunetally.storage.StorageException;
import io.tunetally.storage.TeamRecords;
import io.tunetally.storage.TeamRecords.TeamRecord;
import io.tunetally.storage.ThreadMemory;
import io.tunetally.storage.bounded.ProcessDefaults;
import io.tunetally.storage.bounded.ProcessMemory;
import io.tunetally.storage.bounded.ProcessRecords;
import io.tunetally.storage.bounded.StoreCalls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The counts of a file after a restart: each bot here is a process of its own over one store. */
class FileCountsTest {
    private static final Instant NOW = Instant.parse("2026-11-28T00:00:00Z");
    private static final Clock DAY = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final PlatformId PLATFORM = new PlatformId("test");
    private static final UserId SENDER = new UserId("U");

    private final ThreadMemory memory = new ProcessMemory(Duration.ofDays(2), DAY);
    private final TeamRecords records = new ProcessRecords(DAY);

    @Test
    void goesOnWithTheCountOfTheNextModelsTokenizerAfterARestart() throws IOException {
        String uninterrupted = afterwards(bot(records), bot(records));
        assertThat(uninterrupted).isEqualTo("cost gpt-4o 8233 tokens total 20 epochs");
        assertThat(said(bot(records), "same data, llama 70b lora"))
                .isEqualTo("cost llama-3.3-70b lora 8060-8424 tokens total 20 epochs");
    }

    /** Sends a file to one bot, whose cheapest model counts by another tokenizer, and goes on with another bot. */
    private static String afterwards(Bot first, Bot next) throws IOException {
        send(first);
        return said(next, "same data on gpt-4o");
    }

    @Test
    void keepsNumbersOnlyAndForgetsThemWithTheirSender() throws IOException {
        send(bot(records));
        List<TeamRecord> stored = records.of(PLATFORM, "", SENDER, 10).stream()
                .filter(record -> record.kind().equals("file"))
                .toList();
        assertThat(stored).singleElement().satisfies(record -> {
            assertThat(record.personal()).as("goes with the sender's data").isTrue();
            assertThat(Duration.between(NOW, record.expiresAt())).isEqualTo(Duration.ofHours(24));
            assertThat(record.body())
                    .contains("\"suggestedEpochs\":\"20\"", "\"tokens o200k_base\":\"8233-8233\"")
                    .doesNotContain("toy", "messages");
        });
    }

    @Test
    void isForgottenWithItsConversation() throws IOException {
        send(bot(records));
        assertThat(bot(records).answer(event("reset")).reply().title()).startsWith("Forgotten");
        assertThat(records.of(PLATFORM, "", SENDER, 10))
                .noneMatch(record -> record.kind().equals("file"));
    }

    @Test
    void answersWithoutAStore() throws IOException {
        TeamRecords broken = (TeamRecords) Proxy.newProxyInstance(
                TeamRecords.class.getClassLoader(), new Class<?>[] {TeamRecords.class}, (_, method, arguments) -> {
                    if (arguments.length > 1 && "file".equals(arguments[1])) {
                        throw new StorageException("away");
                    }
                    try {
                        return method.invoke(records, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
        assertThat(afterwards(bot(records), bot(broken)))
                .as("one count stands for all models")
                .matches("cost gpt-4o [\\d-]+ tokens total 20 epochs");
    }

    private Bot bot(TeamRecords store) {
        return Assembly.ofPlatform(
                        SharedKnowledge.at(DAY),
                        DAY,
                        memory,
                        new ProcessDefaults(),
                        store,
                        _ -> true,
                        StoreCalls::withoutDeadline)
                .bot();
    }

    private static void send(Bot bot) throws IOException {
        try (InputStream in = FileCountsTest.class.getResourceAsStream("/dataset/toy_chat_fine_tuning.jsonl")) {
            byte[] content = in.readAllBytes();
            SharedFile file = new SharedFile("toy.jsonl", content.length, () -> new ByteArrayInputStream(content));
            bot.answer(new FileQuestion(envelope(), Markup.PLAIN, "", file, FileQuestion.Progress.NONE));
        }
    }

    private static String said(Bot bot, String text) {
        Answer answer = bot.answer(event(text));
        return answer.remembered()
                .map(CanonicalText::write)
                .orElse(answer.reply().title());
    }

    private static ChatEvent event(String text) {
        return new ChatEvent.Said(envelope(), Markup.PLAIN, text, List.of());
    }

    private static Envelope envelope() {
        return new Envelope("1", new ConversationId(PLATFORM, "S", "C", "T"), SENDER, true);
    }
}
