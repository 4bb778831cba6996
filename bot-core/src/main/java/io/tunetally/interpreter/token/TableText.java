package io.tunetally.interpreter.token;

import io.tunetally.interpreter.lexicon.CompiledLexicon;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.text.FoldedText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes a pasted table of statistics as a list, {@code rows: 4,812, mean tokens: 612}, so that it is read like one: Markdown, CSV
 * or TSV, or aligned by spaces, with one statistic a line or with names above values. Percentiles and extremes beside a mean are
 * left out, since the mean is paid for. Any other text stays as it is.
 */
public final class TableText {
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d.,_]*\\s?[kmb]?");
    private static final Pattern RULE = Pattern.compile("[|:+\\s-]*-[|:+\\s-]*");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{Alnum}%]+");
    private static final Pattern PARTS = Pattern.compile("_");
    private static final Pattern THOUSAND = Pattern.compile("\\d{3}(?!\\d)");
    private static final String TOKENS = " tokens";
    private static final String IS = ": ";
    private static final String NEXT = ", ";
    private static final String HELD_OUT = ", val: ";
    private static final int LEAST_ROWS = 2;

    /** A kind, its count and its length. */
    private static final int KIND_COLUMNS = 3;

    private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d{1,3}(?:[.,_]\\d{3})++|\\d++");
    private static final Pattern MARKS = Pattern.compile("[.,_]");
    private static final Set<Trait> STATISTICS =
            Set.of(Trait.MEAN, Trait.SPREAD, Trait.COUNT_NAME, Trait.RUN_TIME, Trait.GPU, Trait.GPU_COUNT);

    /** Names of rows that are no kinds of data, all of which would be added. */
    private static final Set<Trait> NO_KINDS = Set.of(
            Trait.TRAINING_ROW,
            Trait.VALIDATION_FILE,
            Trait.MONTH_NAME,
            Trait.DAY_NAME,
            Trait.PERIOD_NAME,
            Trait.TRAFFIC);

    private final CompiledLexicon lexicon;
    private final FoldedText folded;
    private final String text;
    private final List<Edit> edits = new ArrayList<>();
    private Separator separator = Separator.BAR;

    private TableText(CompiledLexicon lexicon, FoldedText folded) {
        this.lexicon = lexicon;
        this.folded = folded;
        this.text = folded.text();
    }

    private record Edit(int from, int to, String word) {}

    private void edit(int from, int to, String word) {
        if (from < to) {
            edits.add(new Edit(from, to, word));
        }
    }

    /** A part of a line, without the space around it. */
    private record Cell(int from, int to) {
        boolean isEmpty() {
            return from >= to;
        }
    }

    /**
     * A line.
     *
     * @param cells none if it is the rule below a header
     */
    private record Line(int from, int to, List<Cell> cells) {}

    /** Returns the text with its tables written as lists. */
    public static FoldedText written(CompiledLexicon lexicon, FoldedText folded) {
        return folded.text().indexOf('\n') < 0 ? folded : new TableText(lexicon, folded).written();
    }

    private FoldedText written() {
        for (Separator each : Separator.values()) {
            separator = each;
            List<Line> table = new ArrayList<>();
            for (Line line : lines()) {
                boolean goesOn = table.isEmpty()
                        || line.cells().isEmpty()
                        || line.cells().size() == table.getFirst().cells().size();
                if (!goesOn || line.cells().size() == 1) {
                    write(table);
                    table.clear();
                }
                if (line.cells().size() != 1) {
                    table.add(line);
                }
            }
            write(table);
            if (!edits.isEmpty()) {
                break;
            }
        }
        return edits.isEmpty() ? folded : edited();
    }

    private FoldedText edited() {
        return folded.replacing(
                edits.stream().mapToInt(Edit::from).toArray(),
                edits.stream().mapToInt(Edit::to).toArray(),
                edits.stream().map(Edit::word).toArray(String[]::new),
                edits.size());
    }

    private List<Line> lines() {
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

    private void write(List<Line> table) {
        List<Line> rows = table.stream().filter(line -> !line.cells().isEmpty()).toList();
        if (rows.size() < LEAST_ROWS || rows.getFirst().cells().size() < 2) {
            return;
        }
        boolean headed = rows.getFirst().cells().stream().noneMatch(this::isNumber);
        List<Line> values = headed ? rows.subList(1, rows.size()) : rows;
        if (values.size() >= LEAST_ROWS && values.stream().allMatch(this::isPair)) {
            List<Line> kinds = values.stream()
                    .filter(row -> !has(Trait.DISCARDED, row.cells().getFirst()) && !isTakenOut(row, table.getLast()))
                    .toList();
            boolean counts = headed && words(rows.getFirst().cells().get(1)).anyMatch(this::countsData);
            if (counts && areKinds(kinds)) {
                writeSum(table, rows.getFirst(), kinds, 1);
            } else if (counts && areSplits(values)) {
                writeLines(table, values);
            } else if (nameStatistics(values.stream().map(row -> row.cells().getFirst()))) {
                writeLines(table, values);
            }
        } else if (headed && separator != Separator.COLON && columnOfTraining(rows.getFirst(), values) > 0) {
            writeSum(table, rows.getFirst(), values, columnOfTraining(rows.getFirst(), values));
        } else if (headed && separator != Separator.COLON && columnOfLength(rows.getFirst(), values) > 0) {
            int length = columnOfLength(rows.getFirst(), values);
            List<Line> kinds = values.stream()
                    .filter(row -> !isTakenOut(row, table.getLast()))
                    .toList();
            writeSum(table, rows.getFirst(), kinds, KIND_COLUMNS - length, length);
        } else if (headed && separator != Separator.COLON) {
            Line names = rows.getFirst();
            rowToRead(values)
                    .filter(row -> (isRow(row) || isRecord(names, row)) && nameStatistics(names.cells().stream()))
                    .ifPresentOrElse(row -> writeColumns(table, names, row), () -> writeAlike(table, names, values));
        }
    }

    /** True if a table counts the data of several kinds: {@code queue | rows} above {@code billing | 2,400}. */
    private boolean areKinds(List<Line> values) {
        return !values.isEmpty()
                && values.stream()
                        .map(row -> row.cells().getFirst())
                        .noneMatch(name -> isMeasure(name) || NO_KINDS.stream().anyMatch(trait -> has(trait, name)));
    }

    /** True of a statistic that is no kind of data: {@code mean tokens}, but not {@code letters}. */
    private boolean isMeasure(Cell name) {
        return words(name)
                .anyMatch(word -> (lexicon.isUnit(word) && !lexicon.isData(word))
                        || STATISTICS.stream().anyMatch(trait -> lexicon.is(trait, word)));
    }

    /** True if the rows are the parts of a split: {@code train | 5,000} above {@code val | 500}. */
    private boolean areSplits(List<Line> values) {
        return values.stream()
                .map(row -> row.cells().getFirst())
                .allMatch(name -> has(Trait.TRAINING_ROW, name) || has(Trait.VALIDATION_FILE, name));
    }

    private boolean countsData(String word) {
        return lexicon.isData(word) || lexicon.is(Trait.COUNT_NAME, word);
    }

    /**
     * Returns the column of the data to train on in a table of several sets and their splits, {@code set | train | dev}, or
     * -1 if it is no such table.
     */
    private int columnOfTraining(Line names, List<Line> values) {
        int training = -1;
        boolean held = false;
        for (int column = 1; column < names.cells().size(); column++) {
            boolean train = has(Trait.TRAINING_ROW, names.cells().get(column));
            held |= has(Trait.VALIDATION_FILE, names.cells().get(column));
            training = train ? column : training;
        }
        int of = training;
        boolean sets = held
                && of > 0
                && values.size() >= LEAST_ROWS
                && values.stream()
                        .allMatch(row -> !isNumber(row.cells().getFirst())
                                && isNumber(row.cells().get(of)));
        return sets ? of : -1;
    }

    /**
     * Returns the column of the lengths in a table of kinds of data with their counts, {@code yard | notes | tokens avg}, or -1 if
     * it is no such table.
     */
    private int columnOfLength(Line names, List<Line> values) {
        if (names.cells().size() != KIND_COLUMNS || values.size() < LEAST_ROWS) {
            return -1;
        }
        boolean kinds = values.stream()
                .allMatch(row -> !isNumber(row.cells().getFirst())
                        && !isMeasure(row.cells().getFirst())
                        && !has(Trait.TRAINING_ROW, row.cells().getFirst())
                        && !has(Trait.VALIDATION_FILE, row.cells().getFirst())
                        && !has(Trait.WHOLE_ROW, row.cells().getFirst())
                        && row.cells().stream().skip(1).allMatch(this::isWhole));
        int length = isLengthColumn(names, 1) ? 1 : KIND_COLUMNS - 1;
        Cell count = names.cells().get(KIND_COLUMNS - length);
        boolean counts = !isLengthColumn(names, KIND_COLUMNS - length)
                && words(count).noneMatch(word -> lexicon.is(Trait.TRAFFIC, word))
                && (words(count).anyMatch(this::countsData) || !isMeasure(count));
        return kinds && counts && isLengthColumn(names, length) ? length : -1;
    }

    private boolean isLengthColumn(Line names, int column) {
        return words(names.cells().get(column)).flatMap(PARTS::splitAsStream).anyMatch(lexicon::isToken);
    }

    private boolean isWhole(Cell cell) {
        return WHOLE_NUMBER.matcher(written(cell)).matches();
    }

    private BigDecimal value(Cell cell) {
        return new BigDecimal(MARKS.matcher(written(cell)).replaceAll(""));
    }

    private boolean isTakenOut(Line row, Line last) {
        return KindsTakenOut.isTakenOut(text, written(row.cells().getFirst()), last.to());
    }

    /** The counts of the kinds as a sum, and how long each of their data is on average. */
    private void writeSum(List<Line> table, Line header, List<Line> kinds, int column, int length) {
        BigDecimal count = BigDecimal.ZERO;
        BigDecimal tokens = BigDecimal.ZERO;
        for (Line kind : kinds) {
            BigDecimal counted = value(kind.cells().get(column));
            count = count.add(counted);
            tokens = tokens.add(counted.multiply(value(kind.cells().get(length))));
        }
        if (count.signum() <= 0) {
            return;
        }
        String unit = words(header.cells().get(column))
                .filter(lexicon::isData)
                .findFirst()
                .orElse(lexicon.dataWord());
        BigDecimal mean = tokens.divide(count, 0, RoundingMode.HALF_UP);
        String tail = " " + unit + NEXT + mean.toPlainString() + TOKENS + " each" + NEXT;
        for (Line line : table) {
            if (!kinds.contains(line)) {
                edit(line.from(), line.to(), " ");
                continue;
            }
            Cell value = line.cells().get(column);
            edit(line.from(), value.from(), " ");
            edit(value.to(), Math.min(line.to() + 1, text.length()), line.equals(kinds.getLast()) ? tail : " + ");
        }
    }

    /** The counts of all kinds as a sum, or their total if a row has it. */
    private void writeSum(List<Line> table, Line header, List<Line> values, int column) {
        String unit = words(header.cells().get(column))
                .filter(lexicon::isData)
                .findFirst()
                .orElse(lexicon.dataWord());
        Line total = values.stream()
                .filter(row -> has(Trait.WHOLE_ROW, row.cells().getFirst()))
                .findFirst()
                .orElse(null);
        List<Line> summands = total == null ? values : List.of(total);
        for (Line line : table) {
            if (summands.contains(line)) {
                Cell value = line.cells().get(column);
                boolean last = line.equals(summands.getLast());
                edit(line.from(), value.from(), " ");
                edit(value.to(), Math.min(line.to() + 1, text.length()), last ? " " + unit + NEXT : " + ");
            } else {
                edit(line.from(), line.to(), " ");
            }
        }
    }

    /** Returns the only row, or that of the training data beside those for validation and test. */
    private Optional<Line> rowToRead(List<Line> values) {
        return values.size() == 1
                ? Optional.of(values.getFirst())
                : values.stream()
                        .filter(row -> has(Trait.TRAINING_ROW, row.cells().getFirst()))
                        .findFirst();
    }

    /** True if most names are those of statistics; a table may also be about the results of models. */
    private boolean nameStatistics(Stream<Cell> names) {
        return names.mapToInt(name -> isStatistic(name) ? 1 : has(Trait.JOB_COLUMN, name) ? 0 : -1)
                        .sum()
                >= 0;
    }

    private boolean isStatistic(Cell name) {
        return words(name)
                .anyMatch(
                        word -> lexicon.isUnit(word) || STATISTICS.stream().anyMatch(trait -> lexicon.is(trait, word)));
    }

    private boolean isRow(Line values) {
        return values.cells().stream().anyMatch(this::isNumber)
                && (separator != Separator.COMMA || values.cells().stream().allMatch(this::isNumber));
    }

    /** {@code model,epochs,rows} above {@code gpt-4o-mini,3,2500}: names of one word each, most of them above numbers. */
    private boolean isRecord(Line names, Line values) {
        long numbers = values.cells().stream().filter(this::isNumber).count();
        return numbers >= LEAST_ROWS
                && names.cells().size() == values.cells().size()
                && Stream.concat(names.cells().stream(), values.cells().stream())
                        .noneMatch(cell -> cell.isEmpty() || written(cell).indexOf(' ') >= 0);
    }

    private boolean isNumber(Cell cell) {
        return NUMBER.matcher(text).region(cell.from(), cell.to()).matches();
    }

    private boolean isPair(Line row) {
        Cell name = row.cells().getFirst();
        return row.cells().size() == 2
                && !name.isEmpty()
                && !isNumber(name)
                && isNumber(row.cells().get(1));
    }

    /** One statistic a line. The header may name the unit of all of them: {@code | | tokens |}. */
    private void writeLines(List<Line> table, List<Line> values) {
        boolean mean =
                values.stream().anyMatch(row -> has(Trait.MEAN, row.cells().getFirst()));
        for (Line line : table) {
            boolean dropped = line.cells().isEmpty()
                    || (mean && has(Trait.SPREAD, line.cells().getFirst()));
            if (dropped) {
                edit(line.from(), line.to(), " ");
            } else {
                writePair(line);
            }
        }
    }

    private void writePair(Line line) {
        Cell name = line.cells().getFirst();
        Cell value = line.cells().get(1);
        edit(line.from(), name.from(), " ");
        for (int at = name.from(); at < name.to(); at++) {
            if (text.charAt(at) == '(' || text.charAt(at) == ')' || text.charAt(at) == '_') {
                edit(at, at + 1, " ");
            }
        }
        edit(name.to(), value.from(), isNumber(value) ? IS : " ");
        // The end of the line would end the sentence.
        edit(value.to(), Math.min(line.to() + 1, text.length()), NEXT);
    }

    /** Names above values: each name moves before its value. */
    private void writeColumns(List<Line> table, Line names, Line values) {
        boolean mean = names.cells().stream().anyMatch(name -> has(Trait.MEAN, name));
        int count = columnOfCount(names);
        for (Line line : table) {
            if (line.from() == values.from()) {
                writeValues(names, values, mean);
            } else if (count >= 0 && isHeldOutBelow(line, values, count)) {
                writeHeldOut(line, count);
            } else {
                edit(line.from(), line.to(), " ");
            }
        }
    }

    /** Returns the column that counts the data, or -1. */
    private int columnOfCount(Line names) {
        for (int column = 1; column < names.cells().size(); column++) {
            if (words(names.cells().get(column)).anyMatch(this::countsData)) {
                return column;
            }
        }
        return -1;
    }

    /** True of the row {@code val | 680 | 405} below {@code train | 6,140 | 412}. */
    private boolean isHeldOutBelow(Line line, Line training, int count) {
        return line.from() > training.from()
                && !line.cells().isEmpty()
                && has(Trait.TRAINING_ROW, training.cells().getFirst())
                && has(Trait.VALIDATION_FILE, line.cells().getFirst())
                && isNumber(line.cells().get(count));
    }

    /** The name of the part and its count, without its statistics. */
    private void writeHeldOut(Line line, int count) {
        Cell value = line.cells().get(count);
        edit(line.from() - 1, value.from(), HELD_OUT);
        edit(value.to(), line.to(), NEXT);
    }

    /** Rows that differ in their names alone, such as those of models: the numbers are written once, and each name. */
    private void writeAlike(List<Line> table, Line names, List<Line> values) {
        Line first = values.getFirst();
        boolean alike = isRow(first)
                && nameStatistics(names.cells().stream())
                && values.stream().allMatch(row -> isAlike(first, row));
        if (!alike) {
            return;
        }
        for (Line line : table) {
            if (line.from() == first.from()) {
                writeValues(names, first, false);
            } else if (values.contains(line)) {
                writeNames(line);
            } else {
                edit(line.from(), line.to(), " ");
            }
        }
    }

    private boolean isAlike(Line first, Line row) {
        for (int column = 0; column < row.cells().size(); column++) {
            Cell value = row.cells().get(column);
            Cell before = first.cells().get(column);
            boolean number = isNumber(value);
            if (number != isNumber(before) || (number && !written(value).equals(written(before)))) {
                return false;
            }
        }
        return true;
    }

    private String written(Cell cell) {
        return text.substring(cell.from(), cell.to());
    }

    private void writeNames(Line line) {
        int at = line.from() - 1;
        for (Cell cell : line.cells()) {
            if (!isNumber(cell) && !cell.isEmpty()) {
                edit(at, cell.from(), NEXT);
                at = cell.to();
            }
        }
        edit(at, line.to(), NEXT);
    }

    private void writeValues(Line names, Line values, boolean mean) {
        int at = values.from() - 1; // The break before, so that the first value keeps its place.
        // "avg" beside "count", of what the query above names
        boolean ofTokens = names.cells().stream().anyMatch(name -> has(Trait.COUNT_NAME, name))
                && BETWEEN_WORDS
                        .splitAsStream(text.substring(0, names.from()))
                        .flatMap(PARTS::splitAsStream)
                        .anyMatch(lexicon::isToken);
        for (int column = 0; column < values.cells().size(); column++) {
            Cell name = names.cells().get(column);
            Cell value = values.cells().get(column);
            boolean dropped = value.isEmpty() || (mean && has(Trait.SPREAD, name)) || has(Trait.JOB_COLUMN, name);
            if (!dropped) {
                String unit = ofTokens && has(Trait.MEAN, name) && words(name).noneMatch(lexicon::isUnit) ? TOKENS : "";
                String named =
                        text.substring(name.from(), name.to()).replace('_', ' ') + unit + (isNumber(value) ? IS : " ");
                edit(at, value.from(), NEXT + named);
                at = value.to();
            }
        }
        edit(at, values.to(), NEXT);
    }

    private boolean has(Trait trait, Cell name) {
        return words(name).anyMatch(word -> lexicon.is(trait, word));
    }

    private Stream<String> words(Cell name) {
        return BETWEEN_WORDS.splitAsStream(text.substring(name.from(), name.to()));
    }

    /** The separators of cells, the clearest first. */
    private enum Separator {
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
