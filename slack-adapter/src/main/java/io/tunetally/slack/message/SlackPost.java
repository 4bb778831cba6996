package io.tunetally.slack.message;

import java.util.function.UnaryOperator;

/**
 * A message to post, in two forms.
 *
 * @param rich with all blocks
 * @param plain the same without blocks that Slack could refuse
 * @param isBoard whether it shows the board of its thread, which is kept up to date there
 */
public record SlackPost(SlackMessage rich, SlackMessage plain, boolean isBoard) {
    public SlackPost(SlackMessage rich, SlackMessage plain) {
        this(rich, plain, false);
    }

    /** Applies a change to both forms. */
    public SlackPost map(UnaryOperator<SlackMessage> change) {
        return new SlackPost(change.apply(rich), change.apply(plain), isBoard);
    }
}
