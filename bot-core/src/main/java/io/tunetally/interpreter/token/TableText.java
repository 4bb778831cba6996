package io.tunetally.interpreter.token;

import io.tunetally.interpreter.lexicon.CompiledLexicon;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.token.TableCells.Cell;
import io.tunetally.interpreter.token.TableCells.Line;
import io.tunetally.interpreter.token.TableCells.Separator;
import io.tunetally.text.FoldedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes a pasted table of statistics as a list, {@code rows: 4,812, mean tokens: 612}, so that it is read like one: Markdown, CSV
 * or TSV, or aligned by spaces, with one statistic a line or with names above values. Percentiles and extremes beside a mean are
 * left out, since the mean is paid for. Any other text stays as it is.
 */
public final class TableText {
    private static final String TOKENS = " tokens";
    private static final String IS = ": ";
    private static final String NEXT = ", ";
    private static final String HELD_OUT = ", val: ";
    private static final String EPOCHS = "epochs=";
    private static final int MOST_DIGITS_OF_EPOCHS = 3;
    private static final int LEAST_ROWS = 2;

    private final CompiledLexicon lexicon;
    private final String text;
    private final TableCells cells;
    private final KindTable kinds;
    private final TextEdits edits;

    private TableText(CompiledLexicon lexicon, FoldedText folded, Separator separator) {
        this.lexicon = lexicon;
        text = folded.text();
        cells = new TableCells(lexicon, folded, separator);
        edits = new TextEdits(folded);
        kinds = new KindTable(lexicon, text, cells, edits);
    }

    /** Returns the text with its tables written as lists. */
    public static FoldedText written(CompiledLexicon lexicon, FoldedText folded) {
        if (folded.text().indexOf('\n') < 0) {
            return folded;
        }
        for (Separator separator : Separator.values()) {
            TableText tables = new TableText(lexicon, folded, separator);
            tables.write();
            if (!tables.edits.isEmpty()) {
                return tables.edits.written();
            }
        }
        return folded;
    }

    private void write() {
        List<Line> table = new ArrayList<>();
        for (Line line : cells.lines()) {
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
    }

    private void write(List<Line> table) {
        List<Line> rows = table.stream().filter(line -> !line.cells().isEmpty()).toList();
        if (rows.size() < LEAST_ROWS || rows.getFirst().cells().size() < 2) {
            return;
        }
        Line names = rows.getFirst();
        boolean headed = names.cells().stream().noneMatch(cells::isNumber);
        List<Line> values = headed ? rows.subList(1, rows.size()) : rows;
        if (values.size() >= LEAST_ROWS && values.stream().allMatch(this::isPair)) {
            boolean summed = headed && kinds.writePairs(table, names, values);
            boolean lines = (headed && kinds.areSplits(names, values))
                    || nameStatistics(values.stream().map(row -> row.cells().getFirst()));
            if (!summed && lines) {
                writeLines(table, values);
            }
        } else if (headed && !isOf(Separator.COLON) && !kinds.writeColumns(table, names, values)) {
            rowToRead(values)
                    .filter(row -> (isRow(row) || isRecord(names, row)) && nameStatistics(names.cells().stream()))
                    .ifPresentOrElse(row -> writeColumns(table, names, row), () -> writeAlike(table, names, values));
        }
    }

    private boolean isOf(Separator separator) {
        return cells.separator() == separator;
    }

    /** Returns the only row, or that of the training data beside those for validation and test. */
    private Optional<Line> rowToRead(List<Line> values) {
        return values.size() == 1
                ? Optional.of(values.getFirst())
                : values.stream()
                        .filter(row -> cells.has(Trait.TRAINING_ROW, row.cells().getFirst()))
                        .findFirst();
    }

    /** True if most names are those of statistics; a table may also be about the results of models. */
    private boolean nameStatistics(Stream<Cell> names) {
        return names.mapToInt(name -> isStatistic(name) ? 1 : cells.has(Trait.JOB_COLUMN, name) ? 0 : -1)
                        .sum()
                >= 0;
    }

    private boolean isStatistic(Cell name) {
        return cells.words(name)
                .anyMatch(word -> lexicon.isUnit(word)
                        || KindTable.STATISTICS.stream().anyMatch(trait -> lexicon.is(trait, word)));
    }

    private boolean isRow(Line values) {
        return values.cells().stream().anyMatch(cells::isNumber)
                && (!isOf(Separator.COMMA) || values.cells().stream().allMatch(cells::isNumber));
    }

    /** {@code model,epochs,rows} above {@code gpt-4o-mini,3,2500}: names of one word each, most of them above numbers. */
    private boolean isRecord(Line names, Line values) {
        long numbers = values.cells().stream().filter(cells::isNumber).count();
        return numbers >= LEAST_ROWS
                && names.cells().size() == values.cells().size()
                && Stream.concat(names.cells().stream(), values.cells().stream())
                        .noneMatch(cell -> cell.isEmpty() || cells.written(cell).indexOf(' ') >= 0);
    }

    private boolean isPair(Line row) {
        Cell name = row.cells().getFirst();
        return row.cells().size() == 2
                && !name.isEmpty()
                && !cells.isNumber(name)
                && cells.isNumber(row.cells().get(1));
    }

    /** One statistic a line. The header may name the unit of all of them: {@code | | tokens |}. */
    private void writeLines(List<Line> table, List<Line> values) {
        boolean mean = values.stream()
                .anyMatch(row -> cells.has(Trait.MEAN, row.cells().getFirst()));
        for (Line line : table) {
            boolean dropped = line.cells().isEmpty()
                    || (mean && cells.has(Trait.SPREAD, line.cells().getFirst()));
            if (dropped) {
                edits.put(line.from(), line.to(), " ");
            } else {
                writePair(line);
            }
        }
    }

    private void writePair(Line line) {
        Cell name = line.cells().getFirst();
        Cell value = line.cells().get(1);
        edits.put(line.from(), name.from(), " ");
        for (int at = name.from(); at < name.to(); at++) {
            if (text.charAt(at) == '(' || text.charAt(at) == ')' || text.charAt(at) == '_') {
                edits.put(at, at + 1, " ");
            }
        }
        edits.put(name.to(), value.from(), cells.isNumber(value) ? IS : " ");
        // The end of the line would end the sentence.
        edits.put(value.to(), Math.min(line.to() + 1, text.length()), NEXT);
    }

    /** Names above values: each name moves before its value. */
    private void writeColumns(List<Line> table, Line names, Line values) {
        boolean mean = names.cells().stream().anyMatch(name -> cells.has(Trait.MEAN, name));
        int count = columnOfCount(names);
        for (Line line : table) {
            if (line.from() == values.from()) {
                writeValues(names, values, mean);
            } else if (count >= 0 && isHeldOutBelow(line, values, count)) {
                writeHeldOut(line, count);
            } else {
                edits.put(line.from(), line.to(), " ");
            }
        }
    }

    /** Returns the column that counts the data, or -1. */
    private int columnOfCount(Line names) {
        for (int column = 1; column < names.cells().size(); column++) {
            if (cells.words(names.cells().get(column)).anyMatch(kinds::countsData)) {
                return column;
            }
        }
        return -1;
    }

    /** True of the row {@code val | 680 | 405} below {@code train | 6,140 | 412}. */
    private boolean isHeldOutBelow(Line line, Line training, int count) {
        return line.from() > training.from()
                && !line.cells().isEmpty()
                && cells.has(Trait.TRAINING_ROW, training.cells().getFirst())
                && cells.has(Trait.VALIDATION_FILE, line.cells().getFirst())
                && cells.isNumber(line.cells().get(count));
    }

    /** The name of the part and its count, without its statistics. */
    private void writeHeldOut(Line line, int count) {
        Cell value = line.cells().get(count);
        edits.put(line.from() - 1, value.from(), HELD_OUT);
        edits.put(value.to(), line.to(), NEXT);
    }

    /** Rows that differ in their names alone, such as those of models: the numbers are written once, and each name. */
    private void writeAlike(List<Line> table, Line names, List<Line> values) {
        Line first = values.getFirst();
        boolean alike = isRow(first)
                && nameStatistics(names.cells().stream())
                && values.stream().allMatch(row -> isAlike(first, row));
        if (!alike) {
            writeEpochs(names, values);
            return;
        }
        for (Line line : table) {
            if (line.from() == first.from()) {
                writeValues(names, first, false);
            } else if (values.contains(line)) {
                writeNames(line);
            } else {
                edits.put(line.from(), line.to(), " ");
            }
        }
    }

    /** The epochs of the only run in a table of settings and results. */
    private void writeEpochs(Line names, List<Line> values) {
        for (int column = 0; values.size() == 1 && column < names.cells().size(); column++) {
            Cell value = values.getFirst().cells().get(column);
            if (cells.has(Trait.EPOCH_COLUMN, names.cells().get(column))
                    && cells.isNumber(value)
                    && value.to() - value.from() <= MOST_DIGITS_OF_EPOCHS) {
                edits.put(value.from(), value.to(), EPOCHS + cells.written(value));
                return;
            }
        }
    }

    private boolean isAlike(Line first, Line row) {
        for (int column = 0; column < row.cells().size(); column++) {
            Cell value = row.cells().get(column);
            Cell before = first.cells().get(column);
            boolean number = cells.isNumber(value);
            if (number != cells.isNumber(before)
                    || (number && !cells.written(value).equals(cells.written(before)))) {
                return false;
            }
        }
        return true;
    }

    private void writeNames(Line line) {
        int at = line.from() - 1;
        for (Cell cell : line.cells()) {
            if (!cells.isNumber(cell) && !cell.isEmpty()) {
                edits.put(at, cell.from(), NEXT);
                at = cell.to();
            }
        }
        edits.put(at, line.to(), NEXT);
    }

    private void writeValues(Line names, Line values, boolean mean) {
        int at = values.from() - 1; // The break before, so that the first value keeps its place.
        // "avg" beside "count", of what the query above names
        boolean ofTokens = names.cells().stream().anyMatch(name -> cells.has(Trait.COUNT_NAME, name))
                && cells.words(0, names.from())
                        .flatMap(KindTable.PARTS::splitAsStream)
                        .anyMatch(lexicon::isToken);
        for (int column = 0; column < values.cells().size(); column++) {
            Cell name = names.cells().get(column);
            Cell value = values.cells().get(column);
            boolean dropped =
                    value.isEmpty() || (mean && cells.has(Trait.SPREAD, name)) || cells.has(Trait.JOB_COLUMN, name);
            if (!dropped) {
                String unit = ofTokens
                                && cells.has(Trait.MEAN, name)
                                && cells.words(name).noneMatch(lexicon::isUnit)
                        ? TOKENS
                        : "";
                String named = text.substring(name.from(), name.to()).replace('_', ' ')
                        + unit
                        + (cells.isNumber(value) ? IS : " ");
                edits.put(at, value.from(), NEXT + named);
                at = value.to();
            }
        }
        edits.put(at, values.to(), NEXT);
    }
}
