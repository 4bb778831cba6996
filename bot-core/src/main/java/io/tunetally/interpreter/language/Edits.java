package io.tunetally.interpreter.language;

import io.tunetally.interpreter.lexicon.Boundary;
import io.tunetally.text.FoldedText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The replacements of a translation, in the order of the text. */
final class Edits {
    private final FoldedText folded;
    private final List<Edit> all = new ArrayList<>();

    Edits(FoldedText folded) {
        this.folded = folded;
    }

    /**
     * A replaced range.
     *
     * @param word empty for a word that stands for nothing
     * @param number its value, if it is a number
     */
    record Edit(int from, int to, String word, @Nullable BigDecimal number) {
        static Edit of(int from, int to, String word) {
            return new Edit(from, to, word, null);
        }
    }

    void add(Edit edit) {
        all.add(edit);
    }

    /** Multiplies a number that was read before, whether or not it was replaced. */
    void multiply(Edit number, BigDecimal value, BigDecimal multiplier) {
        BigDecimal product = value.multiply(multiplier);
        replace(number, new Edit(number.from(), number.to(), plain(product), product));
    }

    /** Writes a word before a number that was read before, whether or not it was replaced. */
    void lead(Edit number, String word) {
        replace(number, new Edit(number.from(), number.to(), word + " " + number.word(), number.number()));
    }

    /** Changes the replacement of a range that was passed before, whether or not it was replaced. */
    void reword(Edit passed, String word) {
        replace(passed, new Edit(passed.from(), passed.to(), word, passed.number()));
    }

    private void replace(Edit number, Edit edit) {
        int place = all.size();
        while (place > 0 && all.get(place - 1).from() > number.from()) {
            place--;
        }
        if (place > 0 && all.get(place - 1).equals(number)) {
            all.set(place - 1, edit);
        } else {
            all.add(place, edit);
        }
    }

    static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    FoldedText apply() {
        int count = all.size();
        int[] from = new int[count];
        int[] to = new int[count];
        String[] words = new String[count];
        for (int i = 0; i < count; i++) {
            Edit edit = all.get(i);
            from[i] = edit.from();
            to[i] = edit.to();
            words[i] = apart(edit);
        }
        return folded.translating(from, to, words);
    }

    /** Adds the spaces that separate a translation from the letters beside it; a number may touch its suffix. */
    private String apart(Edit edit) {
        String text = folded.text();
        boolean before = edit.from() > 0 && Boundary.isLetterOrDigit(text.charAt(edit.from() - 1));
        boolean after = edit.to() < text.length()
                && (edit.number() == null
                        ? Boundary.isLetterOrDigit(text.charAt(edit.to()))
                        : Script.isUnspaced(text.charAt(edit.to())));
        String word = edit.word().isEmpty() ? " " : edit.word();
        return (before ? " " : "") + word + (after ? " " : "");
    }
}
