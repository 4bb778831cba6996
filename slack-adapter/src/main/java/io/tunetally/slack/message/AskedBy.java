package io.tunetally.slack.message;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who asked for an answer that everybody sees. It stands in the names of the blocks of its buttons: Slack sends that back with
 * each press, and shows it nobody.
 *
 * @param shared whether it was their own first, so that it says whose it is
 */
public record AskedBy(String user, boolean shared) {
    private static final Pattern BLOCK_ID = Pattern.compile("(asked|shared):(\\w{1,40}):\\d+");

    /** The one who asked; empty for a message from before there were such names. */
    public static Optional<AskedBy> of(String blockId) {
        Matcher matcher = BLOCK_ID.matcher(blockId);
        return matcher.matches()
                ? Optional.of(new AskedBy(matcher.group(2), matcher.group(1).equals("shared")))
                : Optional.empty();
    }

    /** The name of the nth block of buttons; two of a message must not be called alike. */
    String blockId(int n) {
        return (shared ? "shared:" : "asked:") + user + ":" + n;
    }
}
