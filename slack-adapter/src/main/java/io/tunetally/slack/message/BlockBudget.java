package io.tunetally.slack.message;

import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import io.tunetally.slack.api.SlackLimits;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects the blocks of one message: as many as fit from the beginning, and a count of omitted parts. A part that would fit
 * after an omitted one is omitted, too: it would stand under the wrong heading.
 */
public final class BlockBudget {
    private static final int ROOM_TO_SAY_HOW_MUCH_MORE = 100;

    private final List<LayoutBlock> blocks = new ArrayList<>();
    private final StringBuilder lines = new StringBuilder();
    private int blocksLeft;
    private int charactersLeft;
    private int omitted;
    /** Whether the next line begins a paragraph. */
    private boolean apart;

    /** Creates a budget without the reserved room, for example for the buttons at the end. */
    BlockBudget(int reservedBlocks, int reservedCharacters) {
        blocksLeft = SlackLimits.BLOCKS - reservedBlocks - 1;
        charactersLeft = SlackLimits.BLOCKS_TEXT - reservedCharacters - ROOM_TO_SAY_HOW_MUCH_MORE;
    }

    int charactersLeft() {
        return charactersLeft;
    }

    /** Whether another block of its own would find room. */
    boolean hasRoom() {
        return blocksLeft > (lines.isEmpty() ? 0 : 1);
    }

    /** Sets what follows apart from the lines before it. */
    void paragraph() {
        apart = true;
    }

    /** A line of text; lines that follow each other share a section. */
    void line(String mrkdwn) {
        String glue = apart ? "\n\n" : "\n";
        if (lines.length() + mrkdwn.length() + glue.length() > SlackLimits.SECTION) {
            flush();
        }
        if (omitted > 0 || blocksLeft < 1 || mrkdwn.length() + glue.length() > charactersLeft) {
            omitted++;
            return;
        }
        charactersLeft -= mrkdwn.length() + glue.length();
        lines.append(lines.isEmpty() ? "" : glue).append(mrkdwn);
        apart = false;
    }

    /** A block of its own, which counts as {@code parts} where it finds no room. */
    void add(LayoutBlock block, int characters, int parts) {
        flush();
        if (omitted > 0 || blocksLeft < 1 || characters > charactersLeft) {
            omitted += parts;
            return;
        }
        blocksLeft--;
        charactersLeft -= characters;
        blocks.add(block);
    }

    boolean isCut() {
        return omitted > 0;
    }

    void omit(int parts) {
        omitted += parts;
    }

    /** The blocks, then the number of omitted parts, then the reserved blocks. */
    List<LayoutBlock> finish(List<LayoutBlock> reserved) {
        flush();
        if (omitted > 0) {
            blocks.add(ContextBlock.builder()
                    .elements(
                            List.of(mrkdwn("... " + omitted + " more. Ask about one model or one provider to see it.")))
                    .build());
        }
        blocks.addAll(reserved);
        return blocks;
    }

    private void flush() {
        if (!lines.isEmpty()) {
            blocks.add(section(lines.toString()));
            lines.setLength(0);
            blocksLeft--;
        }
    }

    public static SectionBlock section(String mrkdwn) {
        return SectionBlock.builder().text(mrkdwn(mrkdwn)).build();
    }

    /** Markup that is read as it stands: Slack makes no links or mentions out of words. */
    static MarkdownTextObject mrkdwn(String text) {
        return MarkdownTextObject.builder().text(text).verbatim(true).build();
    }
}
