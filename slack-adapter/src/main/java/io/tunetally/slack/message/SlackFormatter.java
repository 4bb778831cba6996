package io.tunetally.slack.message;

import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.ContextBlockElement;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.composition.TextObject;
import io.tunetally.reply.Action;
import io.tunetally.reply.Block;
import io.tunetally.reply.Card;
import io.tunetally.reply.ChartSpec;
import io.tunetally.reply.Cut;
import io.tunetally.reply.PhoneTable;
import io.tunetally.reply.PlainText;
import io.tunetally.reply.Reply;
import io.tunetally.reply.ReplyFormatter;
import io.tunetally.reply.Span;
import io.tunetally.slack.api.SlackLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A reply as Slack's blocks, inside all of {@link SlackLimits}. */
public final class SlackFormatter implements ReplyFormatter<SlackMessage> {
    /** How a table is shown. A refused table cannot be repaired in an ack, so one stands in posts only. */
    public enum Tables {
        /** Tables with pages and sorting, and line charts: blocks that not every workspace shows yet. */
        NEWEST,
        NATIVE,
        TEXT
    }

    /** The characters of a code block that fit on one line of a laptop's channel. */
    private static final int WIDTH = 80;

    /** Room for the "command" beside a name in two columns; a longer name stands alone. */
    private static final int FIELD_NAME = 200;

    /** The note beside the basis of figures: in some countries "$" is another currency. */
    private static final String CURRENCY = "All amounts in US dollars.";

    private final Tables tables;
    private final String beforeExamples;
    private final PlainText text = new PlainText(WIDTH, PlainText.Style.NONE);
    private final PlainText wide = new PlainText(SlackLimits.BLOCKS_TEXT, PlainText.Style.NONE);

    public SlackFormatter(Tables tables) {
        this(tables, "");
    }

    /**
     * A formatter for one place.
     *
     * @param beforeExamples the text in front of a request there, shown with each example, so that it can be copied
     */
    public SlackFormatter(Tables tables, String beforeExamples) {
        this.tables = tables;
        this.beforeExamples = beforeExamples;
    }

    @Override
    public SlackMessage format(Reply reply) {
        return format(reply, 0, 0);
    }

    /** The same with room for more blocks of so many characters. There always is some for what {@link Notices} adds. */
    public SlackMessage format(Reply reply, int moreBlocks, int moreCharacters) {
        SlackButtons buttons = SlackButtons.of(reply);
        List<LayoutBlock> actions = buttons.blocks();
        BlockBudget blockBudget = new BlockBudget(
                actions.size() + moreBlocks + Notices.MOST_ADDED,
                buttons.characters() + moreCharacters + Notices.ADDED_CHARACTERS);
        title(blockBudget, reply.title());
        boolean tableUsed = false;
        for (Block block : reply.blocks()) {
            blockBudget.paragraph();
            switch (block) {
                case Block.Text paragraph -> lines(blockBudget, paragraph.spans());
                case Block.Facts facts -> facts(blockBudget, facts.facts());
                case Block.Table table -> {
                    boolean asBlock = tables != Tables.TEXT && !tableUsed && TableFit.fits(table, blockBudget);
                    tableUsed |= asBlock;
                    if (asBlock) {
                        TableFit.add(blockBudget, table, tables == Tables.NEWEST);
                    } else {
                        CodeLines.add(blockBudget, aligned(table));
                    }
                }
                case Block.Chart chart -> chart(blockBudget, chart);
                case Block.File _ -> {
                    // The answer has a button for it.
                }
                case Block.Choices choices -> examples(blockBudget, choices);
                case Block.Notes notes -> notes(blockBudget, notes);
            }
        }
        blockBudget.omit(buttons.left());
        List<LayoutBlock> blocks = blockBudget.finish(actions);
        return new SlackMessage(fallback(reply), blocks, blockBudget.isCut());
    }

    /** A title that is longer than a header is a section in bold: cut, it would say something else. */
    private static void title(BlockBudget blockBudget, String title) {
        String plain = Mrkdwn.plain(title.isBlank() ? "TuneTally" : title);
        if (plain.length() > SlackLimits.HEADER) {
            lines(blockBudget, List.of(Span.strong(title)));
            return;
        }
        blockBudget.add(
                HeaderBlock.builder()
                        .text(PlainTextObject.builder().text(plain).emoji(false).build())
                        .build(),
                plain.length(),
                1);
    }

    private static void lines(BlockBudget blockBudget, List<Span> spans) {
        Mrkdwn.pieces(spans, SlackLimits.SECTION).forEach(blockBudget::line);
    }

    /** Named facts stand in two columns; a fact without a name is a line, since it is long. */
    private static void facts(BlockBudget blockBudget, List<Block.Fact> facts) {
        List<TextObject> fields = new ArrayList<>();
        for (Block.Fact fact : facts) {
            List<String> value = Mrkdwn.pieces(fact.value(), SlackLimits.FIELD - FIELD_NAME);
            String name = Mrkdwn.of(Span.strong(fact.name()));
            if (fact.name().isEmpty() || name.length() > FIELD_NAME || value.size() != 1) {
                fields(blockBudget, fields);
                lines(
                        blockBudget,
                        List.of(Span.strong(fact.name()), Span.plain(fact.name().isEmpty() ? "" : " ")));
                lines(blockBudget, fact.value());
            } else {
                fields.add(BlockBudget.mrkdwn(name + "\n" + value.getFirst()));
            }
        }
        fields(blockBudget, fields);
    }

    private static void fields(BlockBudget blockBudget, List<TextObject> fields) {
        for (int start = 0; start < fields.size(); start += SlackLimits.SECTION_FIELDS) {
            List<TextObject> shown =
                    List.copyOf(fields.subList(start, Math.min(fields.size(), start + SlackLimits.SECTION_FIELDS)));
            int characters =
                    shown.stream().mapToInt(field -> field.getText().length()).sum();
            blockBudget.add(SectionBlock.builder().fields(shown).build(), characters, shown.size());
        }
        fields.clear();
    }

    private void chart(BlockBudget blockBudget, Block.Chart chart) {
        Optional<LineChartBlock> lines = tables == Tables.NEWEST && chart.spec() instanceof ChartSpec.Lines spec
                ? LineChartBlock.of(spec)
                : Optional.empty();
        lines.ifPresentOrElse(block -> blockBudget.add(block, block.characters(), 1), () -> {
            if (!chart.repeats()) {
                CodeLines.add(blockBudget, text.block(chart));
            }
        });
    }

    /**
     * A table in fixed width. A short one suits a phone; a long one, which would be twice as long there, suits a laptop,
     * and is wider than a usual line if that would cut a cell.
     */
    private String aligned(Block.Table table) {
        if (table.rows().size() <= Card.ROWS) {
            return PhoneTable.of(table).text();
        }
        String usual = text.block(table);
        return usual.contains("…") ? wide.block(table) : usual;
    }

    /** Writes the choices of a question as text, too, so that they can be copied. */
    private void examples(BlockBudget blockBudget, Block.Choices choices) {
        if (choices.prompt().isEmpty()) {
            return;
        }
        lines(blockBudget, List.of(Span.plain(choices.prompt())));
        for (Action action : choices.actions()) {
            lines(
                    blockBudget,
                    List.of(Span.plain("• " + action.label() + ": "), Span.code(beforeExamples + action.shown())));
        }
    }

    private static void notes(BlockBudget blockBudget, Block.Notes notes) {
        switch (notes.tone()) {
            case WARNING ->
                notes.notes().forEach(note -> {
                    List<Span> marked = new ArrayList<>(List.of(Span.plain("⚠️ ")));
                    marked.addAll(note);
                    lines(blockBudget, marked);
                });
            case BASIS -> {
                List<List<Span>> basis = new ArrayList<>(notes.notes());
                basis.add(List.of(Span.plain(CURRENCY)));
                context(blockBudget, basis);
            }
            case NOTE -> context(blockBudget, notes.notes());
        }
    }

    /** Notes stand under each other in one text: Slack sets several texts of a context block beside each other. */
    private static void context(BlockBudget blockBudget, List<List<Span>> notes) {
        List<String> shown = new ArrayList<>();
        int characters = 0;
        for (List<Span> note : notes) {
            for (String piece : Mrkdwn.pieces(note, SlackLimits.CONTEXT_TEXT)) {
                if (characters + piece.length() > SlackLimits.CONTEXT_TEXT) {
                    context(blockBudget, shown, characters);
                    shown.clear();
                    characters = 0;
                }
                shown.add(piece);
                characters += piece.length() + 1;
            }
        }
        if (!shown.isEmpty()) {
            context(blockBudget, shown, characters);
        }
    }

    private static void context(BlockBudget blockBudget, List<String> lines, int characters) {
        ContextBlockElement text = BlockBudget.mrkdwn(String.join("\n", lines));
        blockBudget.add(ContextBlock.builder().elements(List.of(text)).build(), characters, lines.size());
    }

    /** The whole reply as text, without the buttons' commands; its first line is the title, as notifications show it. */
    private String fallback(Reply reply) {
        String shown = beginning(spoken(reply, wide));
        return shown.isEmpty() ? "TuneTally" : shown;
    }

    /** The full reply in fixed width, in as many messages as it takes. */
    public List<SlackMessage> whole(Reply reply) {
        return CodeLines.messages(spoken(reply, text)).stream()
                .map(sections -> new SlackMessage(
                        beginning(String.join("\n", sections)),
                        sections.stream()
                                .<LayoutBlock>map(section -> BlockBudget.section(Mrkdwn.fenced(section)))
                                .toList(),
                        false))
                .toList();
    }

    private static String spoken(Reply reply, PlainText text) {
        List<Block> spoken = reply.blocks().stream()
                .filter(block -> !(block instanceof Block.Choices
                        || block instanceof Block.Chart
                        || block instanceof Block.File))
                .toList();
        return text.render(new Reply(reply.title(), spoken, reply.audience()));
    }

    /** The first lines that fit into the fallback text of notifications and screen readers. */
    private static String beginning(String whole) {
        int limit = SlackLimits.FALLBACK_TEXT - Notices.ADDED_CHARACTERS;
        StringBuilder shown = new StringBuilder();
        for (String line : whole.lines().toList()) {
            String next = Mrkdwn.escape(line);
            if (shown.length() + next.length() + 2 > limit) {
                return shown.isEmpty() ? Cut.to(next, limit) : shown.append("…").toString();
            }
            shown.append(shown.isEmpty() ? "" : "\n").append(next);
        }
        return shown.toString();
    }
}
