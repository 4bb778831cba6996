package io.tunetally.discord.message;

import io.tunetally.discord.api.DiscordLimits;
import io.tunetally.reply.Action;
import io.tunetally.reply.Audience;
import io.tunetally.reply.Block;
import io.tunetally.reply.ChartSpec;
import io.tunetally.reply.Cut;
import io.tunetally.reply.PlainText;
import io.tunetally.reply.Reply;
import io.tunetally.reply.ReplyFormatter;
import io.tunetally.reply.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A reply as Discord's message in one of its forms, inside all of {@link DiscordLimits}. */
public final class DiscordFormatter implements ReplyFormatter<DiscordMessage> {
    /** A longer paragraph is broken, so that at least its beginning is shown. */
    private static final int PARAGRAPH = 1_000;

    private static final int FILE_COLUMNS = 80;

    private static final PlainText NARROW = new PlainText(DiscordLimits.PHONE_COLUMNS, PlainText.Style.NONE);
    private static final PlainText FILE = new PlainText(FILE_COLUMNS, PlainText.Style.NONE);

    private final DiscordMessage.Form form;

    public DiscordFormatter(DiscordMessage.Form form) {
        this.form = form;
    }

    @Override
    public DiscordMessage format(Reply reply) {
        DiscordButtons buttons = DiscordButtons.of(reply);
        Sheet sheet = new Sheet(form.characters());
        String title = title(sheet, reply.title());
        List<ChartSpec> pictures = pictures(reply);
        body(
                sheet,
                reply.blocks().stream()
                        .filter(block -> !isSmallPrint(block))
                        .filter(block -> !(block instanceof Block.Chart chart && pictures.contains(chart.spec())))
                        .toList());
        sheet.section();
        body(
                sheet,
                reply.blocks().stream().filter(DiscordFormatter::isSmallPrint).toList());
        sheet.omit(buttons.left());
        Optional<String> whole = sheet.isWhole() ? Optional.empty() : Optional.of(FILE.render(reply));
        return new DiscordMessage(
                form,
                title,
                sheet.finish(DiscordMessage.IN_THE_FILE),
                pictures,
                buttons.rows(),
                buttons.commands(),
                accent(reply),
                whole);
    }

    /** The charts that are drawn; one that cannot be described in a picture's words stays in characters. */
    private List<ChartSpec> pictures(Reply reply) {
        return reply.blocks().stream()
                .filter(block -> form == DiscordMessage.Form.PICTURES)
                .filter(Block.Chart.class::isInstance)
                .map(block -> ((Block.Chart) block).spec())
                .filter(chart -> chart.inWords().length() <= DiscordLimits.PICTURE_WORDS)
                .distinct()
                .limit(DiscordLimits.PICTURES)
                .toList();
    }

    private static boolean isSmallPrint(Block block) {
        return block instanceof Block.Notes notes && notes.tone() == Block.Tone.NOTE;
    }

    /** The title as it stands above an embed; elsewhere it is the first line. */
    private String title(Sheet sheet, String title) {
        String plain = Markdown.plain(title.isBlank() ? "TuneTally" : title);
        String shown = Cut.to(plain, DiscordLimits.EMBED_TITLE);
        switch (form) {
            case PICTURES, COMPONENTS -> sheet.line("### " + Markdown.text(shown));
            case TEXT -> sheet.line("**" + Markdown.text(shown) + "**");
            case EMBED -> {}
        }
        if (shown.length() < plain.length()) {
            lines(sheet, "", List.of(Span.plain(title)));
        }
        return shown;
    }

    private static void body(Sheet sheet, List<Block> blocks) {
        for (Block block : blocks) {
            sheet.gap();
            switch (block) {
                case Block.Text paragraph -> lines(sheet, "", paragraph.spans());
                case Block.Facts facts -> facts.facts().forEach(fact -> fact(sheet, fact));
                case Block.Table table -> table(sheet, table);
                case Block.Chart chart -> chart(sheet, chart);
                case Block.Choices choices -> examples(sheet, choices);
                case Block.Notes notes -> notes.notes().forEach(note -> lines(sheet, mark(notes.tone()), note));
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

    private static void lines(Sheet sheet, String mark, List<Span> spans) {
        Markdown.pieces(spans, PARAGRAPH).forEach(piece -> sheet.line(mark + piece));
    }

    private static void fact(Sheet sheet, Block.Fact fact) {
        List<Span> spans = new ArrayList<>();
        if (!fact.name().isEmpty()) {
            spans.add(Span.strong(fact.name()));
            spans.add(Span.plain(": "));
        }
        spans.addAll(fact.value());
        lines(sheet, "", spans);
    }

    private static void table(Sheet sheet, Block.Table table) {
        PhoneTable narrow = PhoneTable.of(table);
        sheet.code(narrow.header(), narrow.rows());
    }

    private static void chart(Sheet sheet, Block.Chart chart) {
        List<String> lines = NARROW.block(chart).lines().toList();
        sheet.code(lines.getFirst(), lines.subList(1, lines.size()));
    }

    /** Where there is a question, its choices can also be copied. */
    private static void examples(Sheet sheet, Block.Choices choices) {
        if (choices.prompt().isEmpty()) {
            return;
        }
        lines(sheet, "", List.of(Span.plain(choices.prompt())));
        for (Action action : choices.actions()) {
            lines(sheet, "", List.of(Span.plain("• " + action.label() + ": "), Span.code(action.command())));
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
