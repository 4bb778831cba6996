package io.tunetally.interpreter.token;

import io.tunetally.text.FoldedText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Changes of a text, collected in any order and made at once. */
final class TextEdits {
    private final FoldedText folded;
    private final List<Edit> edits = new ArrayList<>(0);

    TextEdits(FoldedText folded) {
        this.folded = folded;
    }

    private record Edit(int from, int to, String word) {}

    /** Writes a word in place of a part that no other change has touched; otherwise it changes nothing. */
    void put(int from, int to, String word) {
        if (from < to && edits.stream().noneMatch(edit -> edit.from < to && from < edit.to)) {
            edits.add(new Edit(from, to, word));
        }
    }

    boolean isEmpty() {
        return edits.isEmpty();
    }

    /** Writes a word behind a place, the end of a part that is not empty. */
    void append(int end, String word) {
        put(end - 1, end, folded.text().charAt(end - 1) + word);
    }

    /** Returns the changed text. */
    FoldedText written() {
        if (edits.isEmpty()) {
            return folded;
        }
        edits.sort(Comparator.comparingInt(Edit::from));
        return folded.replacing(
                edits.stream().mapToInt(Edit::from).toArray(),
                edits.stream().mapToInt(Edit::to).toArray(),
                edits.stream().map(Edit::word).toArray(String[]::new),
                edits.size());
    }
}
