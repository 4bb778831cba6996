package io.tunetally.bot;

import io.tunetally.chat.ChatEvent;
import java.util.Locale;
import java.util.Optional;

/** What the bot says of itself; whoever asks for it uses one word, so it is no question of the interpreter's. */
public enum OwnPage {
    ABOUT,
    PRIVACY;

    /** The page that is asked for; empty where it is none. */
    public static Optional<OwnPage> askedBy(ChatEvent event) {
        String asked = switch (event) {
            case ChatEvent.Said said when said.envelope().addressed() -> said.text();
            case ChatEvent.Said _, ChatEvent.PointedAt _ -> "";
            case ChatEvent.Commanded command -> command.verb();
            case ChatEvent.Chose choice -> choice.commandText();
        };
        return switch (asked.strip().toLowerCase(Locale.ROOT)) {
            case "about" -> Optional.of(ABOUT);
            case "privacy" -> Optional.of(PRIVACY);
            default -> Optional.empty();
        };
    }
}
