package io.tunetally.slack.message;

import java.util.Optional;

/**
 * A message that shows the board of a thread.
 *
 * @param ts the time of the message, which names it in its channel
 */
public record PostedBoard(String channel, String ts) {
    /** Returns its name, as it is stored. */
    public String name() {
        return channel + " " + ts;
    }

    /** Reads a name; empty if it is none. */
    public static Optional<PostedBoard> of(String name) {
        String[] parts = name.split(" ", -1);
        return parts.length == 2 ? Optional.of(new PostedBoard(parts[0], parts[1])) : Optional.empty();
    }
}
