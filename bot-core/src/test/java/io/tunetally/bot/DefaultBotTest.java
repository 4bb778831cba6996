package io.tunetally.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.MovableClock;
import io.tunetally.Requirement;
import io.tunetally.answer.Answers;
import io.tunetally.answer.outcome.NextQuestion;
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
import io.tunetally.reply.Audience;
import io.tunetally.reply.PlainText;
import io.tunetally.request.Slots;
import io.tunetally.storage.ThreadMemory;
import io.tunetally.storage.bounded.ProcessMemory;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DefaultBotTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);
    private static final Catalog CATALOG = new CatalogLoader(CLOCK)
            .load(List.of("published", "guide"), NamedYaml.builtIn(List.of("guide.yaml", "published/")), List.of());
    private static final Interpreter INTERPRETER = new Interpreter(CATALOG, Lexicon.builtIn());
    private static final String CLOSED = ", closed to new customers, ends 2027-01-14";
    private static final ConversationId HERE = new ConversationId(PlatformId.CONSOLE, "", "here", "");

    private final ProcessMemory memory = new ProcessMemory(Duration.ofHours(1), CLOCK);
    private final Bot bot = bot(memory);

    @Test
    void remembersTheRequestForTheNextQuestion() {
        bot.answer(said("cost llama 8b lora 1k examples", true));
        assertThat(bot.answer(said("what about gpt-4o-mini", true)).reply().title())
                .isEqualTo("GPT-4o mini on OpenAI: $4.50" + CLOSED);
    }

    @Test
    void doesNotRememberThatTheModelsWereLookedAt() {
        bot.answer(said("cost gpt-4o 1k examples", true));
        bot.answer(said("models", true));
        assertThat(memory.recall(HERE)).contains("cost gpt-4o 1000 examples");
    }

    @Test
    void remembersWhatIsKnownOfAQuestionThatIsStillOpen() {
        bot.answer(said("cost gpt-4o 1k examples", true));
        assertThat(bot.answer(said("cost llama 2k examples", true)).outcome()).isInstanceOf(Outcome.Asked.class);
        assertThat(memory.recall(HERE))
                .hasValueSatisfying(text -> assertThat(text).startsWith("cost 2000 examples\n"));
    }

    @Test
    void remembersADescriptionUnlessARequestIsRemembered() {
        bot.answer(said("We are a startup, currently use gpt-4o-mini, 20k requests a day", true));
        assertThat(memory.recall(HERE))
                .hasValueSatisfying(text -> assertThat(text).endsWith("gpt-4o-mini 20000 requests/day"));

        bot.answer(said("cost gpt-4.1 1k examples", true));
        bot.answer(said("We are a startup, currently use gpt-4o-mini, 20k requests a day", true));
        assertThat(memory.recall(HERE))
                .hasValueSatisfying(text -> assertThat(text).contains("1000 examples"));
    }

    @Test
    void readsAnEditedMessageWithTheEarlierMemoryAndContinuesFromIt() {
        bot.answer(said("cost gpt-4o 1k examples 5 epochs", true));
        Answer answer = bot.answer(edited(
                "what about 2k examples", "cost gpt-4o-mini 1000 examples", "cost gpt-4o 1000 examples 5 epochs"));

        assertThat(answer.reply().title()).startsWith("GPT-4o mini");
        assertThat(memory.recall(HERE)).contains("cost gpt-4o-mini 2000 examples");
    }

    @Test
    void keepsLaterRequestsWhenAMessageIsEdited() {
        bot.answer(said("cost mistral 7b 1k examples", true));
        Answer answer = bot.answer(edited("what about 2k examples", "cost gpt-4o-mini 1000 examples", "cost gpt-4o"));

        assertThat(answer.reply().title()).startsWith("GPT-4o mini");
        assertThat(memory.recall(HERE)).contains("cost mistral-7b 1000 examples");
    }

    @Test
    void leansOnNothingThatWasForgottenBeforeAMessageIsEdited() {
        bot.answer(said("cost gpt-4o 1k examples", true));
        bot.answer(said("reset", true));
        ChatEvent edited = edited("what about 2k examples", "cost gpt-4o-mini", "cost gpt-4o 1000 examples");

        assertThat(bot.answer(edited).reply().title()).doesNotContain("GPT-4o mini");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Was kostet gpt-4o-mini mit 2.500 Beispielen? | Ich habe deine Frage auf Deutsch gelesen; die Antwort ist auf Englisch.",
                "gpt-4o-miniを5千件で微調整するといくら？ | ご質問は日本語で読み取りました。回答は英語です。"
            })
    void aQuestionInAnotherLanguageIsAnsweredWithALineInThatLanguage(String question, String line) {
        assertThat(text(question)).contains("GPT-4o mini").containsOnlyOnce(line);
    }

    @Test
    void aMessageInAnotherLanguageThatAsksNothingIsAnsweredInThatLanguage() {
        assertThat(text("Danke, das war sehr hilfreich!"))
                .startsWith("Darin habe ich keine Frage zu den Kosten von Fine-Tuning gefunden. Zum Beispiel:")
                .contains("cost 1k examples")
                .doesNotContain("Englisch");
        assertThat(text("Grazie mille per tutto, costa poco")).startsWith("Capisco solo l'inglese");
    }

    private String text(String message) {
        return new PlainText(200, PlainText.Style.NONE)
                .render(bot.answer(said(message, true)).reply());
    }

    @Test
    void aBugInACollaboratorBecomesAnAnswerWithAnIncidentId() {
        Answer answer = bot(new BrokenMemory()).answer(said("cost gpt-4o", true));
        assertThat(answer.outcome()).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.incidentId()).matches("[0-9a-f]{8}");
            assertThat(new PlainText(80, PlainText.Style.NONE).render(answer.reply()))
                    .contains(failed.incidentId())
                    .doesNotContain("the disk is full");
        });
        assertThat(answer.reply().audience()).isEqualTo(Audience.ASKER);
    }

    @Test
    void explainsItselfWhenAddressedWithoutText() {
        assertThat(bot.answer(said("  ", true)).outcome()).isInstanceOf(Outcome.Helped.class);
        assertThat(bot.answer(said("  ", false)).outcome()).isInstanceOf(Outcome.NotUnderstood.class);
    }

    @Test
    void readsATypedCommandAsTheSameWordsSaid() {
        ChatEvent command = new ChatEvent.Commanded(
                envelope(true),
                "cost",
                Map.of("model", "llama 8b", "examples", "1000", "epochs", "3", "method", "lora", "private", "true"));
        assertThat(bot.answer(command).reply())
                .isEqualTo(bot.answer(said("cost llama 8b 1000 examples 3 epochs lora", true))
                        .reply());
    }

    @Test
    void aTypedCommandStandsAlone() {
        bot.answer(said("cost gpt-4o 5k examples", true));
        ChatEvent command = new ChatEvent.Commanded(envelope(true), "cost", Map.of("model", "gpt-4o"));
        assertThat(bot.answer(command).reply().title()).isEqualTo("GPT-4o on OpenAI: $37.50" + CLOSED);
    }

    @Test
    void aButtonSaysItsCommand() {
        assertThat(bot.answer(new ChatEvent.Chose(envelope(true), "cost gpt-4o 2000 examples"))
                        .reply()
                        .title())
                .isEqualTo("GPT-4o on OpenAI: $75.00" + CLOSED);
    }

    @ParameterizedTest
    @CsvSource({
        "'we could train gpt-4o on 1k examples', 'GPT-4o on OpenAI: $37.50'",
        "'gpt-4o, 1000 examples', 'GPT-4o on OpenAI: $37.50'",
        "'never mind, forget it',",
    })
    void readsAMessageThatIsPointedAtOnItsOwnAndLeavesTheMemoryAlone(String message, @Nullable String answered) {
        bot.answer(said("cost llama 8b lora 10 epochs together", true));
        Answer answer = bot.answer(new ChatEvent.PointedAt(envelope(true), Markup.PLAIN, message));
        if (answered != null) {
            assertThat(answer.reply().title()).isEqualTo(answered + CLOSED);
        }
        assertThat(memory.recall(HERE)).contains("cost llama-3.1-8b lora on together 10 epochs");
    }

    @ParameterizedTest
    @CsvSource({
        "cost gpt-4o, cost gpt-4o 1 epoch",
        "cost gpt-4o 1 epoch, cost gpt-4o 3 epochs",
        "cost gpt-4o 5 epochs, cost gpt-4o 3 epochs",
        "cost gpt-4o 2-4 epochs, cost gpt-4o 1 epoch",
        "cost gpt-4o 2M tokens, cost gpt-4o 2000000 tokens total 1 epoch",
        "gpt-4o vs gpt-4o-mini, 'compare gpt-4o vs gpt-4o-mini 1 epoch'",
        // No other number is suggested, or epochs do not change the billed amount.
        "cost gpt-4o 1-3 epochs,",
        "cost gpt-4o 1.5M billed tokens,",
        "cost o4-mini rft 4 training hours 3 epochs,",
        "tco gpt-4o 3 epochs,",
    })
    void offersOtherEpochsWhereTheyMatter(String question, @Nullable String offered) {
        List<String> commands = ((Outcome.Answered)
                        bot.answer(said(question, true)).outcome())
                .followUps().stream()
                        .filter(followUp -> followUp.kind() == NextQuestion.Kind.OTHER_EPOCHS)
                        .map(NextQuestion::command)
                        .toList();
        assertThat(commands).isEqualTo(offered == null ? List.of() : List.of(offered));
    }

    @Test
    void saysHowOldItsPricesAreAndWhichDataIsStored() {
        assertThat(bot.answer(said(" About ", true)).reply().toString()).contains("Published prices", "last seen 20");
        assertThat(bot.answer(new ChatEvent.Commanded(envelope(true), "privacy", Map.of()))
                        .reply()
                        .toString())
                .contains("for 1 day", "reset");
        assertThat(bot.answer(said("`Privacy`.", true)).reply().toString()).contains("for 1 day", "reset");
        assertThat(bot.answer(said("about", false)).outcome()).isInstanceOf(Outcome.NotUnderstood.class);
    }

    @Test
    void everyCommandOfTheFormIsUnderstood() {
        for (CommandSpec command : bot.commands()) {
            Answer answer = bot.answer(
                    new ChatEvent.Commanded(envelope(true), command.verb(), Map.of("model", "gpt-4o", "usd", "50")));
            assertThat(answer.outcome().status()).as(command.verb()).isEqualTo(Outcome.Status.ANSWERED);
        }
    }

    @Test
    void givesTheSameAnswerToTheSameQuestionUntilMidnight() {
        MovableClock clock = new MovableClock();
        Bot today = bot(new Answers(CATALOG, clock), memory);
        ChatEvent button = new ChatEvent.Chose(envelope(true), "cost gpt-4.1-mini 1000 examples");
        today.answer(button);
        Answer second = today.answer(button);

        assertThat(today.answer(button)).isSameAs(second);
        clock.pass(Duration.ofHours(12));
        Answer tomorrow = today.answer(button);
        assertThat(((Outcome.Answered) tomorrow.outcome()).inquiry().asOf()).isEqualTo("2026-11-26");
    }

    /** Most questions come once: caching their answers would fill the memory. */
    @Requirement("discord-30")
    @Test
    void keepsNoAnswerBeforeItsQuestionComesAgain() {
        ChatEvent button = new ChatEvent.Chose(envelope(true), "cost gpt-4.1-mini 1000 examples");
        Answer first = bot.answer(button);
        Answer second = bot.answer(button);

        assertThat(second).isEqualTo(first).isNotSameAs(first);
        assertThat(bot.answer(button)).isSameAs(second);
    }

    @Test
    void givesNoAnswerOfAnotherMemory() {
        bot.answer(said("cost gpt-4o 1k examples 2 epochs", true));
        String ofOneThread =
                bot.answer(said("what about gpt-4o-mini", true)).reply().title();
        memory.forget(HERE);
        bot.answer(said("cost gpt-4o 5k examples", true));

        assertThat(ofOneThread).isEqualTo("GPT-4o mini on OpenAI: $3.00" + CLOSED);
        assertThat(bot.answer(said("what about gpt-4o-mini", true)).reply().title())
                .isEqualTo("GPT-4o mini on OpenAI: $22.50" + CLOSED);
    }

    private static ChatEvent said(String text, boolean addressed) {
        return new ChatEvent.Said(envelope(addressed), Markup.PLAIN, text, List.of());
    }

    private static ChatEvent edited(String text, String before, String after) {
        ChatEvent.Earlier earlier = new ChatEvent.Earlier(Optional.of(before), Optional.of(after));
        return new ChatEvent.Said(envelope(true), Markup.PLAIN, text, List.of(), Optional.of(earlier));
    }

    private static Envelope envelope(boolean addressed) {
        return new Envelope("", HERE, new UserId("somebody"), addressed);
    }

    private static Bot bot(ThreadMemory memory) {
        return bot(new Answers(CATALOG, CLOCK), memory);
    }

    private static Bot bot(Answers answers, ThreadMemory memory) {
        Slots reference = Defaults.reference(1000, 500, 3, BigDecimal.valueOf(100), 500, 200, 6);
        return new DefaultBot(
                INTERPRETER,
                answers,
                Assumptions.everywhere(reference),
                new Conversations(memory, INTERPRETER),
                CATALOG.books());
    }

    /** A memory whose every method throws. */
    private static final class BrokenMemory implements ThreadMemory {
        @Override
        public Optional<String> recall(ConversationId conversation) {
            throw new IllegalStateException("the disk is full");
        }

        @Override
        public void remember(ConversationId conversation, String canonicalText, UserId asker) {
            throw new IllegalStateException("the disk is full");
        }

        @Override
        public void forget(ConversationId conversation) {
            throw new IllegalStateException("the disk is full");
        }
    }
}
