package io.tunetally.runtime;

import io.tunetally.bot.Answer;
import io.tunetally.bot.Bot;
import io.tunetally.bot.BotDecorator;
import io.tunetally.chat.ChatEvent;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.Envelope;
import io.tunetally.chat.FileQuestion;
import io.tunetally.chat.Markup;
import io.tunetally.chat.PlatformId;
import io.tunetally.chat.UserId;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers different questions in the background after the start, so that the code for every kind of answer is compiled before
 * people ask: the first one at once, as the adapter is started. Nothing is remembered, sent or counted. While people ask it waits,
 * and their questions take the place of its own.
 */
final class WarmUp implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

    /** Enough for Java's first compiler to compile what an answer needs. */
    static final int QUESTIONS = 400;

    /** The pause after each answer, which leaves a single processor to people's questions. */
    static final long PAUSE_MILLIS = 1;

    /** The silence after which it goes on. */
    static final long QUIET_MILLIS = 250;

    private final Thread thread;

    /** The people's bot, which counts their questions when they begin. */
    static final class Asked implements BotDecorator {
        private final Bot bot;
        private final AtomicLong questions = new AtomicLong();

        Asked(Bot bot) {
            this.bot = bot;
        }

        @Override
        public Bot bot() {
            return bot;
        }

        @Override
        public Answer answer(ChatEvent event) {
            questions.incrementAndGet();
            return bot.answer(event);
        }

        @Override
        public Answer answer(FileQuestion question) {
            questions.incrementAndGet();
            return bot.answer(question);
        }

        long questions() {
            return questions.get();
        }
    }

    /** Waits. */
    interface Pause {
        void of(long millis) throws InterruptedException;
    }

    /**
     * Starts to warm up.
     *
     * @param asked the number of questions that people have asked
     * @param rendering builds the platform's message of an answer, once there is a platform
     */
    WarmUp(Bot bot, LongSupplier asked, Consumer<Answer> rendering) {
        List<String> questions = SampleQuestions.builtIn().first(QUESTIONS);
        thread = Thread.ofPlatform()
                .daemon()
                .name("warm-up")
                .start(() -> run(bot, questions, asked, rendering, Thread::sleep));
    }

    /** Answers until these and people's questions together are as many as there are of these. */
    static void run(Bot bot, List<String> questions, LongSupplier asked, Consumer<Answer> rendering, Pause pause) {
        PlatformId platform = new PlatformId("warm-up");
        Envelope envelope =
                new Envelope("warm-up", new ConversationId(platform, "", "", ""), new UserId("warm-up"), true);
        try {
            long before = asked.getAsLong();
            long wait = QUIET_MILLIS;
            for (int next = 0; next + before < questions.size(); wait = PAUSE_MILLIS) {
                // A message that a person points at is answered without the conversation's memory.
                rendering.accept(bot.answer(new ChatEvent.PointedAt(envelope, Markup.PLAIN, questions.get(next++))));
                pause.of(wait);
                for (long now = asked.getAsLong(); now != before; now = asked.getAsLong()) {
                    before = now;
                    pause.of(QUIET_MILLIS);
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            LOG.warn("the warm-up failed; first answers take longer", failure);
        }
    }

    /** Stops; the answer in progress is finished. */
    @Override
    public void close() {
        thread.interrupt();
    }
}
