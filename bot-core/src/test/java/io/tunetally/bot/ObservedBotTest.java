package io.tunetally.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.answer.Outcome;
import io.tunetally.chat.ChatEvent;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.Envelope;
import io.tunetally.chat.PlatformId;
import io.tunetally.chat.UserId;
import io.tunetally.reply.Audience;
import io.tunetally.reply.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ObservedBotTest {
    private static final ChatEvent EVENT = new ChatEvent.Chose(
            new Envelope("1", new ConversationId(PlatformId.CONSOLE, "", "here", ""), new UserId("somebody"), true),
            "help");
    private static final Answer ANSWER =
            new Answer(new Outcome.Failed("12345678"), new Reply("Something broke", List.of(), Audience.ASKER));

    @Test
    void tellsOfEachAnswerAndHowLongItTook() {
        List<Object> told = new ArrayList<>();
        Bot bot = new ObservedBot(new OneAnswer(Duration.ofMillis(20)), (event, answer, took) -> {
            told.add(event);
            told.add(answer);
            assertThat(took).isBetween(Duration.ofMillis(20), Duration.ofSeconds(20));
        });

        assertThat(bot.answer(EVENT)).isSameAs(ANSWER);
        assertThat(told).containsExactly(EVENT, ANSWER);
    }

    @Test
    void answersAlsoWhereTheObserverFails() {
        Bot bot = new ObservedBot(new OneAnswer(Duration.ZERO), (_, _, _) -> {
            throw new IllegalStateException("nobody counts");
        });

        assertThat(bot.answer(EVENT)).isSameAs(ANSWER);
    }

    @Test
    void completesAndListsCommandsAsTheBotDoes() {
        Bot bot = new ObservedBot(new OneAnswer(Duration.ZERO), (_, _, _) -> {});

        assertThat(bot.complete("he", 2)).containsExactly(new Completion("help"));
        assertThat(bot.commands()).isEqualTo(new Commands(List.of(), Map.of()).specs());
    }

    /** Returns one answer after a delay. */
    private record OneAnswer(Duration takes) implements Bot {
        @Override
        public Answer answer(ChatEvent event) {
            try {
                Thread.sleep(takes);
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
            return ANSWER;
        }

        @Override
        public List<Completion> complete(String text, int cursor) {
            return List.of(new Completion("help"));
        }

        @Override
        public List<CommandSpec> commands() {
            return new Commands(List.of(), Map.of()).specs();
        }
    }
}
