package io.tunetally.bot;

import io.tunetally.chat.ChatEvent;
import io.tunetally.chat.FileQuestion;
import io.tunetally.request.Service;
import java.util.List;
import java.util.Optional;

/** A bot that changes the answers of another one, or what is done with them, and nothing else. */
public interface BotDecorator extends Bot {
    /** Returns the decorated bot. */
    Bot bot();

    @Override
    default Answer answer(FileQuestion question) {
        return bot().answer(question);
    }

    @Override
    default Optional<Service> service(ChatEvent event) {
        return bot().service(event);
    }

    @Override
    default List<Completion> complete(String text, int cursor) {
        return bot().complete(text, cursor);
    }

    @Override
    default List<CommandSpec> commands() {
        return bot().commands();
    }

    @Override
    default List<Choice> choices(CommandSpec.Option option) {
        return bot().choices(option);
    }
}
