package io.tunetally.slack.message;

import java.util.function.UnaryOperator;

/**
 * A message to post, in two forms.
 *
 * @param rich with all blocks
 * @param plain the same without blocks that Slack could refuse
 */
public record SlackPost(SlackMessage rich, SlackMessage plain) {
    /** Applies a change to both forms. */
    public SlackPost map(UnaryOperator<SlackMessage> change) {
        return new SlackPost(change.apply(rich), change.apply(plain));
    }
}
