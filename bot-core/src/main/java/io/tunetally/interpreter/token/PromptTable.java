package io.tunetally.interpreter.token;

import io.tunetally.interpreter.lexicon.CompiledLexicon;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.text.FoldedText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes a pasted table of the tokens of a request before and after tuning, {@code tokens | today | tuned} above
 * {@code instructions | 1,400 | 200}, as a list: {@code prompt tokens: 1,400, tuned prompt tokens: 200}. What a user sends and gets
 * is the same before and after. Any other text stays as it is.
 */
public final class PromptTable {
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d.,_]*\\s?k?");
    private static final Pattern RULE = Pattern.compile("[|:\\s+-]*-[|:\\s+-]*");
    private static final Pattern DAY = Pattern.compile("/ ?day|per day|daily");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{Alnum}]+");
    private static final List<Pattern> SEPARATORS =
            List.of(Pattern.compile("\\|"), Pattern.compile(";"), Pattern.compile(","), Pattern.compile(" {2,}"));
    private static final int COLUMNS = 3;

    private final CompiledLexicon lexicon;
    private final String text;
    private final TextEdits edits;

    private PromptTable(CompiledLexicon lexicon, FoldedText folded) {
        this.lexicon = lexicon;
        text = folded.text();
        edits = new TextEdits(folded);
    }

    /** A line with the words of its cells. */
    private record Line(int from, int to, List<String> cells) {}

    /** Returns the text with such a table as a list. */
    public static FoldedText written(CompiledLexicon lexicon, FoldedText folded) {
        return folded.text().indexOf('\n') < 0 ? folded : new PromptTable(lexicon, folded).written();
    }

    private FoldedText written() {
        List<Line> lines = lines();
        for (int head = 0; head < lines.size(); head++) {
            for (Pattern separator : SEPARATORS) {
                Line names = split(lines.get(head), separator);
                if (areBeforeAndAfter(names)) {
                    rows(lines, head, separator);
                    return edits.written();
                }
            }
        }
        return edits.written();
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        int from = 0;
        while (from <= text.length()) {
            int end = text.indexOf('\n', from);
            int to = end < 0 ? text.length() : end;
            lines.add(new Line(from, to, List.of()));
            from = to + 1;
        }
        return lines;
    }

    private Line split(Line line, Pattern separator) {
        String row = text.substring(line.from, line.to).strip();
        String inner = row.startsWith("|") ? row.substring(1) : row;
        List<String> cells = separator
                .splitAsStream(inner)
                .map(String::strip)
                .limit(COLUMNS + 2L)
                .toList();
        return new Line(line.from, line.to, cells);
    }

    private boolean areBeforeAndAfter(Line names) {
        return names.cells.size() == COLUMNS
                && has(names.cells.get(1), Trait.SETTING_TODAY)
                && has(names.cells.get(2), Trait.SETTING_TUNED)
                && names.cells.stream().noneMatch(this::isNumber);
    }

    private void rows(List<Line> lines, int head, Pattern separator) {
        List<Line> rows = new ArrayList<>();
        boolean prompt = false;
        int next = head + 1;
        while (next < lines.size()) {
            Line line = lines.get(next);
            if (!RULE.matcher(text).region(line.from, line.to).matches()) {
                Line row = split(line, separator);
                if (rows.isEmpty()
                        && row.cells.size() == COLUMNS
                        && row.cells.stream().noneMatch(this::isNumber)) {
                    next++;
                    continue;
                }
                if (row.cells.size() != COLUMNS || !isNumber(row.cells.get(1)) || !isNumber(row.cells.get(2))) {
                    break;
                }
                prompt |= has(row.cells.getFirst(), Trait.PROMPTS);
                rows.add(row);
            }
            next++;
        }
        if (!prompt) {
            return;
        }
        for (int at = head; at < next; at++) {
            Line line = lines.get(at);
            boolean named = at > head && split(line, separator).cells.size() == COLUMNS;
            if (!named && rows.stream().noneMatch(row -> row.from == line.from)) {
                edits.put(line.from, Math.min(line.to + 1, text.length()), " ");
            }
        }
        rows.forEach(this::write);
    }

    private void write(Line row) {
        String name = row.cells.getFirst();
        int today = text.indexOf(row.cells.get(1), row.from + name.length());
        int tuned = text.indexOf(row.cells.get(2), today + row.cells.get(1).length());
        int end = today + row.cells.get(1).length();
        int last = Math.min(row.to + 1, text.length());
        if (has(name, Trait.PROMPTS)) {
            edits.put(row.from, today, "prompt tokens: ");
            edits.put(end, tuned, ", tuned prompt tokens: ");
            edits.put(tuned + row.cells.get(2).length(), last, ", ");
        } else if (has(name, Trait.SETTING_OUT)) {
            edits.put(row.from, today, "output tokens: ");
            edits.put(end, last, ", ");
        } else if (has(name, Trait.SETTING_IN)) {
            edits.put(row.from, today, "input tokens: ");
            edits.put(end, last, ", ");
        } else if (DAY.matcher(name).find()) {
            edits.put(row.from, today, " ");
            edits.put(end, last, " requests per day, ");
        } else if (BETWEEN_WORDS.splitAsStream(name).anyMatch(lexicon::isToken)
                && row.cells.get(1).equals(row.cells.get(2))) {
            // what tuning does not change is what a user sends: "claim text (tok)"
            edits.put(row.from, today, "input tokens: ");
            edits.put(end, last, ", ");
        } else {
            edits.put(row.from, last, " ");
        }
    }

    private boolean has(String cell, Trait trait) {
        return BETWEEN_WORDS.splitAsStream(cell).anyMatch(word -> lexicon.is(trait, word));
    }

    private boolean isNumber(String cell) {
        return NUMBER.matcher(cell).matches();
    }
}
