package io.tunetally.discord.message;

import io.tunetally.discord.message.DiscordMessage.Form;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.dv8tion.jda.api.entities.Message;

/**
 * A message that shows the board of a discussion. A board has no pictures.
 *
 * @param channel the channel or thread that it stands in
 * @param form as it was put together, which its changes keep
 */
public record PostedBoard(String channel, long message, Form form) {
    private static final Pattern NAME = Pattern.compile("(\\S+) (\\d{1,19}) (\\w+)");

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
        Matcher matcher = NAME.matcher(name);
        return matcher.matches()
                ? Stream.of(Form.values())
                        .filter(form -> form.name().equals(matcher.group(3)))
                        .map(form -> new PostedBoard(matcher.group(1), Long.parseUnsignedLong(matcher.group(2)), form))
                        .findFirst()
                : Optional.empty();
    }
}
