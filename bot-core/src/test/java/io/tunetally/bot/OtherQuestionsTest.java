package io.tunetally.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.answer.Answers;
import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.yaml.CatalogLoader;
import io.tunetally.catalog.yaml.NamedYaml;
import io.tunetally.chat.ChatEvent;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.Envelope;
import io.tunetally.chat.Markup;
import io.tunetally.chat.PlatformId;
import io.tunetally.chat.UserId;
import io.tunetally.conversation.Assumptions;
import io.tunetally.conversation.Conversations;
import io.tunetally.conversation.Defaults;
import io.tunetally.interpreter.Interpreter;
import io.tunetally.interpreter.lexicon.Lexicon;
import io.tunetally.reply.Block;
import io.tunetally.storage.bounded.ProcessMemory;
import io.tunetally.wording.Worded;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OtherQuestionsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);
    private static final Catalog CATALOG = new CatalogLoader(CLOCK)
            .load(List.of("published", "guide"), NamedYaml.builtIn(List.of("guide.yaml", "published/")), List.of());
    private static final Interpreter INTERPRETER = new Interpreter(CATALOG, Lexicon.builtIn());
    private static final ConversationId HERE = new ConversationId(PlatformId.CONSOLE, "", "here", "");

    private final Bot bot = new DefaultBot(
            INTERPRETER,
            new Answers(CATALOG, CLOCK),
            Assumptions.everywhere(Defaults.reference(1000, 500, 3, BigDecimal.valueOf(100), 500, 200, 6)),
            new Conversations(new ProcessMemory(Duration.ofHours(1), CLOCK), INTERPRETER),
            CATALOG.books());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "How much is llama 8b with 5k examples? Also, which GPU would I need? And how long does it take? | "
                        + "Which GPU would I need? LoRA on Llama 3.1 8B needs about 20 GB of GPU memory: one L4 (24 GB) is enough",
                "How much is llama 8b with 5k examples? Also, which GPU would I need? And how long does it take? | "
                        + "How long does it take? About 9-41 minutes for 7,500,000 tokens on one H100 (Llama 3.1 8B, LoRA); sellers publish"
                        + " no times",
                "what would gpt-oss 20b with 900 requests a day cost us? is VAT included? | "
                        + "Is VAT included? No: these are the sellers' list prices in US dollars, and no tax is added to them"
            })
    void eachGetsItsLine(String text, String line) {
        assertThat(notes(text)).contains(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "How much is llama 8b with 5k examples? makes sense?",
                "How long does it take?",
                "what is LoRA? and what is an epoch?",
                "What does gpt-oss 20b cost with 900 requests a day? And per month?"
            })
    void whatAsksForNothingElseGetsNone(String text) {
        assertThat(notes(text)).noneMatch(note -> note.contains("?"));
    }

    private List<String> notes(String text) {
        Envelope envelope = new Envelope("", HERE, new UserId("ann"), true);
        Answer answer = bot.answer(new ChatEvent.Said(envelope, Markup.PLAIN, text, List.of()));
        return Worded.notes(answer.reply(), Block.Tone.NOTE);
    }
}
