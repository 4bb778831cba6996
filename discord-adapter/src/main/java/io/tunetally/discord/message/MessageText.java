package io.tunetally.discord.message;

import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.entities.messages.MessageSnapshot;

/** Reads the text of a message: its own, else that of a forwarded one, else that of its embeds or components, as bots write them. */
public final class MessageText {
    private MessageText() {}

    public static String of(Message message) {
        String own = message.getContentRaw();
        return own.isBlank() ? elsewhere(message) : own;
    }

    private static String elsewhere(Message message) {
        return Stream.<Function<Message, Stream<String>>>of(
                        it -> it.getMessageSnapshots().stream().map(MessageText::of),
                        it -> it.getEmbeds().stream().flatMap(MessageText::words),
                        it -> it.getComponentTree().findAll(TextDisplay.class).stream()
                                .map(TextDisplay::getContent))
                .map(place -> together(place.apply(message)))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }

    private static String of(MessageSnapshot forwarded) {
        String own = forwarded.getContentRaw();
        return own.isBlank() ? together(forwarded.getEmbeds().stream().flatMap(MessageText::words)) : own;
    }

    private static Stream<String> words(MessageEmbed embed) {
        return Stream.of(embed.getTitle(), embed.getDescription()).filter(Objects::nonNull);
    }

    private static String together(Stream<String> parts) {
        return parts.collect(Collectors.joining("\n")).strip();
    }
}
