package io.tunetally.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.answer.outcome.EstimateOutcome;
import io.tunetally.answer.outcome.Outcome;
import io.tunetally.chat.ChatEvent;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.Envelope;
import io.tunetally.chat.Markup;
import io.tunetally.chat.PlatformId;
import io.tunetally.chat.UserId;
import io.tunetally.reply.PlainText;
import io.tunetally.runtime.Assembly;
import io.tunetally.runtime.SharedKnowledge;
import io.tunetally.storage.bounded.ShakyMemory;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Answers with and without a working memory. */
final class ThreadMemoryTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);
    private static final String NOTE = "without this thread's memory";
    private static final Envelope ENVELOPE =
            new Envelope("Ev1", new ConversationId(new PlatformId("slack"), "T1", "C1", "1"), new UserId("U1"), true);

    private final ShakyMemory memory = new ShakyMemory();
    private final Bot bot =
            Assembly.of(SharedKnowledge.at(CLOCK), CLOCK, memory).bot();

    private Answer say(String text) {
        return bot.answer(new ChatEvent.Said(ENVELOPE, Markup.PLAIN, text, List.of()));
    }

    private static String text(Answer answer) {
        return new PlainText(400, PlainText.Style.NONE).render(answer.reply());
    }

    @Test
    void followsEarlierMessages() {
        say("cost 1k examples 3 epochs gpt-4o");

        String answer = text(say("what about 5 epochs"));

        assertThat(answer).contains("$62.50").doesNotContain(NOTE);
    }

    @Test
    void saysWhereItCouldNotForget() {
        memory.failing(true);

        assertThat(text(say("reset"))).contains("may not be forgotten yet").doesNotContain("incident");
    }

    @Test
    void keepsTheRequestAndNotTheMessage() {
        say("please cost our secret gpt-4o with 1k exmaples");

        assertThat(memory.written()).containsExactly("cost gpt-4o 1000 examples by U1");
    }

    @Test
    void answersWithoutTheMemoryAndSaysSo() {
        memory.failing(true);

        Answer answer = say("cost 1k examples 3 epochs gpt-4o");

        assertThat(answer.outcome()).isInstanceOf(EstimateOutcome.class);
        assertThat(text(answer)).contains("$37.50").contains(NOTE);
        memory.failing(false);
        assertThat(text(say("cost 1k examples 3 epochs gpt-4o"))).doesNotContain(NOTE);
    }

    @Test
    void marksAFollowUpThatCouldNotFollow() {
        say("cost 1k examples 3 epochs gpt-4o");
        memory.failing(true);

        Answer answer = say("what about 5 epochs");

        assertThat(answer.outcome()).isNotInstanceOf(Outcome.Failed.class);
        assertThat(text(answer)).contains(NOTE).doesNotContain("GPT-4o · 1,000");
    }

    @Test
    void needsNoMemoryForAButton() {
        memory.failing(true);

        Answer answer = bot.answer(new ChatEvent.Chose(ENVELOPE, "cost gpt-4o 1000 examples 3 epochs"));

        assertThat(text(answer)).contains("$37.50").doesNotContain(NOTE);
    }
}
