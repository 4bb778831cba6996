package io.tunetally.bot;

import io.tunetally.chat.ChatEvent;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the bot says of itself; whoever asks for it uses one word, so it is no question of the interpreter's. */
public enum InfoPage {
    ABOUT,
    PRIVACY;

    /** What stands around words in a message: mentions, marks of emphasis and code, and what ends a sentence. */
    private static final Pattern AROUND = Pattern.compile("<@[^>]*>|[`*_~.!?]");

    /** The page that is asked for; empty where it is none. */
    public static Optional<InfoPage> askedBy(ChatEvent event) {
        return switch (words(event)) {
            case "about" -> Optional.of(ABOUT);
            case "privacy" -> Optional.of(PRIVACY);
            default -> Optional.empty();
        };
    }

    /** The bare words that the bot is told, in small letters; empty where it is not meant. */
    public static String words(ChatEvent event) {
        String told = switch (event) {
            case ChatEvent.Said said when said.envelope().addressed() -> said.text();
            case ChatEvent.Said _, ChatEvent.PointedAt _ -> "";
            case ChatEvent.Commanded command -> command.verb();
            case ChatEvent.Chose choice -> choice.commandText();
        };
        return AROUND.matcher(told).replaceAll("").strip().toLowerCase(Locale.ROOT);
    }
}
