package io.tunetally.runtime;

import io.tunetally.bot.Answer;
import io.tunetally.bot.Bot;
import io.tunetally.chat.ChatEvent;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.Envelope;
import io.tunetally.chat.Markup;
import io.tunetally.chat.PlatformId;
import io.tunetally.chat.UserId;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers different questions in the background after the start, so that the code for every kind of answer is compiled before
 * people ask. Nothing is remembered, sent or counted.
 */
final class WarmUp implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

    /** Enough for Java's first compiler to compile what an answer needs. */
    static final int QUESTIONS = 400;

    /** The pause after each answer, which leaves a single processor to people's questions. */
    private static final long PAUSE_MILLIS = 1;

    private final Thread thread;

    /**
     * Starts to warm up.
     *
     * @param rendering builds the platform's message of an answer
     */
    WarmUp(Bot bot, Consumer<Answer> rendering) {
        thread = Thread.ofPlatform().daemon().name("warm-up").start(() -> run(bot, rendering));
    }

    private static void run(Bot bot, Consumer<Answer> rendering) {
        PlatformId platform = new PlatformId("warm-up");
        Envelope envelope =
                new Envelope("warm-up", new ConversationId(platform, "", "", ""), new UserId("warm-up"), true);
        try {
            for (String question : SampleQuestions.builtIn().first(QUESTIONS)) {
                // A message that a person points at is answered without the conversation's memory.
                rendering.accept(bot.answer(new ChatEvent.PointedAt(envelope, Markup.PLAIN, question)));
                Thread.sleep(PAUSE_MILLIS);
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
