package io.tunetally.interpreter.token;

import io.tunetally.interpreter.lexicon.CompiledLexicon;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.text.FoldedText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes lines that tell what became of rows as the rows that are left: {@code read: 9,300}, {@code empty: 300} and {@code usable: 9,000}
 * as {@code rows: 9,000}. The largest count is the sum of all others, so that nothing is guessed. Any other text stays as it is.
 */
public final class CountRows {
    private static final Pattern ROW = Pattern.compile(
            "[ >*|-]*+(\\[?+)(\\p{L}[\\p{L}\\p{M}_ .()-]{0,36}?)\\]?+(?: ?+[:=|] ?+| {2,}+| )-?+(\\d[\\d,._]{0,10}+)( [^\\n]{0,40})?+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}]+");
    private static final int NAME = 2;
    private static final int COUNT = 3;
    private static final int ASIDE = 4;
    private static final int LEAST_ROWS = 3;
    private static final int LEAST_COUNT = 10;
    private static final int MOST_DIGITS = 9;

    private final CompiledLexicon lexicon;
    private final String text;
    private final TextEdits edits;

    private CountRows(CompiledLexicon lexicon, FoldedText folded) {
        this.lexicon = lexicon;
        text = folded.text();
        edits = new TextEdits(folded);
    }

    /** A line with a count, and the words of its name and of what stands behind the count. */
    private record Row(int from, int number, int end, int to, long count, List<String> name, List<String> aside) {}

    /** Returns the text with such lines written as what is left. */
    public static FoldedText written(CompiledLexicon lexicon, FoldedText folded) {
        return folded.text().indexOf('\n') < 0 ? folded : new CountRows(lexicon, folded).written();
    }

    private FoldedText written() {
        List<Row> block = new ArrayList<>();
        int from = 0;
        while (from <= text.length()) {
            int next = text.indexOf('\n', from);
            int to = next < 0 ? text.length() : next;
            Row row = row(from, to);
            if (row == null) {
                write(block);
                block.clear();
            } else {
                block.add(row);
            }
            from = to + 1;
        }
        write(block);
        return edits.written();
    }

    private @Nullable Row row(int from, int to) {
        Matcher matcher = ROW.matcher(text).region(from, to);
        if (!matcher.matches()) {
            return null;
        }
        String digits = matcher.group(COUNT).replaceAll("\\D", "");
        List<String> name = words(matcher.group(NAME));
        List<String> aside = matcher.group(ASIDE) == null ? List.of() : words(matcher.group(ASIDE));
        boolean count = digits.length() <= MOST_DIGITS
                && Stream.concat(name.stream(), aside.stream())
                        .noneMatch(word -> lexicon.isToken(word) || lexicon.is(Trait.MEAN, word));
        long value = count ? Long.parseLong(digits) : 0;
        return value < LEAST_COUNT
                ? null
                : new Row(from, matcher.start(COUNT), matcher.end(COUNT), to, value, name, aside);
    }

    private static List<String> words(String phrase) {
        return BETWEEN_WORDS
                .splitAsStream(phrase)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private void write(List<Row> block) {
        long largest = block.stream().mapToLong(Row::count).max().orElse(0);
        long sum = block.stream().mapToLong(Row::count).sum();
        List<Row> training =
                block.stream().filter(row -> is(Trait.TRAINING_ROW, row)).toList();
        List<Row> kept = training.isEmpty()
                ? block.stream()
                        .filter(row -> row.count < largest && is(Trait.KEPT_ROW, row))
                        .toList()
                : training;
        if (block.size() < LEAST_ROWS) {
            return;
        }
        if (isWholeOfDropped(block, sum)) {
            writeDropped(block);
        }
        if (sum != 2 * largest || kept.size() != 1) {
            return;
        }
        for (Row row : block) {
            if (row.equals(kept.getFirst())) {
                edits.put(row.from, row.number, training.isEmpty() ? lexicon.dataWord() + ": " : "train: ");
                edits.put(row.end, row.to, " ");
            } else if (!is(Trait.VALIDATION_FILE, row)) {
                edits.put(row.from, row.to, " ");
            }
        }
    }

    /** {@code raw rows 22000}, {@code dropped (toxic) 1200}, {@code dropped (non-en) 2800}: what is left is not said. */
    private boolean isWholeOfDropped(List<Row> block, long sum) {
        Row whole = block.getFirst();
        return sum < 2 * whole.count
                && !has(Trait.DISCARDED, whole.name)
                && block.stream().skip(1).allMatch(row -> has(Trait.DISCARDED, row.name));
    }

    private void writeDropped(List<Row> block) {
        Row whole = block.getFirst();
        edits.put(whole.from, whole.number, " ");
        edits.append(whole.end, " " + lexicon.dataWord());
        edits.put(whole.end, whole.to, " ");
        for (Row row : block.subList(1, block.size())) {
            edits.put(row.from - 1, row.number, ", dropped ");
            edits.put(row.end, row.to, " ");
        }
    }

    private boolean is(Trait trait, Row row) {
        boolean discarded = has(Trait.DISCARDED, row.name) || has(Trait.DISCARDED, row.aside);
        return !discarded && has(trait, row.name);
    }

    private boolean has(Trait trait, List<String> words) {
        return words.stream().anyMatch(word -> lexicon.is(trait, word));
    }
}
