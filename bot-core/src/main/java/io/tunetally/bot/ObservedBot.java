package io.tunetally.bot;

import io.tunetally.chat.ChatEvent;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notifies an observer of each answer; a failing observer does not affect the answer. */
public final class ObservedBot implements Bot {
    private static final Logger LOG = LoggerFactory.getLogger(ObservedBot.class);

    private final Bot bot;
    private final AnswerObserver observer;

    public ObservedBot(Bot bot, AnswerObserver observer) {
        this.bot = bot;
        this.observer = observer;
    }

    @Override
    public Answer answer(ChatEvent event) {
        long begun = System.nanoTime();
        Answer answer = bot.answer(event);
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        try {
            observer.answered(event, answer, took);
        } catch (RuntimeException bug) {
            LOG.error("answered, but the observer failed", bug);
        }
        return answer;
    }

    @Override
    public List<Completion> complete(String text, int cursor) {
        return bot.complete(text, cursor);
    }

    @Override
    public List<CommandSpec> commands() {
        return bot.commands();
    }

    @Override
    public List<Choice> choices(CommandSpec.Option option) {
        return bot.choices(option);
    }
}
