package io.tunetally.bot;

import io.tunetally.chat.ChatEvent;
import io.tunetally.chat.FileQuestion;
import java.util.List;
import java.util.function.Function;

/**
 * A bot that answers events like this. A mock of a bot or an answer would change their classes for all tests of the process, some
 * of which measure them.
 *
 * @param answers also a file's question, as a message with its words
 */
public record AnsweringBot(Function<ChatEvent, Answer> answers) implements Bot {
    @Override
    public Answer answer(ChatEvent event) {
        return answers.apply(event);
    }

    @Override
    public Answer answer(FileQuestion question) {
        return answers.apply(new ChatEvent.PointedAt(question.envelope(), question.markup(), question.text()));
    }

    @Override
    public List<Completion> complete(String text, int cursor) {
        return List.of();
    }

    @Override
    public List<CommandSpec> commands() {
        return List.of();
    }
}
