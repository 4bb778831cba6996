package io.tunetally.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The rendering of a reply as plain text, for terminals and as the fallback of every platform: aligned columns, bars of
 * block characters, lines wrapped at a width. Colour is never the only signal: a warning also starts with "!".
 */
public final class PlainText {
    private final int width;
    private final Style style;
    private final String fileNote;

    /** The marks for emphasis. */
    public interface Style {
        String title(String text);

        String warning(String text);

        String faint(String text);

        /** No marks. */
        Style NONE = new Style() {
            @Override
            public String title(String text) {
                return text;
            }

            @Override
            public String warning(String text) {
                return text;
            }

            @Override
            public String faint(String text) {
                return text;
            }
        };

        /** Terminal colours. */
        Style ANSI = new Style() {
            @Override
            public String title(String text) {
                return "\033[1m" + text + "\033[0m";
            }

            @Override
            public String warning(String text) {
                return "\033[33m" + text + "\033[0m";
            }

            @Override
            public String faint(String text) {
                return "\033[2m" + text + "\033[0m";
            }
        };
    }

    /** Creates a renderer for a width in characters, at least 20. */
    public PlainText(int width, Style style) {
        this(width, style, "");
    }

    /**
     * Creates a renderer that says how to get the files of a reply.
     *
     * @param fileNote the note beside the name of each file
     */
    public PlainText(int width, Style style, String fileNote) {
        this.width = Math.max(20, width);
        this.style = style;
        this.fileNote = fileNote;
    }

    public String render(Reply reply) {
        StringBuilder text = new StringBuilder(TextLines.wrap(reply.title(), width, "").stream()
                .map(style::title)
                .collect(Collectors.joining("\n")));
        boolean atTitle = true;
        for (Block block : reply.blocks()) {
            String shown = block(block);
            if (!shown.isEmpty()) {
                atTitle = atTitle && belongsToTitle(block);
                text.append(atTitle ? "\n" : "\n\n").append(shown);
            }
        }
        return text.append('\n').toString();
    }

    /** What was understood and what to know first stand right under the title. */
    private static boolean belongsToTitle(Block block) {
        return block instanceof Block.Notes notes && notes.tone() != Block.Tone.NOTE;
    }

    /** Renders a single block, e.g. a table for a code block; without a trailing newline. */
    public String block(Block block) {
        return switch (block) {
            case Block.Text text -> String.join("\n", TextLines.wrap(flat(text.spans()), width, ""));
            case Block.Facts facts -> facts(facts);
            case Block.Table table -> TextTable.of(table, width);
            case Block.Chart chart -> chart.repeats() ? "" : TextBars.of(chart.spec(), width);
            case Block.File file -> String.join("\n", TextLines.wrap(file(file), width, ""));
            case Block.Choices choices -> choices(choices);
            case Block.Notes notes -> notes(notes);
        };
    }

    private String file(Block.File file) {
        String named = file.label() + ": " + file.name();
        return fileNote.isEmpty() ? named : named + " (" + fileNote + ")";
    }

    private String facts(Block.Facts facts) {
        int longest = facts.facts().stream()
                .mapToInt(fact -> fact.name().length())
                .max()
                .orElse(0);
        return facts.facts().stream()
                .map(fact ->
                        hanging(fact.name() + " ".repeat(longest - fact.name().length() + 2), flat(fact.value())))
                .collect(Collectors.joining("\n"));
    }

    private String choices(Block.Choices choices) {
        List<String> lines = new ArrayList<>();
        if (!choices.prompt().isEmpty()) {
            lines.addAll(TextLines.wrap(choices.prompt(), width, ""));
        }
        int longest = choices.actions().stream()
                .mapToInt(action -> action.label().length())
                .max()
                .orElse(0);
        int digits = String.valueOf(choices.actions().size()).length();
        for (int i = 0; i < choices.actions().size(); i++) {
            Action action = choices.actions().get(i);
            String number = String.valueOf(i + 1);
            String label = " ".repeat(digits - number.length() + 2) + number + ". " + action.label()
                    + " ".repeat(longest - action.label().length() + 2);
            lines.add(hanging(label, action.shown()));
        }
        return String.join("\n", lines);
    }

    private String notes(Block.Notes notes) {
        return notes.notes().stream()
                .map(note -> switch (notes.tone()) {
                    case WARNING -> styled(hanging("! ", flat(note)), Block.Tone.WARNING);
                    case BASIS -> String.join("\n", TextLines.wrap(flat(note), width, ""));
                    case NOTE -> styled(hanging("- ", flat(note)), Block.Tone.NOTE);
                })
                .collect(Collectors.joining("\n"));
    }

    private String styled(String text, Block.Tone tone) {
        return text.lines()
                .map(line -> tone == Block.Tone.WARNING ? style.warning(line) : style.faint(line))
                .collect(Collectors.joining("\n"));
    }

    private String hanging(String label, String text) {
        int indent = label.length() > width / 2 ? 6 : label.length();
        List<String> lines = TextLines.wrap(label + text, width, " ".repeat(indent));
        return String.join("\n", lines);
    }

    private static String flat(List<Span> spans) {
        return spans.stream()
                .map(span -> switch (span) {
                    case Span.Plain plain -> plain.text();
                    case Span.Strong strong -> strong.text();
                    case Span.Code code -> "\"" + code.text() + "\"";
                    case Span.Link link -> link.text() + " (" + link.url() + ")";
                    case Span.Person person -> person.id();
                })
                .collect(Collectors.joining());
    }
}
