package io.tunetally.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.answer.Answers;
import io.tunetally.answer.Inquiries;
import io.tunetally.answer.outcome.ExplainOutcome;
import io.tunetally.answer.outcome.Outcome;
import io.tunetally.catalog.Catalog;
import io.tunetally.chat.ChatEvent;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.Envelope;
import io.tunetally.chat.Markup;
import io.tunetally.chat.PlatformId;
import io.tunetally.chat.UserId;
import io.tunetally.conversation.Assumptions;
import io.tunetally.conversation.Conversations;
import io.tunetally.engine.TestPrices;
import io.tunetally.interpreter.Interpreter;
import io.tunetally.interpreter.lexicon.Lexicon;
import io.tunetally.reply.Audience;
import io.tunetally.request.SlotName;
import io.tunetally.storage.bounded.ProcessMemory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Conversations with a person who is new to fine-tuning. */
final class LearnersTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);
    private static final Catalog CATALOG = TestPrices.catalog("published/", "guide.yaml");
    private static final Interpreter INTERPRETER = new Interpreter(CATALOG, Lexicon.builtIn());
    private static final ConversationId HERE = new ConversationId(PlatformId.CONSOLE, "", "here", "");

    private final ProcessMemory memory = new ProcessMemory(Duration.ofHours(1), CLOCK);
    private final Bot bot = new DefaultBot(
            INTERPRETER,
            new Answers(CATALOG, CLOCK),
            Assumptions.everywhere(Inquiries.DEFAULTS.reference()),
            new Conversations(memory, INTERPRETER),
            CATALOG.books());

    @ParameterizedTest
    @ValueSource(strings = {"hi", "Hello!", "hey", "Hi there :)", "good morning", "*hello*"})
    void greetsInReturn(String greeting) {
        Answer answer = say(greeting);

        assertThat(answer.outcome().status()).isEqualTo(Outcome.Status.ANSWERED);
        assertThat(answer.reply().title()).startsWith("Hello!");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hi", "hello", "what is LoRA?", "how do I get started?", "does OpenAI offer LoRA?"})
    void staysSilentInTalkAmongOthers(String text) {
        assertThat(bot.answer(event(text, false)).outcome()).isInstanceOf(Outcome.NotUnderstood.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"what does LoRA mean", "hi", "what is an epoch for gpt-4o?", "does OpenAI offer LoRA?"})
    void keepsTheRequestOfAThreadThroughAnAside(String aside) {
        say("cost llama 8b lora 1k examples");
        assertThat(say(aside).outcome()).isInstanceOf(ExplainOutcome.class);

        assertThat(memory.recall(HERE)).contains("cost llama-3.1-8b lora 1000 examples");
        assertThat(say("5 epochs").answered().orElseThrow().slots().value(SlotName.EXAMPLES))
                .isEqualTo(1000L);
    }

    @Test
    void answersAButtonOfAnExplanation() {
        Answer answer = bot.answer(new ChatEvent.Chose(envelope(true), "explain lora-or-full"));

        assertThat(answer.outcome()).isInstanceOf(ExplainOutcome.class);
        assertThat(answer.reply().audience()).isEqualTo(Audience.EVERYONE);
    }

    private Answer say(String text) {
        return bot.answer(event(text, true));
    }

    private static ChatEvent event(String text, boolean addressed) {
        return new ChatEvent.Said(envelope(addressed), Markup.PLAIN, text, List.of());
    }

    private static Envelope envelope(boolean addressed) {
        return new Envelope("", HERE, new UserId("somebody"), addressed);
    }
}
