package io.tunetally.reply;

import java.util.List;

/**
 * An answer as shown to a person, on any platform.
 *
 * @param title one line that answers the question by itself
 */
public record Reply(String title, List<Block> blocks, Audience audience) {
    public Reply {
        blocks = List.copyOf(blocks);
    }

    /** Returns the files that belong to the reply. */
    public List<Block.File> files() {
        return blocks.stream()
                .filter(Block.File.class::isInstance)
                .map(Block.File.class::cast)
                .toList();
    }
}
