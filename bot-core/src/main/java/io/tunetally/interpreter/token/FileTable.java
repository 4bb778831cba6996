package io.tunetally.interpreter.token;

import io.tunetally.interpreter.lexicon.CompiledLexicon;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.text.FoldedText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table of files with their lines and their tokens as a list: {@code file | lines | tokens} above {@code train.jsonl | 4,870
 * | 2,191,500} becomes {@code train: 4,870, total tokens: 2,191,500}, a file for validation {@code val: 430, validation tokens:
 * 193,500}, and several files to train on their sum. Any other text stays as it is.
 */
public final class FileTable {
    private static final String SPACE = "(?: *+[|;,] *+| ++)";
    private static final String NUMBER = "(\\d{1,3}(?:,\\d{3})++|\\d{1,12}+)";
    private static final Pattern ROW = Pattern.compile(
            "[ >|`\"*]*+(\\p{L}[\\p{L}\\d_./-]{0,60}+)[`\"*]*+" + SPACE + NUMBER + SPACE + NUMBER + "[ |;,]*+");
    private static final Pattern RULE = Pattern.compile("[|:+ -]*-[|:+ -]*");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}]+");
    private static final int FIRST_NUMBER = 2;
    private static final int LAST_NUMBER = 3;
    private static final int MOST_WORDS_OF_HEAD = 6;

    /** Fewer tokens a line are a mean. */
    private static final BigDecimal LEAST_TOKENS_OF_LINE = BigDecimal.TEN;

    private static final BigDecimal LEAST_TOKENS = BigDecimal.valueOf(10_000);

    private static final String TRAIN = "train: ";
    private static final String VALIDATION = "val: ";
    private static final String TOTAL = "total tokens: ";
    private static final String VALIDATION_TOKENS = "validation tokens: ";
    private static final String NEXT = ", ";

    private final CompiledLexicon lexicon;
    private final String text;
    private final TextEdits edits;

    private FileTable(CompiledLexicon lexicon, FoldedText folded) {
        this.lexicon = lexicon;
        text = folded.text();
        edits = new TextEdits(folded);
    }

    /** The line above the rows. */
    private record Head(int from, int to, boolean tokensFirst) {}

    /** A file, the places of its two numbers, and what they count. */
    private record Row(
            int from, int to, int first, int firstEnd, int last, int lastEnd, List<String> name, boolean isFile) {}

    /** Returns the text with such tables written as lists. */
    public static FoldedText written(CompiledLexicon lexicon, FoldedText folded) {
        return folded.text().indexOf('\n') < 0 ? folded : new FileTable(lexicon, folded).written();
    }

    private FoldedText written() {
        Head head = null;
        List<Row> rows = new ArrayList<>(0);
        int from = 0;
        while (from <= text.length()) {
            int next = text.indexOf('\n', from);
            int to = next < 0 ? text.length() : next;
            Row row = head == null ? null : row(from, to);
            if (row != null) {
                rows.add(row);
            } else if (head == null || !isRule(from, to)) {
                write(head, rows);
                rows.clear();
                head = head(from, to);
            }
            from = to + 1;
        }
        write(head, rows);
        return edits.written();
    }

    private boolean isRule(int from, int to) {
        return RULE.matcher(text).region(from, to).matches();
    }

    /** Returns the line if it names a column of data and one of tokens behind that of the files, or null. */
    private @Nullable Head head(int from, int to) {
        List<String> words = words(from, to);
        if (words.size() > MOST_WORDS_OF_HEAD
                || text.substring(from, to).chars().anyMatch(Character::isDigit)) {
            return null;
        }
        int counts = -1;
        int tokens = -1;
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            if (lexicon.is(Trait.MEAN, word)) {
                return null;
            }
            tokens = tokens < 0 && lexicon.isToken(word) ? i : tokens;
            counts = counts < 0 && (lexicon.isData(word) || lexicon.is(Trait.COUNT_NAME, word)) ? i : counts;
        }
        return counts < 0 || tokens < 0 ? null : new Head(from, to, tokens < counts);
    }

    private @Nullable Row row(int from, int to) {
        Matcher matcher = ROW.matcher(text).region(from, to);
        if (!matcher.matches()) {
            return null;
        }
        return new Row(
                from,
                to,
                matcher.start(FIRST_NUMBER),
                matcher.end(FIRST_NUMBER),
                matcher.start(LAST_NUMBER),
                matcher.end(LAST_NUMBER),
                words(matcher.start(1), matcher.end(1)),
                matcher.group(1).indexOf('.') > 0);
    }

    private List<String> words(int from, int to) {
        return BETWEEN_WORDS
                .splitAsStream(text.substring(from, to))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private void write(@Nullable Head head, List<Row> all) {
        List<Row> rows = all.stream().filter(row -> !has(Trait.WHOLE_ROW, row)).toList();
        boolean files = rows.stream().anyMatch(row -> row.isFile || isHeldOut(row) || has(Trait.TRAINING_ROW, row));
        if (head == null || !files || rows.stream().anyMatch(row -> !isTotal(head, row))) {
            return;
        }
        List<Row> training = rows.stream().filter(row -> !isHeldOut(row)).toList();
        if (training.isEmpty()) {
            return;
        }
        edits.put(head.from, head.to, " ");
        for (Row row : all) {
            if (training.size() > 1 && training.contains(row)) {
                boolean first = row.equals(training.getFirst());
                edits.put(row.from, end(row), first ? sum(head, training) : " ");
            } else if (rows.contains(row)) {
                write(head, row);
            } else {
                edits.put(row.from, end(row), " ");
            }
        }
    }

    /** The two numbers of a file, each behind its name. */
    private void write(Head head, Row row) {
        String count = isHeldOut(row) ? VALIDATION : TRAIN;
        String tokens = isHeldOut(row) ? VALIDATION_TOKENS : TOTAL;
        edits.put(row.from, row.first, head.tokensFirst ? tokens : count);
        edits.put(row.firstEnd, row.last, NEXT + (head.tokensFirst ? count : tokens));
        edits.put(row.lastEnd, end(row), NEXT);
    }

    private String sum(Head head, List<Row> training) {
        BigDecimal count = training.stream().map(row -> count(head, row)).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal tokens = training.stream().map(row -> tokens(head, row)).reduce(BigDecimal.ZERO, BigDecimal::add);
        return TRAIN + count.toPlainString() + NEXT + TOTAL + tokens.toPlainString() + NEXT;
    }

    /** The end of a line, its break included, which would end the sentence. */
    private int end(Row row) {
        return Math.min(row.to + 1, text.length());
    }

    /** True if the tokens of a file are those of all its lines, not those of each. */
    private boolean isTotal(Head head, Row row) {
        BigDecimal count = count(head, row);
        BigDecimal tokens = tokens(head, row);
        return count.signum() > 0
                && tokens.compareTo(LEAST_TOKENS) >= 0
                && tokens.compareTo(count.multiply(LEAST_TOKENS_OF_LINE)) >= 0;
    }

    private BigDecimal count(Head head, Row row) {
        return head.tokensFirst ? value(row.last, row.lastEnd) : value(row.first, row.firstEnd);
    }

    private BigDecimal tokens(Head head, Row row) {
        return head.tokensFirst ? value(row.first, row.firstEnd) : value(row.last, row.lastEnd);
    }

    private BigDecimal value(int from, int to) {
        return new BigDecimal(text.substring(from, to).replace(",", ""));
    }

    private boolean isHeldOut(Row row) {
        return has(Trait.VALIDATION_FILE, row);
    }

    private boolean has(Trait trait, Row row) {
        return row.name.stream().anyMatch(word -> lexicon.is(trait, word));
    }
}
