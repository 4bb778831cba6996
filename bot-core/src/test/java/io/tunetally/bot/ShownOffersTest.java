package io.tunetally.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.answer.Answers;
import io.tunetally.answer.outcome.Outcome;
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
import io.tunetally.request.CanonicalText;
import io.tunetally.storage.bounded.ProcessMemory;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ShownOffersTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);
    private static final Catalog CATALOG = new CatalogLoader(CLOCK)
            .load(List.of("published", "guide"), NamedYaml.builtIn(List.of("guide.yaml", "published/")), List.of());
    private static final Interpreter INTERPRETER = new Interpreter(CATALOG, Lexicon.builtIn());
    private static final ConversationId HERE = new ConversationId(PlatformId.CONSOLE, "", "here", "");
    private static final String SELLERS = "cost 1k examples 3 epochs llama 8b lora";
    private static final String MODELS = "tco llama-3.1-8b vs qwen3-8b 5000 examples 800 requests/day 12 months";

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
                "and the second one? | cost llama-3.1-8b lora on fireworks 1000 examples 3 epochs",
                "Take the second | cost llama-3.1-8b lora on fireworks 1000 examples 3 epochs",
                "the third seller please | cost llama-3.1-8b lora on together 1000 examples 3 epochs",
                "ok then take the cheaper one | cost llama-3.1-8b lora on ori 1000 examples 3 epochs",
                "which is the second cheapest? | cost llama-3.1-8b lora on fireworks 1000 examples 3 epochs",
                "the second one in the list - what would be the total with that over a year? | "
                        + "tco llama-3.1-8b lora on fireworks 1000 examples 3 epochs 12 months",
            })
    void picksTheSellerThatWasShown(String typed, String answered) {
        say(SELLERS);
        assertThat(canonical(say(typed))).isEqualTo(answered);
    }

    @ParameterizedTest
    @ValueSource(strings = {"take the cheaper one", "the first one", "I would go with the cheaper one"})
    void picksTheModelThatWasShownFirst(String typed) {
        say(MODELS);
        assertThat(canonical(say(typed)))
                .isEqualTo("tco qwen3-8b lora on thinking-machines 5000 examples 800 requests/day 12 months");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wait a second",
                "the second run died",
                "the first one was a disaster",
                "we meet on the second of March",
                "the fourth one"
            })
    void picksNothingFromARemarkOrBeyondTheTable(String typed) {
        say(SELLERS);
        assertThat(say(typed).outcome()).isInstanceOf(Outcome.NotUnderstood.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"take the second", "take the cheaper one"})
    void picksNothingWithoutAnAnswerBefore(String typed) {
        assertThat(say(typed).outcome()).isInstanceOf(Outcome.NotUnderstood.class);
    }

    private Answer say(String text) {
        return bot.answer(
                new ChatEvent.Said(new Envelope("", HERE, new UserId("ann"), true), Markup.PLAIN, text, List.of()));
    }

    private static String canonical(Answer answer) {
        return answer.answered().map(CanonicalText::write).orElse(answer.reply().title());
    }
}
