package io.tunetally.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.answer.outcome.Outcome;
import io.tunetally.bot.Answer;
import io.tunetally.bot.AnsweringBot;
import io.tunetally.bot.Bot;
import io.tunetally.chat.ChatEvent;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.Envelope;
import io.tunetally.chat.FileQuestion;
import io.tunetally.chat.Markup;
import io.tunetally.chat.PlatformId;
import io.tunetally.chat.SharedFile;
import io.tunetally.chat.UserId;
import io.tunetally.reply.Audience;
import io.tunetally.reply.Reply;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WarmUpTest {
    private static final Answer ANSWER =
            new Answer(new Outcome.Failed("none"), new Reply("An answer", List.of(), Audience.ASKER));
    private static final Envelope ENVELOPE =
            new Envelope("1", new ConversationId(new PlatformId("slack"), "T", "C", ""), new UserId("U"), true);
    private static final ChatEvent EVENT = new ChatEvent.PointedAt(ENVELOPE, Markup.PLAIN, "cost 1k examples");
    private static final FileQuestion FILE = new FileQuestion(
            ENVELOPE,
            Markup.PLAIN,
            "cost",
            new SharedFile("a.jsonl", 10, InputStream::nullInputStream),
            FileQuestion.Progress.NONE);
    private static final List<String> QUESTIONS = List.of("one", "two", "three", "four");

    private final List<String> done = new ArrayList<>();
    private final WarmUp.Asked asked = new WarmUp.Asked(new AnsweringBot(_ -> ANSWER));

    @Test
    void whileNobodyAsksItAnswersAllOfItsQuestions() {
        run(millis -> done.add("pause " + millis));
        assertThat(done).containsExactly("one", "pause 250", "two", "pause 1", "three", "pause 1", "four", "pause 1");
    }

    @Test
    void whilePeopleAskItWaitsAndTheirQuestionsTakeThePlaceOfItsOwn() {
        List<Long> pauses = new ArrayList<>();
        run(millis -> {
            pauses.add(millis);
            if (pauses.size() == 2) {
                asked.answer(EVENT);
            } else if (pauses.size() == 3) {
                asked.answer(FILE);
            }
        });
        assertThat(pauses).containsExactly(250L, 1L, 250L, 250L);
        assertThat(done).containsExactly("one", "two");
    }

    @Test
    void itIsOverOncePeopleHaveAskedAsMuch() {
        QUESTIONS.forEach(_ -> asked.answer(EVENT));
        run(_ -> {});
        assertThat(done).isEmpty();
    }

    @Test
    void stoppedItEndsAndTheThreadStaysInterrupted() {
        run(_ -> {
            throw new InterruptedException("stopped");
        });
        assertThat(done).containsExactly("one");
        assertThat(Thread.interrupted()).isTrue();
    }

    private void run(WarmUp.Pause pause) {
        Bot bot = new AnsweringBot(event -> {
            done.add(((ChatEvent.PointedAt) event).text());
            return ANSWER;
        });
        WarmUp.run(bot, QUESTIONS, asked::questions, _ -> {}, pause);
    }
}
