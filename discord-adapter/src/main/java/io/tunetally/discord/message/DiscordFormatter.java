package io.tunetally.discord.message;

import io.tunetally.discord.api.DiscordLimits;
import io.tunetally.reply.Action;
import io.tunetally.reply.Audience;
import io.tunetally.reply.Block;
import io.tunetally.reply.ChartSpec;
import io.tunetally.reply.PhoneTable;
import io.tunetally.reply.PlainText;
import io.tunetally.reply.Reply;
import io.tunetally.reply.ReplyFormatter;
import io.tunetally.reply.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A reply as Discord's message in one of its forms, inside all of {@link DiscordLimits}. */
public final class DiscordFormatter implements ReplyFormatter<DiscordMessage> {
    /** A longer paragraph is broken, so that at least its beginning is shown. */
    private static final int PARAGRAPH = 1_000;

    private static final int FILE_COLUMNS = 80;

    /** Room for the hint where files may not go along, and for what sets it apart. */
    private static final int ROOM_FOR_HINT = DiscordMessage.FILES_NOT_HERE.length() + 10;

    private static final PlainText NARROW = new PlainText(PhoneTable.COLUMNS, PlainText.Style.NONE);
    private static final PlainText FILE = new PlainText(FILE_COLUMNS, PlainText.Style.NONE);

    private final DiscordMessage.Form form;

    public DiscordFormatter(DiscordMessage.Form form) {
        this.form = form;
    }

    @Override
    public DiscordMessage format(Reply reply) {
        DiscordButtons buttons = DiscordButtons.of(reply);
        List<Block.File> files = files(reply);
        TextBudget textBudget = new TextBudget(form.characters() - (files.isEmpty() ? 0 : ROOM_FOR_HINT));
        String title = title(textBudget, reply.title());
        List<ChartSpec> pictures = pictures(reply, DiscordLimits.FILES - 1 - files.size());
        body(
                textBudget,
                reply.blocks().stream()
                        .filter(block -> !isSmallPrint(block))
                        .filter(block -> !(block instanceof Block.Chart chart && pictures.contains(chart.spec())))
                        .toList());
        textBudget.section();
        body(
                textBudget,
                reply.blocks().stream().filter(DiscordFormatter::isSmallPrint).toList());
        textBudget.omit(buttons.left() + reply.files().size() - files.size());
        Optional<String> whole = textBudget.isWhole() ? Optional.empty() : Optional.of(FILE.render(reply));
        return new DiscordMessage(
                form,
                title,
                textBudget.finish(DiscordMessage.IN_THE_FILE),
                pictures,
                buttons.rows(),
                buttons.commands(),
                accent(reply),
                files,
                whole);
    }

    /** The charts that are drawn; one too many or one that a picture's words cannot describe stays in characters. */
    private List<ChartSpec> pictures(Reply reply, int most) {
        return reply.blocks().stream()
                .filter(block -> form == DiscordMessage.Form.PICTURES)
                .filter(Block.Chart.class::isInstance)
                .map(block -> ((Block.Chart) block).spec())
                .filter(chart -> chart.inWords().length() <= DiscordLimits.PICTURE_WORDS)
                .distinct()
                .limit(most)
                .toList();
    }

    /** The files that go along: some, and of several with one name the first, as Discord finds a file by its name. */
    private static List<Block.File> files(Reply reply) {
        Set<String> names = new HashSet<>();
        return reply.files().stream()
                .filter(file -> names.add(file.name()))
                .limit(DiscordLimits.FILES_OF_A_REPLY)
                .toList();
    }

    private static boolean isSmallPrint(Block block) {
        return block instanceof Block.Notes notes && notes.tone() == Block.Tone.NOTE;
    }

    /**
     * The title as it stands above an embed; elsewhere it is the first line. One that is too long for it is a line in bold:
     * cut, it would say something else.
     */
    private String title(TextBudget textBudget, String title) {
        String plain = Markdown.plain(title.isBlank() ? "TuneTally" : title);
        if (plain.length() > DiscordLimits.EMBED_TITLE) {
            lines(textBudget, "", List.of(Span.strong(title)));
            return "";
        }
        switch (form) {
            case PICTURES, COMPONENTS -> textBudget.line("### " + Markdown.text(plain));
            case TEXT -> textBudget.line("**" + Markdown.text(plain) + "**");
            case EMBED -> {}
        }
        return plain;
    }

    private static void body(TextBudget textBudget, List<Block> blocks) {
        for (Block block : blocks) {
            textBudget.gap();
            switch (block) {
                case Block.Text paragraph -> lines(textBudget, "", paragraph.spans());
                case Block.Facts facts -> facts.facts().forEach(fact -> fact(textBudget, fact));
                case Block.Table table -> table(textBudget, table);
                case Block.Chart chart -> chart(textBudget, chart);
                case Block.File _ -> {
                    // It goes along with the message.
                }
                case Block.Choices choices -> examples(textBudget, choices);
                case Block.Notes notes -> notes.notes().forEach(note -> lines(textBudget, mark(notes.tone()), note));
            }
        }
    }

    private static String mark(Block.Tone tone) {
        return switch (tone) {
            case WARNING -> "⚠️ ";
            case BASIS -> "";
            case NOTE -> "-# ";
        };
    }

    private static void lines(TextBudget textBudget, String mark, List<Span> spans) {
        Markdown.pieces(spans, PARAGRAPH).forEach(piece -> textBudget.line(mark + piece));
    }

    private static void fact(TextBudget textBudget, Block.Fact fact) {
        List<Span> spans = new ArrayList<>();
        if (!fact.name().isEmpty()) {
            spans.add(Span.strong(fact.name()));
            spans.add(Span.plain(": "));
        }
        spans.addAll(fact.value());
        lines(textBudget, "", spans);
    }

    private static void table(TextBudget textBudget, Block.Table table) {
        PhoneTable narrow = PhoneTable.of(table);
        textBudget.code(narrow.header(), narrow.rows());
    }

    private static void chart(TextBudget textBudget, Block.Chart chart) {
        if (chart.repeats()) {
            return;
        }
        List<String> lines = NARROW.block(chart).lines().toList();
        textBudget.code(lines.getFirst(), lines.subList(1, lines.size()));
    }

    /** Writes the choices of a question as text, too, so that they can be copied. */
    private static void examples(TextBudget textBudget, Block.Choices choices) {
        if (choices.prompt().isEmpty()) {
            return;
        }
        lines(textBudget, "", List.of(Span.plain(choices.prompt())));
        for (Action action : choices.actions()) {
            lines(textBudget, "", List.of(Span.plain("• " + action.label() + ": "), Span.code(action.shown())));
        }
    }

    /** The colour only repeats what the text says. */
    private static DiscordMessage.Accent accent(Reply reply) {
        boolean warns = reply.blocks().stream()
                .anyMatch(block -> block instanceof Block.Notes notes
                        && notes.tone() == Block.Tone.WARNING
                        && !notes.notes().isEmpty());
        if (warns) {
            return DiscordMessage.Accent.WARNING;
        }
        return reply.audience() == Audience.ASKER ? DiscordMessage.Accent.HINT : DiscordMessage.Accent.ANSWER;
    }
}
