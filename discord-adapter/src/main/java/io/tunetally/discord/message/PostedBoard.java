package io.tunetally.discord.message;

import io.tunetally.discord.message.DiscordMessage.Form;
import java.util.Optional;
import net.dv8tion.jda.api.entities.Message;

/**
 * A message that shows the board of a discussion. A board has no pictures.
 *
 * @param channel the channel or thread that it stands in
 * @param form as it was put together, which its changes keep
 */
public record PostedBoard(String channel, long message, Form form) {
    /** The board in answer to a message. */
    public static PostedBoard of(Message asked, long answer, Form form) {
        return of(asked.getChannelId(), answer, form);
    }

    /** The board in a message of ours. */
    public static PostedBoard of(Message board) {
        return of(board.getChannelId(), board.getIdLong(), Form.of(board));
    }

    private static PostedBoard of(String channel, long message, Form form) {
        return new PostedBoard(channel, message, form.isComponents() ? Form.COMPONENTS : form);
    }

    /** Returns its name, as it is stored. */
    public String name() {
        return channel + " " + message + " " + form;
    }

    /** Reads a name; empty if it is none. */
    public static Optional<PostedBoard> of(String name) {
        String[] parts = name.split(" ", -1);
        return parts.length == 3
                ? Optional.of(new PostedBoard(parts[0], Long.parseLong(parts[1]), Form.valueOf(parts[2])))
                : Optional.empty();
    }
}
