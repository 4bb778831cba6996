package io.tunetally.interpreter.token;

import io.tunetally.interpreter.lexicon.CompiledLexicon;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.text.FoldedText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The lines of a text as rows of cells, which one kind of sign separates, and what a cell says. */
final class TableCells {
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d.,_]*\\s?[kmb]?");
    private static final Pattern RULE = Pattern.compile("[|:+\\s-]*-[|:+\\s-]*");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{Alnum}%]+");
    private static final Pattern THOUSAND = Pattern.compile("\\d{3}(?!\\d)");

    private final CompiledLexicon lexicon;
    private final FoldedText folded;
    private final String text;
    private final Separator separator;

    TableCells(CompiledLexicon lexicon, FoldedText folded, Separator separator) {
        this.lexicon = lexicon;
        this.folded = folded;
        this.separator = separator;
        text = folded.text();
    }

    /** A part of a line, without the space around it. */
    record Cell(int from, int to) {
        boolean isEmpty() {
            return from >= to;
        }
    }

    /**
     * A line.
     *
     * @param cells none if it is the rule below a header
     */
    record Line(int from, int to, List<Cell> cells) {}

    /** Returns the lines of the text. */
    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        int from = 0;
        while (from <= text.length()) {
            int end = text.indexOf('\n', from);
            int to = end < 0 ? text.length() : end;
            lines.add(new Line(from, to, isRule(from, to) ? List.of() : cells(from, to)));
            from = to + 1;
        }
        return lines;
    }

    private boolean isRule(int from, int to) {
        return RULE.matcher(text).region(from, to).matches();
    }

    private List<Cell> cells(int from, int to) {
        List<Cell> cells = new ArrayList<>();
        int start = from;
        boolean quoted = false;
        for (int at = from; at <= to; at++) {
            quoted ^= separator == Separator.COMMA && at < to && text.charAt(at) == '"';
            int length = at == to ? 1 : quoted ? 0 : separator.length(folded, at, to);
            if (length > 0) {
                cells.add(trimmed(start, at));
                at += length - 1;
                start = at + 1;
            }
        }
        if (separator == Separator.BAR) {
            // The bars at both ends of a line stand beside nothing.
            if (cells.size() > 1 && cells.getLast().isEmpty()) {
                cells.removeLast();
            }
            if (cells.size() > 1 && text.startsWith("|", trimmed(from, to).from())) {
                cells.removeFirst();
            }
        }
        return cells;
    }

    private Cell trimmed(int from, int to) {
        int start = from;
        int end = to;
        while (start < end && isAround(text.charAt(start))) {
            start++;
        }
        while (end > start && isAround(text.charAt(end - 1))) {
            end--;
        }
        return new Cell(start, end);
    }

    private static boolean isAround(char c) {
        return c == ' ' || c == '"' || c == '`' || c == '*';
    }

    Separator separator() {
        return separator;
    }

    boolean isNumber(Cell cell) {
        return NUMBER.matcher(text).region(cell.from(), cell.to()).matches();
    }

    String written(Cell cell) {
        return text.substring(cell.from(), cell.to());
    }

    /** Returns the words of a part of the text. */
    Stream<String> words(int from, int to) {
        return BETWEEN_WORDS.splitAsStream(text.substring(from, to));
    }

    boolean has(Trait trait, Cell name) {
        return words(name).anyMatch(word -> lexicon.is(trait, word));
    }

    Stream<String> words(Cell name) {
        return words(name.from(), name.to());
    }

    /** The separators of cells, the clearest first. */
    enum Separator {
        BAR {
            @Override
            int length(FoldedText text, int at, int end) {
                return text.text().charAt(at) == '|' ? 1 : 0;
            }
        },
        /** A tab, which is a space in the folded text. */
        TAB {
            @Override
            int length(FoldedText text, int at, int end) {
                return text.original().charAt(text.originalStart(at)) == '\t' ? 1 : 0;
            }
        },
        COMMA {
            @Override
            int length(FoldedText text, int at, int end) {
                return text.text().charAt(at) == ',' && !isInNumber(text.text(), at) ? 1 : 0;
            }
        },
        SEMICOLON {
            @Override
            int length(FoldedText text, int at, int end) {
                return text.text().charAt(at) == ';' ? 1 : 0;
            }
        },
        COLON {
            @Override
            int length(FoldedText text, int at, int end) {
                return text.text().charAt(at) == ':' ? 1 : 0;
            }
        },
        /** Two spaces or more. */
        GAP {
            @Override
            int length(FoldedText text, int at, int end) {
                int to = at;
                while (to < end && text.text().charAt(to) == ' ') {
                    to++;
                }
                return to - at >= 2 ? to - at : 0;
            }
        };

        /** The comma of {@code records: 3,000}: a number behind a space has it between thousands. */
        private static boolean isInNumber(String text, int comma) {
            int from = comma;
            while (from > 0 && Character.isDigit(text.charAt(from - 1))) {
                from--;
            }
            boolean number = from < comma
                    && from > 1
                    && text.charAt(from - 1) == ' '
                    && ":=".indexOf(text.charAt(from - 2)) >= 0;
            return number
                    && THOUSAND.matcher(text).region(comma + 1, text.length()).lookingAt();
        }

        /** Returns the length of the separator at a place; 0 if there is none. */
        abstract int length(FoldedText text, int at, int end);
    }
}
