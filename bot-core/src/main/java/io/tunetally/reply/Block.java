package io.tunetally.reply;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** A part of a reply. A new kind breaks the compilation of every formatter until it is handled. */
public sealed interface Block {
    /** A paragraph. */
    record Text(List<Span> spans) implements Block {
        public Text {
            spans = List.copyOf(spans);
        }

        public static Text of(Span... spans) {
            return new Text(List.of(spans));
        }
    }

    /** Names with values, e.g. {@code Training: $37.50}. */
    record Facts(List<Fact> facts) implements Block {
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    /** One name with its value. */
    record Fact(String name, List<Span> value) {
        public Fact {
            value = List.copyOf(value);
        }

        public static Fact of(String name, Span... value) {
            return new Fact(name, List.of(value));
        }
    }

    /**
     * Rows under a header.
     *
     * @param columns the header
     * @param rows cells, as many as there are columns
     * @param headed false if the cells explain themselves, so that text leaves out the header
     */
    record Table(List<Column> columns, List<List<String>> rows, boolean headed) implements Block {
        public Table(List<Column> columns, List<List<String>> rows) {
            this(columns, rows, true);
        }

        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            for (List<String> row : rows) {
                if (row.size() != columns.size()) {
                    throw new IllegalArgumentException("a row of " + row.size() + " cells in " + columns.size());
                }
            }
        }

        /** Returns the number of lines in text that is wide enough. */
        int lines() {
            return rows.isEmpty() ? 0 : rows.size() + (headed ? 1 : 0);
        }

        Table withRows(List<List<String>> other) {
            return new Table(columns, other, headed);
        }
    }

    /** A column's title; numbers are right-aligned. */
    record Column(String title, boolean numeric) {
        public static Column text(String title) {
            return new Column(title, false);
        }

        public static Column number(String title) {
            return new Column(title, true);
        }
    }

    /**
     * A chart.
     *
     * @param repeats whether a table beside it shows the same amounts, so that text need not draw it
     */
    record Chart(ChartSpec spec, boolean repeats) implements Block {
        public Chart(ChartSpec spec) {
            this(spec, false);
        }
    }

    /**
     * A small text file that belongs to the reply.
     *
     * @param name its name, which is safe as part of a path
     * @param label what it is, e.g. {@code Calendar (.ics)}
     */
    record File(String name, String mediaType, String text, String label) implements Block {
        private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

        public File {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("'" + name + "' is not a safe file name");
            }
        }

        /** Returns the content of the file, in UTF-8. */
        public byte[] bytes() {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    /** Buttons, with the question they answer or an empty prompt. */
    record Choices(String prompt, List<Action> actions) implements Block {
        public Choices {
            actions = List.copyOf(actions);
        }
    }

    /**
     * Secondary text.
     *
     * @param tone the kind of notes
     */
    record Notes(Tone tone, List<List<Span>> notes) implements Block {
        public Notes {
            notes = notes.stream().map(List::copyOf).toList();
        }
    }

    /** The importance of notes: a warning must be seen, a note is optional. */
    enum Tone {
        WARNING,
        /** The basis of the figures: what was understood and assumed. Empty if there is nothing to say. */
        BASIS,
        NOTE
    }
}
