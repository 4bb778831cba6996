package io.tunetally.interpreter.token;

import io.tunetally.interpreter.lexicon.CompiledLexicon;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.token.TableCells.Cell;
import io.tunetally.interpreter.token.TableCells.Line;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A table that counts several kinds of data, {@code queue | rows} above {@code billing | 2,400}: their counts are written as a sum. */
final class KindTable {
    static final Pattern PARTS = Pattern.compile("_");
    static final Set<Trait> STATISTICS =
            Set.of(Trait.MEAN, Trait.SPREAD, Trait.COUNT_NAME, Trait.RUN_TIME, Trait.GPU, Trait.GPU_COUNT);

    private static final String TOKENS = " tokens";
    private static final String NEXT = ", ";
    private static final int LEAST_ROWS = 2;

    /** A kind, its count and its length. */
    private static final int KIND_COLUMNS = 3;

    private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d{1,3}(?:[.,_]\\d{3})++|\\d++");
    private static final Pattern MARKS = Pattern.compile("[.,_]");

    /** Names of rows that are no kinds of data, all of which would be added. */
    private static final Set<Trait> NO_KINDS = Set.of(
            Trait.TRAINING_ROW,
            Trait.VALIDATION_FILE,
            Trait.MONTH_NAME,
            Trait.DAY_NAME,
            Trait.PERIOD_NAME,
            Trait.TRAFFIC);

    private final CompiledLexicon lexicon;
    private final String text;
    private final TableCells cells;
    private final TextEdits edits;

    KindTable(CompiledLexicon lexicon, String text, TableCells cells, TextEdits edits) {
        this.lexicon = lexicon;
        this.text = text;
        this.cells = cells;
        this.edits = edits;
    }

    /** Writes a table of two columns, the kinds and their counts; returns false if it is none. */
    boolean writePairs(List<Line> table, Line names, List<Line> values) {
        List<Line> kinds = values.stream()
                .filter(row -> !cells.has(Trait.DISCARDED, row.cells().getFirst()) && !isTakenOut(row, table.getLast()))
                .toList();
        boolean counts = countsData(names) && areKinds(kinds);
        if (counts) {
            writeSum(table, names, kinds, 1);
        }
        return counts;
    }

    /** Writes a table of kinds with their splits, or with their counts and lengths; returns false if it is neither. */
    boolean writeColumns(List<Line> table, Line names, List<Line> values) {
        int training = columnOfTraining(names, values);
        if (training > 0) {
            writeSum(table, names, values, training);
            return true;
        }
        int length = columnOfLength(names, values);
        if (length > 0) {
            List<Line> kinds = values.stream()
                    .filter(row -> !isTakenOut(row, table.getLast()))
                    .toList();
            writeSum(table, names, kinds, KIND_COLUMNS - length, length);
        }
        return length > 0;
    }

    /** True if a table counts the data of several kinds: {@code queue | rows} above {@code billing | 2,400}. */
    private boolean areKinds(List<Line> values) {
        return !values.isEmpty()
                && values.stream()
                        .map(row -> row.cells().getFirst())
                        .noneMatch(
                                name -> isMeasure(name) || NO_KINDS.stream().anyMatch(trait -> cells.has(trait, name)));
    }

    /** True of a statistic that is no kind of data: {@code mean tokens}, but not {@code letters}. */
    private boolean isMeasure(Cell name) {
        return cells.words(name)
                .anyMatch(word -> (lexicon.isUnit(word) && !lexicon.isData(word))
                        || STATISTICS.stream().anyMatch(trait -> lexicon.is(trait, word)));
    }

    /** True if the rows are the parts of a split: {@code train | 5,000} above {@code val | 500}. */
    boolean areSplits(Line names, List<Line> values) {
        return countsData(names)
                && values.stream()
                        .map(row -> row.cells().getFirst())
                        .allMatch(
                                name -> cells.has(Trait.TRAINING_ROW, name) || cells.has(Trait.VALIDATION_FILE, name));
    }

    private boolean countsData(Line names) {
        return cells.words(names.cells().get(1)).anyMatch(this::countsData);
    }

    boolean countsData(String word) {
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
            boolean train = cells.has(Trait.TRAINING_ROW, names.cells().get(column));
            held |= cells.has(Trait.VALIDATION_FILE, names.cells().get(column));
            training = train ? column : training;
        }
        int of = training;
        boolean sets = held
                && of > 0
                && values.size() >= LEAST_ROWS
                && values.stream()
                        .allMatch(row -> !cells.isNumber(row.cells().getFirst())
                                && cells.isNumber(row.cells().get(of)));
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
                .allMatch(row -> !cells.isNumber(row.cells().getFirst())
                        && !isMeasure(row.cells().getFirst())
                        && !cells.has(Trait.TRAINING_ROW, row.cells().getFirst())
                        && !cells.has(Trait.VALIDATION_FILE, row.cells().getFirst())
                        && !cells.has(Trait.WHOLE_ROW, row.cells().getFirst())
                        && row.cells().stream().skip(1).allMatch(this::isWhole));
        int length = isLengthColumn(names, 1) ? 1 : KIND_COLUMNS - 1;
        Cell count = names.cells().get(KIND_COLUMNS - length);
        boolean counts = !isLengthColumn(names, KIND_COLUMNS - length)
                && cells.words(count).noneMatch(word -> lexicon.is(Trait.TRAFFIC, word))
                && (cells.words(count).anyMatch(this::countsData) || !isMeasure(count));
        return kinds && counts && isLengthColumn(names, length) ? length : -1;
    }

    private boolean isLengthColumn(Line names, int column) {
        return cells.words(names.cells().get(column))
                .flatMap(PARTS::splitAsStream)
                .anyMatch(lexicon::isToken);
    }

    private boolean isWhole(Cell cell) {
        return WHOLE_NUMBER.matcher(cells.written(cell)).matches();
    }

    private BigDecimal value(Cell cell) {
        return new BigDecimal(MARKS.matcher(cells.written(cell)).replaceAll(""));
    }

    private boolean isTakenOut(Line row, Line last) {
        return KindsTakenOut.isTakenOut(text, cells.written(row.cells().getFirst()), last.to());
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
        String unit = cells.words(header.cells().get(column))
                .filter(lexicon::isData)
                .findFirst()
                .orElse(lexicon.dataWord());
        BigDecimal mean = tokens.divide(count, 0, RoundingMode.HALF_UP);
        String tail = " " + unit + NEXT + mean.toPlainString() + TOKENS + " each" + NEXT;
        for (Line line : table) {
            if (!kinds.contains(line)) {
                edits.put(line.from(), line.to(), " ");
                continue;
            }
            Cell value = line.cells().get(column);
            edits.put(line.from(), value.from(), " ");
            edits.put(value.to(), Math.min(line.to() + 1, text.length()), line.equals(kinds.getLast()) ? tail : " + ");
        }
    }

    /** The counts of all kinds as a sum, or their total if a row has it. */
    private void writeSum(List<Line> table, Line header, List<Line> values, int column) {
        String unit = cells.words(header.cells().get(column))
                .filter(lexicon::isData)
                .findFirst()
                .orElse(lexicon.dataWord());
        Line total = values.stream()
                .filter(row -> cells.has(Trait.WHOLE_ROW, row.cells().getFirst()))
                .findFirst()
                .orElse(null);
        List<Line> summands = total == null ? values : List.of(total);
        for (Line line : table) {
            if (summands.contains(line)) {
                Cell value = line.cells().get(column);
                boolean last = line.equals(summands.getLast());
                edits.put(line.from(), value.from(), " ");
                edits.put(value.to(), Math.min(line.to() + 1, text.length()), last ? " " + unit + NEXT : " + ");
            } else {
                edits.put(line.from(), line.to(), " ");
            }
        }
    }
}
