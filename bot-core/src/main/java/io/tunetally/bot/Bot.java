package io.tunetally.bot;

import io.tunetally.chat.ChatEvent;
import io.tunetally.chat.FileQuestion;
import io.tunetally.request.Service;
import java.util.List;
import java.util.Optional;

/** The bot as platform adapters see it. Thread-safe. */
public interface Bot {
    /** Returns the answer to an event. Never throws: a bug becomes an answer with an incident id. */
    Answer answer(ChatEvent event);

    /** Returns what a training file costs; reads it while it waits. Never throws: what is wrong with the file becomes an answer. */
    default Answer answer(FileQuestion question) {
        throw new UnsupportedOperationException("this bot reads no files");
    }

    /** Returns the service that an event addressed to the bot asks for; empty for a question about costs. */
    default Optional<Service> service(ChatEvent event) {
        return Optional.empty();
    }

    /** Returns completions at a position in a text, likeliest first, at most 25. */
    List<Completion> complete(String text, int cursor);

    /** Returns the commands; slash commands, help and manifests are derived from them. */
    List<CommandSpec> commands();

    /** Returns the choices for an option as of today, in the option's own order; empty if it takes any value. */
    default List<Choice> choices(CommandSpec.Option option) {
        return new Choices(List.of()).of(option);
    }
}
