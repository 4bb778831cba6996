package io.tunetally.slack;

import java.util.function.UnaryOperator;

/**
 * A message to post, in two forms.
 *
 * @param rich with all blocks
 * @param plain the same without blocks that Slack could refuse
 */
record SlackPost(SlackMessage rich, SlackMessage plain) {
    /** Both forms, changed alike. */
    SlackPost map(UnaryOperator<SlackMessage> change) {
        return new SlackPost(change.apply(rich), change.apply(plain));
    }
}
