package io.tunetally.interpreter.token;

import io.tunetally.interpreter.lexicon.CompiledLexicon;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.text.FoldedText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes the lines of files as those of data: {@code 4200 data/train.jsonl} of {@code wc -l} and {@code train.jsonl says 4200} become
 * {@code train: 4200}, a file for validation {@code val: 300}, and several other files a sum. Any other text stays as it is.
 */
public final class FileCounts {
    private static final String FILE = "(?:[\\w.-]*+/)*+(\\p{L}++)[\\w-]*+\\.(?:jsonl|ndjson|csv|tsv|txt|parquet)";
    private static final Pattern COUNTED =
            Pattern.compile("(?m)^[ \\t]*+(\\d[\\d,]*+) ++(?:" + FILE + "|total)[ \\t]*+$\\n?");
    private static final Pattern SAID = Pattern.compile(
            "(?<![\\w/.-])" + FILE
                    + "(?: (?:says|has|gives|shows|is|got)|:| ?[=\u2192]| ->| ++#)? ++(?=\\d[\\d,]*+(?!\\.?\\w|[/-])|\\d[\\d.,]*+[km]?+ ?tok)");
    private static final List<String> ENDINGS = List.of(".jsonl", ".ndjson", ".csv", ".tsv", ".txt", ".parquet");
    private static final String TRAIN = "train: ";
    private static final String VALIDATION = "val: ";

    private final CompiledLexicon lexicon;
    private final FoldedText folded;
    private final List<Edit> edits = new ArrayList<>(0);

    private FileCounts(CompiledLexicon lexicon, FoldedText folded) {
        this.lexicon = lexicon;
        this.folded = folded;
    }

    private record Edit(int from, int to, String word) {}

    /** Returns the text with the counts of its files named by what the files are for. */
    public static FoldedText written(CompiledLexicon lexicon, FoldedText folded) {
        if (folded.text().indexOf('.') < 0) {
            return folded;
        }
        boolean files = ENDINGS.stream().anyMatch(folded.text()::contains);
        return files ? new FileCounts(lexicon, folded).written() : folded;
    }

    private FoldedText written() {
        counted();
        if (edits.isEmpty()) {
            said();
        }
        return edits.isEmpty()
                ? folded
                : folded.replacing(
                        edits.stream().mapToInt(Edit::from).toArray(),
                        edits.stream().mapToInt(Edit::to).toArray(),
                        edits.stream().map(Edit::word).toArray(String[]::new),
                        edits.size());
    }

    /** The lines of a tool that counts: those of training and validation by their names, all others as summands. */
    private void counted() {
        List<Matcher> lines = new ArrayList<>(0);
        Matcher matcher = COUNTED.matcher(folded.text());
        while (matcher.find()) {
            Matcher line = COUNTED.matcher(folded.text());
            line.find(matcher.start());
            lines.add(line);
        }
        List<Matcher> data = lines.stream()
                .filter(line -> line.group(2) != null && !isValidation(line.group(2)))
                .toList();
        if (data.isEmpty()) {
            return;
        }
        for (Matcher line : lines) {
            edits.add(new Edit(line.start(), line.end(), word(line, data)));
        }
    }

    private String word(Matcher line, List<Matcher> data) {
        if (line.group(2) == null) {
            return " ";
        }
        if (isValidation(line.group(2))) {
            return VALIDATION + line.group(1) + ", ";
        }
        if (data.size() == 1) {
            return TRAIN + line.group(1) + ", ";
        }
        boolean last = data.getLast().start() == line.start();
        return line.group(1) + (last ? " " + lexicon.dataWord() + ", " : " + ");
    }

    /** {@code train.jsonl says 6480, val.jsonl says 720}. */
    private void said() {
        Matcher matcher = SAID.matcher(folded.text());
        while (matcher.find()) {
            String name = matcher.group(1);
            if (isValidation(name) || lexicon.is(Trait.TRAINING_ROW, name)) {
                edits.add(new Edit(matcher.start(), matcher.end(), isValidation(name) ? VALIDATION : TRAIN));
            }
        }
    }

    private boolean isValidation(String name) {
        return lexicon.is(Trait.VALIDATION_FILE, name);
    }
}
