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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OpenQuestionsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);
    private static final Catalog CATALOG = new CatalogLoader(CLOCK)
            .load(List.of("published", "guide"), NamedYaml.builtIn(List.of("guide.yaml", "published/")), List.of());
    private static final Interpreter INTERPRETER = new Interpreter(CATALOG, Lexicon.builtIn());
    private static final ConversationId HERE = new ConversationId(PlatformId.CONSOLE, "", "here", "");

    private final ProcessMemory memory = new ProcessMemory(Duration.ofHours(1), CLOCK);
    private final Bot bot = new DefaultBot(
            INTERPRETER,
            new Answers(CATALOG, CLOCK),
            Assumptions.everywhere(Defaults.reference(1000, 500, 3, BigDecimal.valueOf(100), 500, 200, 6)),
            new Conversations(memory, INTERPRETER),
            CATALOG.books());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cost llama 2k examples | 2 | cost llama-3.3-70b 2000 examples",
                "cost llama 2k examples | #2 | cost llama-3.3-70b 2000 examples",
                "cost llama 2k examples | option 1 please | cost llama-3.1-8b 2000 examples",
                "cost llama 2k examples | the second one | cost llama-3.3-70b 2000 examples",
                "cost llama 2k examples | last one | cost llama-3.3-70b 2000 examples",
                "cost llama 2k examples | 70b | cost llama-3.3-70b 2000 examples",
                "cost llama 2k examples | I mean llama 70b | cost llama-3.3-70b 2000 examples",
                "cost llama 2k examples | the cheaper one | cost llama-3.1-8b 2000 examples",
                "cost llama 2k examples | the more expensive one | cost llama-3.3-70b 2000 examples",
                "cost llama 2k examples | take the bigger one | cost llama-3.3-70b 2000 examples",
                "what does it cost to fine tune llama? | mmm the small one | cost llama-3.1-8b",
                "what do 1.000 examples cost? | 1000 | cost 1000 examples",
                "cost mistral 7b 4.000 examples | 4,000 | cost mistral-7b 4000 examples",
                "cost mistral 7b 4.000 examples | 4k | cost mistral-7b 4000 examples",
                "cost mistral 7b 4.000 examples | 4 | cost mistral-7b 4 examples",
                "cost mistral 7b 4.000 examples | the larger one | cost mistral-7b 4000 examples",
                "cost mistral 7b 4.000 examples | the second | cost mistral-7b 4000 examples",
            })
    void takesATypedChoiceAsTheAnswer(String asked, String typed, String answered) {
        assertThat(bot.answer(said(asked, true)).outcome()).isInstanceOf(Outcome.Asked.class);
        assertThat(canonical(bot.answer(said(typed, true)))).isEqualTo(answered);
        assertThat(memory.recall(HERE)).contains(answered);
    }

    @Test
    void keepsTheQuestionOpenWhileAnotherMessageChangesTheJob() {
        bot.answer(said("cost mistral 7b 4.000 examples", true));
        Answer again = bot.answer(said("and with 2 epochs?", true));
        assertThat(again.outcome()).isInstanceOf(Outcome.Asked.class);
        assertThat(again.reply().title()).isEqualTo("Which number do you mean?");
        assertThat(canonical(bot.answer(said("4000", true)))).isEqualTo("cost mistral-7b 4000 examples 2 epochs");
    }

    @Test
    void forgetsTheQuestionOnceItsValueIsSaid() {
        bot.answer(said("cost mistral 7b 4.000 examples", true));
        assertThat(canonical(bot.answer(said("make it 30k examples", true))))
                .isEqualTo("cost mistral-7b 30000 examples");
        assertThat(canonical(bot.answer(said("cost gpt-4o 1k examples", true)))).isEqualTo("cost gpt-4o 1000 examples");
        assertThat(bot.answer(said("the second one", true)).outcome()).isNotInstanceOf(Outcome.Answered.class);
    }

    @Test
    void hearsAValueButNoPlaceInWhatOthersSay() {
        bot.answer(said("cost llama 2k examples", true));
        assertThat(bot.answer(said("2", false)).outcome()).isInstanceOf(Outcome.NotUnderstood.class);
        assertThat(canonical(bot.answer(said("70b", false)))).isEqualTo("cost llama-3.3-70b 2000 examples");
    }

    @Test
    void remembersNothingThatWasTyped() {
        bot.answer(said("cost mistral 7b 4.000 examples for our secret Kestrel project", true));
        assertThat(memory.recall(HERE))
                .hasValueSatisfying(text -> assertThat(text).contains("4000").doesNotContain("4.000", "estrel"));
    }

    private static String canonical(Answer answer) {
        return answer.answered().map(CanonicalText::write).orElse(answer.reply().title());
    }

    private static ChatEvent said(String text, boolean addressed) {
        return new ChatEvent.Said(new Envelope("", HERE, new UserId("ann"), addressed), Markup.PLAIN, text, List.of());
    }
}
