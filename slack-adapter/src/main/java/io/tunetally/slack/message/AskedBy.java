package io.tunetally.slack.message;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The asker of an answer that everybody sees, encoded in the ids of its button blocks: Slack sends those back with each press, and
 * does not show them.
 *
 * @param shared whether it was private before, so that it names the asker
 */
public record AskedBy(String user, boolean shared) {
    private static final Pattern BLOCK_ID = Pattern.compile("(asked|shared):(\\w{1,40}):\\d+");

    /** Reads the asker; empty for an older message without such ids. */
    public static Optional<AskedBy> of(String blockId) {
        Matcher matcher = BLOCK_ID.matcher(blockId);
        return matcher.matches()
                ? Optional.of(new AskedBy(matcher.group(2), matcher.group(1).equals("shared")))
                : Optional.empty();
    }

    /** The id of the nth block of buttons; ids are unique in a message. */
    String blockId(int n) {
        return (shared ? "shared:" : "asked:") + user + ":" + n;
    }
}
