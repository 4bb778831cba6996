package io.tunetally.slack.message;

import com.slack.api.model.block.LayoutBlock;

/** A block that Slack's SDK does not have and that Slack might refuse; its fields are written to JSON by their names. */
interface NewBlock extends LayoutBlock {
    /** Slack gives it one. */
    @Override
    @SuppressWarnings("NullAway") // the SDK's interface is older than null marks, its own blocks return null, too
    default String getBlockId() {
        return null;
    }
}
