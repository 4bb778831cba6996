package io.tunetally.slack.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.Requirement;
import io.tunetally.answer.outcome.Outcome;
import io.tunetally.bot.Answer;
import io.tunetally.bot.AnsweringBot;
import io.tunetally.bot.Bot;
import io.tunetally.chat.ChatEvent;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.Envelope;
import io.tunetally.chat.Markup;
import io.tunetally.chat.UserId;
import io.tunetally.reply.Audience;
import io.tunetally.reply.Reply;
import io.tunetally.settings.Links;
import io.tunetally.slack.TestStore;
import io.tunetally.slack.api.SlackConversations;
import io.tunetally.slack.message.SlackMessage;
import java.lang.ref.WeakReference;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Every answer is another object and lives for ever, so that only the adapter's own limits let go of what it made of them. */
@Requirement("slack-49")
class SlackAnswersTest {
    private static final int DIFFERENT = 5_000;
    /** The size of the bot's cache; each answer is kept as a message and as JSON. */
    private static final int MOST_KEPT = 500;

    @Test
    void keepsNoMoreMessagesThanAnswersThatAreGivenAgain() throws Exception {
        try (TestStore store = new TestStore(Clock.systemUTC())) {
            List<Answer> alive = new ArrayList<>();
            SlackAnswers answers = answers(store, () -> {
                alive.add(answer(alive.size()));
                return alive.getLast();
            });
            List<WeakReference<Object>> made = new ArrayList<>();
            for (int n = 0; n < DIFFERENT; n++) {
                SlackMessage message = answers.own(asked(n));
                made.add(new WeakReference<>(message));
                made.add(new WeakReference<>(answers.acknowledgement(message)));
            }

            assertThat(alive).hasSize(DIFFERENT);
            assertThat(reachable(made, 2 * MOST_KEPT)).isLessThanOrEqualTo(2 * MOST_KEPT);
        }
    }

    @Test
    void makesTheMessageOfAnAnswerOnce() throws Exception {
        try (TestStore store = new TestStore(Clock.systemUTC())) {
            Answer answer = answer(1);
            SlackAnswers answers = answers(store, () -> answer);
            SlackMessage message = answers.own(asked(1));

            assertThat(answers.own(asked(2))).isSameAs(message);
            assertThat(answers.acknowledgement(message)).isSameAs(answers.acknowledgement(message));
        }
    }

    /** A list of models is looked at beside the thread's subject; its buttons ask for the list again. */
    @Test
    void remembersTheSubjectOfAThreadAlsoWhereAListOfModelsIsSharedIntoIt() throws Exception {
        try (TestStore store = new TestStore(Clock.systemUTC())) {
            SlackAnswers answers = answers(store, store.bot());
            ConversationId thread = SlackConversations.thread("T1", "C1", "1.1");

            answers.shared(asked("cost gpt-4o 1k examples")).opens().accept(thread);
            assertThat(store.storage().threadMemory().recall(thread)).contains("cost gpt-4o 1000 examples");

            answers.shared(asked("models")).opens().accept(thread);
            assertThat(store.storage().threadMemory().recall(thread)).contains("cost gpt-4o 1000 examples");
            assertThat(answers.own(asked("models")).answer().toString()).contains("Share to channel");
        }
    }

    private static SlackAnswers answers(TestStore store, Supplier<Answer> next) {
        return answers(store, new AnsweringBot(_ -> next.get()));
    }

    private static SlackAnswers answers(TestStore store, Bot bot) {
        PersonalData personal = new PersonalData(
                bot,
                store.storage().deletion(),
                store.storage().recentRequests(),
                new Links(Optional.empty(), Optional.empty(), Optional.empty()));
        return new SlackAnswers(bot, store.storage().threadMemory(), personal, false);
    }

    private static long reachable(List<WeakReference<Object>> made, long enough) {
        long reachable = made.size();
        for (int collection = 0; collection < 10 && reachable > enough; collection++) {
            System.gc();
            reachable = made.stream().filter(it -> !it.refersTo(null)).count();
        }
        return reachable;
    }

    private static ChatEvent asked(int n) {
        return asked("question " + n);
    }

    private static ChatEvent asked(String text) {
        Envelope envelope = new Envelope(text, SlackConversations.own("T1", "C1", "U1"), new UserId("U1"), true);
        return new ChatEvent.Said(envelope, Markup.MRKDWN, text, List.of());
    }

    private static Answer answer(int n) {
        Reply reply = new Reply("answer " + n, List.of(), Audience.ASKER);
        return new Answer(new Outcome.Failed("none"), reply);
    }
}
